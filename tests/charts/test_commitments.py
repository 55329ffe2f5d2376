"""The picture of commitments: a mark for each thing that is stated, and true words around it."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.charts import headlines
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Tick
from scrutiny.wording import office
from tests.charts.test_matrix import places
from tests.testshire import SECOND, Testshire

K01, K02 = "2030-second-look.K01", "2030-second-look.K02"
ONE_APART = "1 commitment by inspectorates, none in a letter"
BARE = {"owner": None, "specific": "false", "due": None, "measure": None}


def draw(register: Register, rows: slice = slice(None)) -> Picture:
    """Draw the commitments of a register."""
    return commitments_by_tick(
        checkable_commitments(register, date(2030, 12, 1))[rows],
        bodies={body.id: office(body) for body in register.bodies},
        inspections={inspection.id: inspection.short_title for inspection in register.inspections},
    )


def with_bare_expectation(testshire: Testshire) -> Testshire:
    """Add an expectation for which nothing is stated."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation", scope="national")
    return testshire.change("K02", **BARE)


def said(drawn: Picture) -> list[str]:
    """Give the texts written on the picture."""
    return [note.text for note in drawn.figure.layout.annotations]


def test_a_commitment_is_a_mark_for_each_thing_stated(testshire: Testshire) -> None:
    """All four stated make four marks, one a column; nothing stated makes none."""
    where = places(draw(with_bare_expectation(testshire).register()))
    assert Counter(where.index) == {K01: 4}
    assert [sum(x > edge for edge in (0, 2.02, 2.68, 3.34)) for x in where["x"]] == [1, 2, 3, 4]


def test_the_table_has_every_commitment_once(testshire: Testshire) -> None:
    """The table also holds what has no mark, and names a gap as one in the papers."""
    table = draw(with_bare_expectation(testshire).register()).table
    assert list(table.index) == [K01, K02]
    assert list(table.loc[K02, [tick.label for tick in Tick]]) == ["not stated"] * 4
    assert table.loc[K01, "Date"] == "by the end of the year"


def test_each_cell_says_how_many_state_it(testshire: Testshire) -> None:
    """Numbers stand above the marks, none as well, and how many there are beside the row; no share is worked out."""
    drawn = draw(with_bare_expectation(testshire).register())
    assert Counter(said(drawn))["<b>1</b>"] == 4
    assert Counter(said(drawn))["<b>0</b>"] == 4
    assert not any("%" in text for text in (*said(drawn), drawn.headline, drawn.subtitle, drawn.alt))


def test_rows_are_the_authors_and_kinds_that_are_there(testshire: Testshire) -> None:
    """Each author's undertakings stand before his expectations, and inspectorates come last."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K03", voice="reported", by="inspectors")
    labels = draw(with_bare_expectation(testshire).register()).figure.layout.yaxis.ticktext
    assert [label.split("<br>") for label in labels] == [
        ["<b>Commissioner</b>", "1 undertaking"],
        ["<b>Commissioner</b>", "1 expectation"],
        ["<b>Inspectorates (apart)</b>", "1 undertaking"],
    ]


def test_many_marks_do_not_share_a_place(testshire: Testshire) -> None:
    """A full cell goes on in a further line."""
    for number in range(2, 22):
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=f"K{number:02d}")
    where = places(draw(testshire.register()))
    assert len(where) == 21 * 4
    assert not where.round(6).duplicated().any()


@pytest.mark.parametrize(
    ("more", "fields", "headline"),
    [
        (0, {}, "The one undertaking gives a date"),
        (0, {"due": None}, "The one undertaking gives no date"),
        (1, {"due": None}, "1 of the 2 undertakings gives a date"),
        (2, {"due": None}, "2 of the 3 undertakings give a date"),
        (0, {"kind": "expectation"}, "1 expectation and no undertaking"),
        (0, {"voice": "reported", "by": "inspectors"}, ONE_APART),
    ],
)
def test_the_headline_counts_the_undertakings_of_the_letters(
    testshire: Testshire, more: int, fields: dict[str, str | None], headline: str
) -> None:
    """None, one and many agree with their verb; what inspectorates undertake is none of them."""
    for number in range(more):
        testshire.add(f"{SECOND}/commitments.yaml", "K01", id=f"K{number + 2:02d}")
    testshire.change("K01", **fields)
    assert draw(testshire.register()).headline == headline


def test_the_subtitle_says_what_is_counted_and_what_apart(testshire: Testshire) -> None:
    """Undertakings and expectations of the letters, then those of inspectorates, in at most 30 words."""
    assert draw(testshire.register()).subtitle == (
        "1 undertaking and no expectations in the letters. What is not stated may still have been done."
    )
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", scope="national", voice="reported", by="inspectors")
    drawn = draw(testshire.register())
    assert "in the letters; 1 commitment by inspectorates, counted apart. " in drawn.subtitle
    assert len(drawn.subtitle.split()) <= 30
    assert [symbol.text for symbol in drawn.key][-1] == "national"


def test_nothing_chosen_says_so(register: Register) -> None:
    """Without a commitment there are words instead of numbers."""
    drawn = draw(register, slice(0, 0))
    assert drawn.headline == headlines.NOTHING
    assert drawn.subtitle == ""
    assert places(drawn).empty
    assert drawn.table.empty


def test_an_empty_register_can_be_drawn(testshire: Testshire) -> None:
    """A register without inspections gives an empty picture, not an error."""
    drawn = draw(testshire.empty().register())
    assert isinstance(drawn.table, pd.DataFrame)
    assert drawn.table.empty
