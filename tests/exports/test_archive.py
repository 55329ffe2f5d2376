"""The archive of tables: the same rows as everywhere, safe to open, with what they are."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from scrutiny.exports.archive import archive
from scrutiny.exports.json import register_json
from scrutiny.exports.tables import WHAT, columns
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from tests.exports.hostile import with_summary

DATA = Path(__file__).parents[2] / "data"
ENTRIES = ("findings", "actions", "commitments", "figures", "events")


def read(packed: bytes, name: str) -> str:
    """Give the text of one file."""
    return ZipFile(io.BytesIO(packed)).read(name).decode("utf-8-sig")


def rows(packed: bytes, kind: str) -> list[dict[str, str]]:
    """Give the rows of one table."""
    return list(csv.DictReader(io.StringIO(read(packed, f"{kind}.csv"), newline="")))


@pytest.mark.parametrize("kind", ENTRIES)
def test_tables_hold_what_json_holds(kind: str) -> None:
    """Of the real register every entry stands in its table with its words."""
    register = load(DATA).register
    assert register is not None
    found = rows(archive(register), kind)
    expected = json.loads(register_json(register))[kind]
    for field in ("full_id", "id", "summary", "excerpt", "scope", "note"):
        assert [row[field] for row in found] == [record.get(field, "") for record in expected]
    assert list(found[0]) == list(columns(kind))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1+1", "＝1+1"])
def test_text_like_a_formula_stays_text(register: Register, text: str) -> None:
    """Each cell with such a text is led by an apostrophe."""
    first = rows(archive(with_summary(register, text)), "findings")[0]
    assert [first[column] for column in ("summary", "note", "bodies")] == [f"'{text}"] * 3


def test_the_archive_says_what_it_is(register: Register) -> None:
    """A text beside the tables tells the choice, the day of review, the licence, and every column."""
    packed = archive(register, "Themes: Skills and training.")
    assert ZipFile(io.BytesIO(packed)).namelist() == ["about.txt", *(f"{kind}.csv" for kind in WHAT)]
    about = read(packed, "about.txt")
    for words in ("What was chosen: Themes: Skills and training.", "15 November 2030", "CC BY 4.0", "findings (3):"):
        assert words in about
    for kind in WHAT:
        assert all(f"{kind}, {column}: " in about for column in columns(kind))


def test_the_same_register_gives_the_same_bytes(register: Register) -> None:
    """Nothing in the archive tells the time at which it was made."""
    assert archive(register) == archive(register)
    assert {member.date_time for member in ZipFile(io.BytesIO(archive(register))).infolist()} == {(1980, 1, 1, 0, 0, 0)}
