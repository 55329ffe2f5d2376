"""The server with its open data, and the dashboard without, in a real browser."""

import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.serving import serving
from tests.testshire import Testshire

pytestmark = pytest.mark.browser


def test_serve_gives_the_dashboard_and_the_open_data(visit: Visit, testshire: Testshire, tmp_path: Path) -> None:
    """Pages are shown, name the addresses of the open data, and these answer a reader and a program."""
    with serving(testshire.write(), tmp_path / "log") as server:
        address = server.address
        page = visit(f"{address}/about?part=data")
        page.get_by_role("heading", name="For curators and developers").click()
        link = page.get_by_role("link", name=f"{address}/open/index.json")
        expect(link).to_be_visible()
        with page.expect_download() as taken:
            page.get_by_role("button", name="Everything for Excel").click()
        assert taken.value.suggested_filename == "last-checked-2030-11-15.xlsx"
        link.click()
        page.wait_for_url(f"{address}/open/index.json")
        shown = json.loads(page.locator("pre").inner_text())
        assert shown["title"] == "How Testshire Police protects children"
        asked = Request(f"{address}/open/findings.csv", method="HEAD")  # noqa: S310  # this machine's own address
        with urlopen(asked) as answer:  # noqa: S310  # the same
            assert answer.headers["ETag"]
            assert answer.read() == b""


def test_the_dashboard_alone_has_no_open_data(visit: Visit) -> None:
    """It shows its pages as before, and says how to have the open data."""
    page = visit("/about?part=data")
    page.get_by_role("heading", name="For curators and developers").click()
    expect(page.get_by_text("This one was not.")).to_be_visible()
