"""The workbook read back: words and dates, filtered in every sheet, text as text, and the same bytes each time."""

import io
import re
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils.cell import range_boundaries

from scrutiny.analysis.answers import answered_concerns
from scrutiny.analysis.checkable import commitments_by_id
from scrutiny.analysis.choice import Choice, about_newest
from scrutiny.analysis.extract import chosen_part, chosen_words
from scrutiny.analysis.questions import Sheet, questions, suggest
from scrutiny.exports.tables import heading, is_code, table_title, tables
from scrutiny.exports.workbook import ABOUT, workbook
from scrutiny.register.dates import PartialDate, Precision
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import LabelledEnum
from tests.exports.hostile import FORMULAS, with_texts
from tests.hostile import fill, mixed
from tests.testshire import SECOND, Testshire

TODAY = date(2030, 12, 1)
"""The sheets that are no table of the data."""


def opened(register: Register, chosen: str = "", sheet: Sheet | None = None) -> openpyxl.Workbook:
    """Make a workbook and read it back."""
    return openpyxl.load_workbook(io.BytesIO(workbook(register, chosen, today=TODAY, sheet=sheet)))


def rows(book: openpyxl.Workbook, title: str) -> list[dict[str, Any]]:
    """Give the rows of a sheet by heading."""
    if title not in book.sheetnames:
        return []
    heads, *found = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in found]


@pytest.fixture(scope="module")
def book(real: Register) -> openpyxl.Workbook:
    """Make the workbook of the real register."""
    return opened(real)


def test_a_sheet_has_every_cell_of_its_table(book: openpyxl.Workbook, real: Register) -> None:
    """Nothing is lost on the way: words in front, codes behind them, each value as it is or as it is said."""
    found = {kind: table.reset_index() for kind, table in tables(real).items()}
    listed = {kind: rows(book, table_title(kind)) for kind in found.keys() - {"questions", "question_templates"}}
    assert {kind: len(some) for kind, some in listed.items()} == {kind: len(found[kind]) for kind in listed}
    for kind, some in listed.items():
        for name in found[kind] if some else ():
            head = heading(kind, name)
            head = f"{head} (code)" if f"{name}.words" in found[kind] and f"{head} (code)" in some[0] else head
            for cell, value in zip((row[head] for row in some), found[kind][name], strict=True):
                if isinstance(value, PartialDate):
                    day = datetime.combine(value.earliest, datetime.min.time())
                    assert cell == (day if value.precision is Precision.DAY else value.printed)
                else:
                    assert cell in (value, "not stated" if kind == "commitments" and value is None else value)


def test_nothing_that_is_printed_is_a_code(book: openpyxl.Workbook, real: Register) -> None:
    """What an officer prints is in words; a short code names the row and nothing else."""
    codes = {one.id for records in (real.themes, real.bodies, real.inspections) for one in records}
    codes |= {str(word) for vocabulary in LabelledEnum.__subclasses__() for word in vocabulary if "_" in word}
    codes |= {*real.documents_by_id, *real.entries_by_id, "true", "false"}
    for sheet in book.worksheets[1:]:
        _, _, last, _ = range_boundaries(sheet.print_area.partition("!")[2])
        heads = [cell.value for cell in sheet[1]]
        assert not [head for head in heads[:last] if "(code)" in head]
        if sheet.title not in ("Definitions", "Acronyms"):
            values = {part for row in sheet.iter_rows(min_row=2, max_col=last, values_only=True) for part in row}
            assert values & codes == set(), sheet.title
    assert all(is_code("findings", name) for name in ("full_id", "themes", "paragraph", "scope"))


def test_days_are_dates_and_all_else_is_in_words(book: openpyxl.Workbook) -> None:
    """A day can be sorted and counted with; a month stays a month, beside what the document says."""
    documents = {row["Full code"]: row for row in rows(book, "Documents")}
    letter = documents["2026-family-environment.reply"]
    assert (letter["Date (as stated)"], letter["Date (as a date)"]) == ("26/03/2026", datetime(2026, 3, 26))  # noqa: DTZ001  # a day
    assert letter["Read"] == "yes"
    report = documents["2026-family-environment.report"]
    assert (report["Date (as a date)"], report["Read"]) == ("February 2026", "no")
    assert documents["2017-child-protection.press_release"]["Date (as stated)"] == "today"


def test_a_day_before_1900_is_in_words(testshire: Testshire) -> None:
    """Spreadsheets know no such dates."""
    testshire.change("E01", date={"printed": "in 1829", "date": "1829-09-29"})
    register = testshire.load().register
    assert register is not None
    assert rows(opened(register), "Events")[0]["Date (as a date)"] == "29 September 1829"


def test_each_answer_stands_in_words(book: openpyxl.Workbook, real: Register) -> None:
    """Every concern has a row for each answer, or one that says that there is none, or no reply."""
    found = rows(book, "Replies")
    concerns = answered_concerns(real)
    assert len(found) == sum(len(one.answered_by) or 1 for one in concerns.values())
    told: dict[tuple[str, str], set[str]] = {}
    for row in found:
        told.setdefault((row["Inspection"], row["Code"]), set()).add(row["What the reply offers"])
    titles = {one.id: one.short_title for one in real.inspections}
    assert told == {
        (titles[one.concern.inspection], one.concern.id): {answer.label for answer in one.answers}
        for one in concerns.values()
    }
    offered = {row["Full code"]: row["What the reply offers"] for row in rows(book, "Findings")}
    assert {name: text for name, text in offered.items() if text} == {
        name: "; ".join(answer.label for answer in one.answers) for name, one in concerns.items()
    }


def test_a_commitment_says_what_is_stated_and_what_is_not(book: openpyxl.Workbook, real: Register) -> None:
    """Who, what, when and how measured: the words, “stated”, or “not stated”, so that a filter finds the gaps."""
    heads = ("Who must act", "Specific act", "When (as stated)", "How measured")
    found = {row["Full code"]: [row[head] != "not stated" for head in heads] for row in rows(book, "Commitments")}
    checked = commitments_by_id(real, TODAY)
    assert found == {name: [term is not None for term in one.terms.values()] for name, one in checked.items()}
    assert None not in [row[head] for row in rows(book, "Commitments") for head in heads]


def test_questions_are_those_that_are_asked(book: openpyxl.Workbook, real: Register) -> None:
    """The suggested ones come first and are numbered; each has its wording, its office and its sources."""
    asked = questions(real, TODAY)
    found = rows(book, "Questions")
    suggested = suggest(asked.values())
    assert [row["Question"] for row in found[: len(suggested)]] == [one.text for one in suggested]
    assert [row["Number"] for row in found if row["Number"]] == list(range(1, len(suggested) + 1))
    assert sorted(row["Question"] for row in found) == sorted(one.text for one in asked.values())
    assert all(row["To"] and row["Based on"] and "{" not in row["Question"] for row in found)


def test_questions_have_the_wording_of_a_member(real: Register) -> None:
    """What a member picked is on top, in the member's order and words, with own questions."""
    picked = Sheet(("Q02", "own.1", "Q01"), {"Q02": "Has it taken place?", "own.1": "What else?"})
    found = rows(opened(real, sheet=picked), "Questions")
    assert [(row["Number"], row["Question"]) for row in found[:2]] == [(1, "Has it taken place?"), (2, "What else?")]
    assert found[1]["To"] is None
    assert [row["Number"] for row in found[2:4]] == [3, None]


def test_text_stays_text_as_it_is_written(register: Register) -> None:
    """Whatever a text begins with, its cell is a text with just these characters, and no link."""
    heads, *rows = opened(with_texts(register, *FORMULAS))["Findings"].iter_rows(max_row=len(FORMULAS) + 1)
    for head in ("Summary", "Note", "Organisations", "Main theme"):
        cells = [row[[cell.value for cell in heads].index(head)] for row in rows]
        # XLSX writes a carriage return as a code, which openpyxl leaves so.
        assert [str(cell.value).replace("_x000D_", "\r") for cell in cells] == list(FORMULAS)
        assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


def test_hostile_texts_are_cells_like_any_other(testshire: Testshire) -> None:
    """Whatever stands in any field, the workbook opens, and its texts are as they were written."""
    register = fill(testshire.add_panel().add_measure(), mixed).load().register
    assert register is not None
    book = opened(register)
    assert [row["Summary"] for row in rows(book, "Findings")] == [one.summary for one in register.findings]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_numbers_are_numbers_with_all_their_digits(testshire: Testshire) -> None:
    """A figure can be counted with; no gap, fraction or length makes another number of it."""
    testshire.add(f"{SECOND}/figures.yaml", "F01", id="F02", value="2.5", excerpt="after 2.5 weeks they met")
    testshire.add(
        f"{SECOND}/figures.yaml", "F01", id="F03", value="123456789012345", excerpt="as many as 123456789012345 of them"
    )
    register = testshire.load().register
    assert register is not None
    sheet = opened(register)["Figures"]
    place = [cell.value for cell in sheet[1]].index("Value") + 1
    cells = [sheet.cell(row, place) for row in (2, 3, 4)]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (90, "0"),
        (2.5, "0.0#####"),
        (123456789012345, "0"),
    ]


def test_the_first_sheet_is_one_screen(book: openpyxl.Workbook, real: Register) -> None:
    """What it is, what was chosen, what it rests on; every sheet in a line, as a link; no higher than a screen."""
    first = book[ABOUT]
    said = list(first.iter_rows(values_only=True))
    text = "\n".join(str(cell) for row in said for cell in row if cell)
    for words in (real.settings.title, "Everything.", "28 November 2026", "CC BY 4.0", "do not make a trend"):
        assert words in text
    assert "No inspection report has been read." in text
    links = {cell.value: cell.hyperlink.location for (cell,) in first.iter_rows(max_col=1) if cell.hyperlink}
    assert links == {title: f"'{title}'!A1" for title in book.sheetnames[1:]}
    heights = [first.row_dimensions[row].height or 15 for row in range(1, first.max_row)]  # but for the licence
    assert sum(heights) <= 400


def test_every_column_is_explained(book: openpyxl.Workbook) -> None:
    """The last sheet says what each column of each sheet means; headings of a sheet differ."""
    explained = {(title, row["Column"]) for row in rows(book, "Columns") for title in row["Sheets"].split("; ")}
    assert all(row["Meaning"].endswith(".") for row in rows(book, "Columns"))
    for sheet in book.worksheets[1:-1]:
        heads = [cell.value for cell in sheet[1]]
        assert len({*heads}) == len(heads)
        assert {(sheet.title, head) for head in heads} <= explained


def test_what_was_chosen_is_all_that_is_there(real: Register) -> None:
    """Every sheet has only what concerns the choice: also inspections, organisations, acronyms, pairs and questions."""
    choice = about_newest(real)
    (chosen,) = choice.inspections_in(real)
    book = opened(chosen_part(real, choice), chosen_words(real, choice))
    for title in ("Findings", "Replies", "Commitments", "Said to be needed", "Actions", "Inspections", "Documents"):
        heads = ("Short title",) if title == "Inspections" else ("Inspection",)
        assert {row[head] for row in rows(book, title) for head in heads} == {chosen.short_title}, title
    codes = {row["Full code"] for title in ("Findings", "Commitments", "Actions") for row in rows(book, title)}
    codes |= {row["Full code"] for row in rows(book, "Said to be needed")}
    assert all(codes & {row["Said later (code)"], row["Said before (code)"]} for row in rows(book, "Then and since"))
    assert all(codes & {*row["Points (code)"].split("; ")} for row in rows(book, "What these papers say"))
    assert all(chosen.short_title in row["Based on"] for row in rows(book, "Questions"))
    texts = " ".join(
        str(value) for sheet in book.worksheets[1:] for row in sheet.iter_rows(values_only=True) for value in row
    )
    assert all(texts.count(row["Acronym"]) > 1 for row in rows(book, "Acronyms"))
    assert 0 < len(rows(book, "Organisations")) < len(real.bodies)
    assert 0 < len(rows(book, "Themes")) < len(real.themes)
    assert "Figures" not in book.sheetnames, "a sheet without rows is left out"
    said = {row[0]: row[1] for row in book[ABOUT].iter_rows(values_only=True)}
    assert said["What was chosen"].startswith(f"Inspections: {chosen.short_title}. Themes: all. Only what concerns")


def test_a_part_asks_nothing_that_the_whole_does_not(register: Register) -> None:
    """A figure that was not chosen still gives the evidence; an answer that was not chosen still answers."""
    part = chosen_part(register, Choice((), ("workforce",)))
    everything = {row["Question"] for row in rows(opened(register), "Questions")}
    assert {row["Question"] for row in rows(opened(part), "Questions")} <= everything
    one = register.only(entries=register.findings[1:2])
    assert [row["Answer"] for row in rows(opened(one), "Replies")] == [
        "The Commissioner will write to health services.",
        "Officers go to every meeting.",
    ]


def test_every_sheet_can_be_filtered_and_printed(book: openpyxl.Workbook) -> None:
    """Heads are frozen, filtered and repeated; a page is landscape, as wide as the sheet, and of 7 points or more."""
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert "Page" in sheet.oddFooter.right.text
        _, _, last, _ = range_boundaries(sheet.print_area.partition("!")[2])
        assert printed_width(sheet, last) <= 215, sheet.title


def printed_width(sheet: Any, last: int) -> float:
    """Give the width of the first columns in characters; neighbours of one width stand in one record."""
    wide = {
        place: column.width
        for column in sheet.column_dimensions.values()
        for place in range(column.min, column.max + 1)
    }
    return sum(wide[place] for place in range(1, last + 1))


def test_long_text_is_never_cut_off(testshire: Testshire) -> None:
    """A row is as high as its longest cell needs, since not every spreadsheet sees to that itself."""
    register = testshire.change("C09", note="word " * 400).load().register
    assert register is not None
    sheet = opened(register)["Findings"]
    width = next(sheet.column_dimensions[cell.column_letter].width for cell in sheet[1] if cell.value == "Note")
    assert sheet.row_dimensions[2].height >= 12 * 2000 / (1.3 * width) > sheet.row_dimensions[3].height


def test_what_no_cell_can_hold_is_cut_and_says_so(register: Register) -> None:
    """A text of more than 32,767 characters would be left out by the spreadsheet; the first sheet tells of it too."""
    book = opened(with_texts(register, "word " * 10_000))
    sheet = book["Findings"]
    heads = [cell.value for cell in sheet[1]]
    text = sheet.cell(2, heads.index("Summary") + 1).value
    assert len(text) == 32_767
    assert text.endswith("…")
    [told] = [row[1] for row in book["About"].iter_rows(values_only=True) if row[0] == "Cut short"]
    assert re.fullmatch(
        r"\d+ texts? (is|are) too long for a cell\. What is cut off ends in “…”, on .*“Findings”.*", told
    )
    assert "Cut short" not in {row[0] for row in opened(register)["About"].iter_rows(values_only=True)}


def test_the_same_register_gives_the_same_bytes(register: Register) -> None:
    """Nothing in the file tells the time at which it was made; the document's times are the day of review."""
    first, second = (workbook(register, "Chosen.", today=TODAY) for _ in range(2))
    assert first == second
    assert {member.date_time for member in ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = openpyxl.load_workbook(io.BytesIO(first)).properties
    assert (properties.created, properties.modified) == (datetime(2030, 11, 15), datetime(2030, 11, 15))  # noqa: DTZ001  # a day


def test_an_empty_register_has_its_workbook(testshire: Testshire) -> None:
    """The first sheet says that nothing was read; what is known of themes and words stands in theirs."""
    register = testshire.empty().load().register
    assert register is not None
    book = opened(register)
    assert book.sheetnames == [ABOUT, "Organisations", "Definitions", "Columns"]
    assert "No document that was read." in [row[1] for row in book[ABOUT].iter_rows(values_only=True)][3]


def test_recommendations_have_a_sheet_where_there_are_any(testshire: Testshire) -> None:
    """Words stand in front, codes behind; without a recommendation there is no sheet, and no word of it."""
    register = testshire.load().register
    assert register is not None
    assert "Recommendations" not in opened(register).sheetnames
    register = testshire.add_recommendations().load().register
    assert register is not None
    heads = list(rows(opened(register), "Recommendations")[0])
    assert heads.index("What the replies say") < heads.index("Whether accepted")
    assert heads.index("Who is asked") < heads.index("Who is asked (code)")


def test_what_was_asked_before_has_sheets_of_its_own(testshire: Testshire) -> None:
    """In words, with whose comments they are, and the days beside the questions that come near; else there are none."""
    register = testshire.add_statements().load().register
    assert register is not None
    book = opened(register)
    assert {"Asked before", "Meetings", "Comments"}.isdisjoint(book.sheetnames)
    assert "Asked before" not in rows(book, "Questions")[0]
    testshire.records["highlights.yaml"], testshire.records["questions.yaml"] = [], []
    testshire.records[f"{SECOND}/commitments.yaml"].pop()
    register = testshire.add_panel().load().register
    assert register is not None
    book = opened(register)
    assert [row["Asked before"] for row in rows(book, "Questions")][:2] == ["Asked on 11 September 2030", None]
    first, second, third, *_ = rows(book, "Asked before")
    assert (first["Meeting"], first["To"]) == ("Meeting of 11 September 2030", "Commissioner")
    assert first["Answer"] == "The Commissioner said that he would tell the Panel by 7 October 2030."
    assert (second["Who answered"], third["Who answered"]) == ("Testshire Police", None)
    assert [row["Comment by"] for row in rows(book, "Comments")] == [
        "Commissioner",
        "Testshire Police",
        "Testshire Police",
    ]
    assert [f"{row['Date']:%d %B}" for row in rows(book, "Meetings")] == ["11 September", "09 October", "06 November"]
