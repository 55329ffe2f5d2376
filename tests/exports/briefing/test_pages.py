"""How long reports are: at most four pages, whatever they are about, laid out by LibreOffice where it is there."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.questions import Sheet
from scrutiny.exports.briefing import annex, briefing, question_sheet
from scrutiny.register.register import Register
from tests.exports.briefing.reading import TODAY, headings, numbered, read, report_of_real, said, ten_questions
from tests.hostile import fill, mixed
from tests.real import real
from tests.testshire import Testshire

REAL = real()
CHOICES = {
    "all": Choice(),
    "a theme": Choice(themes=("partnership",)),
    "a theme of one": Choice(("2026-family-environment",), ("investigation",)),
    **{one.id: Choice((one.id,)) for one in REAL.inspections},
}
FEWEST, MOST = 600, 2_000
"""Words of a report: with fewer it would say too little, and more do not fit on four pages at 12 points."""

LONG = "Word after word after word. " * 21


pytestmark = pytest.mark.timeout(600)  # seconds: LibreOffice lays out every report at once, on a busy machine too


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Lay out all sorts of files in one go, and give the texts of their pages by name."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("pages")
    large, hostile = _large(folder), _hostile(folder)
    files = {
        **{name: report_of_real(choice) for name, choice in CHOICES.items()},
        **{f"{name}, ten": report_of_real(choice, ten=True) for name, choice in CHOICES.items()},
        "large": briefing(large, Choice(), sheet=Sheet(), today=TODAY),
        "hostile": briefing(hostile, Choice(), sheet=Sheet(), today=TODAY),
        "annex": annex(REAL, Choice(), today=TODAY),
        "sheet": question_sheet(REAL, ten_questions(), today=TODAY),
        "long sheet": question_sheet(REAL, ten_questions(LONG), today=TODAY),
    }
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    words = [office, settings, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*words, *(f"{name}.docx" for name in files)], cwd=folder, check=True, capture_output=True)  # noqa: S603  # our own words
    documents = {name: pypdfium2.PdfDocument(folder / f"{name}.pdf") for name in files}
    return {name: [page.get_textpage().get_text_range() for page in pdf] for name, pdf in documents.items()}


def _large(folder: Path) -> Register:
    """Make thirty inspections with hundreds of findings."""
    register = Testshire(folder / "large" / "data").add_inspections(28).load().register
    assert register is not None
    many = [
        entry.model_copy(update={"id": f"{entry.id}{number}", "summary": f"{entry.summary[:-1]}, time {number}."})
        for entry in register.entries
        for number in range(20)
    ]
    return replace(register, entries=(*register.entries, *many))


def _hostile(folder: Path) -> Register:
    """Make a register whose every text is as odd as can be, and longer than any reader would take."""
    made = Testshire(folder / "hostile" / "data").add_panel().add_inspections(2)
    register = fill(made, lambda number: mixed(number) * 3).load().register
    assert register is not None
    return register


@pytest.mark.parametrize("name", [*CHOICES, *(f"{name}, ten" for name in CHOICES), "large"])
def test_a_report_has_four_pages_at_most(name: str, pages: dict[str, list[str]]) -> None:
    """Of each inspection, of all and of a theme, with ten questions of a member's, and of a large register."""
    laid_out = pages[name]
    assert 2 <= len(laid_out) <= 4
    assert f"Page {len(laid_out)} of {len(laid_out)}" in laid_out[-1]


def test_hostile_texts_do_not_make_a_report_long(pages: dict[str, list[str]]) -> None:
    """Where every text is too long, each is cut."""
    assert len(pages["hostile"]) <= 5


def test_pages_of_the_contents_list_are_those_of_the_headings(pages: dict[str, list[str]]) -> None:
    """The annex lists each chapter with the page on which it begins."""
    listed = [line.rsplit(".", 1) for line in pages["annex"][0].splitlines() if "....." in line]
    places = {name.strip("."): int(page) for name, page in listed}
    assert {one.short_title for one in REAL.inspections} <= set(places)
    for name, page in places.items():
        assert name in pages["annex"][page - 1]


def test_ten_questions_fit_on_one_page(pages: dict[str, list[str]]) -> None:
    """As they are suggested, and in as many words as a member can write."""
    assert [len(pages[name]) for name in ("sheet", "long sheet")] == [1, 1]


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)
def test_a_report_has_as_many_words_as_four_pages_hold(choice: Choice) -> None:
    """Neither too few nor too many, in at most thirty numbered paragraphs, and in letters of 12 points."""
    document = read(report_of_real(choice))
    words = sum(len(text.split()) for text in said(document))
    assert FEWEST <= words <= MOST
    assert 8 <= len(numbered(document)) <= 30
    assert len(headings(document)) == len(headings(document, 1)) <= 10
    assert document.styles["List Number"].font.size.pt == document.styles["List Number 2"].font.size.pt == 12
