"""The frames of a register: their columns, types and rows."""

from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from scrutiny.analysis.answers import answered_concerns
from scrutiny.analysis.frames import Frames, frames
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis, EntryKind, Scope, Voice
from tests.testshire import Testshire

NAMES = [field.name for field in fields(Frames)]
ENTRY = [
    "inspection", "kind", "voice", "scope", "theme", "themes", "bodies", "summary", "paragraph", "commitment",
    "own_view", "elsewhere", "basis", "hollow", "remark",
]  # fmt: skip
COLUMNS = {"entries": ENTRY, "findings": ENTRY}
WORDS = [
    ("entries", "kind", EntryKind),
    ("entries", "voice", Voice),
    ("entries", "scope", Scope),
    ("entries", "basis", Basis),
]


@pytest.fixture
def full(register: Register) -> Frames:
    """Give the frames of the made-up register."""
    return frames(register)


@pytest.fixture
def empty(tmp_path: Path) -> Frames:
    """Give the frames of a register that holds nothing yet."""
    register = Testshire(tmp_path / "empty").empty().register()
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
    register = testshire.register()
    entries = frames(register).entries
    assert list(entries["inspection"].cat.categories) == ["2030-second-look", "2029-first-look"]
    assert list(entries["theme"].cat.categories) == ["workforce", "partnership"]
    assert entries["inspection"].cat.ordered
    assert entries["theme"].cat.ordered


def test_types_of_other_columns(full: Frames) -> None:
    """Text is text, truth is bool."""
    assert full.entries["summary"].dtype == "str"
    assert full.entries["own_view"].dtype == bool


def test_ids_are_the_index(full: Frames, register: Register) -> None:
    """Every row is found by its id: entries of every kind in the one frame, concerns and strengths in the other."""
    assert list(full.entries.index) == [entry.full_id for entry in register.entries]
    assert list(full.findings.index) == ["2029-first-look.C09", "2030-second-look.C01", "2030-second-look.S01"]


def test_row_says_what_the_file_says(full: Frames) -> None:
    """An entry's row holds its fields, its lists as tuples."""
    row = full.findings.loc["2030-second-look.C01"]
    assert (row["kind"], row["theme"], row["paragraph"]) == ("concern", "partnership", "2")
    assert (row["themes"], row["bodies"]) == (("partnership",), ("testshire_police",))


def test_what_is_from_elsewhere_is_marked(testshire: Testshire) -> None:
    """A concern that is taken from elsewhere is known as such."""
    testshire.change("C09", source="Another inspectorate")
    register = testshire.register()
    entries = frames(register).entries
    assert list(entries.index[entries["elsewhere"]]) == ["2029-first-look.C09"]


def test_own_view_is_a_finding_of_the_respondent(testshire: Testshire) -> None:
    """Only a finding in the respondent's voice is an own view; his commitments are not."""
    register = testshire.change("S01", voice="respondent").register()
    entries = frames(register).entries
    assert list(entries.index[entries["own_view"]]) == ["2030-second-look.S01"]


def test_frames_are_made_once(register: Register) -> None:
    """All who look at a register share its frames."""
    assert frames(register) is frames(register)


def test_what_is_said_again_is_counted_once(testshire: Testshire) -> None:
    """A letter's account of a report's concern lengthens no bar; its answers are the report's concern's."""
    register = testshire.add_report().register()
    ids = set(frames(register).findings.index)
    assert ("2030-second-look.C11" in ids, "2030-second-look.C01" in ids) == (True, False)
    assert [one for one in answered_concerns(register) if one.startswith("2030")] == ["2030-second-look.C11"]
    assert answered_concerns(register)["2030-second-look.C11"].answered_by
