// The script of every page. A chart and the list of its points are one thing: a click, a tap or Enter on a symbol, or on
// its line, opens the point in the list, and the address says which. By keyboard, Tab enters a chart, arrows move from
// symbol to symbol in reading order, Home and End go to the first and last, Enter opens, Escape leaves. It also follows
// links without loading the page anew, copies the link, saves a chart as a picture, and keeps printed charts whole.
//
// Streamlit runs it again whenever the page changes; what it sets up it takes down again at the end.

const CHART = '[data-testid="stPlotlyChart"]';
const HELP = "Arrow keys move from symbol to symbol, Enter opens the words, Escape leaves.";

// A change within the view is made by the server: it alone knows what was chosen last, while that is on its way here.
let change;

export default function ({ parentElement, setTriggerValue }) {
  change = (before, after) => setTriggerValue("followed", { before, after });
  const stop = new AbortController();
  const listen = (target, type, handle) =>
    target.addEventListener(type, handle, { signal: stop.signal, capture: true });
  const voice = liveRegion(parentElement);
  const state = { chart: null, key: null };

  listen(document, "keydown", (event) => onKey(event, state, voice));
  listen(document, "focusin", ({ target }) => {
    focused = target;
    if (location.pathname !== page.path) begun = target;
  });
  listen(document, "focusout", (event) => onLeave(event, state));
  listen(document, "click", (event) => onClick(event, voice));
  listen(document, "pointerdown", hold);
  listen(document, "pointerup", letGo);
  // a click leaves the focus where it is
  listen(document, "mousedown", (event) => event.target.closest?.(CHART) && event.preventDefault());
  listen(document, "pointerover", onPoint);
  listen(window, "resize", () => (nameRows(), ringOpened(), onMenu()));
  listen(window, "beforeprint", fitForPrint);
  listen(window, "afterprint", backOnScreen);

  const watch = new MutationObserver(() => {
    document.querySelectorAll(CHART).forEach(prepare);
    nameMenu();
    keepDay();
    bringIntoView();
    nameRows();
    ringOpened();
    readOn();
    intoWhatOpened();
    followLine(voice);
    tell(voice);
    findFocus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  const states = new MutationObserver(() => {
    followLine(voice);
    onMenu();
    keepDay();
    bringIntoView(); // the address may be the last to change
    findFocus();
  });
  const attributeFilter = ["data-test-connection-state", "data-test-script-state", "data-collapsed"];
  states.observe(document.body, { attributes: true, attributeFilter, subtree: true });
  nameMenu();
  tell(voice);
  keepDay();
  bringIntoView();
  document.querySelectorAll(CHART).forEach(prepare);
  nameRows();
  ringOpened();
  fetchLate();
  return () => {
    stop.abort();
    watch.disconnect();
    states.disconnect();
  };
}

// What draws charts comes while nothing else is to be done, so that the page after the front page has it.
function fetchLate() {
  const late = document.querySelector('meta[name="late"]');
  late?.remove();
  if (!late?.content || navigator.connection?.saveData) return;
  const all = () => late.content.split(" ").forEach((script) => fetch(script, { priority: "low" }).then((got) => got.blob()).catch(() => {}));
  setTimeout(() => (window.requestIdleCallback ?? setTimeout)(all), 2000);
}

// A server that has been started again does not know what is on this page until it is asked for it: files could not be
// taken away. So the page asks for the view of its address as soon as the line is there again. While it is lost, that is
// told after the two seconds that it stays off the screen, and Streamlit's dialog, which asks whether a server is
// running and keeps readers from what they can still read, is closed.
let connected = true;
let telling;

function followLine(voice) {
  const before = connected;
  connected = !!document.querySelector('[data-test-connection-state="CONNECTED"]');
  const dialog = !connected && document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]');
  if (dialog) dialog.click();
  if (connected && !before) dispatchEvent(new PopStateEvent("popstate"));
  if (connected) clearTimeout(telling);
  else if (before || dialog) {
    clearTimeout(telling);
    telling = setTimeout(() => (voice.textContent = document.querySelector(".lost").textContent), 2000);
  }
}

function liveRegion(parent) {
  const found = parent.querySelector("[aria-live]");
  if (found) return found;
  const region = document.createElement("div");
  region.setAttribute("aria-live", "polite");
  region.className = "spoken";
  region.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  parent.append(region);
  return region;
}

function prepare(chart) {
  for (const one of chart.children) one.ariaHidden ??= "true"; // its letters mean nothing when read out: the list has the points
  if (chart.tabIndex === 0) return;
  const named = chart.matches("[aria-label]") ? chart : chart.querySelector("[aria-label]");
  chart.setAttribute("aria-label", named?.getAttribute("aria-label") ?? "Chart");
  named?.setAttribute("role", "presentation");
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-roledescription", "chart");
  chart.setAttribute("aria-description", HELP);
}

// In a narrow window the names of rows stand above their symbols, and what Plotly writes beside them is unseen. The style
// sheet is told how much room that takes, how much the symbols need to stand apart, and the colour that names stand on. In
// a timeline and in a theme's thread other texts stand where the names would: theirs stay beside.
const NARROW = matchMedia("(max-width: 750px)");
const APART = 3;

function nameRows() {
  if (!NARROW.matches) return document.querySelectorAll(".row-names").forEach((one) => one.remove());
  document.querySelectorAll('[class*="st-key-marks-"]:not(.st-key-marks-timeline, .st-key-marks-thread)').forEach(nameRowsOf);
}

function nameRowsOf(chart) {
  const plot = chart.querySelector(".js-plotly-plot");
  const frame = plot?.layout && plot.querySelector(".svg-container");
  if (!frame) return;
  const { margin, xaxis } = plot.layout;
  const places = plot.data.flatMap(({ x }) => x).sort((one, other) => one - other);
  const nearest = Math.min(...places.map((x, nth) => x - places[nth - 1]).filter((gap) => gap > 0.01));
  const widest = Math.max(0, ...marksOf(plot).map(({ size }) => size));
  const across = Math.ceil(((xaxis.range[1] - xaxis.range[0]) / nearest) * (widest + APART)) + margin.r;
  chart.style.setProperty("--labels", `${margin.l}px`);
  chart.style.setProperty("--across", `${across}px`);
  chart.style.setProperty("--paper", getComputedStyle(document.querySelector(".stApp")).backgroundColor);
  frame.querySelectorAll(".annotation").forEach((one) => one.classList.toggle("number", /^\d+$/.test(one.textContent)));
  const box = frame.getBoundingClientRect();
  chart.style.setProperty("--letters", Math.min(Math.max((box.width - margin.l) / 600, 0.84), 1));
  const names = Object.assign(document.createElement("div"), { className: "row-names" });
  frame.querySelectorAll(".ytick text").forEach((text, row) => {
    const line = frame.querySelector(`.shapelayer [data-index="${row}"]`); // the first that a grid draws are above its rows
    const [main, more] = text.dataset.unformatted.split("</b>").map(plain);
    const name = Object.assign(document.createElement("span"), { className: "row-name" });
    name.append(Object.assign(document.createElement(more === undefined ? "span" : "b"), { textContent: main }), more ? ` · ${more.trim()}` : "");
    name.style.top = `${(centre(line ?? text).y - box.top).toFixed(1)}px`;
    names.append(name);
  });
  const before = frame.querySelector(".row-names");
  if (before?.outerHTML === names.outerHTML) return;
  before?.remove();
  frame.append(names);
}

// Every symbol that stands for a point, in reading order: line by line, from left to right. A point may have several
// symbols in one chart; its id and which of them it is tell them apart. Plotly binds its data to what it draws.
function marksOf(chart) {
  const drawn = {};
  return Array.from(chart.querySelectorAll(".scatterlayer .point"), (node) => ({ node, id: idOf(node) }))
    .filter(({ id }) => id)
    .map(({ node, id }) => {
      const key = `${id} ${(drawn[id] = (drawn[id] ?? 0) + 1)}`;
      return { node, id, key, ...centre(node) };
    })
    .sort((a, b) => (Math.abs(a.y - b.y) > 4 ? a.y - b.y : a.x - b.x));
}

function idOf(node) {
  const trace = node?.closest(".trace")?.__data__?.[0].trace;
  return trace?.customdata?.[node.__data__.i]?.[0];
}

function centre(node) {
  const box = node.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, size: Math.max(box.width, box.height) };
}

// What the list beside the chart says of a point.
function wordsOf(id) {
  const line = document.querySelector(`.words li[data-id="${CSS.escape(id)}"] :is(h4, a)`);
  const symbol = line?.querySelector(".symbol");
  return line ? `${symbol?.getAttribute("aria-label") ?? ""} ${line.textContent.replace(symbol?.textContent ?? "", "")}` : "";
}

function plain(markup) {
  return new DOMParser().parseFromString(markup.replaceAll("<br>", " "), "text/html").body.textContent;
}

function onKey(event, state, voice) {
  const chart = event.target;
  if (event.key === "Escape" && menuIsOpen) closeMenu();
  if (!chart.matches?.(CHART) || event.ctrlKey || event.metaKey || event.altKey) return;
  const marks = marksOf(chart);
  const at = marks.findIndex((mark) => state.chart === chart && mark.key === state.key);
  if (event.key === "Escape") {
    chart.blur();
  } else if (event.key === "Enter" && at >= 0) {
    open(marks[at].id);
    voice.textContent = `Opened. ${wordsOf(marks[at].id)}`;
  } else if (marks.length && event.key in STEPS) {
    const mark = marks[at < 0 ? START[event.key] ?? 0 : STEPS[event.key](marks, at)] ?? marks[marks.length - 1];
    Object.assign(state, { chart, key: mark.key });
    show(chart, mark);
    voice.textContent = `${wordsOf(mark.id)} ${marks.indexOf(mark) + 1} of ${marks.length}.`;
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

const START = { End: Infinity };
const STEPS = {
  ArrowRight: (marks, at) => Math.min(at + 1, marks.length - 1),
  ArrowLeft: (marks, at) => Math.max(at - 1, 0),
  ArrowDown: (marks, at) => inNextLine(marks, at, 1),
  ArrowUp: (marks, at) => inNextLine(marks, at, -1),
  Home: () => 0,
  End: (marks) => marks.length - 1,
};

// The nearest mark of the next line below (or above) that has one.
function inNextLine(marks, at, way) {
  const here = marks[at];
  const beyond = marks.filter((mark) => (mark.y - here.y) * way > 4);
  if (!beyond.length) return at;
  const line = Math.min(...beyond.map((mark) => (mark.y - here.y) * way));
  const there = beyond.filter((mark) => (mark.y - here.y) * way < line + 4);
  return marks.indexOf(there.reduce((best, mark) => (Math.abs(mark.x - here.x) < Math.abs(best.x - here.x) ? mark : best)));
}

function show(chart, mark) {
  mark.node.scrollIntoView({ block: "nearest" });
  ring(chart, "mark-focus", [mark]);
  pointAt(mark.id);
}

// Draws rings of a kind around some symbols, and takes away those of that kind that were there.
function ring(chart, kind, marks) {
  const frame = chart.querySelector(".svg-container");
  if (!frame) return;
  const box = frame.getBoundingClientRect();
  const places = marks.map(({ x, y, size }) => {
    const side = size + 4;
    const [left, top] = [x - box.left - side / 2, y - box.top - side / 2];
    return `left:${left.toFixed(1)}px;top:${top.toFixed(1)}px;width:${side.toFixed(1)}px;height:${side.toFixed(1)}px`;
  });
  const drawn = [...frame.querySelectorAll(`.${kind}`)];
  if (drawn.map((one) => one.dataset.place).join() === places.join()) return;
  drawn.forEach((one) => one.remove());
  places.forEach((place) => {
    const one = Object.assign(document.createElement("div"), { className: `ring ${kind}` });
    one.style.cssText = one.dataset.place = place;
    frame.append(one);
  });
}

// The line of the point that the pointer or the keyboard is at.
function pointAt(id) {
  document.querySelectorAll(".words .pointed").forEach((line) => line.classList.remove("pointed"));
  if (!id) return;
  document.querySelectorAll(`.words li[data-id="${CSS.escape(id)}"]`).forEach((line) => line.classList.add("pointed"));
}

function onPoint(event) {
  if (event.pointerType === "touch") return;
  const node = event.target.closest?.(".point");
  const line = event.target.closest?.(".words li[data-id]");
  pointAt(idOf(node));
  document.querySelectorAll(CHART).forEach((chart) => {
    ring(chart, "mark-pointed", line ? marksOf(chart).filter(({ id }) => id === line.dataset.id) : []);
  });
}

function clear(state) {
  if (state.chart) ring(state.chart, "mark-focus", []);
  pointAt(null);
  Object.assign(state, { chart: null, key: null });
}

// On a narrow screen the menu lies over the page. While it is open it has the focus, and what is behind it cannot get it;
// it closes once a page is chosen.
const MENU_BUTTON = '[data-testid="stExpandSidebarButton"]';
let menuIsOpen = false;

function nameMenu() {
  document.querySelector(MENU_BUTTON)?.setAttribute("aria-label", "Menu"); // as it reads
}

function onMenu() {
  const menu = document.querySelector('[data-testid="stSidebar"]');
  const isOpen = innerWidth < 768 && menu?.dataset.collapsed === "false";
  if (!menu || isOpen === menuIsOpen) return;
  menuIsOpen = isOpen;
  [...menu.parentElement.children].forEach((one) => (one.inert = isOpen && one !== menu));
  if (isOpen) menu.querySelector("a").focus();
  else setTimeout(() => document.querySelector(MENU_BUTTON)?.focus());
}

function closeMenu() {
  const close = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
  if (menuIsOpen) setTimeout(() => close.click());
}

// What opens has the focus. It is drawn at the end of the document, where Tab would not come by it.
let popover = null;

function intoWhatOpened() {
  const opens = document.querySelector('[data-testid="stPopoverBody"]');
  if (opens && opens !== popover) {
    wanted = [document.activeElement];
    opens.tabIndex = -1;
    opens.focus();
  }
  popover = opens;
}

// What a filter, a search or a change of the sheet has led to is said: the headline, when it has changed.
let told;

function tell(voice) {
  const words = Array.from(document.querySelectorAll("[data-told]"), (one) => one.textContent.trim()).join(". ");
  if (told !== undefined && words && words !== told) voice.textContent = words;
  told = words;
}

// Who comes to another page begins at its heading, unless they have begun to use it before it was at its end. Where a change has taken away what had the focus, the focus goes to
// what is `wanted` (selectors or elements, the best first), or else to the heading.
let focused = null; // also once it is gone, but not once it was left for nothing else
let begun = null; // what has had the focus last while another page came
let wanted = [];
let put = null; // where the focus was put last
let page = { path: location.pathname, heading: document.querySelector("h1") };

function onLeave({ target }, state) {
  if (target.matches?.(CHART)) clear(state);
  setTimeout(() => target.isConnected && document.activeElement === document.body && (focused = null));
}

function findFocus() {
  if (!isAtRest()) return;
  if (document.querySelector('[data-testid="stSkeleton"], .slide')) return; // slides are turned by keys, wherever the focus is
  const heading = document.querySelector('[data-testid="stMain"] h1');
  const isNew = location.pathname !== page.path && heading && heading !== page.heading;
  const isLost = document.activeElement === document.body && focused && !focused.checkVisibility({ visibilityProperty: true });
  if (isNew) wanted = [".asked .opened h3"]; // the one list that opens far below the heading
  if (isNew || location.pathname === page.path) page = { path: location.pathname, heading };
  const found = wanted.map((one) => (one.isConnected ? one : typeof one === "string" && document.querySelector(one)));
  const isBetter = found[0] && found[0] !== put && document.activeElement === put; // what is best may come last
  if (!isNew && !isLost && !isBetter) return;
  const inUse = begun === document.activeElement && begun?.closest('[data-testid="stMain"] *, [data-testid="stPopoverBody"]');
  begun = null;
  if (isNew && inUse) return;
  put = found.find(Boolean) || heading;
  toBegin(put);
}

function onClick(event, voice) {
  if (event.target.closest?.('[data-testid="stSidebarNavLink"]')) closeMenu();
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const leading = event.target.closest?.(NAVIGATION), page = isAtRest() && leading;
  const link = event.target.closest?.("a[data-here]") ?? linkOfRow(event.target.closest?.(".ytick text, .row-name"));
  const button = event.target.closest?.("button[data-take]");
  const share = event.target.closest?.("button[data-share]");
  const back = event.target.closest?.("[data-back]");
  const paper = event.target.closest?.("[data-print]");
  const symbol = idOf(event.target.closest?.(".point"));
  if (leading && !page) hasGone = false; // Streamlit leads there, and writes the address
  if (page) {
    event.stopPropagation(); // Streamlit would put an address into the history that nobody chose
    keepDay();
    leave(page.href);
  } else if (link) {
    turn(link);
    if (!("keep" in link.dataset)) wanted = link.dataset.stay ? near(link) : [];
    follow(link);
  } else if (event.target.closest?.("[data-top]")) {
    toTop();
  } else if (paper) {
    print();
  } else if (button) {
    take(button);
  } else if (share) {
    copyLink(share, voice);
  } else if (back) {
    document.querySelector(CHART)?.scrollIntoView({ block: "start" });
    document.querySelector(CHART)?.focus({ preventScroll: true });
  } else if (symbol) {
    open(symbol);
  } else {
    return;
  }
  event.preventDefault();
}

// The point that the address has newly asked for is brought to where it can be read, and has the focus; when it is
// closed, the focus is at its line again.
let shown; // not set until the first view is there

function bringIntoView() {
  const now = new URL(location.href).searchParams.get("entry");
  if (shown === undefined && !now) shown = now;
  if (now === shown) return;
  const find = (id, rest) => id && document.querySelector(`.words li[data-id="${CSS.escape(id)}"]${rest}`);
  const opened = find(now, ".opened") ?? document.querySelector(`article.entry[data-id="${CSS.escape(now ?? "")}"]`);
  const closed = !now && find(shown, ":not(.opened) a");
  if (!opened && !closed) return;
  const first = shown === undefined;
  shown = now;
  const list = opened?.closest(".words");
  if (list && getComputedStyle(list).overflowY === "auto") list.scrollTop += opened.getBoundingClientRect().top - list.getBoundingClientRect().top - 40;
  else opened?.scrollIntoView({ block: "nearest" });
  if (!first) (opened?.querySelector("h4, h3") || closed || null)?.focus({ preventScroll: true });
}

function ringOpened() {
  const now = document.querySelector(".words li.opened")?.dataset.id;
  document.querySelectorAll(CHART).forEach((chart) => {
    ring(chart, "mark-opened", now ? marksOf(chart).filter(({ id }) => id === now) : []);
  });
}

// Where the browser does not let a page copy, the address is shown, to be copied by hand.
async function copyLink(button, voice) {
  const address = document.querySelector("[data-view]")?.textContent ?? location.href;
  const box = button.parentElement.querySelector("label");
  try {
    await navigator.clipboard.writeText(address);
    voice.textContent = button.textContent = "Link copied";
    setTimeout(() => (button.textContent = "Share"), 4000);
  } catch {
    box.hidden = false;
    box.querySelector("input").select();
    voice.textContent = "Copy this address";
  }
}

// Whoever turns to another sheet of a list goes on reading at its beginning.
let turned = null;

function turn(link) {
  const list = document.getElementById(link.closest(".pager")?.dataset.turns ?? "");
  turned = list && { id: list.id, rows: list.getAttribute("aria-label") };
}

function readOn() {
  const list = turned && document.getElementById(turned.id);
  if (!list || list.getAttribute("aria-label") === turned.rows) return;
  turned = null;
  list.focus({ preventScroll: true });
  list.scrollIntoView();
}

// Whoever changes a line of a list stays at it: in the box that came, at what was pressed or what undoes it, or at the
// same of the next line.
const OPPOSITE = { Up: "Down", Down: "Up" };

function near(link) {
  const [what, name] = link.dataset.stay.split(" ");
  const all = [...document.querySelectorAll(`[data-stay^="${what} "]`)];
  const others = [...all.splice(all.indexOf(link)).slice(1), ...all.reverse()].map((one) => one.dataset.stay);
  const stays = [link.dataset.stay, `${OPPOSITE[what]} ${name}`, ...others];
  return ['[data-testid="stForm"] textarea', ...stays.map((one) => `[data-stay="${CSS.escape(one)}"]`)];
}

// The name of a row leads where the same name leads in the list.
function linkOfRow(row) {
  const name = row && plain(row.dataset.unformatted ?? row.textContent);
  return name && [...document.querySelectorAll(".words a[data-row]")].find((link) => link.dataset.row === name);
}

const NAVIGATION = 'a:is([data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"])';

function isAtRest() {
  return !!document.querySelector('[data-test-script-state="notRunning"]');
}

function toTop() {
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTo(0, 0);
  toBegin(main.querySelector("h1"));
}

// Text takes the focus for once, not as a stop of Tab.
function toBegin(one) {
  if (one?.tabIndex < 0) one.tabIndex = -1;
  one?.focus();
}

// A link within the view keeps the place on the page; any other begins at the top. It stands for what it changes of
// the view that it is part of, which may be changing as it is pressed.
function follow(link) {
  const address = link.getAttribute("href");
  if (!address.startsWith("?")) leave(link.href);
  else if (!connected) visit(link.href);
  else if ("from" in link.dataset) change(link.dataset.from, address.slice(1));
  else open(new URLSearchParams(address).get("entry"));
}

// A link that the page makes anew or covers between press and release counts as pressed all the same, if the hand stays.
let held, at;

function hold(event) {
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  held = isPlain && event.target.closest?.("a[data-here]");
  at = [event.clientX, event.clientY];
}

function letGo(event) {
  const isStill = event.clientX === at?.[0] && event.clientY === at?.[1];
  if (held && (!held.isConnected || (isStill && !held.contains(event.target)))) follow(held);
  held = undefined;
}

function leave(address) {
  visit(address);
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
}

// In a view of an earlier day, the pages of the navigation are of that day as well.
function keepDay() {
  const day = new URL(document.querySelector("[data-view]")?.textContent ?? location.href).searchParams.get("as_of");
  document.querySelectorAll(NAVIGATION).forEach((link) => {
    const url = new URL(link.href);
    if (url.searchParams.get("as_of") === day) return;
    if (day) url.searchParams.set("as_of", day);
    else url.searchParams.delete("as_of");
    link.href = url;
  });
}

// Goes to an address of the dashboard as Back and Forward do, without loading everything anew.
function visit(address) {
  if (address !== location.href) history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

// Whoever goes back while a page is on its way stays where they are. Streamlit would write the address of that page all
// the same when it comes, and Back would lead to a view that nobody chose. Until something is pressed, what the server
// adds to an address that was gone to takes the place of it; one that says otherwise is that of a view that was left.
let hasGone = false, gone = null;
addEventListener("popstate", () => ([hasGone, gone] = [true, new URL(location.href)]), true);
["pointerdown", "click", "keydown", "input"].forEach((done) => addEventListener(done, () => (gone = null), true));
history.pushState = function (state, title, address) {
  const to = new URL(address, location.href), ours = !state, isPage = to.pathname !== location.pathname;
  const isLeft = gone && [...gone.searchParams].some(([name, value]) => to.searchParams.get(name) !== value);
  if (!ours && (to.href === location.href || (isPage ? hasGone : isLeft))) return;
  History.prototype[!ours && gone ? "replaceState" : "pushState"].call(history, state, title, address);
};

function open(id) {
  if (connected) return change("", new URLSearchParams({ entry: id }).toString());
  const address = new URL(location.href);
  address.searchParams.set("entry", id);
  visit(address.href);
}

// On paper every fold is open but that of a possible link, whose line says it all in brief. A chart has a view box, so that it can be drawn as wide as the sheet; the style sheet is
// told its size and that of its labels, so that these stay legible.
let opened = [];

function fitForPrint() {
  opened = [...document.querySelectorAll('[data-testid="stMain"] details:not([open], .pair)')];
  opened.forEach((fold) => (fold.open = true));
  document.querySelectorAll(".js-plotly-plot .main-svg").forEach((svg) => {
    const [wide, tall] = [svg.width.baseVal.value, svg.height.baseVal.value];
    svg.setAttribute("viewBox", `0 0 ${wide} ${tall}`);
    Object.entries({ wide, tall }).forEach(([name, size]) => svg.closest(".js-plotly-plot").style.setProperty(`--${name}`, size));
  });
  document.querySelectorAll(".js-plotly-plot .ytick text").forEach((text) => {
    text.style.setProperty("--size", text.style.fontSize);
  });
}

function backOnScreen() {
  opened.forEach((fold) => (fold.open = false));
  opened = [];
  document.querySelectorAll(".js-plotly-plot .main-svg").forEach((svg) => svg.removeAttribute("viewBox"));
}

// A chart to take away carries its own words: headline, subtitle, how to read it, source and address.
// A machine without the page's font writes wider labels: those beside rows get a margin, those made small get smaller.
const MARGIN = 48;
const NARROWER = 0.92;

async function take(button) {
  const box = button.closest("[data-chart]");
  const plot = document.querySelector(`.st-key-${CSS.escape(box.dataset.chart)} .js-plotly-plot`);
  if (!plot) return;
  const words = { address: document.querySelector("[data-view]")?.textContent ?? location.href };
  box.querySelectorAll("[data-word]").forEach((word) => (words[word.dataset.word] = word.textContent));
  const svg = drawing(plot, words);
  const file = new Blob([svg.text], { type: "image/svg+xml" });
  save(button.dataset.take === "svg" ? file : await painted(file, svg), `${box.dataset.name}.${button.dataset.take}`);
}

function drawing(plot, words) {
  const [{ width, height }, page] = [plot.getBoundingClientRect(), getComputedStyle(document.querySelector(".stApp"))];
  const head = [...wrapped(words.headline, width - 32, 22, 600), ...wrapped(words.subtitle, width - 32, 14, 400)];
  const foot = [...wrapped(words.key, width - 32, 14, 400), ...wrapped(`${words.source} ${words.address}`, width - 32, 12, 400)];
  const [top, bottom] = [total(head) + 24, total(foot) + 20];
  const layers = [...plot.querySelectorAll("svg.main-svg")].map(standing).join("");
  const lines = written(head, 24) + written(foot, top + height + 20);
  const [w, h] = [Math.ceil(width) + MARGIN, Math.ceil(top + height + bottom)];
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" ` +
    `font-family="sans-serif" fill="${page.color}"><rect width="${w}" height="${h}" fill="${page.backgroundColor}"/>` +
    `${lines}<g transform="translate(${MARGIN} ${top})">${layers}</g></svg>`;
  return { text, w, h };
}

// A copy of one of Plotly's layers that looks the same without the page's style sheet.
function standing(svg) {
  const copy = svg.cloneNode(true);
  const texts = svg.querySelectorAll("text");
  copy.querySelectorAll("text").forEach((text, i) => {
    const { fill, scale, transformBox, transformOrigin } = getComputedStyle(texts[i]);
    Object.assign(text.style, { fill, scale: scale * NARROWER || 1, transformBox, transformOrigin });
    text.style.fontFamily = "sans-serif";
  });
  copy.querySelectorAll(".hoverlayer").forEach((layer) => layer.replaceChildren());
  copy.removeAttribute("style");
  copy.setAttribute("overflow", "visible");
  return new XMLSerializer().serializeToString(copy);
}

function wrapped(words, width, size, weight) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px sans-serif`;
  const lines = [""];
  for (const word of words.split(/\s+/).flatMap((word) => pieces(word, pen, width))) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => ({ line, size, weight }));
}

// A word that is wider than the picture is parted into pieces that fit.
function pieces(word, pen, width) {
  const parts = [""];
  for (const character of pen.measureText(word).width > width ? word : [word]) {
    if (parts.at(-1) && pen.measureText(parts.at(-1) + character).width > width) parts.push("");
    parts[parts.length - 1] += character;
  }
  return parts;
}

function total(lines) {
  return lines.reduce((height, { size }) => height + size * 1.4, 0);
}

function written(lines, from) {
  let y = from;
  const texts = lines.map(({ line, size, weight }) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.textContent = line;
    Object.entries({ x: 16, y, "font-size": size, "font-weight": weight }).forEach(([k, v]) => text.setAttribute(k, v));
    y += size * 1.4;
    return new XMLSerializer().serializeToString(text);
  });
  return texts.join("");
}

async function painted(file, { w, h }) {
  const picture = new Image();
  const address = URL.createObjectURL(file);
  picture.src = address;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: w * 2, height: h * 2 });
  canvas.getContext("2d").drawImage(picture, 0, 0, w * 2, h * 2);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
