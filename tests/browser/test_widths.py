"""No text lies over another, at any width of the window from a phone's to a large screen's."""

import pytest

from tests.browser.conftest import PAGES, Visit
from tests.browser.reading import at_rest, whole

pytestmark = pytest.mark.browser

WIDTHS = range(1600, 319, -20)
QUERIES = {"entry": "?id=2026-online-abuse.C01", "search": "?q=police"}
COVERED = """() => {
  // What can be seen of what stands in a node: all, or what those around it do not cut off, or nothing.
  const clips = new Map([[document.body, {left: -1e9, right: 1e9, top: -1e9, bottom: 1e9}]]);
  const within = (a, b) => a && b && {left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom)};
  const clipOf = (node) => {
    if (!clips.has(node)) {
      const style = getComputedStyle(node);
      const around = clipOf(style.position === "fixed" ? document.body : node.parentElement);
      const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
      const own = cuts ? within(around, node.getBoundingClientRect()) : around;
      clips.set(node, style.clipPath === "none" ? own : null);
    }
    return clips.get(node);
  };
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    const isShown = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!text.data.trim() || !isShown || parent.matches("details:not([open]), script, style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].map((box) => within(clipOf(parent), box));
    lines.push(...boxes.filter((box) => box?.right - box?.left > 1 && box.bottom - box.top > 1)
      .map((box) => ({...box, text})));
  }
  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length; next++) {
      const other = lines[next];
      if (other.top > one.bottom) break;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const low = Math.min(one.bottom - one.top, other.bottom - other.top);
      // lines of text may touch, as their boxes are higher than their letters
      if (one.text === other.text || across <= 2 || down <= 0.3 * low) continue;
      found.push(`${one.text.data} | ${other.text.data}`);
    }
  });
  return found;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_no_text_lies_over_another(visit: Visit, name: str) -> None:
    """From 320 to 1600 pixels, in steps of 20: the page is drawn anew at each, and looked at when it is at rest."""
    page = whole(visit(f"/{name}{QUERIES.get(name, '')}", viewport={"width": WIDTHS[0], "height": 900}))
    covered = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        at_rest(page)
        if found := page.evaluate(COVERED):
            covered[width] = found
    assert covered == {}


def test_a_text_over_another_is_found(visit: Visit) -> None:
    """What looks for it sees one line pushed into the next."""
    page = whole(visit("/about"))
    assert page.evaluate(COVERED) == []
    page.locator("h1").evaluate("node => node.style.marginBottom = '-2.5rem'")
    assert page.evaluate(COVERED) != []
