// The dashboard's only script. Plotly gives no way to reach a mark without a mouse, so this does:
// Tab enters a chart, arrows move from mark to mark in reading order, Home and End go to the first and last,
// Enter opens the entry, Escape leaves. It also opens entries from links without loading the page anew, lets a
// chart be taken away as SVG or PNG, and keeps printed charts from being cropped.
//
// Streamlit runs it again whenever the page changes; what it sets up it takes down again at the end.

const CHART = '[data-testid="stPlotlyChart"]';
const HELP = "Arrow keys move from symbol to symbol, Enter opens the words, Escape leaves.";

export default function ({ parentElement }) {
  const stop = new AbortController();
  const listen = (target, type, handle) =>
    target.addEventListener(type, handle, { signal: stop.signal, capture: true });
  const voice = liveRegion(parentElement);
  const state = { chart: null, key: null };

  listen(document, "keydown", (event) => onKey(event, state, voice));
  listen(document, "focusout", (event) => event.target.matches?.(CHART) && clear(state));
  listen(document, "click", (event) => onClick(event));
  listen(document, "pointerdown", () => (left = null));
  listen(window, "beforeprint", fitForPrint);
  listen(window, "afterprint", backOnScreen);

  const watch = new MutationObserver(() => {
    document.querySelectorAll(CHART).forEach(prepare);
    giveBack(state);
    bringIntoView();
    readOn();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  const line = new MutationObserver(comeBack);
  line.observe(document.body, { attributes: true, attributeFilter: ["data-test-connection-state"], subtree: true });
  document.querySelectorAll(CHART).forEach(prepare);
  return () => {
    stop.abort();
    watch.disconnect();
    line.disconnect();
  };
}

// A server that has been started again does not know what is on this page until it is asked for it: files could not be
// taken away. So the page asks for the view of its address as soon as the line is there again.
let connected = true;

function comeBack() {
  const before = connected;
  connected = !!document.querySelector('[data-test-connection-state="CONNECTED"]');
  if (connected && !before) dispatchEvent(new PopStateEvent("popstate"));
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
  if (chart.tabIndex === 0) return;
  const named = chart.matches("[aria-label]") ? chart : chart.querySelector("[aria-label]");
  chart.setAttribute("aria-label", named?.getAttribute("aria-label") ?? "Chart");
  named?.setAttribute("role", "presentation");
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-roledescription", "chart");
  chart.setAttribute("aria-description", HELP);
}

// Every mark that stands for an entry, in reading order: line by line, from left to right. An entry may have several
// marks in one chart; its id and which of them it is tell them apart.
function marksOf(chart) {
  const drawn = {};
  const plot = chart.querySelector(".js-plotly-plot");
  const traces = plot?.querySelectorAll(".scatterlayer > .trace") ?? [];
  const marks = (plot?.data ?? []).flatMap((trace, t) => {
    const points = traces[t]?.querySelectorAll(".point") ?? [];
    return Array.from(trace.customdata ?? [], (custom, i) => ({
      id: custom[0],
      key: `${custom[0]} ${(drawn[custom[0]] = (drawn[custom[0]] ?? 0) + 1)}`,
      words: plain(trace.hovertext?.[i] ?? custom[0]),
      node: points[i],
    }));
  });
  return marks
    .filter((mark) => mark.node)
    .map((mark) => ({ ...mark, ...centre(mark.node) }))
    .sort((a, b) => (Math.abs(a.y - b.y) > 4 ? a.y - b.y : a.x - b.x));
}

function centre(node) {
  const box = node.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2, size: Math.max(box.width, box.height) };
}

function plain(markup) {
  return new DOMParser().parseFromString(markup.replaceAll("<br>", " "), "text/html").body.textContent;
}

function onKey(event, state, voice) {
  const chart = event.target;
  left = null;
  if (!chart.matches?.(CHART) || event.ctrlKey || event.metaKey || event.altKey) return;
  const marks = marksOf(chart);
  const at = marks.findIndex((mark) => state.chart === chart && mark.key === state.key);
  if (event.key === "Escape") {
    chart.blur();
  } else if (event.key === "Enter" && at >= 0) {
    left = { place: placeOf(chart), key: marks[at].key };
    open(marks[at].id);
    voice.textContent = `Opened. ${marks[at].words}`;
  } else if (marks.length && event.key in STEPS) {
    const mark = marks[at < 0 ? START[event.key] ?? 0 : STEPS[event.key](marks, at)] ?? marks[marks.length - 1];
    Object.assign(state, { chart, key: mark.key });
    show(chart, mark);
    voice.textContent = `${mark.words} ${marks.indexOf(mark) + 1} of ${marks.length}.`;
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

// A chart that draws the opened entry otherwise is a new one to the page: it gets the keyboard back, at the same mark.
let left = null;

function giveBack(state) {
  const chart = left && document.activeElement === document.body && document.querySelector(`.${left.place} ${CHART}`);
  const mark = chart && marksOf(chart).find(({ key }) => key === left.key);
  if (!mark) return;
  chart.focus({ preventScroll: true });
  Object.assign(state, { chart, key: left.key });
  left = null;
  show(chart, mark);
}

function placeOf(chart) {
  const frame = chart.closest('[class*="st-key-marks-"]');
  return Array.from(frame?.classList ?? []).find((name) => name.startsWith("st-key-marks-")) ?? "nowhere";
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
  const frame = chart.querySelector(".svg-container");
  let ring = frame.querySelector(".mark-focus");
  if (!ring) {
    ring = document.createElement("div");
    ring.className = "mark-focus";
    frame.append(ring);
  }
  const { x, y, size } = centre(mark.node);
  const box = frame.getBoundingClientRect();
  const enlarged = box.width / frame.offsetWidth; // on a slide
  const side = size / enlarged + 12;
  const [left, top] = [(x - box.left) / enlarged - side / 2, (y - box.top) / enlarged - side / 2];
  ring.style.cssText = `left:${left}px;top:${top}px;width:${side}px;height:${side}px`;
  // Plotly's own label shows the words to those who see.
  const layer = chart.querySelector(".nsewdrag");
  layer?.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true }));
}

function clear(state) {
  state.chart?.querySelector(".mark-focus")?.remove();
  Object.assign(state, { chart: null, key: null });
}

function onClick(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[data-here]");
  const button = event.target.closest?.("button[data-take]");
  if (link) {
    turn(link);
    visit(link.href);
  } else if (button) {
    take(button);
  } else {
    return;
  }
  event.preventDefault();
}

// The words that the address has newly asked for are brought to where they can be read.
let shown = new URL(location.href).searchParams.get("entry");

function bringIntoView() {
  const asked = new URL(location.href).searchParams.get("entry");
  const card = asked !== shown && document.querySelector(`article.entry[data-id="${CSS.escape(asked ?? "")}"]`);
  if (!card) return;
  shown = asked;
  card.scrollIntoView({ block: "nearest" });
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

// Goes to an address of the dashboard as Back and Forward do, without loading everything anew.
function visit(address) {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

function open(id) {
  const address = new URL(location.href);
  address.searchParams.set("entry", id);
  visit(address.href);
}

// On paper every fold is open. A chart has a view box, so that it can be drawn as wide as the sheet; the style sheet is
// told its size and that of its labels, so that these stay legible.
let opened = [];

function fitForPrint() {
  opened = [...document.querySelectorAll('[data-testid="stMain"] details:not([open])')];
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
}

// A chart to take away carries its own words: headline, subtitle, how to read it, source and address.
// A machine without the page's font writes wider labels: they get a margin.
const MARGIN = 48;

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
    text.style.fill = getComputedStyle(texts[i]).fill;
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
