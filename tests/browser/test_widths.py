"""No text lies over another, at any width of the window from a phone's to a large screen's."""

import pytest

from tests.browser.conftest import PAGES, Visit
from tests.browser.reading import whole

pytestmark = pytest.mark.browser

WIDTHS = range(1600, 319, -20)
QUERIES = {"entry": "?id=2026-online-abuse.C01", "search": "?q=police"}
AT_REST = """() => new Promise((done) => {
  let before = "", same = 0;
  const look = () => {
    const all = [...document.querySelectorAll("[data-testid=stMain] *")].slice(0, 500);
    const now = all.map((one) => Object.values(one.getBoundingClientRect().toJSON())).join();
    same = now === before ? same + 1 : 0;
    before = now;
    if (same > 2) done(); else requestAnimationFrame(look);
  };
  look();
})"""
COVERED = """() => {
  const seen = (node, {left, right, top, bottom}) => {
    for (let up = node; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up), box = up.getBoundingClientRect();
      if (style.clipPath !== "none") return null;
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      if (style.position === "fixed") break;
    }
    return right - left > 1 && bottom - top > 1 && {node, left, right, top, bottom};
  };
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    const isShown = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!text.data.trim() || !isShown || parent.matches("details:not([open]), script, style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    lines.push(...boxes.map((box) => seen(parent, box)).filter(Boolean).map((box) => ({...box, text})));
  }
  const found = [];
  lines.forEach((one, index) => lines.slice(index + 1).forEach((other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    const low = Math.min(one.bottom - one.top, other.bottom - other.top);
    // lines of text may touch, as their boxes are higher than their letters
    if (one.text !== other.text && across > 2 && down > 0.3 * low) found.push(`${one.text.data} | ${other.text.data}`);
  }));
  return found;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_no_text_lies_over_another(visit: Visit, name: str) -> None:
    """From 320 to 1600 pixels, in steps of 20: the page is drawn anew at each, and looked at when it is at rest."""
    page = whole(visit(f"/{name}{QUERIES.get(name, '')}", viewport={"width": WIDTHS[0], "height": 900}))
    covered = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(AT_REST)
        if found := page.evaluate(COVERED):
            covered[width] = found
    assert covered == {}


def test_a_text_over_another_is_found(visit: Visit) -> None:
    """What looks for it sees one line pushed into the next."""
    page = whole(visit("/about"))
    assert page.evaluate(COVERED) == []
    page.locator("h1").evaluate("node => node.style.marginBottom = '-2.5rem'")
    assert page.evaluate(COVERED) != []
