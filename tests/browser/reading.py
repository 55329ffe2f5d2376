"""How a reader finds their way on a page: what is waited for, and where things are."""

from playwright.sync_api import Locator, Page, expect

CHART = "[data-testid=stPlotlyChart]"
MARK = f"{CHART} .scatterlayer .point"
LINE = ".words li[data-id]"
OPENED = ".words li.opened"


def whole(page: Page) -> Page:
    """Wait until a page is all there and hears what is clicked."""
    expect(page.locator("footer.foot")).not_to_have_count(0)
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    expect(page.locator("[aria-live=polite].spoken")).to_be_attached()
    if page.locator(CHART).count():
        expect(page.locator(MARK).first).to_be_attached()
        expect(page.locator(CHART).first).to_have_attribute("role", "application")
    return page


def menu(page: Page, name: str) -> Locator:
    """Give the link of the navigation that leads to a page."""
    return page.get_by_test_id("stHeader").get_by_role("link", name=name, exact=True)


def opened_id(page: Page) -> str:
    """Give the id of the point that is opened in the list; the address says the same."""
    expect(page.locator(OPENED)).to_have_count(1)
    found = page.locator(OPENED).get_attribute("data-id")
    assert f"entry={found}" in page.url
    return str(found)


def view_address(page: Page) -> str:
    """Give the address that Share copies, without its server."""
    address = str(page.locator("[data-view]").text_content())
    return "/" + address.partition("://")[2].partition("/")[2]
