"""The matrix: every entry a mark in its cell, and the words around it are true."""

from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest

from scrutiny.analysis.frames import frames
from scrutiny.charts.matrix import Column, columns_of, matrix
from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from tests.testshire import SECOND, Testshire

FIRST_LOOK = Column("2029-first-look", ("First look", "local, 2029", "no reply on file"))
SECOND_LOOK = Column("2030-second-look", ("Second look", "local", "reply 2 September 2030"))
BOTH = [FIRST_LOOK, SECOND_LOOK]


def draw(
    register: Register, columns: list[Column] = BOTH, *, again: bool = False, rows: slice = slice(None)
) -> Picture:
    """Draw the matrix of a register."""
    entries = frames(register).entries
    return matrix(
        entries[entries["inspection"].isin([column.inspection for column in columns])][rows],
        columns=columns,
        themes={theme.id: theme.label for theme in register.themes},
        by_recurrence=again,
    )


def places(drawn: Picture) -> pd.DataFrame:
    """Give where each mark stands, in the columns x and y, indexed by entry."""
    rows = [
        (custom[0], x, y)
        for trace in drawn.figure.data
        for custom, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    ]
    return pd.DataFrame(rows, columns=["id", "x", "y"]).set_index("id")


def test_each_entry_of_the_four_kinds_is_one_mark(register: Register) -> None:
    """Concerns, strengths, actions and commitments are there, each once; figures are not."""
    drawn = draw(register)
    kinds = frames(register).entries["kind"]
    assert Counter(places(drawn).index) == Counter(kinds.index[kinds != "figure"])
    assert set(drawn.table.index) == set(places(drawn).index)


def test_marks_stand_in_the_cell_of_their_inspection_and_theme(register: Register) -> None:
    """A mark's column is its inspection; its row is its main theme, from the top."""
    where = places(draw(register))
    assert where.loc["2029-first-look.C09", "x"] < 1
    assert 1 < where.loc["2030-second-look.C01", "x"] < 2
    assert where.loc["2030-second-look.C01", "y"] < where.loc["2030-second-look.S01", "y"]


def test_no_two_marks_share_a_place(testshire: Testshire) -> None:
    """A full cell goes on in a further line."""
    for number in range(2, 22):
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number:02d}")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    register = testshire.register()
    where = places(draw(register))
    assert len(where) == 25
    assert not where.round(6).duplicated().any()


def test_the_headline_counts_themes_with_a_concern(register: Register) -> None:
    """It says on how many themes inspectors raised concerns, whatever is chosen."""
    assert draw(register).headline == "Inspectors raised concerns on 1 of 2 themes, locally"
    one = draw(register, [SECOND_LOOK]).headline
    assert one == "Inspectors raised concerns on 1 of 2 themes, locally"


def test_own_views_raise_no_concern(testshire: Testshire) -> None:
    """What the respondent finds wanting is not counted as raised by inspectors."""
    testshire.change("C01", voice="respondent")
    register = testshire.register()
    assert draw(register, [SECOND_LOOK]).headline == "No concern raised by inspectors is among what is shown"


def test_an_empty_choice_says_so(register: Register) -> None:
    """Nothing to draw is said in the headline."""
    drawn = draw(register, rows=slice(0, 0))
    assert drawn.headline == "Nothing fits what is chosen"
    assert places(drawn).empty


def test_an_empty_register_can_be_drawn(testshire: Testshire) -> None:
    """A register without inspections and themes gives an empty grid, not an error."""
    register = testshire.empty().register()
    assert draw(register, []).table.empty


def test_what_came_back_comes_first_in_the_second_order(testshire: Testshire) -> None:
    """Themes come in the order of how many inspections raised a concern about them."""
    testshire.change("C01", themes=["workforce"]).change("C09", themes=["workforce"])
    register = testshire.register()
    drawn = draw(register, again=True)
    assert [text.replace("<br>", " ") for text in drawn.figure.layout.yaxis.ticktext] == [
        "Skills and training",
        "Working together",
    ]


def test_a_column_says_that_no_reply_is_on_file(register: Register) -> None:
    """The heading of a column carries what is known of the reply."""
    headings = [note.text for note in draw(register).figure.layout.annotations]
    assert "no reply on file" in headings[0]
    assert "no reply on file" not in headings[1]


def test_national_concerns_are_not_added_to_local_ones(testshire: Testshire) -> None:
    """The headline says how many themes remain when local concerns alone are counted."""
    register = testshire.change("C01", scope="national").register()
    one = draw(register, [SECOND_LOOK]).headline
    assert one == "Inspectors raised concerns on 1 of 2 themes, not locally"


@pytest.mark.parametrize("number", [2, 4, 8])
def test_symbols_of_a_page_are_far_enough_apart_to_be_hit(testshire: Testshire, number: int) -> None:
    """On a laptop no two symbols of a line are nearer than 24 pixels, however many inspections stand side by side."""
    for extra in range(2, 22):
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{extra:02d}")
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    register = testshire.register()
    others = [Column(f"other-{nth}", ("Other look", "local")) for nth in range(number - 2)]
    drawn = draw(register, [*BOTH, *others])
    where = places(drawn)
    line = sorted(where[where["y"] == where["y"].min()]["x"])
    pixels = 500 / drawn.figure.layout.xaxis.range[1]
    assert min((later - earlier for earlier, later in pairwise(line)), default=1) * pixels >= 24


def test_the_name_of_a_group_can_lead_to_its_theme(register: Register) -> None:
    """The picture carries where, by the name that row and group have."""
    themes = {theme.id: theme.label for theme in register.themes}
    links = {"partnership": "themes?theme=partnership"}
    drawn = matrix(frames(register).entries, columns=BOTH, themes=themes, by_recurrence=False, links=links)
    assert drawn.links == {"Working together": "themes?theme=partnership"}
    assert draw(register).links == {}


def test_brief_headings_leave_out_when_the_reply_came(register: Register) -> None:
    """That there is none is said all the same."""
    first, second = columns_of(register, register.inspections, brief=True)
    assert first.heading == ("First look", "local, 2029", "no reply on file")
    assert second.heading == ("Second look", "local, 2030")
