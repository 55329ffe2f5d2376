"""The command that shows how a document is counted."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from scrutiny.register.paragraphs import Paragraphs
from tests.commands.conftest import COUNTED, LINES, as_pdf, run

Write = Callable[[str], Path]


def counted(text: str) -> dict[str, str]:
    """Give the places of a text by their marks, on one line each."""
    return {place.mark: " ".join(words.split()) for place, words in Paragraphs(text).items()}


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx"])
def test_a_letter_is_counted_alike_in_three_layouts(letter: Write, suffix: str) -> None:
    """Text, PDF and Word give the same places; each block has one, or the reason why not."""
    result = run("paragraphs", letter(suffix))
    assert result.exit_code == 0
    assert counted(f"[marks]\n\n{result.output.partition('3 paragraphs')[0]}") == COUNTED
    assert "[- heading]" in result.output
    assert "[- salutation] Dear Chief Inspector," in result.output
    assert result.output.endswith("3 paragraphs, 0 notes\n")


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx"])
def test_a_marked_copy_is_written_once(letter: Write, suffix: str) -> None:
    """The copy stands beside the file, counts as the file does, and is never overwritten."""
    path = letter(suffix)
    assert run("paragraphs", path, "--write").exit_code == 0
    copy = path.with_name("letter.marked.txt")
    assert counted(copy.read_text(encoding="utf-8")) == COUNTED
    copy.write_text("[marks]\n\n[7] Mine.", encoding="utf-8")
    assert "1 paragraph, 0 notes\n" in run("paragraphs", copy).output
    result = run("paragraphs", path, "--write")
    assert (result.exit_code, copy.read_text(encoding="utf-8")) == (2, "[marks]\n\n[7] Mine.")
    assert "letter.marked.txt: is there already; nothing was written" in result.output
    assert run("paragraphs", copy).output.startswith("[7] Mine.")


def test_a_marked_copy_is_counted_anew(letter: Write) -> None:
    """A curator takes a paragraph out or puts one in, under any number; `--write` on the copy closes the gaps."""
    copy = letter(".txt").with_name("letter.marked.txt")
    copy.write_text("[marks]\n\n[-] Head\n\n[2] One.\n\n[99] Two.\n\n[3] Three.\n", encoding="utf-8")
    result = run("paragraphs", copy, "--write")
    assert (result.exit_code, "Look" in result.output) == (0, False)
    assert result.output.endswith("3 paragraphs, 0 notes\nCounted anew: letter.marked.txt.\n")
    assert counted(copy.read_text("utf-8")) == {"1": "One.", "2": "Two.", "3": "Three."}
    assert "[- not counted] Head" in copy.read_text("utf-8")


BOXED = ["Cause of concern", "Children wait.", "Recommendations", "1. Officers should attend."]
TABLE = [["Question", "Grade"], ["Finding the child", "Requires improvement"]]
COUNTED_WITH_FRAMES = {"H": "Children who go missing", "1": "Calls are answered.", "T1.1": "Question | Grade",
                       "T1.2": "Finding the child | Requires improvement",
                       "2": "Children wait.", "3": "1. Officers should attend.", "4": "Officers are kind."}  # fmt: skip


def test_boxes_and_tables_of_word_stand_where_they_stand(tmp_path: Path) -> None:
    """A text box, which Word writes twice, a box made of a table, and what a reader fills in are read like the rest."""
    for number, box in enumerate(("box", "cell", "form")):
        document = docx.Document()
        document.add_paragraph("Children who go missing")
        document.add_paragraph("Calls are answered.")
        table = document.add_table(rows=0, cols=2)
        for row in TABLE:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in BOXED)
        boxed = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
        words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        if box == "box":
            run_of = f"<w:r {words}><w:drawing>{boxed}</w:drawing><w:pict>{boxed}</w:pict></w:r>"
            document.add_paragraph()._p.append(parse_xml(run_of))
        elif box == "cell":
            cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
            cell.text = BOXED[0]
            for line in BOXED[1:]:
                cell.add_paragraph(line)
        else:
            filled = f"<w:sdt {words}><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
            document.add_paragraph()._p.addnext(parse_xml(filled))
        document.add_paragraph("Officers are kind.")
        path = tmp_path / f"{number}.docx"
        document.save(str(path))
        assert counted(f"[marks]\n\n{run('paragraphs', path).output.partition('4 para')[0]}") == COUNTED_WITH_FRAMES


def test_boxes_and_tables_of_a_pdf_stand_where_they_stand(tmp_path: Path) -> None:
    """Rules on the page make a table of rows, and a box that was drawn last is read where it stands."""
    as_pdf(
        tmp_path / "a.pdf",
        [[(60, 760, "Children who go missing"), (60, 730, "Calls are answered."), (60, 400, "Officers are kind."),
          *((60 + 150 * column, 690 - 30 * row + 12 * (len(words) < 13), words)
            for row, cells in enumerate(TABLE) for column, words in enumerate(cells)),
          *((65, 560 - 14 * row, words) for row, words in enumerate(BOXED))]],
        [(50, 710, 300, 0), (50, 685, 300, 0), (50, 650, 300, 0), (50, 650, 0, 60), (200, 650, 0, 60),
         (350, 650, 0, 60), (50, 500, 300, 80), (50, 100, 300, 0), (500, 40, 0, 700)],
    )  # fmt: skip
    result = run("paragraphs", tmp_path / "a.pdf")
    assert counted(f"[marks]\n\n{result.output.partition('4 para')[0]}") == COUNTED_WITH_FRAMES


def test_a_page_full_of_lines_is_no_table(tmp_path: Path) -> None:
    """A map or a chart with thousands of lines is read in no time, with the words on it."""
    as_pdf(tmp_path / "a.pdf", [LINES], [(50 + n % 50 * 10, 50 + n // 50 * 10, 10, 10) for n in range(2500)])
    assert run("paragraphs", tmp_path / "a.pdf").output.endswith("3 paragraphs, 0 notes\n")


def test_numbers_of_word_itself_are_read(tmp_path: Path) -> None:
    """A numbered list of Word is numbered, and a table gives its rows."""
    document = docx.Document()
    for words in ("I thank you.", "I act.", "You ask."):
        document.add_paragraph(words, style="List Number")
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, ("Who What", "Force Acts"), strict=True):
        row.cells[0].text, row.cells[1].text = words.split()
    path = tmp_path / "plan.docx"
    document.save(str(path))
    result = run("paragraphs", path)
    assert result.output.startswith("[1] 1. I thank you.\n\n[2] 2. I act.\n\n[3] 3. You ask.\n\n[T1.1] Who | What\n")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Dear A,\n\n" + "word " * 300 + ".", "[1] is long. Are there no empty lines between its paragraphs?"),
        ("Dear A,\n\nI act.\n\nB", "the letter has no “Yours sincerely”. Is its signature counted?"),
        ("Dear A,\n\nI act\n\nSo.", "[1] ends without a full stop. Is it a heading, or does it go on in the next?"),
        ("Dear A,\n\nI act.\n\nYours sincerely\n\n" + "more " * 30, "a long block is not counted (after the end of the "
         "text): “more more more more more more more more …”"),
        ("", "nothing is counted. Is it a picture of a page, or is there no sentence in it?"),
        ("[marks]\n\n[1] I act.\n\n[B2] You.\n\n[3] Yes.", "[B2] is not a mark"),
        ("[marks]\n\n[Part 2] You.\n\n[1] Yes.", "[Part 2] is not a mark"),
        ("[marks]\n\n[1] I act.\n\n[3] Yes.", "after [1] comes [3]"),
        ("[marks]\n\n[2] I act.\n\n[3] Yes.", "[2] comes first"),
        ("[marks]\n\n[2] I act.", "give this copy with --write to have its marks counted anew, without gaps"),
    ],
)  # fmt: skip
def test_hints_where_the_layout_is_likely_wrong(tmp_path: Path, text: str, hint: str) -> None:
    """What is likely wrong is said in a sentence."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = run("paragraphs", tmp_path / "a.txt")
    assert f"Look: {hint}" in result.output.splitlines()
    assert result.exit_code == (0 if text else 1)


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    """A page that is a picture has no text to count."""
    as_pdf(tmp_path / "a.pdf", [LINES, []])
    assert "Look: page 2 has no text. Is it a picture?" in run("paragraphs", tmp_path / "a.pdf").output


def test_a_good_document_gives_no_hint(letter: Write) -> None:
    """Nothing is said where nothing looks wrong."""
    assert "Look" not in run("paragraphs", letter(".txt")).output


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"no", "is not a PDF that can be read"),
        ("a.docx", b"no", "is not a Word file that can be read"),
        ("a.docx", b"PK\x05\x06" + bytes(18), "is not a Word file that can be read"),
        ("a.doc", b"no", "is a .doc file; save it as .docx or as plain text"),
        ("a.txt", b"\xff\xfe", "is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    """A file of another kind is a mistake in the command, told in a sentence."""
    (tmp_path / name).write_bytes(content)
    result = run("paragraphs", tmp_path / name)
    assert result.exit_code == 2
    assert told in re.sub(r"\s+", " ", result.output)
