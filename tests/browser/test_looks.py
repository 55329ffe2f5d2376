"""What every page looks like once it is there: calm, in its place at every size, in light, in the dark and on paper.

Each page is opened once for all that is seen of it, and put back into the light before each test.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.reading import CHART, MARK, OF_COLOUR, SPACED, at_rest, squeezed, violations, whole

pytestmark = pytest.mark.browser

MEASURE, COVERED = ((Path(__file__).parent / f"{name}.js").read_text("utf-8") for name in ("first_screen", "covered"))
CHARTS = {
    "inspection": "/inspection?inspection=2026-family-environment",
    "themes": "/themes",
    "replies": "/replies",
    "commitments": "/commitments",
    "timeline": "/timeline",
}
OTHERS = {
    "overview": "/",
    "then-and-since": "/then-and-since",
    "questions": "/questions",
    "present": "/present",
    "search": "/search",
    "about": "/about",
    "entry": "/entry?id=2026-family-environment.C03",
}
FURTHER = {
    "theme": "/themes?theme=supervision",
    "opened": f"{CHARTS['inspection']}&entry=2026-family-environment.C08",
    "edited": "/questions?pick=Q01&edit=Q01",
    "found": "/search?q=police",
    "action": "/entry?id=2025-group-exploitation.A02",
    "since": "/since",
}
PAGES = CHARTS | OTHERS
EVERYTHING = PAGES | FURTHER
MOST_WORDS = {"overview": 270, "search": 220, "about": 220, "entry": 220}
AS_THE_HEADING = """() => {
    const ink = getComputedStyle(document.querySelector("h1")).color;
    return [...document.querySelectorAll(".ytick text")].every(one => getComputedStyle(one).fill === ink);
}"""
LAPTOP, TABLET, PHONE = (1366, 768), (820, 1180), (390, 844)
ALL_IN_SIGHT = {"themes": 200, "timeline": 180, "entry": 240}
"""How many words there are on a tablet at most, which shows a whole chart, with each name in it, and a whole point."""


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, inside: Visit) -> Page:
    """Open a page, once for all tests of it."""
    return inside(EVERYTHING[request.param])


@pytest.fixture
def page(opened: Page) -> Page:
    """Give the page as it is on a screen, in the light; each test gives the window its size."""
    opened.emulate_media(media="null")
    return coloured(opened, "light")


def coloured(page: Page, scheme: Literal["light", "dark"]) -> Page:
    """Change to light or to dark, and wait until page and chart are in its colours."""
    page.emulate_media(color_scheme=scheme)
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
    page.wait_for_function(AS_THE_HEADING)
    return page


def sized(page: Page, width: int, height: int = 844, look: str = "() => {}") -> Any:
    """Make the window as large, wait until everything is in its place, and give what a script sees then."""
    page.set_viewport_size({"width": width, "height": height})
    return at_rest(page, look)


def of(*kinds: Iterable[str], but: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    """Ask for the pages of these kinds, one after another, but for some."""
    names = [name for kind in kinds for name in kind if name not in but]
    return pytest.mark.parametrize("opened", names, indirect=True, scope="module")


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """Give the name of the page."""
    return str(request.node.callspec.params["opened"])


@of(PAGES)
@pytest.mark.parametrize("size", [LAPTOP, TABLET], ids=["laptop", "tablet"])
def test_a_page_can_be_read_at_a_glance(page: Page, name: str, size: tuple[int, int]) -> None:
    """Few words, short lines, at most four screens, one heading above the others, and the page marked as current."""
    measured = sized(page, *size, MEASURE)
    most = MOST_WORDS.get(name, 160)
    assert measured["words"] <= (ALL_IN_SIGHT.get(name, most) if size == TABLET else most)
    assert measured["longest"] <= 110
    assert measured["screens"] <= 4
    assert measured["current"] or name == "entry"  # which is reached by links alone
    _headings_are_in_order(measured["headings"])
    assert all(len(text.split()) <= 15 for text in measured["headlines"])
    assert all(len(text.split()) <= 30 for text in measured["subtitles"])


def _headings_are_in_order(headings: list[tuple[int, float]]) -> None:
    levels = [level for level, _ in headings]
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))
    sizes: dict[int, float] = {}
    for level, size in headings:
        sizes.setdefault(level, size)
    in_order = [sizes[level] for level in sorted(sizes)]
    assert in_order == sorted(in_order, reverse=True)


@of(CHARTS)
@pytest.mark.parametrize("size", [LAPTOP, TABLET], ids=["laptop", "tablet"])
def test_the_chart_its_key_and_its_words_are_in_sight(page: Page, size: tuple[int, int]) -> None:
    """The chart begins within 330 px, fills half of the screen with its words, and has its key right above it."""
    measured = sized(page, *size, MEASURE)
    chart, key = measured["charts"][0], measured["keys"][0]
    assert chart["top"] <= 330
    assert key["top"] <= chart["top"] + 60
    filled = sum(one["area"] for one in (*measured["charts"], *measured["lists"]))
    assert filled >= size[0] * size[1] / 2
    assert measured["headlines"]


@of(EVERYTHING)
def test_no_page_runs_out_of_the_screen(page: Page) -> None:
    """At no size does a page scroll sideways."""
    main = "document.querySelector('[data-testid=stMain]')"
    for width in (1920, 1440, 768, 390):
        inner, room, right = sized(
            page, width, 900, f"() => [{main}.scrollWidth, {main}.clientWidth, {main}.getBoundingClientRect().right]"
        )
        assert inner <= room, width
        assert right <= width


@of(EVERYTHING, but=("inspection", "theme", "questions", "search", "entry"))
def test_no_page_has_an_accessibility_violation(page: Page) -> None:
    """The automatic checks find nothing at any size, in light and in dark."""
    for scheme, rules in (("light", ()), ("dark", OF_COLOUR)):
        coloured(page, scheme)  # type: ignore[arg-type]
        for width, height in (LAPTOP, TABLET, PHONE):
            sized(page, width, height)
            expect(page.get_by_test_id("stExpandSidebarButton")).to_have_count(int(width < 768))
            assert (scheme, width, violations(page, *rules)) == (scheme, width, [])


def test_a_violation_is_found(visit: Visit) -> None:
    """The checks see a picture that says nothing, in the dark colours that cannot be told apart, and no others."""
    page = whole(visit("/about"))
    page.locator("h1").evaluate("heading => heading.append(new Image())")
    assert [one.partition(":")[0] for one in violations(page)] == ["image-alt"]
    coloured(page, "dark").locator("h1").evaluate("heading => heading.style.color = '#333'")
    assert [one.partition(":")[0] for one in violations(page, *OF_COLOUR)] == ["color-contrast"]


@of(EVERYTHING, but=("opened", "edited", "search", "theme", "action"))
def test_no_text_lies_over_another(page: Page) -> None:
    """From 320 to 1600 pixels, in steps of 20: the page is drawn anew at each, and looked at when it is at rest."""
    covered = {width: sized(page, width, 900, COVERED) for width in range(1600, 319, -20)}
    assert {width: found for width, found in covered.items() if found} == {}


def test_a_text_over_another_is_found(visit: Visit) -> None:
    """What looks for it sees one line pushed into the next."""
    page = whole(visit("/about"))
    assert page.evaluate(COVERED) == []
    page.locator("h1").evaluate("node => node.style.marginBottom = '-2.5rem'")
    assert page.evaluate(COVERED) != []


@of(["questions", "overview", "then-and-since", "replies"])
def test_links_of_one_name_lead_to_one_place(page: Page) -> None:
    """Where the same words lead elsewhere, they stand in a line, a row or a part of its own (WCAG 2.2, 2.4.4)."""
    twice: list[str] = page.evaluate("""() => {
        const told = new Map();
        return [...document.querySelectorAll('a[href], button[data-stay]')]
            .filter(one => !one.closest('li, tr, section, details'))
            .filter(one => { const name = one.ariaLabel ?? one.textContent.trim(), to = one.href;
                const before = told.get(name); told.set(name, to); return before && before !== to; })
            .map(one => one.ariaLabel ?? one.textContent);
    }""")
    assert twice == []


@of(CHARTS, ["theme"])
def test_labels_have_their_room_from_the_beginning(page: Page) -> None:
    """Plotly leaves the margins as they are given; where labels have too little room it draws the chart twice."""
    charts = "[...document.querySelectorAll('.js-plotly-plot')]"
    margins = sized(page, 1440, 900, f"() => {charts}.map(one => [one.layout.margin.l, one._fullLayout._size.l])")
    assert margins
    assert [given for given, _ in margins] == [taken for _, taken in margins]


@of(CHARTS, ["theme"])
def test_symbols_stay_apart_when_the_page_is_enlarged(page: Page) -> None:
    """At 100, 125, 200 and 400 % of a laptop, and on a tablet, no symbol covers another, and all are there."""
    drawn = page.locator(MARK).count()
    for width in (1366, 1280, 1100, 820, 700, 683, 640, 342, 320):
        marks, gap, chart = sized(
            page,
            width,
            768,
            f"""() => {{
            const marks = [...document.querySelectorAll({MARK!r})].map(one => one.getBoundingClientRect());
            const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
            const gaps = marks.flatMap((one, i) => marks.slice(i + 1).map(other => {{
                const [[a, b], [c, d]] = [middle(one), middle(other)];
                return Math.max(Math.abs(a - c), Math.abs(b - d)) - one.width;
            }}));
            return [marks.length, Math.min(...gaps), document.querySelector({CHART!r}).getBoundingClientRect().width];
        }}""",
        )
        assert marks == drawn
        assert gap > 0, f"symbols merge at {width}"
        assert chart > 500


NAMES_AND_SYMBOLS = f"""() => {{
    const all = (what) => [...document.querySelectorAll(`{CHART} ${{what}}`)].filter(one =>
        one.checkVisibility({{ visibilityProperty: true }}));
    const box = (one) => one.getBoundingClientRect(), letters = (one) => one.textContent;
    const [names, beside, notes, marks] = [".row-name", ".ytick text", ".annotation-text", ".point"].map(all);
    const texts = [...names, ...beside, ...notes], rows = [...document.querySelectorAll("{CHART} .ytick text")];
    const middle = (one) => (box(one).top + box(one).bottom) / 2;
    const meet = (one, other) => Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
        Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);
    const lines = all(".shapelayer path");
    const tops = rows.map((row, nth) => lines.length ? middle(lines[nth]) : middle(row) - 21);
    const frame = document.querySelector("[class*=st-key-marks-]"), slide = frame.scrollWidth - frame.clientWidth;
    const within = (one, right) => box(one).left >= 0 && box(one).right <= right;
    const last = (ones, place) => ones.filter(one => one <= place).length;
    return {{
        above: names.map(letters), beside: beside.map(letters), marks: marks.length,
        slides: slide, cut: names.filter(one => one.scrollWidth > one.clientWidth).map(letters),
        outside: [...names, ...beside].filter(one => !within(one, innerWidth)).map(letters),
        beyond: [...notes, ...marks].filter(one => !within(one, innerWidth + slide)).map(letters),
        over: texts.filter(one => marks.some(mark => meet(box(one), box(mark)))).map(letters),
        crossed: names.filter(one => texts.some(other => one !== other && meet(box(one), box(other)))).map(letters),
        astray: names.length ? marks.filter(one =>
            last(tops, middle(one)) !== last(names.map(name => box(name).bottom), box(one).top)).map(middle) : [],
    }};
}}"""


@of(["inspection", "themes", "replies", "commitments"])
def test_in_a_narrow_window_rows_have_their_names_above_them(page: Page, name: str) -> None:
    """All names are in the window, each above the symbols of its row, and no text lies over another or over a symbol.

    Where rows have several columns, a chart slides sideways by no more than a window lacks of 490 pixels, on a phone by
    100, and the names do not slide with it. Where there is room, they stand beside.
    """
    wide = sized(page, *TABLET, NAMES_AND_SYMBOLS)
    assert wide["beside"]
    assert wide["above"] == []
    for scheme, width in (("light", 390), ("light", 360), ("light", 750), ("dark", 500), ("dark", 390)):
        coloured(page, scheme)  # type: ignore[arg-type]
        narrow = sized(page, width, 844, NAMES_AND_SYMBOLS)
        assert [squeezed(one).replace("·", "") for one in narrow.pop("above")] == [*map(squeezed, wide["beside"])]
        assert narrow.pop("slides") <= (0 if name == "inspection" else max(490 - width, 0))
        assert narrow.pop("marks") == wide["marks"]
        assert {what: found for what, found in narrow.items() if found} == {}, width
        page.locator("[class*=st-key-marks-]").evaluate("frame => frame.scrollLeft = 999")
        assert at_rest(page, NAMES_AND_SYMBOLS)["outside"] == [], "names stay where they are"
        page.locator("[class*=st-key-marks-]").evaluate("frame => frame.scrollLeft = 0")
    assert sized(page, *TABLET, NAMES_AND_SYMBOLS) == wide


def lost(page: Page) -> list[str]:
    """Name the buttons and chart labels whose words reach beyond what shows them."""
    found: list[str] = page.evaluate("""() => [
        ...[...document.querySelectorAll('[data-testid=stButtonGroup] button, .chip, .badge')].filter(one => {
            if (!one.checkVisibility({ contentVisibilityAuto: true })) return false;
            const words = document.createRange();
            words.selectNodeContents(one.querySelector('p') ?? one);
            const [inner, outer] = [words.getBoundingClientRect(), one.getBoundingClientRect()];
            return inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1 || inner.right > outer.right + 1;
        }),
        ...[...document.querySelectorAll('.js-plotly-plot .ytick text')].filter(one =>
            one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().left < 0),
    ].map(one => one.textContent)""")
    return found


@contextmanager
def styled(page: Page, style: str) -> Iterator[None]:
    """Give a page a style of the reader's own until the end of the block."""
    tag = page.add_style_tag(content=style)
    try:
        yield
    finally:
        tag.evaluate("tag => tag.remove()")


@of(CHARTS, ["theme"])
@pytest.mark.parametrize("width", [1366, 390])
def test_spaced_text_is_whole(page: Page, width: int) -> None:
    """With the spacing that a reader may set, no button and no label of a chart is cut."""
    sized(page, width)
    with styled(page, SPACED):
        assert lost(page) == []
        if width > 390:
            label = page.locator(".js-plotly-plot .ytick text").first
            frames = label.evaluate("""one => { const cuts = [];
                for (let box = one.closest('svg'); box.dataset.testid !== 'stMain'; box = box.parentElement)
                    if (getComputedStyle(box).overflow !== 'visible') cuts.push(box.className);
                return cuts; }""")
            assert frames == [], "nothing around a label cuts it off"


@of(["present"])
@pytest.mark.parametrize("style", ["p {}", SPACED], ids=["as it is", "spaced"])
def test_at_four_hundred_per_cent_no_choice_runs_out_of_the_window(page: Page, style: str) -> None:
    """The longest names of inspections wrap, with text spaced further too (WCAG 2.2, 1.4.10 and 1.4.12)."""
    sized(page, 320, 256)
    with styled(page, style):
        assert lost(page) == []
        main, row = page.get_by_test_id("stMain"), page.get_by_test_id("stButtonGroup").locator("> div").first
        assert main.evaluate("main => main.scrollWidth - main.clientWidth") == 0
        assert row.evaluate("row => row.scrollWidth - row.clientWidth") <= 1


@of(CHARTS, ["theme"])
def test_a_printed_chart_is_not_cropped(page: Page) -> None:
    """On A4 every chart fits the width of the paper; afterwards it is drawn for the window as before."""
    boxes = "() => [...document.querySelectorAll('.main-svg')].map(svg => svg.getBoundingClientRect().right)"
    places = f"() => [...document.querySelectorAll({MARK!r})].map(mark => mark.getBoundingClientRect().x)"
    before = sized(page, *TABLET, places)
    sized(page, 1440)  # as wide as it was drawn before it was printed
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rights = page.evaluate(boxes)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rights
    assert max(rights) <= 794
    page.emulate_media(media="null")
    sized(page, 1440)
    assert sized(page, *TABLET, places) == before
