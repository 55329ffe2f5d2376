"""The picture of commitments: a mark for each thing that is printed, and true words around it."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from tests.charts.test_matrix import places
from tests.testshire import SECOND, Testshire

K01, K02 = "2030-second-look.K01", "2030-second-look.K02"
BARE = {"owner": None, "specific": "false", "due": None, "measure": None}


def draw(register: Register | None, rows: slice = slice(None)) -> Picture:
    """Draw the commitments of a register."""
    assert register is not None
    return commitments_by_tick(
        checkable_commitments(register, date(2030, 12, 1))[rows],
        bodies={body.id: body.name for body in register.bodies},
        inspections={inspection.id: inspection.short_title for inspection in register.inspections},
        source="the reply of 2 September 2030",
        as_of="15 November 2030",
    )


def with_bare_expectation(testshire: Testshire) -> Testshire:
    """Add an expectation for which nothing is printed."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation", scope="national")
    return testshire.change("K02", **BARE)


def said(drawn: Picture) -> list[str]:
    """Give the texts written on the picture."""
    return [note.text for note in drawn.figure.layout.annotations]


def test_a_commitment_is_a_mark_for_each_thing_printed(testshire: Testshire) -> None:
    """All four printed make four marks, one a column; nothing printed makes none."""
    where = places(draw(with_bare_expectation(testshire).load().register))
    assert Counter(where.index) == {K01: 4}
    assert [int(x) for x in where["x"]] == [0, 1, 2, 3]


def test_the_table_has_every_commitment_once(testshire: Testshire) -> None:
    """The table also holds what has no mark, and names a gap as one in the papers."""
    table = draw(with_bare_expectation(testshire).load().register).table
    assert list(table.index) == [K01, K02]
    assert list(table.loc[K02, ["Who must act", "A specific act", "A date", "A measure"]]) == ["not printed"] * 4
    assert table.loc[K01, "A date"] == "by the end of the year"


def test_each_cell_says_how_many_of_how_many(testshire: Testshire) -> None:
    """Numbers are written in words beside the marks, none as well; no share is worked out."""
    drawn = draw(with_bare_expectation(testshire).load().register)
    assert Counter(said(drawn))["1 of 1"] == 4
    assert Counter(said(drawn))["none of 1"] == 4
    assert not any("%" in text for text in (*said(drawn), drawn.headline, drawn.subtitle, drawn.alt))


def test_rows_are_the_kinds_that_are_there(testshire: Testshire) -> None:
    """Kinds come in the order of the vocabulary, each with what it means; an absent kind has no row."""
    labels = draw(with_bare_expectation(testshire).load().register).figure.layout.yaxis.ticktext
    assert [label.split("<br>")[0] for label in labels] == ["<b>Undertakings</b>", "<b>Expectations</b>"]


def test_many_marks_do_not_share_a_place(testshire: Testshire) -> None:
    """A full cell goes on in a further line."""
    for number in range(2, 22):
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=f"K{number:02d}")
    where = places(draw(testshire.load().register))
    assert len(where) == 21 * 4
    assert not where.round(6).duplicated().any()


@pytest.mark.parametrize(
    ("more", "fields", "headline"),
    [
        (0, {}, "Of 1 commitment, 1 names who must act, 1 a specific act, 1 a date and 1 a measure."),
        (0, BARE, "Of 1 commitment, none names who must act, none a specific act, none a date and none a measure."),
        (2, BARE, "Of 3 commitments, 2 name who must act, 2 a specific act, 2 a date and 2 a measure."),
        (1, {"owner": None}, "Of 2 commitments, 1 names who must act, 2 a specific act, 2 a date and 2 a measure."),
    ],
)
def test_the_headline_says_how_many_of_how_many(
    testshire: Testshire, more: int, fields: dict[str, str | None], headline: str
) -> None:
    """None, one and many agree with their verb."""
    for number in range(more):
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=f"K{number + 2:02d}")
    testshire.change("K01", **fields)
    assert draw(testshire.load().register).headline == headline


def test_the_subtitle_names_documents_and_day(register: Register) -> None:
    """What is counted, from which documents, as of when."""
    assert draw(register).subtitle == (
        "Counts are of what is printed in the reply of 2 September 2030, not of what was done. "
        "Register reviewed on 15 November 2030."
    )


def test_voices_and_scopes_are_told_apart(testshire: Testshire) -> None:
    """Where more than one is counted, the subtitle says how many of each, and an N marks the national."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", scope="national", voice="reported")
    drawn = draw(testshire.load().register)
    assert (
        "By voice: inspectors, as the letter tells it 1, the letter's own view 1. By scope: local 1, national 1."
        in (drawn.subtitle)
    )
    assert "N: national." in drawn.key


def test_the_alternative_text_says_every_cell(testshire: Testshire) -> None:
    """Kind by kind, what is printed for how many."""
    alt = draw(with_bare_expectation(testshire).load().register).alt
    assert "Undertakings: who must act, 1 of 1; a specific act, 1 of 1; a date, 1 of 1; a measure, 1 of 1." in alt
    assert "Expectations: who must act, none of 1" in alt


def test_text_of_the_data_is_no_markup(testshire: Testshire) -> None:
    """A summary with angle brackets is shown as it is written."""
    drawn = draw(testshire.change("K01", summary="He will <b>write</b>.").load().register)
    assert "&lt;b&gt;write" in drawn.figure.data[0].hovertext[0]


def test_nothing_chosen_says_so(register: Register) -> None:
    """Without a commitment there are words instead of numbers."""
    drawn = draw(register, slice(0, 0))
    assert drawn.headline == "No commitment fits what is chosen."
    assert drawn.subtitle == "Register reviewed on 15 November 2030."
    assert drawn.alt == "An empty grid: no commitment fits what is chosen."
    assert places(drawn).empty
    assert drawn.table.empty


def test_an_empty_register_can_be_drawn(testshire: Testshire) -> None:
    """A register without inspections gives an empty picture, not an error."""
    drawn = draw(testshire.empty().load().register)
    assert isinstance(drawn.table, pd.DataFrame)
    assert drawn.table.empty
