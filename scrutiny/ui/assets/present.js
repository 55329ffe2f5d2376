// The slides on the projector: keys and clickers, mouse and fingers, full screen, black, and two windows that follow one
// another. The number of the slide stands in the address and is changed at once with each press, however fast they come;
// the page follows. Streamlit runs this again whenever the page changes: what it sets up it takes down at the end.

const STEPS = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 1,
  End: () => Infinity,
};
const FAR = 60; // pixels: what is shorter is a tap, not a swipe
const EDGE = 16; // where a browser's own swipe begins
const REST = 4000; // milliseconds after which the buttons and the pointer are out of sight

let began = null; // when the slides were begun, for the clock of the notes
let opened = null; // the point whose words were shown last
let typed = ""; // the number of a slide, before Enter
let resting;

export default function ({ parentElement }) {
  const stop = new AbortController();
  const listen = (target, type, handle, more) => target.addEventListener(type, handle, { signal: stop.signal, ...more });
  const windows = new BroadcastChannel("slides");
  const voice = liveRegion(parentElement);
  const tell = (what) => windows.postMessage({ of: deck(), began, black: isBlack(), ...what });
  let touched = null;

  listen(document, "keydown", (event) => onKey(event, tell));
  listen(document, "click", (event) => onClick(event, tell));
  listen(document, "change", ({ target }) => target.matches("[data-letters]") && sessionStorage.setItem("letters", target.checked ? "on" : "off"));
  listen(document, "touchstart", (event) => (touched = onTouch(event)), { passive: false });
  listen(document, "touchend", ({ changedTouches: [touch] }) => swiped(touched, touch, tell));
  for (const type of ["pointermove", "pointerdown", "focusin"]) listen(document, type, wake);
  listen(window, "resize", placeWords);
  listen(visualViewport, "resize", () => document.documentElement.toggleAttribute("data-zoomed", isZoomed()));
  listen(windows, "message", ({ data }) => hear(data, tell));

  const look = () => {
    say(voice);
    document.querySelectorAll("[data-letters]").forEach((box) => (box.checked = hasLetters()));
    placeWords();
    moveFocus();
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  const ticking = setInterval(tick, 1000);
  if (shown()) began ??= Date.now();
  if (notes()) tell({ asks: true });
  look();
  tick();
  return () => {
    stop.abort();
    watch.disconnect();
    windows.close();
    clearInterval(ticking);
  };
}

function liveRegion(parent) {
  const found = parent.querySelector("[aria-live]");
  if (found) return found;
  const region = document.createElement("div");
  region.setAttribute("aria-live", "polite");
  region.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  parent.append(region);
  return region;
}

const slide = () => document.querySelector(".screen");
const notes = () => document.querySelector(".presenter");
const shown = () => slide() ?? notes();
const words = () => document.querySelector(".opened-words");
const isZoomed = () => visualViewport.scale > 1.01;
// Spoken words come as letters: whoever speaks to the computer can turn such keys off (WCAG 2.2, 2.1.4).
const hasLetters = () => sessionStorage.getItem("letters") !== "off";
const isBlack = () => document.documentElement.hasAttribute("data-black");

function say(voice) {
  const now = shown();
  const text = now ? `Slide ${now.dataset.number} of ${now.dataset.slides}. ${now.querySelector(".slide-headline").textContent}` : "";
  if (voice.textContent === text) return;
  voice.textContent = text;
  slide()?.scrollTo(0, 0);
}

// Where a slide is longer than its window, Up and Down move it first.
function scrolls(key) {
  const before = slide()?.scrollTop;
  slide()?.scrollBy(0, ({ ArrowDown: 0.8, ArrowUp: -0.8 }[key] ?? 0) * slide().clientHeight);
  return before !== slide()?.scrollTop;
}

function onKey(event, tell) {
  if (!shown() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (/^[^ ]$/.test(event.key) && !hasLetters()) return;
  const pressed = event.target.closest("a, button");
  const key = event.key.toLowerCase();
  if (/^[0-9]$/.test(event.key)) {
    return type(typed + event.key);
  } else if (event.key === "Enter" && typed) {
    go(() => Number(typed), tell);
  } else if (event.key in STEPS) {
    if (!scrolls(event.key)) go(STEPS[event.key], tell);
  } else if (event.key === "Escape") {
    escape(tell);
  } else if (key === "b" || key === ".") {
    blacken(!isBlack(), tell);
  } else if (key === "f") {
    fill();
  } else if (event.key === " " && !pressed?.matches("button")) {
    go((at) => (event.shiftKey ? at - 1 : at + 1), tell);
  } else if (event.key === "Enter" && !pressed) {
    go((at) => at + 1, tell);
  } else {
    return;
  }
  event.preventDefault();
  type("");
}

function type(number) {
  typed = number.slice(-4);
  const place = document.querySelector(".controls output");
  if (place) place.textContent = typed;
}

function go(step, tell) {
  const last = Number(shown().dataset.slides);
  const number = Math.min(Math.max(step(Number(new URL(location.href).searchParams.get("slide")) || 1), 1), last);
  blacken(false);
  visit(withSlide(number));
  tell({ slide: number });
}

// Escape forgets a number, closes the words that are opened, lifts the black, and then leaves.
function escape(tell) {
  if (typed) return;
  if (location.href !== without("entry")) visit(without("entry"));
  else if (isBlack()) blacken(false, tell);
  else leave();
}

function leave() {
  blacken(false);
  if (notes()) close(); // where the browser lets it: a window that was opened beside
  if (document.fullscreenElement) document.exitFullscreen();
  began = null;
  visit(without("slide", "notes", "entry"));
}

function blacken(black, tell) {
  document.documentElement.toggleAttribute("data-black", black);
  tell?.({});
}

// While the screen is filled, browsers that can leave Escape to the page: Firefox is asked for it in the same words.
function fill() {
  if (document.fullscreenElement) return document.exitFullscreen();
  const filled = document.documentElement.requestFullscreen?.({ keyboardLock: "browser" });
  filled?.then(() => navigator.keyboard?.lock?.(["Escape"])).catch(() => {});
}

function onClick(event, tell) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[data-present], a[data-beside], a[data-turn]");
  const press = event.target.closest?.("button[data-press]")?.dataset.press;
  if (press === "Escape") {
    leave();
  } else if (press) {
    go(STEPS[press], tell);
  } else if (link && "beside" in link.dataset) {
    open(link.href, "presenter", "popup,width=1200,height=800");
  } else if (link && "present" in link.dataset) {
    fill();
    began = Date.now();
    history.pushState(null, "", link.href); // Back leads to the page on which the slides were chosen
    dispatchEvent(new PopStateEvent("popstate"));
  } else if (link) {
    visit(link.href);
  } else if (slide() && isBlack()) {
    blacken(false, tell);
  } else if (event.target.closest?.(".screen") && !event.target.closest(".opened-words")) {
    if (words()) visit(without("entry"));
    else go((at) => at + 1, tell);
  } else {
    return;
  }
  event.preventDefault();
}

// A browser's own swipe back begins at an edge of the window: nothing of it is left to the browser.
function onTouch(event) {
  const [touch] = event.touches;
  if (event.touches.length > 1 || isZoomed() || !slide()) return null;
  const atEdge = Math.min(touch.clientX, innerWidth - touch.clientX) < EDGE;
  if (atEdge && event.cancelable && !event.target.closest("a, button")) event.preventDefault();
  return touch;
}

function swiped(from, to, tell) {
  if (!from || !slide()) return;
  const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
  if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) go((at) => at - Math.sign(across), tell);
}

function wake() {
  document.documentElement.toggleAttribute("data-moved", true);
  clearTimeout(resting);
  resting = setTimeout(() => document.documentElement.removeAttribute("data-moved"), REST);
}

// What another window of the same slides did; one whose notes were opened late asks how things stand.
function hear(said, tell) {
  if (said.of !== deck() || !shown()) return;
  if (said.asks) return slide() && tell({ slide: Number(slide().dataset.number) });
  if (notes() && said.began) began = said.began;
  document.documentElement.toggleAttribute("data-black", said.black);
  if (said.slide) visit(withSlide(said.slide));
}

// The words stand beside their symbol, where there is more room, and below the headline.
function placeWords() {
  const [box, link] = [words(), symbol(words()?.dataset.id)];
  if (!box || !link) return;
  link.classList.add("is-opened");
  const [all, head, at] = [slide().querySelector(".slide"), slide().querySelector("header"), link].map((one) => one.getBoundingClientRect());
  const gap = all.width / 96;
  const top = head.bottom - all.top + gap;
  const room = all.height - top - gap;
  const high = Math.min(box.scrollHeight + 4, room);
  const right = at.right - all.left + gap;
  const left = right + box.offsetWidth < all.width - gap ? right : Math.max(at.left - all.left - gap - box.offsetWidth, gap);
  const middle = (at.top + at.bottom) / 2 - all.top - high / 2;
  const place = { maxHeight: room, left, top: Math.min(Math.max(middle, top), top + room - high) };
  for (const [name, size] of Object.entries(place)) box.style[name] = `${size}px`;
  box.style.bottom = box.style.right = "auto";
}

function symbol(id) {
  return id && slide()?.querySelector(`.on-slide a[data-id="${CSS.escape(id)}"]`);
}

// The words that are opened have the focus; when they are closed, their symbol has it again.
function moveFocus() {
  const now = words()?.dataset.id ?? null;
  if (now === opened) return;
  (now ? words() : symbol(opened))?.focus({ preventScroll: true });
  opened = now;
}

function tick() {
  const clock = document.querySelector(".clock");
  if (!clock) return;
  const now = new Date();
  began ??= now.getTime();
  const minutes = Math.floor((now - began) / 60000);
  const texts = [now.toTimeString().slice(0, 5), minutes === 1 ? "1 minute since the start" : `${minutes} minutes since the start`];
  clock.querySelectorAll("time, span").forEach((part, i) => part.textContent === texts[i] || (part.textContent = texts[i]));
}

// The address with another slide, on which nothing is opened yet.
function withSlide(number) {
  const address = new URL(without("entry"));
  address.searchParams.set("slide", number);
  return address.href;
}

function without(...names) {
  const address = new URL(location.href);
  names.forEach((name) => address.searchParams.delete(name));
  return address.href;
}

// What is chosen: two windows of the same slides follow one another, those of others do not.
function deck() {
  return without("slide", "notes", "entry");
}

function visit(address) {
  if (address === location.href) return;
  history.replaceState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}
