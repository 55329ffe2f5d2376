"""The register as tables: every record and every field, each with its meaning."""

import json
import re
from collections.abc import Iterable

import pytest

from scrutiny.exports.json import register_json
from scrutiny.exports.tables import KINDS, WHAT, columns, is_code, tables, words
from scrutiny.register.dates import PartialDate
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire


def cells(testshire: Testshire, places: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], object]:
    """Give what stands in some tables, rows and columns of a made-up register; dates as they are printed."""
    register = testshire.load().register
    assert register is not None
    found = tables(register)
    values = {place: found[place[0]].loc[place[1:]] for place in places}
    return {place: str(value) if isinstance(value, PartialDate) else value for place, value in values.items()}


def test_there_is_a_table_of_every_kind_of_json(register: Register) -> None:
    """What JSON lists has a table with as many rows; documents have one of their own, and so have the words."""
    document = json.loads(register_json(register))
    found = tables(register)
    assert list(found) == list(WHAT)
    listed = {kind: len(records) for kind, records in document.items() if kind != "register"}
    assert {kind: len(found[kind]) for kind in listed} == listed
    assert found.keys() - listed.keys() == {"documents", "words"}


def test_columns_are_the_fields_in_their_order(register: Register) -> None:
    """No field of a record is left out, and its parts stand where it stands."""
    for kind, table in tables(register).items():
        assert [table.index.name, *table.columns] == list(columns(kind))
        if kind in KINDS:
            fields = list(dict.fromkeys(name.partition(".")[0] for name in columns(kind) if name != "differences"))
            left_out = {"documents", *KINDS[kind].without}
            expected = [field for field in KINDS[kind].record.field_order() if field not in left_out]
            assert [field for field in fields if field in expected] == expected
            assert set(fields) - set(expected) <= {"full_id", "inspection", "id"}


def test_every_column_is_explained() -> None:
    """Each column has a sentence that says what it means."""
    meanings = {(kind, column): meaning for kind in WHAT for column, meaning in columns(kind).items()}
    assert {place: meaning for place, meaning in meanings.items() if not meaning.endswith(".")} == {}


@pytest.mark.parametrize(
    ("kind", "column", "meaning"),
    [
        ("findings", "full_id", "The code of this row, which is its own and never changes."),
        ("findings", "inspection", "The code of the inspection that the point is about."),
        ("commitments", "due.printed", "The date or time limit stated for it: in the document’s own words."),
        ("events", "date.doubt", "When it was: why it is uncertain."),
        ("actions", "result.excerpt", "The document’s words for each of these claims, in the same order."),
        ("documents", "inspection", "The code of the inspection that the document belongs to."),
        ("themes", "id", "The code by which points name the theme."),
        ("words", "value", "The code that stands for the word."),
        ("commitments", "owner.words", "The organisation that must act; empty if that is not stated."),
        (
            "findings",
            "not_mentioned_in.words",
            "Concerns: later documents that were read for it and do not mention it. "
            "That does not mean that it was resolved.",
        ),
        ("documents", "held", "“yes” if it was read, “no” if not."),
    ],
)
def test_a_column_says_what_its_field_means(kind: str, column: str, meaning: str) -> None:
    """The meaning is that of the record's field; a part of a date is told with the date that it is a part of."""
    assert columns(kind)[column] == meaning


def test_a_cell_holds_what_the_file_says(testshire: Testshire) -> None:
    """Numbers are numbers, dates are as printed, and what the files leave out is empty."""
    expected = {
        ("figures", "2030-second-look.F01", "value"): 90,
        ("findings", "2030-second-look.C01", "paragraph"): 2,
        ("findings", "2030-second-look.C01", "answers"): "K01; A01",
        ("findings", "2029-first-look.C09", "answers"): None,
        ("commitments", "2030-second-look.K01", "specific"): "yes",
        ("commitments", "2030-second-look.K01", "due.printed"): "by the end of the year",
        ("commitments", "2030-second-look.K01", "due.date"): "2030",
        ("commitments", "2030-second-look.K01", "due.doubt"): None,
        ("actions", "2030-second-look.A01", "result.excerpt"): "so plans are made sooner",
        ("events", "events.E01", "date.date"): "2029/2031",
        ("documents", "2029-first-look.report", "held"): "no",
        ("documents", "2030-second-look.reply", "date.printed"): "2 September 2030",
    }
    assert cells(testshire, expected) == expected


def test_codes_stand_in_words_beside_them(testshire: Testshire) -> None:
    """Who opens a table need not know the codes of the files."""
    expected = {
        ("findings", "2030-second-look.C01", "inspection.words"): "Second look",
        ("findings", "2030-second-look.C01", "polarity.words"): "Concern",
        ("findings", "2030-second-look.C01", "voice.words"): "Inspectors, as the letter tells it",
        ("findings", "2030-second-look.C01", "document.words"): "Letter of 2 September 2030, paragraph 2",
        ("findings", "2030-second-look.C01", "bodies.words"): "Testshire Police",
        ("findings", "2030-second-look.C01", "answers.words"): "Undertaking; Reported action",
        ("findings", "2029-first-look.C09", "answers.words"): "No reply on file",
        ("findings", "2030-second-look.S01", "answers.words"): None,
        ("actions", "2030-second-look.A01", "vouched_by.words"): "Example Inspectorate",
        ("commitments", "2030-second-look.K01", "voice.words"): "The Commissioner’s own words",
        ("commitments", "2030-second-look.K01", "owner.words"): "Commissioner",
        ("commitments", "2030-second-look.K01", "specific.words"): "stated",
        ("figures", "2030-second-look.F01", "bound.words"): "at least",
        ("events", "events.E01", "document.words"): "Letter of 2 September 2030, paragraph 3",
        ("documents", "2029-first-look.report", "inspection.words"): "First look",
        ("pairs", "P01", "relation.words"): "Said again",
        ("pairs", "P01", "earlier.words"): "Meetings lacked people who were needed."
        " (First look, C09; press release of July 2029, paragraph 2)",
    }
    assert cells(testshire, expected) == expected


def test_themes_stand_in_columns_of_their_own(testshire: Testshire) -> None:
    """A filter on the main theme finds all points that have it."""
    testshire.change("C01", themes=["workforce", "partnership"])
    row = "2030-second-look.C01"
    expected = {
        ("findings", row, "themes.main"): "Skills and training",
        ("findings", row, "themes.second"): "Working together",
        ("findings", row, "themes.third"): None,
    }
    assert cells(testshire, expected) == expected


def test_every_code_has_its_words(register: Register) -> None:
    """No column has codes alone, except those that name the row itself, its file or its paragraph."""
    for kind, table in tables(register).items():
        coded = {
            name
            for name, meaning in columns(kind).items()
            if re.search(r"\b[Tt]he codes? of ", meaning) and name != "id"
        }
        assert {name for name in coded if f"{name}.words" not in columns(kind)} <= {"full_id", "themes"}
        assert all(is_code(kind, name) for name in coded)
        assert set(table.columns) >= {f"{name}.words" for name in coded - {"full_id", "themes"}}


def test_numbers_keep_their_digits_beside_gaps_and_fractions(testshire: Testshire) -> None:
    """A whole number is no decimal because a number above or below it is one, or is missing."""
    testshire.add(f"{SECOND}/figures.yaml", "F01", id="F02", value="2.5", excerpt="after 2.5 weeks they met")
    testshire.add(
        f"{SECOND}/figures.yaml", "F01", id="F03", value="123456789012345", excerpt="as many as 123456789012345 of them"
    )
    register = testshire.load().register
    assert register is not None
    values = tables(register)["figures"]["value"].tolist()
    assert [(type(value), value) for value in values] == [(int, 90), (float, 2.5), (int, 123456789012345)]
    assert [type(number) for number in tables(register)["documents"]["paragraphs"]] == [type(None), int, int]


def test_needs_have_a_table_of_their_own(testshire: Testshire) -> None:
    """They are not among the commitments, and have no column for what only a commitment has."""
    register = testshire.add_statements().load().register
    assert register is not None
    found = tables(register)
    assert list(found["commitments"].index) == ["2030-second-look.K01"]
    assert list(found["needs"].index) == ["2030-second-look.K02"]
    assert {"kind", "general", "owner", "specific", "due.printed", "measure"}.isdisjoint(found["needs"].columns)
    assert found["needs"].loc["2030-second-look.K02", "by"] == "testshire_pcc"
    assert found["highlights"].loc["H01", "entries"] == "2030-second-look.C01; 2030-second-look.K01"
    assert found["questions"].loc["Q01", "addressed_to"] == "testshire_pcc"


def test_the_panel_has_tables_with_words(testshire: Testshire) -> None:
    """What was asked, in which meeting and of whom, and what comments are about, in words beside the codes."""
    expected = {
        ("meetings", "2030-09-11", "address"): "https://example.org/minutes/september",
        ("asked", "B01", "meeting.words"): "Meeting of 11 September 2030",
        ("asked", "B01", "addressed_to.words"): "Commissioner",
        ("asked", "B01", "by.words"): "Commissioner",
        ("asked", "B01", "due.printed"): "by 7 October 2030",
        ("asked", "B02", "came.summary"): "The force published that 412 officers were trained.",
        ("asked", "B02", "came.words"): "4 November 2030: The force published that 412 officers were trained.",
        ("asked", "B03", "answer"): None,
        ("asked", "B03", "came.words"): None,
        ("comments", "W01", "text"): "Since June a nurse has been at every planning meeting.",
        ("comments", "W01", "by.words"): "Commissioner",
        ("comments", "W02", "about.words"): "In September 2030 the Commissioner promised to write to health services.",
        ("comments", "W03", "about.words"): "Second inspection of Testshire Police",
    }
    assert cells(testshire.add_panel(), expected) == expected


def test_no_answer_is_told_from_no_reply(testshire: Testshire) -> None:
    """A concern that is acknowledged only says so; an empty cell would say nothing."""
    expected = {("findings", "2030-second-look.C01", "answers"): "none"}
    assert cells(testshire.change("C01", answers=[]), expected) == expected


def test_results_stand_on_lines_of_their_own(testshire: Testshire) -> None:
    """Two results of an action stay apart, in the same order in both columns."""
    second = {"summary": "More people came.", "excerpt": "and more people came to meetings"}
    testshire.record("A01")["result"].append(second)
    row = "2030-second-look.A01"
    expected = {
        ("actions", row, "result.summary"): f"Plans are said to be made sooner.\n{second['summary']}",
        ("actions", row, "result.excerpt"): f"so plans are made sooner\n{second['excerpt']}",
    }
    assert cells(testshire, expected) == expected


def test_every_word_in_a_table_is_explained(real: Register) -> None:
    """Each word of a closed list that the real register uses stands in the table of words."""
    explained = {(kind, word["column"], word["value"]) for word in words() for kind in word["tables"].split("; ")}
    found = {kind: table.reset_index() for kind, table in tables(real).items()}
    for kind, column in {(kind, column) for kind, column, _ in explained}:
        assert {(kind, column, value) for value in found[kind][column].dropna()} <= explained


def test_an_empty_register_has_all_columns(testshire: Testshire) -> None:
    """A table without rows is still a table."""
    register = testshire.empty().load().register
    assert register is not None
    assert list(tables(register)["pairs"].reset_index().columns) == list(columns("pairs"))


def test_a_recommendation_has_what_replies_and_later_texts_say(testshire: Testshire) -> None:
    """Who reads the table need not know the codes; who counts by program finds them."""
    row, earlier = "2030-second-look.R01", "2029-first-look.R01"
    expected = {
        ("recommendations", row, "addressee.words"): "Testshire Police",
        ("recommendations", row, "replies.answer"): "in_part",
        ("recommendations", row, "replies.entries"): "A01; K01",
        ("recommendations", row, "replies.words"): "Letter of 2 September 2030, paragraph 3: Accepted in part. "
        "“This is part of our Child Safety Plan” "
        "Said to be done: Officers go to every meeting. The Commissioner will write to health services.",
        ("recommendations", earlier, "later.words"): "Letter of 2 September 2030, paragraph 2: "
        "The letter says that more than 90 meetings were held. "
        "“plans are made sooner: more than 90 meetings were held”",
        ("recommendations", earlier, "replies.document"): None,
    }
    assert cells(testshire.add_recommendations(), expected) == expected
