"""Tables as CSV and their archive: the same rows as everywhere, whole, and text stays text."""

import csv
import io
import json
from zipfile import ZipFile

import pandas as pd
import pytest

from scrutiny.exports.csv import csv_archive, csv_bytes, table_csv
from scrutiny.exports.json import register_json
from scrutiny.exports.tables import WHAT, columns
from scrutiny.register.register import Register
from tests.exports.hostile import with_texts


def read(packed: bytes, name: str) -> str:
    """Give the text of one file."""
    return ZipFile(io.BytesIO(packed)).read(name).decode("utf-8-sig")


def rows(packed: bytes, kind: str) -> list[dict[str, str]]:
    """Give the rows of one table."""
    return list(csv.DictReader(io.StringIO(read(packed, f"{kind}.csv"), newline="")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1+1", "\u00a0-1", "＝1+1", "＠A1"]
)
def test_a_text_like_a_formula_stays_text(text: str) -> None:
    """A spreadsheet never runs what a document says."""
    written = table_csv(pd.DataFrame({"Summary": [text]}, index=pd.Index(["a.C01"], name="full_id")))
    assert pd.read_csv(io.StringIO(written))["Summary"][0] == f"'{text}"


def test_a_number_and_a_plain_text_are_left_as_they_are() -> None:
    """A number below nought is no formula, and a sign within a text makes none."""
    table = pd.DataFrame({"n": [-1], "s": ["a = b"]}, index=pd.Index(["a"], name="id"))
    assert table_csv(table) == "id,n,s\r\na,-1,a = b\r\n"


def test_numbers_keep_their_digits() -> None:
    """A gap or a fraction makes no decimal of a whole number, a long number none with an exponent."""
    values = [8, None, 2.5, 123456789012345, 0.000001, float("nan")]
    table = pd.DataFrame({"n": values}, index=pd.Index(list("abcdef"), name="id"), dtype=object)
    assert table_csv(table).split() == ["id,n", "a,8", "b,", "c,2.5", "d,123456789012345", "e,0.000001", "f,"]


def test_bytes_begin_with_a_mark() -> None:
    """A spreadsheet knows by it that the text is UTF-8."""
    assert csv_bytes(pd.DataFrame({"s": ["“é”"]}, index=pd.Index(["a"], name="id"))).startswith(b"\xef\xbb\xbfid,s")


def test_rows_and_columns_come_out_as_they_are() -> None:
    """Quotation marks, commas and line ends survive; the ids lead."""
    table = pd.DataFrame(
        {"Summary": ['He said “a, b”, "c"', "two"]}, index=pd.Index(["a.C01", "a.C02"], name="full_id")
    )
    read = pd.read_csv(io.StringIO(table_csv(table)))
    assert list(read.columns) == ["full_id", "Summary"]
    assert read["Summary"].tolist() == table["Summary"].tolist()
    assert table_csv(table).count("\r\n") == 3


def test_tables_hold_what_json_holds(real: Register) -> None:
    """Of the real register every entry stands in its table with its words."""
    packed, document = csv_archive(real), json.loads(register_json(real))
    for kind in ("findings", "actions", "commitments", "figures", "events"):
        found = rows(packed, kind)
        for field in ("full_id", "id", "summary", "excerpt", "scope", "note"):
            assert [row[field] for row in found] == [record.get(field, "") for record in document[kind]]
        assert list(found[0]) == list(columns(kind))


def test_a_text_like_a_formula_stays_text_in_the_archive(register: Register) -> None:
    """Each cell with such a text is led by an apostrophe."""
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1+1", "＝1+1")
    found = rows(csv_archive(with_texts(register, *texts)), "findings")
    for column in ("summary", "note", "bodies.words", "themes.main"):
        assert [row[column] for row in found[: len(texts)]] == [f"'{text}" for text in texts]


def test_words_stand_beside_codes(register: Register) -> None:
    """Columns keep the names and codes of the files; what these mean stands beside them, a date as in the files."""
    packed = csv_archive(register)
    first = rows(packed, "commitments")[0]
    assert [first[name] for name in ("by", "by.words", "specific", "due.date")] == [
        "testshire_pcc",
        "Commissioner",
        "yes",
        "2030",
    ]
    assert [row["held"] for row in rows(packed, "documents")] == ["no", "yes", "yes"]


def test_the_archive_says_what_it_is(register: Register) -> None:
    """A text beside the tables tells the choice, the day of review, the licence, and every column."""
    packed = csv_archive(register, "Themes: Skills and training.")
    assert ZipFile(io.BytesIO(packed)).namelist() == ["about.txt", *(f"{kind}.csv" for kind in WHAT)]
    about = read(packed, "about.txt")
    for words in ("What was chosen: Themes: Skills and training.", "15 November 2030", "CC BY 4.0", "findings (3):"):
        assert words in about
    for kind in WHAT:
        assert all(f"{kind}, {column}: " in about for column in columns(kind))


def test_the_archive_has_the_same_bytes_each_time(register: Register) -> None:
    """Nothing in the archive tells the time at which it was made."""
    packed = csv_archive(register)
    assert packed == csv_archive(register)
    assert {member.date_time for member in ZipFile(io.BytesIO(packed)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
