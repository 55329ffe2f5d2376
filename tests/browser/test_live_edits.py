"""A curator's edits in a real browser: what readers see while the files are good, broken, mended, gone and back."""

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, dashboard
from tests.testshire import Testshire

pytestmark = pytest.mark.browser
EDITED = "The data is being edited. You see it as it was at"


def health(address: str) -> tuple[int, dict[str, object]]:
    """Ask the server for its health."""
    try:
        with urlopen(f"{address}/healthz") as answer:  # noqa: S310  # this machine's own address
            return answer.status, json.load(answer)
    except HTTPError as error:
        return error.code, json.load(error)


def opened(visit: Visit, address: str) -> Page:
    """Open a view as a reader does, and mark the window, so that a page loaded anew would be seen."""
    page = visit(f"{address}/themes?theme=workforce")
    page.evaluate("window.openedOnce = true")
    return page


def test_edits_show_by_themselves(visit: Visit, testshire: Testshire) -> None:
    """Nobody clicks: good, edited, broken, mended, deleted, restored; then a start on bad data, and mended."""
    folder = testshire.write()
    with dashboard(folder, "serve.py") as address:
        page = opened(visit, address)
        expect(page.get_by_text("Skills and training").first).to_be_visible()
        edit(testshire, "Learning on the job")
        expect(page.get_by_text("Learning on the job").first).to_be_visible()
        expect(page.get_by_text(EDITED)).to_have_count(0)
        (folder / "themes.yaml").write_text("- id: [\n", encoding="utf-8")
        expect(page.get_by_text(EDITED)).to_be_visible()
        expect(page.get_by_text("Learning on the job").first).to_be_visible()
        expect(page.get_by_text("themes.yaml")).to_have_count(0)
        assert health(address)[0] == 200
        edit(testshire, "What staff learn")
        expect(page.get_by_text("What staff learn").first).to_be_visible()
        expect(page.get_by_text(EDITED)).to_have_count(0)
        (folder / "pairs.yaml").unlink()
        expect(page.get_by_text(EDITED)).to_be_visible()
        testshire.write()
        expect(page.get_by_text(EDITED)).to_have_count(0)
        assert page.evaluate("window.openedOnce")
        assert page.url.endswith("/themes?theme=workforce")
        (folder / "pairs.yaml").unlink()
        expect(page.get_by_text(EDITED)).to_be_visible()
    with dashboard(folder, "serve.py") as address:
        page = opened(visit, address)
        expect(page.get_by_role("heading", name="The dashboard cannot be shown at the moment")).to_be_visible()
        expect(page.get_by_text("pairs.yaml")).to_have_count(0)
        assert health(address) == (503, {"register": None, "reviewed_on": None, "problems": 1})
        testshire.write()
        expect(page.get_by_text("What staff learn").first).to_be_visible()
        assert page.url.endswith("/themes?theme=workforce")
        assert health(address)[0] == 200


@pytest.mark.parametrize("script", ["dashboard.py", "serve.py"])
@pytest.mark.parametrize("broken", [True, False])
def test_the_first_visitor_sees_no_list_of_files(visit: Visit, testshire: Testshire, script: str, broken: bool) -> None:
    """From the first moment after a start there is our navigation or none, never one of file names."""
    folder = testshire.write()
    if broken:
        (folder / "pairs.yaml").unlink()
    with dashboard(folder, script) as address:
        page = visit(f"{address}/themes", script=NOTE_NAVIGATION)
        title = "The dashboard cannot be shown at the moment" if broken else "What was said on each theme?"
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        assert page.evaluate("[...window.navigation]") == []


NOTE_NAVIGATION = """
window.navigation = new Set();
const note = () => document.querySelectorAll("[data-testid=stSidebarNavLink]")
  .forEach((link) => window.navigation.add(link.textContent));
new MutationObserver(note).observe(document, { childList: true, subtree: true });
"""


def edit(testshire: Testshire, label: str) -> None:
    """Give a theme another label."""
    testshire.change("workforce", label=label).write()


def test_the_curator_sees_what_is_wrong(visit: Visit, testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the curator's machine a page tells the problems as they come and go; it is in the navigation."""
    monkeypatch.setenv("SCRUTINY_CURATOR", "1")
    folder: Path = testshire.write()
    with dashboard(folder) as address:
        page = visit(f"{address}/problems")
        expect(page.get_by_text("There are no problems.")).to_be_visible()
        (folder / "themes.yaml").write_text("- id: [\n", encoding="utf-8")
        expect(page.get_by_role("rowheader", name="themes.yaml:2")).to_be_visible()
        page.goto(f"{address}/timeline")
        page.get_by_role("link", name="See what is wrong").click()
        expect(page.get_by_role("rowheader", name="themes.yaml:2")).to_be_visible()
        testshire.write()
        expect(page.get_by_text("There are no problems.")).to_be_visible()
        expect(page.get_by_text(EDITED)).to_have_count(0)


def test_readers_have_no_page_of_problems(visit: Visit, testshire: Testshire) -> None:
    """Its address leads a reader back to the dashboard, not to what is wrong."""
    testshire.add("themes.yaml", "workforce", id="resources")
    with dashboard(testshire.write()) as address:
        page = visit(address)  # the very first view of a server is found by Streamlit's older way
        expect(page.locator("footer.foot")).to_be_attached()
        page.goto(f"{address}/problems")
        expect(page.locator("h1")).to_have_text("We cannot find that page")
        expect(page.locator("nav").get_by_role("link", name="About", exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="Problems")).to_have_count(0)
        expect(page.get_by_text("The files are in")).to_have_count(0)
