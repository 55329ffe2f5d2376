"""The timeline: each mark is one date, as long as it is printed; what is not known or not held looks so."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from scrutiny.analysis.timeline import UNKNOWN
from scrutiny.charts import lanes, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.picture import Picture
from scrutiny.charts.timeline import timeline_in_lanes
from tests.analysis.test_timeline import things_of
from tests.testshire import Testshire

FIRST, SECOND = "2029-first-look", "2030-second-look"
REVIEW = {
    "id": "review", "kind": "review", "held": "false", "title": "A review",
    "date": {"printed": "10 May 2018", "date": "2018-05-10", "doubt": "The day on which it was reported."},
    "body": "inspectors",
}  # fmt: skip


def axis_of(things: pd.DataFrame) -> Axis:
    """Lay out the axis that the chart uses."""
    return cut_axis(zip(things["begins"].dt.date, things["ends"].dt.date, strict=True), lanes.WIDTH)


def marks(drawn: Picture) -> dict[str, dict[str, Any]]:
    """Give the place and the look of each mark by its id."""
    trace = next(trace for trace in drawn.figure.data if trace.name == "dates")
    looks = zip(trace.marker.color, trace.marker.line.color, trace.marker.line.dash, strict=True)
    places = zip(trace.customdata, trace.x, trace.y, looks, strict=True)
    return {
        full_id: {"x": x, "y": y, "fill": look[0], "edge": look[1], "dash": look[2]}
        for (full_id,), x, y, look in places
    }


def bars(drawn: Picture) -> dict[str, tuple[float, float]]:
    """Give where each bar that can be clicked begins and ends."""
    trace = next(trace for trace in drawn.figure.data if trace.name == "bars")
    return {
        full_id: (base, base + length)
        for (full_id,), base, length in zip(trace.customdata, trace.base, trace.x, strict=True)
    }


def texts(drawn: Picture) -> str:
    """Give all labels of a chart."""
    return " | ".join(note.text.replace("<br>", " ").replace("\xa0", " ") for note in drawn.figure.layout.annotations)


def test_each_mark_is_one_row(testshire: Testshire) -> None:
    """Marks, rows of the table and dated things are the same, once each."""
    things = things_of(testshire)
    drawn = timeline_in_lanes(things)
    assert sorted(marks(drawn)) == sorted(things.index)
    assert list(drawn.table.index) == list(things.index)


def test_a_bar_is_as_long_as_its_date(testshire: Testshire) -> None:
    """A month reaches from its first day to its last, a span from its first year to its last."""
    things = things_of(testshire)
    axis, drawn = axis_of(things), bars(timeline_in_lanes(things))
    assert drawn["events.E01"] == pytest.approx((axis.place(date(2029, 1, 1)), axis.place(date(2032, 1, 1))))
    month = axis.place(date(2029, 5, 1)), axis.place(date(2029, 6, 1))
    assert drawn[f"{FIRST}.fieldwork"] == pytest.approx(month, abs=0.3)  # a little wider, to be seen


def test_a_bar_is_long_enough_to_be_seen(testshire: Testshire) -> None:
    """On a long axis a month is a sliver: it is drawn wider, about its middle."""
    testshire.change("E01", date={"printed": "2000 to 2031", "date": "2000/2031"})
    things = things_of(testshire)
    axis, (left, right) = axis_of(things), bars(timeline_in_lanes(things))[f"{FIRST}.fieldwork"]
    assert right - left == pytest.approx(14)
    assert (left + right) / 2 == pytest.approx((axis.place(date(2029, 5, 1)) + axis.place(date(2029, 6, 1))) / 2)


def test_bars_are_drawn_where_they_can_be_clicked(testshire: Testshire) -> None:
    """What is seen and what is clicked is the same rectangle."""
    drawn = timeline_in_lanes(things_of(testshire))
    shapes = sorted(
        (shape.x0, shape.x1) for shape in drawn.figure.layout.shapes if shape.fillcolor not in (None, style.CUT)
    )
    assert shapes == [pytest.approx(bar) for bar in sorted(bars(drawn).values())]


def test_a_day_is_a_solid_point_on_its_day(testshire: Testshire) -> None:
    """The reply of 2 September 2030 stands on that day, and is no bar."""
    things = things_of(testshire)
    drawn = timeline_in_lanes(things)
    reply = marks(drawn)[f"{SECOND}.reply"]
    assert reply["x"] == pytest.approx(axis_of(things).place(date(2030, 9, 2)))
    assert (reply["fill"], reply["dash"]) == (style.INSPECTION, "solid")
    assert f"{SECOND}.reply" not in bars(drawn)


def test_an_unknown_publication_is_an_open_mark_at_the_edge(testshire: Testshire) -> None:
    """It stands at the end of the fieldwork, hollow, and says that the date is not known."""
    things = things_of(testshire)
    drawn = timeline_in_lanes(things)
    published = marks(drawn)[f"{FIRST}.published"]
    assert published["x"] == pytest.approx(axis_of(things).place(date(2029, 5, 31)))
    assert (published["fill"], published["edge"], published["dash"]) == (style.CLEAR, style.INSPECTION, "solid")
    assert drawn.key[2].text == "date not known"
    assert drawn.table.loc[f"{FIRST}.published", "Known to the"].endswith("drawn at the fieldwork of May 2029")


def test_what_was_not_read_is_dashed(testshire: Testshire) -> None:
    """A point or a bar that stands for something unread has a dotted outline and no fill, and says so."""
    things = things_of(testshire.change("E01", kind="inspection"))
    drawn = timeline_in_lanes(things)
    report = marks(drawn)[f"{FIRST}.report"]
    assert (report["fill"], report["dash"]) == (style.CLEAR, "dot")
    assert drawn.table.loc[f"{FIRST}.report", "Read"] == "not read"
    (bar,) = [shape for shape in drawn.figure.layout.shapes if shape.line.dash == "dot"]
    assert bar.fillcolor == style.CLEAR


def test_a_doubt_is_marked_and_told(testshire: Testshire) -> None:
    """A doubtful date is marked on the chart, told in the table, and the subtitle says that order hangs on it."""
    date_of_reply = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter says <i>this</i> year."}
    drawn = timeline_in_lanes(things_of(testshire.change("second.reply", date=date_of_reply)))
    assert "Letter ?" in texts(drawn)
    assert drawn.table.loc[f"{SECOND}.reply", "Date as stated"] == "2 September 2030 (date uncertain)"
    assert "Uncertain or missing dates may stand out of order." in drawn.subtitle
    assert drawn.table.loc[f"{SECOND}.reply", "Doubt about the date"] == "The letter says <i>this</i> year."


def test_national_things_are_labelled(testshire: Testshire) -> None:
    """Something national is told from something local on the mark's own label."""
    testshire.change("E01", scope="national")
    assert "<b>N</b> Child Safety Plan" in texts(timeline_in_lanes(things_of(testshire)))


def test_text_of_the_data_is_not_markup(testshire: Testshire) -> None:
    """What an officer types in a title is shown as typed."""
    drawn = timeline_in_lanes(things_of(testshire.change("E01", title="A <b>bold</b> plan")))
    assert "A &lt;b&gt;bold&lt;/b&gt; plan" in texts(drawn)


def test_empty_years_are_cut_out_with_their_length(testshire: Testshire) -> None:
    """The cut is shaded, and its length is written on it."""
    testshire.record("first")["documents"].append(REVIEW)
    things = things_of(testshire)
    drawn = timeline_in_lanes(things)
    (cut,) = axis_of(things).cuts
    assert cut.words == "10 years and 7 months"
    assert "gap of 10 years and 7 months" in texts(drawn)
    assert sum(shape.fillcolor == style.CUT for shape in drawn.figure.layout.shapes) == 1


def test_ticks_are_years(testshire: Testshire) -> None:
    """The axis names years, each where it begins."""
    axis = timeline_in_lanes(things_of(testshire)).figure.layout.xaxis
    assert list(axis.ticktext) == ["2029", "2030", "2031"]
    assert axis.tickvals[0] == 0


def test_words_say_what_is_seen(testshire: Testshire) -> None:
    """Headline and subtitle are worked out from what is drawn."""
    drawn = timeline_in_lanes(things_of(testshire))
    assert drawn.headline == "5 dates from 2029 to 2031; 2 not known"
    assert drawn.subtitle == "Uncertain or missing dates may stand out of order."


@pytest.mark.parametrize(
    ("ids", "headline"),
    [
        (["events.E01"], "1 date from 2029 to 2031"),
        ([f"{SECOND}.published"], "1 date in July 2030"),
        ([f"{SECOND}.published", f"{FIRST}.report"], "1 date in July 2030; 1 not known"),
        ([f"{FIRST}.report"], "1 date not known"),
        ([f"{FIRST}.report", f"{FIRST}.published"], "2 dates not known"),
        ([], "Nothing fits what is chosen"),
    ],
)
def test_the_headline_counts_one_as_one(testshire: Testshire, ids: list[str], headline: str) -> None:
    """Singular and plural are right, and an unknown date is not counted as a date."""
    assert timeline_in_lanes(things_of(testshire).loc[ids]).headline == headline


def test_a_single_inspection_can_be_drawn(testshire: Testshire) -> None:
    """One inspection alone has an axis of its own."""
    things = things_of(testshire)
    alone = things[things["inspection"] == SECOND]
    drawn = timeline_in_lanes(alone)
    assert sorted(marks(drawn)) == sorted(alone.index)
    assert list(drawn.figure.layout.xaxis.ticktext) == ["2030"]


def test_an_empty_register_draws_nothing(testshire: Testshire) -> None:
    """Without anything dated there is an empty figure, an empty table, and words that say so."""
    drawn = timeline_in_lanes(things_of(testshire.empty()))
    assert len(drawn.figure.data) == 0
    assert drawn.table.empty
    assert drawn.headline == "Nothing fits what is chosen"


def test_what_has_no_place_is_in_the_table_only(testshire: Testshire) -> None:
    """Something without any date near it is not put anywhere; the subtitle and the table say so."""
    testshire.change(
        "E01", date={"printed": "recently"}, document=None, paragraph=None, excerpt=None, address="https://example.org"
    )
    drawn = timeline_in_lanes(things_of(testshire))
    assert "events.E01" not in marks(drawn)
    assert drawn.table.loc["events.E01", "Known to the"] == "date not known; not drawn"
    assert "1 without any date nearby: in the table only." in drawn.subtitle


def test_the_table_has_words_for_every_cell(testshire: Testshire) -> None:
    """The table holds what the marks show, in words, with nothing missing."""
    things = things_of(testshire)
    table = timeline_in_lanes(things).table
    assert not table.isna().any(axis=None)
    assert table.loc[f"{FIRST}.report", "Read"] == "not read"
    assert table.loc[f"{FIRST}.report", "Date as stated"] == "no date given"
    assert table.loc[f"{FIRST}.published", "Known to the"] == "date not known; drawn at the fieldwork of May 2029"
    known = things.index[things["precision"] != UNKNOWN]
    assert table.loc[known, "Known to the"].isin(["day", "month", "year", "span"]).all()


def test_drawing_leaves_the_frame_as_it_was(testshire: Testshire) -> None:
    """A chart does not change what it is given."""
    things = things_of(testshire)
    before = things.copy()
    timeline_in_lanes(things)
    pd.testing.assert_frame_equal(things, before)


def test_words_that_name_no_date_do_not_read_as_one(testshire: Testshire) -> None:
    """A document that prints “today” does not speak of the reader's day; what is a date stays as printed."""
    table = timeline_in_lanes(things_of(testshire.change("first", published={"printed": "today"}))).table
    assert table.loc[f"{FIRST}.published", "Date as stated"] == "date not known; the document says “today”"
    assert table.loc[f"{SECOND}.reply", "Date as stated"] == "2 September 2030"


@pytest.mark.parametrize(
    ("only", "sentence"),
    [
        (["Second look"], "Only Second look, with the events that its documents mention."),
        (["First", "Second"], "Only First and Second, with the events that their documents mention."),
    ],
)
def test_the_subtitle_names_the_inspections_that_are_chosen(
    testshire: Testshire, only: list[str], sentence: str
) -> None:
    """Wherever the picture goes, it says that it does not show everything."""
    drawn = timeline_in_lanes(things_of(testshire), only=only)
    assert sentence in drawn.subtitle


def test_a_label_says_a_whole_name_on_a_few_lines(testshire: Testshire) -> None:
    """Nothing of an ordinary name is cut off; a document's label says what it is, and no more."""
    title = "A plan for the safety of children in the whole of Testshire"
    drawn = timeline_in_lanes(things_of(testshire.change("E01", title=title)))
    assert title in texts(drawn)
    assert "Press release |" in texts(drawn) + " |"


def test_a_label_too_long_for_its_lines_ends_after_a_word_and_keeps_its_doubt(testshire: Testshire) -> None:
    """The list has the name whole; that a date is uncertain is never cut off."""
    title = "A plan for the safety of all children and all young people in the whole of Testshire and beyond"
    date = {"printed": "2029 to 2031", "date": "2029/2031", "doubt": "The letter gives two dates."}
    drawn = timeline_in_lanes(things_of(testshire.change("E01", title=title, date=date)))
    assert "A plan for the safety of all children and all young people in the whole of… ?" in texts(drawn)
    assert drawn.table.loc["events.E01", "What"] == title


def test_a_line_in_the_list_has_the_symbol_of_the_key(testshire: Testshire) -> None:
    """Read or not, a day or longer, of an inspection or not: the list and the chart tell them apart alike."""
    drawn = timeline_in_lanes(things_of(testshire.change("E01", title="A plan")))
    keyed = {(symbol.glyph, symbol.text) for symbol in drawn.key}
    assert {(symbol.glyph, symbol.text) for symbol in drawn.symbols.values()} <= keyed
    assert list(drawn.symbols) == list(drawn.table.index)
    looks = {name: (symbol.text, symbol.colour) for name, symbol in drawn.symbols.items()}
    assert looks[f"{FIRST}.fieldwork"] == ("months or years", style.INSPECTION)
    assert looks["events.E01"] == ("months or years", style.LINE)
    assert looks[f"{FIRST}.report"] == ("not read", style.INSPECTION)
