"""Headlines: at most 15 words, on slides 12, right in number, and true for none, one and many."""

from functools import partial
from itertools import pairwise, product

import pytest

from scrutiny.charts import headlines
from scrutiny.charts.headlines import ByScope
from scrutiny.register.vocabulary import Relation

SOME = (0, 1, 2, 1_234)


@pytest.mark.parametrize(
    ("concerns", "strengths", "own_views", "headline"),
    [
        ((25, 0), (11, 0), 0, "The letter reports 25 local concerns and 11 local strengths"),
        ((0, 1), (0, 0), 0, "The letter reports 1 national concern and no strengths"),
        ((25, 0), (11, 0), 6, "The letter reports 25 local concerns and 11 local strengths, own views apart"),
        ((9, 8), (2, 1), 0, "The letter reports 17 concerns (9 local) and 3 strengths (2 local)"),
        ((0, 8), (2, 0), 1, "The letter reports 8 concerns (none local) and 2 strengths (2 local), own views apart"),
        ((0, 0), (0, 0), 2, "The letter reports no concerns and no strengths, own views apart"),
        ((0, 0), (0, 0), 0, "The letter reports no concerns and no strengths"),
    ],
)
def test_findings_name_their_scope_and_own_views_apart(
    concerns: tuple[int, int], strengths: tuple[int, int], own_views: int, headline: str
) -> None:
    """What is local and what is national is said, and a letter's own views are never among inspectors' findings."""
    said = headlines.findings("The letter reports", ByScope(*concerns), ByScope(*strengths), own_views=bool(own_views))
    assert said == headline


@pytest.mark.parametrize(
    ("numbers", "headline"),
    [
        ((0, 0, 16), "No concern raised by inspectors is among what is shown"),
        ((9, 4, 16), "Inspectors raised concerns on 9 of 16 themes, on 4 of them locally"),
        ((1, 0, 1), "Inspectors raised concerns on 1 of 1 theme, not locally"),
    ],
)
def test_themes_say_on_how_many_a_concern_was_raised(numbers: tuple[int, int, int], headline: str) -> None:
    """Only concerns of inspectors count, and how many of the themes are local is said."""
    assert headlines.themes(*numbers) == headline


@pytest.mark.parametrize(
    ("dated", "undated", "headline"),
    [
        (17, 9, "17 dates from 2015 to 2029; 9 not known"),
        (1, 0, "1 date from 2015 to 2029"),
        (0, 1, "1 date not known"),
        (0, 0, headlines.NOTHING),
    ],
)
def test_an_unknown_date_is_no_date(dated: int, undated: int, headline: str) -> None:
    """What is dated and what is not are never one number."""
    assert headlines.timeline(dated, undated, "from 2015 to 2029") == headline


@pytest.mark.parametrize(
    ("numbers", "headline"),
    [
        ((0, 0, 0, 0, 0), headlines.NOTHING),
        ((26, 0, 0, 0, 0), "All 26 local concerns have an answer listed"),
        ((2, 0, 0, 0, 0), "Both local concerns have an answer listed"),
        ((1, 0, 0, 0, 0), "The one local concern has an answer listed"),
        ((26, 0, 7, 0, 0), "All 26 local concerns with replies have an answer listed"),
        ((15, 1, 0, 7, 0), "1 of 16 local concerns has no specific answer listed (own views apart)"),
        ((9, 2, 7, 0, 5), "2 of 11 local concerns with replies have no specific answer listed"),
        ((0, 3, 0, 0, 0), "3 local concerns have no specific answer listed"),
        ((0, 1, 2, 0, 0), "1 local concern with a reply has no specific answer listed"),
        ((0, 0, 7, 1, 0), "No reply is on file to 7 local concerns (own views apart)"),
        ((0, 0, 0, 6, 5), "Shown here: only 6 own views and 5 findings from elsewhere"),
    ],
)
def test_replies_name_gaps_as_gaps_in_the_papers(numbers: tuple[int, int, int, int, int], headline: str) -> None:
    """Concerns without a reply are never said to be without an answer, and own views are named apart."""
    assert headlines.answers("local", *numbers) == headline


def test_what_a_filter_leaves_is_not_said_to_be_all_that_was_found() -> None:
    """No sentence says that inspectors, or a letter, reported no more than the chart shows."""
    none, some = ByScope(0, 0), ByScope(2, 0)
    of_filter = partial(headlines.findings, "The letter reports", narrowed=True)
    assert of_filter(some, none, own_views=True) == "Shown here: 2 local concerns and no strengths, own views apart"
    assert of_filter(none, none, own_views=True) == "Shown here: only the letter’s own views"
    assert of_filter(none, none, own_views=False, elsewhere=True) == "Shown here: only findings from elsewhere"
    assert of_filter(none, none, own_views=False) == headlines.NOTHING
    assert headlines.themes(1, 1, 16, narrowed=True) == "Shown here: inspectors’ concerns on 1 theme, locally"
    few = headlines.themes(3, 2, 16, narrowed=True)
    assert few == "Shown here: inspectors’ concerns on 3 themes, on 2 of them locally"


def test_a_thread_counts_points_and_documents() -> None:
    """One of each is one, and none is said to be none."""
    assert headlines.thread("Skills", 1, 1) == "Skills: 1 point from 1 document"
    assert headlines.thread("Skills", 0, 0) == headlines.NOTHING


def _all() -> list[str]:
    """Return every headline that any numbers give."""
    scopes = [ByScope(local, national) for local, national in product(SOME, SOME)]
    theme = "Missing children, domestic abuse and other linked risks"  # the longest of the labels
    return [
        *(
            headlines.findings("Inspectors reported", *each, own_views=bool(own), narrowed=bool(few))
            for each in product(scopes, scopes)
            for own, few in product(SOME, SOME)
        ),
        *(headlines.themes(*numbers, 16, narrowed=bool(few)) for *numbers, few in product(SOME, repeat=3)),
        *(headlines.thread(theme, *numbers) for numbers in product(SOME, repeat=2)),
        *(headlines.answers(scope, *n) for scope in ByScope._fields for n in product(SOME, repeat=5)),
        *(headlines.commitments(*numbers) for numbers in product(SOME, repeat=4)),
        *(headlines.pairs(*numbers) for numbers in product(SOME, repeat=2)),
        *(headlines.came_back(*numbers, "Child sexual abuse in families") for numbers in product(SOME, repeat=3)),
        *(headlines.timeline(*numbers, "from July 2015 to 10 May 2029") for numbers in product(SOME, repeat=2)),
    ]


def _on_slides() -> list[str]:
    """Return every headline of a slide that any numbers give."""
    scopes = [ByScope(local, national) for local, national in product(SOME, SOME)]
    one_scope = [scope for scope in scopes if 0 in scope]  # bars are of one
    dates = ("in March 2026 (date uncertain)", "after the inspection of 2017", "in an undated press release", "in 2026")
    whose = ("The Deputy Commissioner sets out", "The letters set out")
    named = [("commitment by inspectorates", "commitments by inspectorates"), ("undertaking", "undertakings")]
    return [
        *(headlines.slide_minute(*numbers) for numbers in product(scopes, SOME)),
        *(
            headlines.slide_concerns(concerns, noun, groups, leading, own)
            for concerns, noun, groups, own in product(one_scope, ("theme", "inspection"), (1, 2, 16), SOME)
            for leading in ((0, 0), (1, 1), (4, 1_234))
        ),
        *(headlines.slide_strengths("Inspectors also reported", *numbers) for numbers in product(scopes, SOME)),
        *(
            headlines.slide_promises(who, *numbers, replied=replied)
            for who, replied in product(whose, (True, False))
            for numbers in product(SOME, repeat=3)
        ),
        *(
            headlines.slide_stated(number, dated, *names)
            for number, dated, names in product(SOME[1:], SOME, named)
            if dated <= number
        ),
        *(headlines.answers(scope, *n, 0, 0) for scope in ByScope._fields for n in product(SOME, repeat=3)),
        *(headlines.came_back(*n, 0, when) for n in product(SOME, repeat=2) for when in ("2017", "an inspection")),
        *(headlines.slide_pair(*each) for each in product(Relation, dates, dates)),
        *(headlines.slide_limits(*n, reports_read=m, reports=2) for n in product(SOME, repeat=2) for m in (0, 1)),
        headlines.shorten_to_slide("word " * 99),
    ]


def test_no_headline_of_a_slide_has_more_than_twelve_words() -> None:
    """It is read at ten metres, whatever the numbers are."""
    assert {text for text in _on_slides() if len(text.split()) > headlines.MOST_WORDS_ON_SLIDE} == set()


@pytest.mark.parametrize(
    ("said", "headline"),
    [
        (headlines.slide_minute(ByScope(26, 0), 7), "In one minute: 26 local concerns, 7 undertakings"),
        (headlines.slide_minute(ByScope(33, 16), 1), "In one minute: 49 concerns (33 local), 1 undertaking"),
        (headlines.slide_minute(ByScope(0, 0), 0), "In one minute: no concerns, no undertakings"),
        (
            headlines.slide_concerns(ByScope(26, 0), "theme", 9, (4, 18), 2),
            "Four themes have 18 of 26 local concerns, own views apart",
        ),
        (headlines.slide_concerns(ByScope(0, 7), "theme", 3, (1, 5), 0), "One theme has 5 of 7 national concerns"),
        (headlines.slide_concerns(ByScope(3, 0), "theme", 3, (0, 0), 0), "3 local concerns across three themes"),
        (headlines.slide_concerns(ByScope(1, 0), "inspection", 1, (0, 0), 0), "1 local concern in one inspection"),
        (headlines.slide_concerns(ByScope(0, 0), "theme", 0, (0, 0), 8), "No concern by inspectors, 8 own views"),
        (
            headlines.slide_promises("The Commissioner sets out", 7, 3, 0, replied=True),
            "The Commissioner sets out 7 undertakings and 3 expectations",
        ),
        (
            headlines.slide_promises("", 0, 0, 6, replied=False),
            "6 commitments by inspectorates, no reply on file",
        ),
        (headlines.slide_stated(7, 0, "undertaking", "undertakings"), "None of the 7 undertakings gives a date"),
        (headlines.slide_stated(2, 0, "undertaking", "undertakings"), "Neither of the 2 undertakings gives a date"),
        (headlines.slide_stated(7, 2, "undertaking", "undertakings"), "2 of the 7 undertakings give a date"),
        (headlines.slide_stated(1, 1, "expectation", "expectations"), "The one expectation gives a date"),
        (
            headlines.slide_limits(1, 1, reports_read=0, reports=1),
            "1 document read; no inspection report has been read",
        ),
        (headlines.slide_limits(2, 0, reports_read=1, reports=1), "2 documents read, none not read"),
        (headlines.slide_pair(Relation.REPEATS, "in 2025", "in 2026"), "Said in 2025 and again in 2026"),
        (
            headlines.slide_pair(Relation.CONFLICTS_WITH, "in March 2026 (date uncertain)", "in June 2026"),
            "Hard to square with what was said before",
        ),
    ],
)
def test_headlines_of_slides_say_what_the_papers_say(said: str, headline: str) -> None:
    """Scope, own views and gaps are named, and one is singular."""
    assert said == headline


def test_no_headline_has_more_than_fifteen_words() -> None:
    """Whatever the numbers, a headline can be read in one glance."""
    long = {text for text in _all() if len(text.split()) > headlines.MOST_WORDS}
    assert not long


def test_one_is_singular_and_no_headline_ends_with_a_full_stop() -> None:
    """“1 concerns” and “0 of” are never written."""
    wrong = {
        text
        for text in (*_all(), *_on_slides())
        if text.endswith(".") or " 0 " in f" {text} " or _is_plural_of_one(text)
    }
    assert not wrong


def _is_plural_of_one(text: str) -> bool:
    words = text.replace(",", "").split()
    return any(one == "1" and name.endswith("s") and name != "has" for one, name in pairwise(words))
