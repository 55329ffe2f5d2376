"""The workbook read back: every entry, text as text, a sheet that explains, and the same bytes each time."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.exports.json import register_json
from scrutiny.exports.tables import KINDS, WHAT, columns, heading
from scrutiny.exports.workbook import ABOUT, sheet_name, workbook
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from tests.exports.hostile import FORMULAS, with_summary
from tests.testshire import Testshire

DATA = Path(__file__).parents[2] / "data"


def opened(content: bytes) -> openpyxl.Workbook:
    """Read a workbook."""
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(book: openpyxl.Workbook, kind: str) -> list[dict[str, Any]]:
    """Give the rows of a sheet, without cells that are empty."""
    heads, *found = book[sheet_name(kind)].iter_rows(values_only=True)
    names = {heading(column): column for column in columns(kind)}
    return [
        {names[str(head)]: value for head, value in zip(heads, row, strict=True) if value is not None} for row in found
    ]


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """Give a record of JSON as a row of a sheet has it, worked out here by itself."""
    row: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            row |= {f"{name}.{part}": text for part, text in value.items()}
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            row |= {f"{name}.{part}": "\n".join(item[part] for item in value) for part in value[0]}
        elif isinstance(value, list):
            row[name] = "; ".join(value) or "none"
        else:
            row[name] = str(value).lower() if isinstance(value, bool) else value
    return row


@pytest.mark.parametrize("kind", [kind for kind in WHAT if kind not in {"words", "documents", "inspections"}])
def test_the_workbook_holds_what_json_holds(kind: str) -> None:
    """Of the real register every record is read back from its sheet, field by field."""
    register = load(DATA).register
    assert register is not None
    document = json.loads(register_json(register))
    left_out = KINDS[kind].without  # what a need cannot have, and that it is one
    expected = [{name: value for name, value in record.items() if name not in left_out} for record in document[kind]]
    assert rows(opened(workbook(register)), kind) == [flat(record) for record in expected]


def test_inspections_and_documents_are_read_back() -> None:
    """Documents stand on a sheet of their own, with the inspection that they belong to."""
    register = load(DATA).register
    assert register is not None
    book, document = opened(workbook(register)), json.loads(register_json(register))
    inspections = [dict(inspection) for inspection in document["inspections"]]
    expected = [
        {"full_id": f"{inspection['id']}.{one['id']}", "inspection": inspection["id"]} | flat(one)
        for inspection in inspections
        for one in inspection.pop("documents")
    ]
    assert rows(book, "documents") == expected
    assert rows(book, "inspections") == [flat(inspection) for inspection in inspections]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_stays_text_as_it_is_written(register: Register, text: str) -> None:
    """Whatever a text begins with, its cell is a text with just these characters, and no link."""
    sheet = opened(workbook(with_summary(register, text)))["Findings"]
    heads = [cell.value for cell in sheet[1]]
    for column in ("summary", "note", "bodies"):
        cell = sheet.cell(2, heads.index(heading(column)) + 1)
        read = str(cell.value).replace("_x000D_", "\r")  # how XLSX writes a carriage return; openpyxl leaves it so
        assert (cell.data_type, read, cell.hyperlink) == ("s", text, None)


def test_numbers_are_numbers(register: Register) -> None:
    """A figure can be counted with; a date is text, as it is printed."""
    book = opened(workbook(register))
    assert rows(book, "figures")[0]["value"] == 90
    assert rows(book, "commitments")[0]["due.date"] == "2030"


def test_the_first_sheet_explains_every_column(register: Register) -> None:
    """Every sheet and every column stands there with its meaning, and so do review, licence and caution."""
    book = opened(workbook(register))
    assert book.sheetnames == [ABOUT, *map(sheet_name, WHAT)]
    said = list(book[ABOUT].iter_rows(values_only=True))
    explained = {(row[0], row[1]) for row in said if row[2]}
    for kind in WHAT:
        assert {(sheet_name(kind), heading(column)) for column in columns(kind)} <= explained
    text = "\n".join(str(cell) for row in said for cell in row if cell)
    for words in (register.settings.title, "Everything.", "15 November 2030", "CC BY 4.0", "do not make a trend"):
        assert words in text


def test_the_first_sheet_says_what_was_chosen(register: Register) -> None:
    """The filters in force stand there, and what they leave whole; rows are those of the choice."""
    choice = Choice((), ("workforce",))
    book = opened(workbook(chosen_part(register, choice), chosen_words(register, choice)))
    said = {row[0]: row[1] for row in book[ABOUT].iter_rows(values_only=True)}
    assert said["What was chosen"].startswith("Inspections: all. Themes: Skills and training. Only points,")
    assert [row["id"] for row in rows(book, "findings")] == ["S01"]
    assert rows(book, "commitments") == []


def test_every_sheet_can_be_filtered_and_printed(register: Register) -> None:
    """Heads are frozen, filtered and repeated; a page is landscape and as wide as the sheet."""
    book = opened(workbook(register))
    for kind in WHAT:
        sheet = book[sheet_name(kind)]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_long_text_is_never_cut_off(testshire: Testshire) -> None:
    """A row is as high as its longest cell needs, since not every spreadsheet sees to that itself."""
    register = testshire.change("C09", note="word " * 100).load().register
    assert register is not None
    sheet = opened(workbook(register))["Findings"]
    assert sheet.row_dimensions[2].height > 4 * sheet.row_dimensions[3].height


def test_the_same_register_gives_the_same_bytes(register: Register) -> None:
    """Nothing in the file tells the time at which it was made; the document's times are the day of review."""
    first, second = workbook(register, "Chosen."), workbook(register, "Chosen.")
    assert first == second
    assert {member.date_time for member in ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(first).properties
    assert (properties.created, properties.modified) == (datetime(2030, 11, 15), datetime(2030, 11, 15))  # noqa: DTZ001  # a day


def test_an_empty_register_has_its_workbook(testshire: Testshire) -> None:
    """Sheets without rows have their heads."""
    register = testshire.empty().load().register
    assert register is not None
    book = opened(workbook(register))
    assert [cell.value for cell in book["Then and since"][1]] == list(map(heading, columns("pairs")))
