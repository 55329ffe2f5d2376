"""One theme through time: every entry a mark under its document, what is not held drawn as such."""

from itertools import pairwise

from scrutiny.analysis.frames import frames
from scrutiny.analysis.thread import thread
from scrutiny.charts.picture import Picture
from scrutiny.charts.thread import headings_of, theme_thread
from scrutiny.register.register import Register
from tests.charts.test_matrix import places
from tests.testshire import Testshire


def draw(register: Register, theme: str = "partnership") -> Picture:
    """Draw a theme of a register."""
    entries = frames(register).entries
    steps = thread(register, entries.index, theme)
    return theme_thread(
        steps,
        entries,
        theme=register.themes_by_id[theme].label,
        headings={step.id: (step.id, "heading") for step in steps},
    )


def test_every_entry_of_the_theme_is_one_mark(register: Register) -> None:
    """All that names the theme is there once, but for figures, and so it is in the table."""
    drawn = draw(register)
    expected = ["2029-first-look.C09", "2030-second-look.A01", "2030-second-look.C01", "2030-second-look.K01"]
    assert sorted(places(drawn).index) == expected
    assert sorted(drawn.table.index) == expected


def test_documents_stand_in_the_order_of_time(register: Register) -> None:
    """What was said earlier stands further left; kinds have rows of their own."""
    where = places(draw(register))
    assert where.loc["2029-first-look.C09", "x"] < where.loc["2030-second-look.C01", "x"]
    assert where.loc["2029-first-look.C09", "y"] == where.loc["2030-second-look.C01", "y"]
    assert where.loc["2030-second-look.C01", "y"] < where.loc["2030-second-look.K01", "y"]


def test_a_document_not_read_is_drawn(register: Register) -> None:
    """A dashed column says that something is known and not held, and the words say it too."""
    drawn = draw(register)
    dashed = [shape for shape in drawn.figure.layout.shapes if shape.line.dash == "dot"]
    assert len(dashed) == 1
    assert drawn.headline == "Working together: 4 points from 2 documents"
    assert drawn.subtitle.endswith("1 document not read.")
    assert drawn.key[-1].text == "not read"
    assert drawn.groups["2029-first-look.report: heading, not read"] == []


def test_a_document_with_figures_alone_is_not_said_to_be_unread(testshire: Testshire) -> None:
    """Figures are left out of the chart; the document that prints them keeps its column, and is not hatched."""
    for entry in ("C01", "A01", "K01"):
        testshire.change(entry, themes=["workforce"])
    register = testshire.register()
    drawn = draw(register)
    unread = [shape for shape in drawn.figure.layout.shapes if shape.line.dash == "dot"]
    assert len(unread) == 1
    assert drawn.groups["2030-second-look.reply: heading"] == []


def test_without_such_a_document_nothing_is_hatched(testshire: Testshire) -> None:
    """Where everything was read, nothing says otherwise."""
    register = testshire.register()
    drawn = draw(register, "workforce")
    assert not [shape for shape in drawn.figure.layout.shapes if shape.line.dash == "dot"]
    assert "not read" not in drawn.subtitle + drawn.key_words


def test_no_two_marks_share_a_place(testshire: Testshire) -> None:
    """A full cell goes on in a further line."""
    for number in range(2, 20):
        testshire.add("inspections/2030-second-look/commitments.yaml", "K01", id=f"K{number:02d}")
    register = testshire.register()
    assert not places(draw(register)).round(6).duplicated().any()


def test_own_views_are_drawn_apart(testshire: Testshire) -> None:
    """The symbols tell inspectors' findings and the respondent's own views apart."""
    register = testshire.change("C01", voice="respondent").register()
    ids = {trace.marker.symbol: [custom[0] for custom in trace.customdata] for trace in draw(register).figure.data}
    assert ids["square"] == ["2029-first-look.C09"]
    assert ids["square-open"] == ["2030-second-look.C01"]


def test_marks_stand_within_the_grid(register: Register) -> None:
    """Nothing is drawn outside the axes."""
    entries = frames(register).entries
    steps = thread(register, entries.index, "partnership")
    headings = {step.id: ("a",) for step in steps}
    drawn = theme_thread(steps, entries, theme="x", headings=headings)
    where = places(drawn)
    assert where["x"].between(0, drawn.figure.layout.xaxis.range[1]).all()
    assert where["y"].between(0, drawn.figure.layout.yaxis.range[0]).all()


def test_points_are_grouped_by_document_in_the_order_of_time(register: Register) -> None:
    """The list beside the chart has the documents as the chart has them, those that were not read among them."""
    steps = thread(register, frames(register).entries.index, "partnership")
    drawn = theme_thread(steps, frames(register).entries, theme="x", headings=headings_of(register, steps))
    assert list(drawn.groups) == [
        "First look: report (date not known), local, not read",
        "First look: press release of July 2029, local",
        "Second look: letter of 2 September 2030, local",
    ]
    assert [full_id for ids in drawn.groups.values() for full_id in ids] == list(drawn.table.index)


def test_symbols_of_a_page_are_far_enough_apart_to_be_hit(testshire: Testshire) -> None:
    """On a laptop no two symbols of a line are nearer than 24 pixels."""
    for number in range(2, 20):
        testshire.add("inspections/2030-second-look/commitments.yaml", "K01", id=f"K{number:02d}")
    register = testshire.register()
    drawn = draw(register)
    across = sorted(set(places(drawn)["x"].round(6)))
    pixels = 560 / drawn.figure.layout.xaxis.range[1]
    assert min(later - earlier for earlier, later in pairwise(across)) * pixels >= 24
