"""The command line as a terminal runs it, and documents made up as text, PDF and Word."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from scrutiny.__main__ import main

LINES = [
    "Office of the Commissioner", "", "12 May 2030", "", "Dear Chief Inspector,", "", "Inspection of Testshire Police",
    "",
    "Thank you for your report. I accept all that it says of the", "force and of its partners.", "",
    "You found three things that the", "Chief Constable must put right in the time", "that you set:", "",
    "• meetings without health;", "• late decisions; and", "• too few officers.", "", "Training", "",
    "I will write to the council and I will ask that it comes to", "every meeting.", "", "Yours sincerely,", "",
    "A. Commissioner",
]  # fmt: skip
COUNTED = {
    "H": "Inspection of Testshire Police",
    "1": "Thank you for your report. I accept all that it says of the force and of its partners.",
    "2": "You found three things that the Chief Constable must put right in the time that you set: "
    "• meetings without health; • late decisions; and • too few officers.",
    "3": "I will write to the council and I will ask that it comes to every meeting.",
}  # fmt: skip


def run(*words: str | Path) -> Result:
    """Run a command as a terminal would."""
    return CliRunner().invoke(main, [str(word) for word in words])


def as_pdf(path: Path, pages: list[list[Any]], boxes: Sequence[tuple[int, int, int, int]] = ()) -> None:
    """Write lines as a PDF of the plainest kind; an empty line is a wider gap and no line.

    A line may be (left, bottom, text) instead. Boxes, each (left, bottom, wide, high), are drawn on every page; a flat
    one is a rule.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
               "/Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for lines in pages:
        height, drawn = 780, []
        for line in lines:
            height -= 14 if line else 8
            left, bottom, words = line if isinstance(line, tuple) else (60, height, line)
            text = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("•", "\\225")
            drawn += [f"BT /F1 11 Tf {left} {bottom} Td ({text}) Tj ET"] if line else []
        drawn += [" ".join(map(str, box)) + " re S" for box in boxes]
        stream = "\n".join(drawn)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, start=1))
    path.write_bytes(f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R >>\n".encode("latin-1"))


def as_word(path: Path) -> None:
    """Write the letter as a Word file, with Word's own bullets and headings and without line ends."""
    document = docx.Document()
    for paragraph in "\n".join(LINES).replace("•", "\n•").split("\n\n"):
        words = " ".join(paragraph.split())
        style = "List Bullet" if words[0] == "•" else "Heading 1" if words == "Training" else None
        document.add_paragraph(words.removeprefix("• "), style=style)
    document.save(str(path))


@pytest.fixture
def letter(tmp_path: Path) -> Callable[[str], Path]:
    """Write the letter in one of three lay-outs, and give its file."""

    def write(suffix: str) -> Path:
        path = tmp_path / f"letter{suffix}"
        if suffix == ".pdf":
            as_pdf(path, [LINES[:13], ["- 2 -", "", *LINES[13:]]])
        elif suffix == ".docx":
            as_word(path)
        else:
            path.write_text("\n".join(LINES), encoding="utf-8")
        return path

    return write
