"""The deck: what is chosen is there, once, in few words; nothing else is."""

from dataclasses import replace

import pytest

from scrutiny.analysis.choice import Choice, Meeting, about_newest
from scrutiny.analysis.frames import frames
from scrutiny.analysis.questions import Sheet
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import MOST_WORDS, DeckRequest
from scrutiny.slides.room import spread
from scrutiny.slides.slide import (
    DEFAULT_PARTS,
    LARGE,
    BarsBody,
    Line,
    ListBody,
    Part,
    QuotesBody,
    Slide,
    TableBody,
    TitleBody,
)
from tests.slides.conftest import TODAY, Ordered
from tests.testshire import FIRST, Testshire
from tests.testshire import SECOND as SECOND_LOOK

SECOND = ("2030-second-look",)


def parts(slides: tuple[Slide, ...]) -> list[str]:
    """Give the parts of a deck, in their order."""
    return [str(slide.part) for slide in slides]


def only(slides: tuple[Slide, ...], part: Part) -> Slide:
    """Give the one slide of a part."""
    (slide,) = [slide for slide in slides if slide.part is part]
    return slide


def lines(slide: Slide) -> list[str]:
    """Give the lines of a slide that is a list or the opening."""
    assert isinstance(slide.body, ListBody | TitleBody)
    return [line.text for line in slide.body.lines]


def bars(slide: Slide) -> dict[str, int]:
    """Give the numbers of a slide with bars."""
    assert isinstance(slide.body, BarsBody)
    return {row.label: len(row.marks) for row in slide.body.rows}


def changed(testshire: Testshire) -> Register:
    """Load the made-up register after changes."""
    register = testshire.load().register
    assert register is not None
    return register


# All of the real data


def choices(register: Register) -> list[Choice]:
    """Give what a member chooses: the default, each inspection, all, each theme."""
    return [
        about_newest(register),
        *(Choice(inspections=(one.id,)) for one in register.inspections),
        Choice(),
        *(Choice(themes=(theme.id,)) for theme in register.themes),
    ]


@pytest.fixture(scope="module")
def real_decks(real: Register) -> list[tuple[Slide, ...]]:
    """Give the deck of each choice."""
    return [build_deck(DeckRequest(real, frames(real), choice, Sheet(), TODAY)) for choice in choices(real)]


def test_the_default_deck_has_every_part_once(real_decks: list[tuple[Slide, ...]]) -> None:
    """About the newest local inspection there are twelve slides, in their order."""
    assert parts(real_decks[0]) == [str(part) for part in DEFAULT_PARTS if part is not Part.RECOMMENDATIONS]


def test_no_deck_has_more_than_twelve_slides(real_decks: list[tuple[Slide, ...]]) -> None:
    """Whatever is chosen, it can be shown in a meeting."""
    assert {len(deck) for deck in real_decks} <= set(range(4, 13))


def test_headlines_are_short_and_no_two_are_the_same(real_decks: list[tuple[Slide, ...]]) -> None:
    """A headline has at most twelve words; by it a slide is found."""
    for deck in real_decks:
        assert [slide.headline for slide in deck if len(slide.headline.split()) > 12] == []
        assert len({slide.headline for slide in deck}) == len(deck)


def test_bodies_have_at_most_forty_words(real_decks: list[tuple[Slide, ...]]) -> None:
    """A slide is read at a glance; only questions have more words, in five at most of 25 words each."""
    for slide in (slide for deck in real_decks for slide in deck):
        match slide.body:
            case ListBody(asked, numbered=1):
                assert len(asked) <= 5
                texts, most = [], 0
                assert len(asked) == 1 or max(len(line.text.split()) for line in asked) <= 25
            case TitleBody(said) | ListBody(said):
                texts, most = [line.text for line in said], MOST_WORDS
            case BarsBody(rows):
                texts, most = [row.label for row in rows], MOST_WORDS
            case QuotesBody(quotes):
                texts, most = [quote.words for quote in quotes], MOST_WORDS
            case TableBody(heads, rows):
                texts, most = [*heads, *(getattr(cell, "text", cell) for row in rows for cell in row)], 100
        assert sum(len(text.split()) for text in texts) <= most, (slide.headline, texts)


def test_nothing_of_the_real_data_is_shortened(real_decks: list[tuple[Slide, ...]]) -> None:
    """In the data as they are no text is too long for its place."""
    assert [slide.headline for deck in real_decks for slide in deck if "…" in repr(slide)] == []


def test_notes_are_two_or_three_sentences(real_decks: list[tuple[Slide, ...]]) -> None:
    """A presenter reads what to say, a likely question and exact words: at most 120 words."""
    for slide in (slide for deck in real_decks for slide in deck):
        notes = slide.notes
        said = " ".join([*notes.say, notes.follow_up, notes.quotation, notes.place])
        assert len(said.split()) <= 120, said
        assert notes.say


def test_quotations_are_exact(real: Register, real_decks: list[tuple[Slide, ...]]) -> None:
    """What stands in quotation marks is the excerpt of the point that it opens."""
    quotes = [
        quote for deck in real_decks for one in deck if isinstance(one.body, QuotesBody) for quote in one.body.quotes
    ]
    assert len(quotes) > 40
    assert all(quote.words == f"“{real.entries_by_id[quote.full_id].excerpt}”" for quote in quotes)


def test_what_is_shown_of_the_concerns_of_2017_adds_up(real_decks: list[tuple[Slide, ...]]) -> None:
    """Where the headline counts two concerns and the table has room for one, the slide says so."""
    slide = only(real_decks[0], Part.BEFORE)
    assert slide.headline == "Later papers touch on 2 of 7 concerns of 2017"
    assert slide.subtitle.endswith("; shown here: one of the two")
    assert isinstance(slide.body, TableBody)
    assert getattr(slide.body.rows[1][0], "text", "").startswith("Five others, such as “")


def test_the_unread_review_is_named_with_the_concerns_of_2017(real_decks: list[tuple[Slide, ...]]) -> None:
    """Whoever sees the old concerns learns that a review of them has not been read."""
    shown = [one for deck in real_decks for one in deck if one.part is Part.BEFORE and "2017" in one.headline]
    assert len(shown) > 4
    assert all(one.caution.startswith("A review of 2018 has not been read.") for one in shown)


def test_what_is_set_against_an_old_concern_says_how_clear_the_link_is(real_decks: list[tuple[Slide, ...]]) -> None:
    """On a slide, too, a possible link is called so, and comes with its caution."""
    bodies = [one for deck in real_decks for one in deck if one.part is Part.BEFORE and "2017" in one.headline]
    rows = [row for one in bodies if isinstance(one.body, TableBody) for row in one.body.rows]
    compared = [row[1].text for row in rows if isinstance(row[1], Line)]
    assert compared
    assert all(text.startswith(("Possible link: “", "Clear link: “")) for text in compared)
    assert any("What “management” meant in 2017 is not known" in one.caution for one in bodies)


def test_questions_to_two_offices_say_which_are_whose(real_decks: list[tuple[Slide, ...]]) -> None:
    """The numbers stand after the office, so that one number reads as well as several."""
    whose = [one.subtitle for deck in real_decks for one in deck if one.part is Part.QUESTIONS]
    assert "For the Commissioner: 1, 2 and 5. For the Deputy Commissioner: 3 and 4." in whose
    assert "For the Commissioner: 1. For the Deputy Commissioner: 2." in whose


# Choices


def test_the_parts_come_in_their_order(order: Ordered) -> None:
    """What has nothing to show is left out; the appendix comes only where it is asked for."""
    assert parts(build_deck(order(inspections=SECOND))) == [
        "title", "minute", "concerns", "words", "strengths", "promises", "stated", "replies", "before", "questions",
        "limits",
    ]  # fmt: skip


def test_only_chosen_parts_are_made(order: Ordered) -> None:
    """A deck holds the parts that are asked for, whatever their order in the asking."""
    assert parts(build_deck(order(), [Part.LIMITS, Part.TITLE])) == ["title", "limits"]
    assert build_deck(order(), []) == ()


def test_only_chosen_inspections_and_themes_are_shown(order: Ordered, register: Register) -> None:
    """A choice narrows every slide but that of what was raised before."""
    for chosen in ({"inspections": SECOND}, {"themes": ("workforce",)}):
        request = order(**chosen)
        ids = {one for slide in build_deck(request) if slide.part is not Part.BEFORE for one in slide.entries}
        assert ids
        assert all(request.choice.includes(register.entries_by_id[one]) for one in ids)


def test_the_meeting_stands_on_the_title(order: Ordered) -> None:
    """Day and item stand there as they were typed in; nothing stands there for an empty one."""
    slide = only(build_deck(order(inspections=SECOND, meeting=Meeting("3 March 2031", "7"))), Part.TITLE)
    assert slide.headline == "Second look"
    assert lines(slide) == ["Local inspection of July 2030", "Testshire Panel", "3 March 2031 · Agenda item: 7"]
    assert lines(only(build_deck(order()), Part.TITLE)) == ["All inspections", "Testshire Panel"]


# What slides say


def test_highlights_fill_the_minute_in_their_short_form(order: Ordered, testshire: Testshire) -> None:
    """A short form stands in place of its sentence; without any, one whole sentence stands there."""
    register = changed(testshire.add_statements())
    sentence = register.highlights[0].sentence
    assert lines(only(build_deck(order(register)), Part.MINUTE))[0] == sentence
    register = changed(testshire.change("H01", short="The Commissioner will write to health services."))
    slide = only(build_deck(order(register)), Part.MINUTE)
    assert lines(slide)[0] == "The Commissioner will write to health services."
    assert slide.notes.say[0] == sentence


def test_bars_are_sorted_with_the_first_few_in_colour(order: Ordered, testshire: Testshire) -> None:
    """Themes with most concerns come first, those that stand out unmuted; the smallest share a row."""
    for number in range(1, 11):
        testshire.add("themes.yaml", "workforce", id=f"theme_{number}", label=f"Theme {number}")
        testshire.add(f"{SECOND_LOOK}/findings.yaml", "C01", id=f"C1{number:02d}", themes=[f"theme_{number}"])
    testshire.records[f"{SECOND_LOOK}/findings.yaml"].sort(key=lambda one: int(one["paragraph"]))
    testshire.change("C102", themes=["theme_1"])
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.CONCERNS)
    assert slide.headline == "One theme has 2 of 11 local concerns"
    assert slide.notes.say[:2] == ("The letter reports 11 local concerns.", "2 are about theme 1.")
    assert bars(slide) == {
        "Theme 1": 2, "Working together": 1, "Theme 3": 1, "Theme 4": 1, "Theme 5": 1, "Theme 6": 1, "Theme 7": 1,
        "Three other themes": 3,
    }  # fmt: skip
    assert isinstance(slide.body, BarsBody)
    assert [row.muted for row in slide.body.rows] == [False] + 7 * [True]


def test_rows_are_of_one_basis_and_one_scope(order: Ordered, testshire: Testshire) -> None:
    """Own views, what is from elsewhere and national concerns have rows apart, and none is in the headline's number."""
    for number, fields in enumerate(({"voice": "respondent"}, {"scope": "national"}, {"source": "Others"}), start=2):
        testshire.add(f"{SECOND_LOOK}/findings.yaml", "C01", id=f"C0{number}", paragraph="4", **fields)
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.CONCERNS)
    assert slide.headline == "1 local concern in one theme, own views apart"
    assert slide.notes.say[0] == "The letter reports 1 local concern."  # the bars of its headline, as the slide says
    assert bars(slide) == {
        "Working together": 1, "Inspectors’ concerns (national)": 1, "The Commissioner’s own views (local)": 1,
        "From elsewhere (local)": 1,
    }  # fmt: skip
    assert isinstance(slide.body, BarsBody)
    looks = [{(mark.basis, mark.national) for mark in row.marks} for row in slide.body.rows]
    assert looks == [
        {(Basis.FOUND, False)}, {(Basis.FOUND, True)}, {(Basis.OWN, False)}, {(Basis.ELSEWHERE, False)},
    ]  # fmt: skip
    assert [symbol.glyph for symbol in slide.body.key] == ["■", "□", "N", "E"]


def test_concerns_of_one_theme_are_sorted_by_inspection(order: Ordered) -> None:
    """One bar would say nothing; the inspections come in the order of time."""
    slide = only(build_deck(order(themes=("partnership",))), Part.CONCERNS)
    assert bars(slide) == {"First look": 1, "Second look": 1}
    assert slide.headline == "2 local concerns across two inspections"


def test_a_letter_without_strengths_has_no_slide_of_them(order: Ordered, testshire: Testshire) -> None:
    """What the author sees as his own strength is no strength that inspectors found."""
    register = changed(testshire.change("S01", voice="respondent"))
    assert "strengths" not in parts(build_deck(order(register, inspections=SECOND)))


def test_promises_are_of_the_letter_and_specific_ones_first(order: Ordered, testshire: Testshire) -> None:
    """General promises come last; what is needed is told apart, in the notes."""
    testshire.add_need().add(
        f"{SECOND_LOOK}/commitments.yaml", "K01", id="K03", general="true", specific="false",
        summary="The Commissioner will hold everybody to account.",
    )  # fmt: skip
    testshire.records[f"{SECOND_LOOK}/commitments.yaml"].sort(key=lambda one: int(one["paragraph"]))
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.PROMISES)
    assert slide.headline == "The Commissioner sets out 2 undertakings and no expectations"
    assert lines(slide)[-1] == "The Commissioner will hold everybody to account."
    assert "Besides these, the papers name 1 thing said to be needed, which nobody takes on." in slide.notes.say


def test_an_inspection_without_a_letter_says_so(order: Ordered, testshire: Testshire) -> None:
    """What inspectorates undertake is not the Commissioner's, and no reply is a gap in the papers."""
    testshire.add(
        f"{FIRST}/commitments.yaml", "K01", voice="inspectorate", by="inspectors", owner="inspectors",
        document="press_release", paragraph="2",
    )  # fmt: skip
    deck = build_deck(order(changed(testshire), inspections=("2029-first-look",)))
    assert only(deck, Part.PROMISES).headline == "1 commitment by inspectorates, no reply on file"
    assert "replies" not in parts(deck)


def test_a_general_promise_is_quoted_once_and_answers_nothing(order: Ordered, testshire: Testshire) -> None:
    """It stands in the caution of the slide of replies, and in none of its bars."""
    testshire.add(f"{SECOND_LOOK}/commitments.yaml", "K01", id="K03", general="true", specific="false")
    testshire.records[f"{SECOND_LOOK}/commitments.yaml"].sort(key=lambda one: int(one["paragraph"]))
    register = changed(testshire)
    slide = only(build_deck(order(register, inspections=SECOND)), Part.REPLIES)
    (general,) = [one for one in register.commitments if one.general]
    assert slide.caution == f"Promised in general, for no single concern: “{general.excerpt}”."
    assert sum(bars(slide).values()) == sum(
        len(answer) for answer in [register.entries_by_id["2030-second-look.C01"].answers]
    )


def test_silence_is_told_only_of_documents_that_were_read_for_it(order: Ordered, testshire: Testshire) -> None:
    """A concern with no pair is not said to be unmentioned unless somebody read the later papers for it."""
    testshire.records["pairs.yaml"].clear()
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.BEFORE)
    assert isinstance(slide.body, TableBody)
    assert slide.headline == "Later papers do not touch on the one concern of 2029"
    assert slide.body.rows == ()
    testshire.change("C09", not_mentioned_in=["2030-second-look.reply"])
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.BEFORE)
    assert isinstance(slide.body, TableBody)
    assert [getattr(cell, "text", cell) for cell in slide.body.rows[0]][1] == "Not mentioned in the papers read"
    assert slide.subtitle == "First look (local), and later papers on other inspections"
    testshire.add("inspections/2029-first-look/findings.yaml", "C09", id="C10")
    slide = only(build_deck(order(changed(testshire), inspections=SECOND)), Part.BEFORE)
    assert isinstance(slide.body, TableBody)
    assert getattr(slide.body.rows[0][0], "text", "").startswith("Two, such as “")


def test_a_clear_link_stands_side_by_side_with_its_caution(order: Ordered, testshire: Testshire) -> None:
    """An arguable one has no slide; whose words each side is, and a doubt about the order, are told."""
    assert "pairs" not in parts(build_deck(order()))
    date = {"printed": "2/9/30", "date": "2030-09-02", "doubt": "The year is odd."}
    register = changed(testshire.change("P01", strength="strong").change("second.reply", date=date))
    slide = only(build_deck(order(register, inspections=SECOND)), Part.PAIRS)
    assert slide.headline == "Said in 2029 and again in 2030 (date uncertain)"
    assert slide.caution == "Different meetings. The order is uncertain. 2 September 2030: The year is odd."
    assert isinstance(slide.body, QuotesBody)
    assert [quote.lead for quote in slide.body.quotes] == [
        "July 2029 · Inspectors’ own words", "2 September 2030 (date uncertain) · Inspectors, as the letter tells it",
    ]  # fmt: skip


def test_questions_are_those_picked_in_the_members_wording(order: Ordered, testshire: Testshire) -> None:
    """The sheet is shown as it was made; a name that is not known is left out, and sources stand in the notes."""
    register = changed(testshire.add_statements())
    picked = ("own.1", "no_owner.2030-second-look.K02", "nonsense", "Q01")
    sheet = Sheet(picked, {"own.1": "What else?", "Q01": "What did they say?"})
    slide = only(build_deck(order(register, sheet=sheet)), Part.QUESTIONS)
    assert [lines(slide)[nth] for nth in (0, 2)] == ["What else?", "What did they say?"]
    assert slide.body == ListBody(slide.body.lines, numbered=1, size=LARGE)
    assert slide.headline == "Questions for the Commissioner"
    assert [one.partition(":")[0] for one in slide.notes.say] == ["2", "3"]


def test_many_questions_go_on_with_their_numbers(order: Ordered, testshire: Testshire) -> None:
    """Ten questions take two slides, the second of which counts on and says in its headline that it does."""
    wordings = {f"own.{number}": f"{'What was said of this? ' * 5}{number}?" for number in range(1, 11)}
    deck = build_deck(order(changed(testshire), sheet=Sheet(tuple(wordings), wordings)), [Part.QUESTIONS])
    assert [slide.headline for slide in deck] == ["Questions to ask", "Questions to ask (2)"]
    assert [slide.body.numbered for slide in deck if isinstance(slide.body, ListBody)] == [1, 6]
    assert [line for slide in deck for line in lines(slide)] == list(wordings.values())


def test_a_question_about_a_pair_keeps_its_caution(order: Ordered, testshire: Testshire) -> None:
    """The caution is on the slide that asks the question."""
    register = changed(testshire.change("P01", strength="strong"))
    slide = only(build_deck(order(register, sheet=Sheet(("strong_pair.P01",)))), Part.QUESTIONS)
    assert slide.caution == "On a comparison: Different meetings."


def test_what_was_not_read_and_what_is_uncertain_is_told(order: Ordered, testshire: Testshire) -> None:
    """The last slide names documents and dates of what was chosen."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    slide = only(build_deck(order(changed(testshire))), Part.LIMITS)
    assert slide.headline == "2 documents read; no inspection report has been read"
    assert lines(slide)[1:] == [
        "Not read: report (date not known).", "Date uncertain: 2 September 2030.",
        "Numbers count what was written, not how good services are.",
    ]  # fmt: skip
    short = only(build_deck(order(changed(testshire), inspections=(FIRST,))), Part.LIMITS)
    assert lines(short)[-1] == "A gap in the papers does not mean that nothing was done."


def test_a_body_of_few_words_has_larger_letters(real_decks: list[tuple[Slide, ...]]) -> None:
    """Where all of it has room in them; a table of many columns and a list that fills its slide keep theirs."""
    few, many = ListBody((Line("A few words."),)), ListBody((Line("Some more words. " * 16),) * 4)
    assert [getattr(spread(Slide(Part.LIMITS, "What", body))[0].body, "size", 0) for body in (few, many)] == [28, 24]
    stated = [one for deck in real_decks for one in deck if one.part is Part.STATED]
    assert {one.body.size for one in stated if isinstance(one.body, TableBody)} == {24}


def test_the_appendix_has_every_point_once_with_its_code(order: Ordered, register: Register) -> None:
    """All points stand there in tables, by inspection and kind."""
    deck = build_deck(order(), [Part.APPENDIX])
    assert [one for slide in deck for one in slide.entries] == [
        one.full_id
        for one in sorted(
            register.entries, key=lambda one: (one.inspection, list(type(one.entry_kind)).index(one.entry_kind))
        )
    ]
    codes = [row[0] for slide in deck if isinstance(slide.body, TableBody) for row in slide.body.rows]
    assert codes == [one.partition(".")[2] for slide in deck for one in slide.entries]


def test_an_empty_register_has_words_and_no_charts(tmp_path: object) -> None:
    """With nothing to show there are the slides that say so."""
    empty = Testshire(tmp_path).empty().load().register  # type: ignore[arg-type]  # pytest's own path
    assert empty is not None
    assert parts(build_deck(DeckRequest(empty, frames(empty), Choice(), Sheet(), TODAY), tuple(Part))) == [
        "title", "minute", "limits",
    ]  # fmt: skip


def test_recommendations_are_a_table_where_there_are_any(order: Ordered, testshire: Testshire) -> None:
    """Each says of whom something is asked and what the reply says; without any, there is no such slide."""
    assert Part.RECOMMENDATIONS not in [slide.part for slide in build_deck(order())]
    slide = only(build_deck(order(changed(testshire.add_recommendations()))), Part.RECOMMENDATIONS)
    assert slide.headline == "Inspectors make 2 recommendations, to one organisation"
    assert isinstance(slide.body, TableBody)
    assert {(row[0], row[2]) for row in slide.body.rows} == {
        ("Testshire Police (2a)", "Accepted in part"), ("Testshire Police", "No reply on file"),
    }  # fmt: skip


def test_many_recommendations_stay_on_one_slide(order: Ordered, testshire: Testshire) -> None:
    """A few stand there, and the headline counts all; twelve slides are enough whatever there is."""
    file = f"{SECOND_LOOK}/recommendations.yaml"
    (first,) = testshire.add_recommendations().records[file]
    testshire.records[file] = [
        first | {"id": f"R{number:02}", "summary": f"{'Very long words of number ' * 5} {number}."}
        for number in range(1, 40)
    ]
    deck = build_deck(order(changed(testshire.add_statements().change("P01", strength="strong"))))
    assert len(deck) <= 12
    slide = only(deck, Part.RECOMMENDATIONS)
    assert slide.headline == "Inspectors make 40 recommendations, to one organisation"
    assert isinstance(slide.body, TableBody)
    assert 1 <= len(slide.body.rows) <= 3


def test_quotations_give_way_to_recommendations(real: Register, testshire: Testshire) -> None:
    """Where twelve slides are there already, recommendations take the place of the quotations, unless all are asked."""
    one = changed(testshire.add_recommendations()).recommendations[-1]
    focus = about_newest(real).inspections_in(real)[-1]
    moved = one.model_copy(
        update={
            "inspection": focus.id, "document": focus.replies[0].id, "themes": (real.themes[0].id,), "bodies": (),
            "addressee": real.settings.force, "replies": (),
        }
    )  # fmt: skip
    register = replace(real, entries=(*real.entries, moved))
    request = DeckRequest(register, frames(register), about_newest(register), Sheet(), TODAY)
    deck = build_deck(request)
    assert len(deck) == 12
    assert parts(deck) == [str(part) for part in DEFAULT_PARTS if part is not Part.WORDS]
    assert len(build_deck(request, tuple(Part)[:-1])) == 12
    assert Part.WORDS in [slide.part for slide in build_deck(request, (Part.WORDS, Part.RECOMMENDATIONS))]


# What was asked before, and comments


def test_a_question_asked_before_has_a_mark(testshire: Testshire, order: Ordered) -> None:
    """Small, behind the question; the notes have the answer as minuted, and what is on file of it."""
    request = order(changed(testshire.add_panel()), sheet=Sheet(("Q01", "own.1"), {"own.1": "What next?"}))
    slide = only(build_deck(request, (Part.QUESTIONS,)), Part.QUESTIONS)
    assert isinstance(slide.body, ListBody)
    assert [line.mark for line in slide.body.lines] == ["Asked on 11 September 2030", ""]
    assert slide.notes.say[1] == (
        "1: Asked on 11 September 2030; promised for 7 October 2030; nothing on file by 15 November 2030. "
        "The question: “What did health services reply to the Commissioner?” "
        "Commissioner, as minuted: “The Commissioner said that he would tell the Panel by 7 October 2030.”"
    )
    assert len(slide.notes.say) == 2


def test_notes_have_comments_on_what_is_quoted(testshire: Testshire, order: Ordered) -> None:
    """With their author and date, beside the exact words, and on sentences of the papers."""
    register = changed(testshire.add_panel())
    comment = "Comment by the Police and Crime Commissioner, 3 October 2030: Since June a nurse"
    for slide in build_deck(order(register, inspections=SECOND)):
        has = any(text.startswith(comment) for text in slide.notes.say)
        assert has == ("planning meetings were not always attended" in slide.notes.quotation), slide.headline
    minute = only(build_deck(order(register), (Part.MINUTE,)), Part.MINUTE)
    assert "Comment by Testshire Police, 1 November 2030: The letter to health services was sent in October." in (
        minute.notes.say
    )
