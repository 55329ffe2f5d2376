"""The page of problems, and what readers see while the files have errors."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny import store
from tests.pages.conftest import ROOT, OpenPage, words
from tests.testshire import Testshire

Dashboard = Callable[[], AppTest]


@pytest.fixture
def dashboard(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> Dashboard:
    """Return a function that opens the dashboard as a reader does, on the made-up register as it stands."""
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")
    monkeypatch.chdir(ROOT)
    return lambda: AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()


def html(page: AppTest) -> str:
    """Return the HTML that a page shows."""
    return "\n".join(element.proto.body for element in page.get("html"))


def edit(folder: Path, file: str, text: str) -> None:
    """Save a file, and let the store see it at once."""
    (folder / file).write_text(text, encoding="utf-8")
    looked_after = store._store(folder)
    looked_after.look(1e9)
    looked_after.look(2e9)


def test_without_problems_it_says_so(open_page: OpenPage) -> None:
    """A curator sees which folder is served, and that nothing is wrong in it."""
    page = open_page("problems")
    assert "There are no problems." in words(page)
    assert os.environ["SCRUTINY_DATA"] in words(page)


def test_problems_are_told_word_for_word(
    testshire: Testshire, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each problem stands with file, line, entry, field and hint, errors apart from warnings, as text."""
    testshire.add("themes.yaml", "workforce", id="resources").change("S01", voice="<b>quoted</b>").write()
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    page = dashboard()
    shown = html(page)
    assert "Errors: until these are mended, readers see none of your changes (1)" in shown
    assert "Warnings: readers see your changes all the same (1)" in shown
    assert "&lt;b&gt;quoted&lt;/b&gt;" in shown
    assert "<b>" not in shown
    assert "findings.yaml:" in shown
    assert "S01" in shown
    assert "voice" in shown
    assert not page.exception


def test_very_many_problems_are_cut(
    testshire: Testshire, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of ten thousand rows helps nobody: it says how many more there are."""
    testshire.texts["themes.yaml"] = "".join(f"- id: T{number}\n" for number in range(101))
    testshire.texts["glossary.yaml"] = testshire.texts["themes.yaml"]
    testshire.write()
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    page = dashboard()
    assert html(page).count("<tr>") - 1 == 200
    assert f"There are {len(store.current_snapshot().errors) - 200} more" in words(page)


def test_readers_see_a_quiet_line(testshire: Testshire, dashboard: Dashboard) -> None:
    """While the files have errors, the last good register is shown with its time; not what is wrong."""
    before = html(dashboard())
    edit(testshire.folder, "themes.yaml", "- id: [\n")
    page = dashboard()
    assert "Data being edited" not in before
    assert "The data is being edited. You see it as it was at " in html(page)
    assert "themes.yaml" not in html(page) + words(page)
    assert 'href="problems"' not in html(page)
    assert "How Testshire Police protects children" in html(page) + words(page)


def test_the_curator_is_led_to_what_is_wrong(
    testshire: Testshire, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the curator's machine the line leads to the page of problems."""
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    dashboard()
    edit(testshire.folder, "themes.yaml", "- id: [\n")
    assert 'href="problems"' in html(dashboard())


def test_warnings_are_no_editing(testshire: Testshire, dashboard: Dashboard) -> None:
    """A warning is nothing to readers."""
    testshire.add("themes.yaml", "workforce", id="resources").write()
    assert "Data being edited" not in html(dashboard())


@pytest.mark.parametrize("curator", ["1", "", "0"])
def test_without_a_register_there_is_a_plain_page(
    testshire: Testshire, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch, curator: str
) -> None:
    """It says so to readers, and what to mend to the curator alone."""
    monkeypatch.setenv("SCRUTINY_CURATOR", curator)
    (testshire.folder / "themes.yaml").unlink()
    page = dashboard()
    assert [title.value for title in page.title] == ["The dashboard cannot be shown at the moment"]
    assert ("themes.yaml:1" in html(page)) == (curator == "1")
    assert not page.exception


def test_a_wrong_setting_is_told_in_place_of_a_page(
    testshire: Testshire, dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts the dashboard on their own machine reads what to mend."""
    testshire.write()
    monkeypatch.setenv("SCRUTINY_TODAY", "22/11/2026")
    page = dashboard()
    assert [title.value for title in page.title] == ["The dashboard cannot be shown at the moment"]
    assert "SCRUTINY_TODAY: expected a day such as 2026-11-22" in words(page)
    assert not page.exception
