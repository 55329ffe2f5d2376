"""The frames of a register: their columns, types and rows."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from scrutiny.analysis.frames import Frames, frames
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import (
    ActionStatus,
    Bound,
    CommitmentKind,
    DocumentKind,
    EntryKind,
    EventKind,
    Polarity,
    Scope,
    Voice,
)
from tests.testshire import Testshire

NAMES = [field.name for field in fields(Frames)]
ENTRY = [
    "id", "inspection", "kind", "voice", "scope", "theme", "themes", "bodies", "summary", "excerpt", "document",
    "paragraph", "own_view", "elsewhere", "implied", "note",
]  # fmt: skip
COLUMNS = {
    "entries": ENTRY,
    "findings": [*ENTRY, "polarity", "source", "answers"],
    "actions": [*ENTRY, "status", "vouched_by", "results"],
    "commitments": [*ENTRY, "commitment", "by", "owner", "specific", "due", "measure"],
    "figures": [*ENTRY, "value", "bound", "unit", "counts", "period"],
    "events": ["kind", "title", "printed", "earliest", "latest", "doubt", "scope", "summary"],
    "inspections": ["title", "short_title", "scope", "subject", "fieldwork", "published"],
    "documents": [
        "inspection", "kind", "held", "title", "printed", "earliest", "latest", "doubt", "author", "address", "note",
    ],
}  # fmt: skip
WORDS = [
    ("entries", "kind", EntryKind),
    ("entries", "voice", Voice),
    ("entries", "scope", Scope),
    ("findings", "polarity", Polarity),
    ("actions", "status", ActionStatus),
    ("commitments", "commitment", CommitmentKind),
    ("figures", "bound", Bound),
    ("events", "kind", EventKind),
    ("events", "scope", Scope),
    ("inspections", "scope", Scope),
    ("documents", "kind", DocumentKind),
]


@pytest.fixture
def full(register: Register) -> Frames:
    """Give the frames of the made-up register."""
    return frames(register)


@pytest.fixture
def empty(tmp_path: Path) -> Frames:
    """Give the frames of a register that holds nothing yet."""
    register = Testshire(tmp_path / "empty").empty().load().register
    assert register is not None
    return frames(register)


@pytest.mark.parametrize("name", NAMES)
def test_frame_has_its_columns(full: Frames, empty: Frames, name: str) -> None:
    """A frame has the columns that it is said to have, though there be no row."""
    assert list(getattr(full, name).columns) == COLUMNS[name]
    assert list(getattr(empty, name).columns) == COLUMNS[name]
    assert getattr(empty, name).empty


@pytest.mark.parametrize("name", NAMES)
def test_frame_keeps_its_types_when_empty(full: Frames, empty: Frames, name: str) -> None:
    """The types of columns and index do not depend on the rows, but for the categories that the files name."""
    some, none = getattr(full, name), getattr(empty, name)
    of_files = ["inspection", "theme"]
    pd.testing.assert_series_equal(
        some.dtypes.drop(of_files, errors="ignore"), none.dtypes.drop(of_files, errors="ignore")
    )
    assert some.index.dtype == none.index.dtype
    assert (some.index.name, none.index.name) == ("full_id", "full_id")


@pytest.mark.parametrize(("name", "column", "vocabulary"), WORDS)
def test_words_are_ordered_categories(full: Frames, name: str, column: str, vocabulary: type[EntryKind]) -> None:
    """A column of words has all the words of its vocabulary, in their order."""
    values = getattr(full, name)[column]
    assert values.cat.ordered
    assert list(values.cat.categories) == [str(word) for word in vocabulary]


def test_inspections_and_themes_are_ordered_categories(testshire: Testshire) -> None:
    """Inspections stand in the order of time, themes in the order of their file."""
    testshire.records["themes.yaml"].reverse()
    testshire.change("first", fieldwork=None).change("first.press_release", date=None)
    register = testshire.load().register
    assert register is not None
    entries = frames(register).entries
    assert list(entries["inspection"].cat.categories) == ["2030-second-look", "2029-first-look"]
    assert list(entries["theme"].cat.categories) == ["workforce", "partnership"]
    assert entries["inspection"].cat.ordered
    assert entries["theme"].cat.ordered


def test_types_of_other_columns(full: Frames) -> None:
    """Text is text, truth is bool, days are days without a time zone, numbers are numbers."""
    assert full.entries["summary"].dtype == "str"
    assert full.entries["own_view"].dtype == bool
    assert full.commitments["specific"].dtype == bool
    assert full.documents["held"].dtype == bool
    assert full.figures["value"].dtype == float
    assert full.events["earliest"].dtype == full.documents["latest"].dtype == "datetime64[s]"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("findings", ["2029-first-look.C09", "2030-second-look.C01", "2030-second-look.S01"]),
        ("actions", ["2030-second-look.A01"]),
        ("commitments", ["2030-second-look.K01"]),
        ("figures", ["2030-second-look.F01"]),
        ("events", ["events.E01"]),
        ("inspections", ["2029-first-look", "2030-second-look"]),
        ("documents", ["2029-first-look.report", "2029-first-look.press_release", "2030-second-look.reply"]),
    ],
)
def test_ids_are_the_index(full: Frames, name: str, ids: list[str]) -> None:
    """Every row is found by its id."""
    frame = getattr(full, name)
    assert list(frame.index) == ids
    assert frame.index.is_unique


def test_entries_are_all_entries(full: Frames) -> None:
    """The frame of entries holds those of every kind, and no events."""
    parts = [full.findings, full.actions, full.commitments, full.figures]
    assert sorted(full.entries.index) == sorted(full_id for part in parts for full_id in part.index)


def test_row_says_what_the_file_says(full: Frames) -> None:
    """An entry's row holds its fields, its lists as tuples, what is left out as missing."""
    row = full.findings.loc["2030-second-look.C01"]
    assert (row["id"], row["kind"], row["theme"], row["paragraph"]) == ("C01", "concern", "partnership", "2")
    assert (row["themes"], row["bodies"]) == (("partnership",), ("testshire_police",))
    assert row["answers"] == ("2030-second-look.K01", "2030-second-look.A01")
    assert pd.isna(row["note"])
    assert pd.isna(row["source"])


def test_answers_are_empty_or_none(testshire: Testshire) -> None:
    """A concern that a reply only acknowledges has an empty tuple; what no reply could answer has none."""
    register = testshire.change("C01", answers=[]).load().register
    assert register is not None
    answers = frames(register).findings["answers"]
    assert answers["2030-second-look.C01"] == ()
    assert answers["2029-first-look.C09"] is None
    assert answers["2030-second-look.S01"] is None


def test_special_columns_of_each_kind(full: Frames) -> None:
    """Actions, commitments and figures have what only they have; dates are as printed."""
    assert full.actions.loc["2030-second-look.A01", "results"] == ("Plans are said to be made sooner.",)
    commitment = full.commitments.loc["2030-second-look.K01"]
    assert (commitment["commitment"], commitment["owner"], commitment["due"]) == (
        "undertaking", "testshire_pcc", "by the end of the year",
    )  # fmt: skip
    figure = full.figures.loc["2030-second-look.F01"]
    assert (figure["value"], figure["bound"]) == (90, "at_least")
    assert pd.isna(figure["period"])


def test_own_view_is_a_finding_of_the_respondent(testshire: Testshire) -> None:
    """Only a finding in the respondent's voice is an own view; his commitments are not."""
    register = testshire.change("S01", voice="respondent").load().register
    assert register is not None
    entries = frames(register).entries
    assert list(entries.index[entries["own_view"]]) == ["2030-second-look.S01"]


def test_dates_cover_the_days_they_can_mean(full: Frames) -> None:
    """A date is the first and the last day it can mean; without one there is neither."""
    event = full.events.loc["events.E01"]
    assert (event["earliest"].date(), event["latest"].date()) == (date(2029, 1, 1), date(2031, 12, 31))
    release, report = (full.documents.loc[f"2029-first-look.{name}"] for name in ("press_release", "report"))
    assert (release["printed"], release["earliest"].date(), release["latest"].date()) == (
        "July 2029", date(2029, 7, 1), date(2029, 7, 31),
    )  # fmt: skip
    assert report[["printed", "earliest", "latest", "doubt"]].isna().all()


def test_frames_are_made_once(register: Register) -> None:
    """All who look at a register share its frames."""
    assert frames(register) is frames(register)
