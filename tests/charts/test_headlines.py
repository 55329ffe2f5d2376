"""Headlines: at most 15 words, right in number, and true for none, one and many."""

from itertools import pairwise, product

import pytest

from scrutiny.charts import headlines
from scrutiny.charts.headlines import ByScope

SOME = (0, 1, 2, 1_234)


@pytest.mark.parametrize(
    ("concerns", "strengths", "own_views", "headline"),
    [
        ((25, 0), (11, 0), 0, "The letter reports 25 local concerns and 11 local strengths"),
        ((0, 1), (0, 0), 0, "The letter reports 1 national concern and no strengths"),
        ((25, 0), (11, 0), 6, "The letter reports 25 local concerns and 11 local strengths, besides own views"),
        ((9, 8), (2, 1), 0, "The letter reports 17 concerns (9 local) and 3 strengths (2 local)"),
        ((0, 8), (2, 0), 1, "The letter reports 8 concerns (none local) and 2 strengths (2 local), besides own views"),
        ((0, 0), (0, 0), 2, "The letter reports no concerns and no strengths, besides own views"),
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
        ((1, 0, 1), "Inspectors raised concerns on 1 of 1 theme, on none of them locally"),
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
        ((1, 0, 0, 0, 0), "The one local concern has an answer listed"),
        ((26, 0, 7, 0, 0), "All 26 local concerns with replies have an answer listed"),
        ((15, 1, 0, 7, 0), "1 of 16 local concerns has no specific answer listed (own views apart)"),
        ((9, 2, 7, 0, 5), "2 of 11 local concerns with replies have no specific answer listed"),
        ((0, 3, 0, 0, 0), "3 local concerns have no specific answer listed"),
        ((0, 1, 2, 0, 0), "1 local concern with a reply has no specific answer listed"),
        ((0, 0, 7, 1, 0), "No reply is on file to 7 local concerns (own views apart)"),
        ((0, 0, 0, 6, 5), "No local concern by inspectors, 6 own views, 5 findings from other inspections"),
    ],
)
def test_replies_name_gaps_as_gaps_in_the_papers(numbers: tuple[int, int, int, int, int], headline: str) -> None:
    """Concerns without a reply are never said to be without an answer, and own views are named apart."""
    assert headlines.answers("local", *numbers) == headline


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
            headlines.findings("Inspectors reported", *each, own_views=bool(own))
            for each in product(scopes, scopes)
            for own in SOME
        ),
        *(headlines.themes(*numbers, 16) for numbers in product(SOME, repeat=2)),
        *(headlines.thread(theme, *numbers) for numbers in product(SOME, repeat=2)),
        *(headlines.answers(scope, *n) for scope in ByScope._fields for n in product(SOME, repeat=5)),
        *(headlines.commitments(*numbers) for numbers in product(SOME, repeat=4)),
        *(headlines.pairs(*numbers) for numbers in product(SOME, repeat=2)),
        *(headlines.came_back(*numbers, "Child sexual abuse in families") for numbers in product(SOME, repeat=3)),
        *(headlines.timeline(*numbers, "from July 2015 to 10 May 2029") for numbers in product(SOME, repeat=2)),
    ]


def test_no_headline_has_more_than_fifteen_words() -> None:
    """Whatever the numbers, a headline can be read in one glance."""
    long = {text for text in _all() if len(text.split()) > headlines.MOST_WORDS}
    assert not long


def test_one_is_singular_and_no_headline_ends_with_a_full_stop() -> None:
    """“1 concerns” and “0 of” are never written."""
    wrong = {text for text in _all() if text.endswith(".") or " 0 " in f" {text} " or _is_plural_of_one(text)}
    assert not wrong


def _is_plural_of_one(text: str) -> bool:
    words = text.replace(",", "").split()
    return any(one == "1" and name.endswith("s") and name != "has" for one, name in pairwise(words))
