"""The frame of dated things: dates as printed, what is not known named as such, and nothing inferred."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from scrutiny.analysis.timeline import UNKNOWN, Lane, nearest_date, timeline
from scrutiny.register.register import Register
from tests.testshire import Testshire

FIRST, SECOND = "2029-first-look", "2030-second-look"


def things_of(testshire: Testshire) -> pd.DataFrame:
    """Load a made-up register and give its dated things."""
    return timeline(testshire.register())


def test_everything_with_a_date_is_there_once(register: Register) -> None:
    """Fieldwork, publication, documents held or not, and events each have one row with an id to open."""
    assert set(timeline(register).index) == {
        f"{FIRST}.fieldwork",
        f"{FIRST}.published",
        f"{FIRST}.report",
        f"{FIRST}.press_release",
        f"{SECOND}.published",
        f"{SECOND}.reply",
        "events.E01",
    }


def test_every_id_opens_something(register: Register) -> None:
    """A mark's id is one that the register knows."""
    assert set(timeline(register).index) <= set(register.known_ids)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "first", "last"),
    [
        ("2029-05-03", date(2029, 5, 3), date(2029, 5, 3), "day", "3 May 2029", "3 May 2029"),
        ("2029-05", date(2029, 5, 1), date(2029, 5, 31), "month", "May 2029", "May 2029"),
        ("2029", date(2029, 1, 1), date(2029, 12, 31), "year", "2029", "2029"),
        ("2029-02/2031", date(2029, 2, 1), date(2031, 12, 31), "span", "February 2029", "2031"),
    ],
)
def test_a_date_keeps_its_precision(
    testshire: Testshire, text: str, earliest: date, latest: date, precision: str, first: str, last: str
) -> None:
    """A month stays a month and a span a span; the printed words stay beside."""
    testshire.change("E01", date={"printed": "as it is printed", "date": text})
    event = things_of(testshire).loc["events.E01"]
    assert (event["earliest"].date(), event["latest"].date()) == (earliest, latest)
    assert (event["precision"], event["first"], event["last"]) == (precision, first, last)
    assert (event["begins"], event["ends"]) == (event["earliest"], event["latest"])
    assert event["printed"] == "as it is printed"


def test_everything_keeps_its_own_scope(testshire: Testshire) -> None:
    """National things are known as such, whatever their inspection is."""
    testshire.change("E01", scope="national").change("first", scope="national")
    scopes = things_of(testshire)["scope"]
    assert {name for name, scope in scopes.items() if scope == "national"} == {
        "events.E01",
        f"{FIRST}.fieldwork",
        f"{FIRST}.published",
        f"{FIRST}.report",
        f"{FIRST}.press_release",
    }


def test_a_publication_without_a_date_gets_none(register: Register) -> None:
    """A publication of which no date is known has no date, only an edge: the end of the fieldwork."""
    published = timeline(register).loc[f"{FIRST}.published"]
    assert published["precision"] == UNKNOWN
    assert pd.isna(published["earliest"])
    assert pd.isna(published["latest"])
    assert pd.isna(published["printed"])
    assert published["begins"].date() == published["ends"].date() == date(2029, 5, 31)
    assert published["edge_words"] == "the fieldwork of May 2029"


def test_printed_words_without_a_date_are_kept(testshire: Testshire) -> None:
    """“today” is printed and doubted, and still no date."""
    testshire.change("first", published={"printed": "today", "doubt": "Which day is not said."})
    published = things_of(testshire).loc[f"{FIRST}.published"]
    assert (published["printed"], published["doubt"]) == ("today", "Which day is not said.")
    assert published["precision"] == UNKNOWN


def test_a_known_date_needs_no_edge(register: Register) -> None:
    """What has a date is drawn there and nowhere else."""
    things = timeline(register)
    known = things[things["precision"] != UNKNOWN]
    assert known["edge_words"].isna().all()


def test_fieldwork_that_is_not_printed_is_left_out(register: Register) -> None:
    """Of an inspection whose papers say nothing of fieldwork there is no fieldwork to draw."""
    assert f"{SECOND}.fieldwork" not in timeline(register).index


def test_a_document_not_held_is_told_apart(register: Register) -> None:
    """A document that was not read is there, and marked."""
    things = timeline(register)
    assert not things.loc[f"{FIRST}.report", "held"]
    assert things.loc[f"{FIRST}.press_release", "held"]


def test_an_inspection_outside_the_register_is_not_held(testshire: Testshire) -> None:
    """An event that is an inspection stands for a report that was not read."""
    assert not things_of(testshire.change("E01", kind="inspection")).loc["events.E01", "held"]


@pytest.mark.parametrize(
    ("kind", "lane"),
    [
        ("operation", Lane.OPERATIONS),
        ("strategy", Lane.STRATEGIES),
        ("disturbance", Lane.OTHER),
        ("inspection", Lane.OTHER),
        ("other", Lane.OTHER),
    ],
)
def test_an_event_goes_to_its_lane(testshire: Testshire, kind: str, lane: Lane) -> None:
    """Operations and strategies have lanes of their own; the rest share one."""
    assert things_of(testshire.change("E01", kind=kind)).loc["events.E01", "lane"] == lane


def test_an_event_without_a_date_is_drawn_at_the_document_that_tells_of_it(testshire: Testshire) -> None:
    """The edge of an undated event is the date of its document, and says so."""
    testshire.change("E01", date={"printed": "recently", "doubt": "No date is printed."})
    event = things_of(testshire).loc["events.E01"]
    assert event["precision"] == UNKNOWN
    assert (event["begins"].date(), event["edge_words"]) == (date(2030, 9, 2), "the letter of 2 September 2030")


def test_an_event_known_from_a_page_alone_has_no_edge(testshire: Testshire) -> None:
    """With neither a date nor a document there is no place for it on an axis."""
    testshire.change(
        "E01", date={"printed": "recently"}, document=None, paragraph=None, excerpt=None, address="https://example.org"
    )
    event = things_of(testshire).loc["events.E01"]
    assert pd.isna(event["begins"])
    assert pd.isna(event["edge_words"])


def test_a_doubt_about_an_edge_goes_with_it(testshire: Testshire) -> None:
    """An edge that is itself in doubt says so."""
    testshire.change("first", fieldwork={"printed": "May 2029", "date": "2029-05", "doubt": "Which year?"})
    assert things_of(testshire).loc[f"{FIRST}.published", "edge_words"] == "the fieldwork of May 2029 (date uncertain)"


def test_figures_with_a_dated_period_are_there(testshire: Testshire) -> None:
    """A figure is drawn at its period; its bound stays with it."""
    testshire.change("F01", period={"printed": "in 2029", "date": "2029"})
    figure = things_of(testshire).loc[f"{SECOND}.F01"]
    assert (figure["lane"], figure["label"]) == (Lane.FIGURES, "at least 90 meetings")


def test_figures_without_a_dated_period_are_left_out(testshire: Testshire) -> None:
    """A period of which no date can be read has no place on a timeline."""
    testshire.change("F01", period={"printed": "this year", "doubt": "Which year is not said."})
    assert f"{SECOND}.F01" not in things_of(testshire).index


def test_things_are_in_the_order_of_lanes_and_days(register: Register) -> None:
    """Within a lane, the earlier comes first."""
    things = timeline(register)
    assert things["lane"].is_monotonic_increasing
    for _, lane in things.groupby("lane", observed=True):
        assert lane["begins"].is_monotonic_increasing


def test_an_empty_register_has_the_same_columns(testshire: Testshire, tmp_path: Path) -> None:
    """Columns and types do not depend on how much there is."""
    empty = things_of(Testshire(tmp_path / "empty").empty())
    assert empty.empty
    assert empty.dtypes.equals(things_of(testshire).dtypes)


def test_an_edge_prefers_documents_that_are_held(testshire: Testshire) -> None:
    """A date read in the register comes before one that is only known of."""
    testshire.change("first", fieldwork=None)
    testshire.change("first.report", date={"printed": "June 2029", "date": "2029-06"})
    edge = nearest_date(testshire.register().inspections_by_id[FIRST])
    assert edge is not None
    assert edge.words == "the press release of July 2029"


def test_each_thing_tells_by_which_inspection_it_is_told(testshire: Testshire) -> None:
    """An event is of no inspection, but a document of one tells of it, if any document does."""
    things = things_of(testshire)
    assert things.loc["events.E01", "told_by"] == SECOND
    assert pd.isna(things.loc["events.E01", "inspection"])
    own = things[things["inspection"].notna()]
    assert list(own["told_by"]) == list(own["inspection"])
    testshire.change("E01", document=None, paragraph=None, excerpt=None, address="https://example.org")
    assert pd.isna(things_of(testshire).loc["events.E01", "told_by"])


def test_words_that_name_no_date_are_quoted_in_a_table(testshire: Testshire) -> None:
    """“today” is said to be no date, a printed date stays as it is, and nothing printed is said to be so."""
    things = things_of(testshire.change("first", published={"printed": "today", "doubt": "Which day is not said."}))
    assert things.loc[f"{FIRST}.published", "as_printed"] == "date not known; the document says “today”"
    assert things.loc[f"{FIRST}.fieldwork", "as_printed"] == "May 2029"
    assert things.loc[f"{FIRST}.report", "as_printed"] == "no date given"
