"""How a reader finds their way on a page: what is waited for, where things are, and what is on paper."""

import re
from typing import Any

import pypdfium2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

CHART = "[data-testid=stPlotlyChart]"
MARK = f"{CHART} .scatterlayer .point"
LINE = ".words li[data-id]"
OPENED = ".words li.opened"
LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules of these levels that look at colours, axe's `cat.color`: to the others the dark is as the light."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""What WCAG 2.2, 1.4.12, lets readers set."""
_AT_REST = f"""() => new Promise((done) => {{
  let before = "", same = 0;
  const box = (one) => {{ const {{x, y, width, height}} = one.getBoundingClientRect(); return [x, y, width, height]; }};
  const isDrawn = (chart) => Math.abs(box(chart)[2] - box(chart.querySelector(".main-svg") ?? chart)[2]) < 2;
  const look = () => {{
    const all = [...document.querySelectorAll("[data-testid=stMain] *")].slice(0, 500);
    const now = all.map(box).join();
    same = now === before && [...document.querySelectorAll("{CHART} .js-plotly-plot")].every(isDrawn) ? same + 1 : 0;
    before = now;
    if (same > 2) done(); else requestAnimationFrame(look);
  }};
  look();
}})"""


_ARRIVED = """(path) => {
  const shown = document.querySelector("[data-view]");
  if (!shown || shown === window.before) return false;
  const [view, asked] = [new URL(shown.textContent), new URL(path, location)];
  const shows = (name) => view.searchParams.get(name)?.split(",") ?? [];
  const fits = ([name, value]) => shows(name).every((one) => value.split(",").includes(one));
  return asked.pathname === view.pathname && [...asked.searchParams].every(fits);
}"""


def turn(page: Page, path: str) -> Page:
    """Go to another view as a link of ours does, without loading anew, and wait until it is shown."""
    page.evaluate(
        """(path) => {
          window.before = location.pathname + location.search !== path && document.querySelector("[data-view]");
          history.pushState(null, "", path);
          dispatchEvent(new PopStateEvent("popstate"));
        }""",
        path,
    )
    page.wait_for_function(_ARRIVED, arg=path)
    return page


def afresh(page: Page, path: str) -> Page:
    """Go to another view by way of a quiet page, so that nothing is left of the view before."""
    for view in ("/about", path):
        whole(turn(whole(page), view))
    return page


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


def at_rest(page: Page, look: str = "() => {}") -> Any:
    """Wait until charts are as wide as their place and nothing moves any more, and give what a script sees then."""
    return page.evaluate(f"async () => {{ await ({_AT_REST})(); return ({look})(); }}")


def violations(page: Page, *rules: str) -> list[str]:
    """Give what the automatic checks of axe-core for WCAG 2.2 A and AA find on a page, with an example of each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": rules or LEVELS, "resultTypes": ["violations"], "selectors": False}
    first = "all => all.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`)"
    found: list[str] = page.evaluate(f"options => axe.run(options).then({first})", options)
    return found


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


def write(box: Locator, text: str) -> None:
    """Write over what a box holds, key by key: Firefox's pages do not hear of text that is put there at once."""
    box.press("Control+A")
    box.press_sequentially(text)


def in_firefox(page: Page) -> bool:
    """Tell whether a page is open in Firefox."""
    browser = page.context.browser
    return bool(browser and browser.browser_type.name == "firefox")


def paper(page: Page, *, landscape: bool) -> pypdfium2.PdfDocument:
    """Print on A4, in Firefox too.

    Playwright tells it inches for centimetres, and text can only be read in the machine's own fonts: it draws others.
    """
    unit = 1.0
    if in_firefox(page):
        unit = 2.54
        page.add_style_tag(content="*, ::before, ::after { font-family: sans-serif !important; }")
    width, height = (f"{side * unit}cm" for side in ((29.7, 21) if landscape else (21, 29.7)))
    return pypdfium2.PdfDocument(page.pdf(width=width, height=height, prefer_css_page_size=True, print_background=True))


def squeezed(text: str) -> str:
    """Take out of a text what the ends of lines change, white space and hyphens, and joiners, which nobody sees."""
    return re.sub(r"[\s\u2060\x02-]", "", text)
