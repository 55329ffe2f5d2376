"""A table as CSV: whole, and text stays text."""

import io

import pandas as pd
import pytest

from scrutiny.exports.csv import csv_bytes, table_csv


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
