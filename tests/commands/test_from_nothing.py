"""From papers to a register, and from nothing to another force, by the commands and the guide alone."""

import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
import streamlit as st

from scrutiny.__main__ import FORMATS
from scrutiny.analysis.recommendations import said_later
from scrutiny.register.loading import load
from tests.app import ROOT, page_of
from tests.commands.conftest import run
from tests.commands.curator import SUFFIXES, make_register, publish
from tests.real import real
from tests.shown import shown


@cache
def _of_ours() -> re.Pattern[str]:
    """Give what only our own data says: places, people, offices."""
    names = {document.author for _, document in real().documents() if document.author}
    names |= {body.name for body in real().bodies if re.search("Leicester|Rutland", body.name)}
    return re.compile("|".join(["Leicester", "Rutland", r"\bLLR\b", *map(re.escape, sorted(names))]))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_papers_become_a_clean_register(tmp_path: Path, suffix: str) -> None:
    """A letter of two pages, and a report with numbered recommendations, as text, as PDF and as a Word file."""
    data, documents = tmp_path / "data", tmp_path / "documents"
    documents.mkdir()
    make_register(data, documents, suffix)
    words = ("--data", data, "--documents", documents)
    assert run("check", *words).output.splitlines() == [
        f"{data}/register.yaml:2: draft: is true, so nothing is published; delete it at the end "
        "[drafts_are_not_published]",
        "21 entries, 1 error, 0 warnings, 26 of 26 quotations verified word for word",
    ]
    assert run("format", "--data", data, "--check").output == ""
    for inspection in ("2029-child-protection", "2030-child-protection"):
        told = run("coverage", inspection, *words).output
        assert told.endswith("Paragraphs without an entry: [H]\nNumbers without a figure: none\n")
    publish(data / "register.yaml")
    assert run("check", *words).exit_code == 0
    register = load(data).register
    assert register is not None
    assert [(one.full_id, one.number, one.due.printed if one.due else "") for one in register.recommendations] == [
        ("2029-child-protection.R01", "2.1", "Within three months"),
        ("2029-child-protection.R02", "2.2", "By December 2029"),
    ]
    assert [len(list(said_later(register, one))) for one in register.recommendations] == [1, 1]


@pytest.fixture(scope="module")
def another_force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a register of a made-up force by the ten steps, and publish it."""
    data, documents = tmp_path_factory.mktemp("force") / "data", tmp_path_factory.mktemp("papers")
    make_register(data, documents, ".pdf")
    publish(data / "register.yaml")
    return data


@pytest.mark.parametrize("page", sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
def test_no_page_of_another_force_has_anything_of_ours(
    another_force: Path, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page shows what was made from nothing, and nothing of Leicestershire."""
    monkeypatch.setenv("SCRUTINY_DATA", str(another_force))
    monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    monkeypatch.chdir(ROOT)
    st.cache_resource.clear()
    query = {"id": "2030-child-protection.C01"} if page == "entry" else {"rows": "1"}
    shows = page_of(page, **query).run()
    assert not shows.exception
    texts = [text.replace(str(ROOT), "") for text in shown(shows)]
    assert page in ("problems", "since") or re.search("Testshire|health services", " ".join(texts))
    assert [text for text in texts if _of_ours().search(text)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_file_of_another_force_has_anything_of_ours(another_force: Path, tmp_path: Path, form: str) -> None:
    """Nor have its slides, its briefing, its workbook and its open data, in any of their parts."""
    path = tmp_path / f"file.{form}"
    assert (
        run("export", "--format", form, "--data", another_force, "--output", path, "--inspection", "all").exit_code == 0
    )
    parts = {path.name: path.read_bytes()}
    if is_zipfile(path):
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    texts = {name: content.decode("utf-8", errors="ignore") for name, content in parts.items()}
    assert any("Testshire" in text for text in texts.values())
    assert {name for name, text in texts.items() if _of_ours().search(text)} == set()
