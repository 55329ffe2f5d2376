// The deck on the projector: keys and clickers, swipes, full screen, and two windows that follow one another.
// The number of the slide stands in the address and is changed at once with each press, however fast they come;
// the page follows. Streamlit runs this again whenever the page changes: what it sets up it takes down at the end.

const STEPS = {
  ArrowRight: (at) => at + 1,
  PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 1,
  End: () => Infinity,
};
const FAR = 60;

export default function ({ parentElement }) {
  const stop = new AbortController();
  const listen = (target, type, handle) => target.addEventListener(type, handle, { signal: stop.signal });
  const windows = new BroadcastChannel("slides");
  const voice = liveRegion(parentElement);
  let touched = null;

  listen(document, "keydown", (event) => onKey(event, windows));
  listen(document, "click", onClick);
  listen(document, "touchstart", ({ changedTouches: [touch] }) => (touched = touch));
  listen(document, "touchend", ({ changedTouches: [touch] }) => swiped(touched, touch, windows));
  listen(windows, "message", ({ data }) => data.deck === deck() && visit(withSlide(data.slide)));

  const watch = new MutationObserver(() => say(voice));
  watch.observe(document.body, { childList: true, subtree: true });
  say(voice);
  return () => {
    stop.abort();
    watch.disconnect();
    windows.close();
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

function shown() {
  return document.querySelector(".slide, .presenter");
}

function say(voice) {
  const slide = shown();
  const words = slide ? `Slide ${slide.dataset.number} of ${slide.dataset.slides}. ${slide.querySelector("h1").textContent}` : "";
  if (voice.textContent !== words) voice.textContent = words;
}

function onKey(event, windows) {
  if (!shown() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable], [role=combobox]")) return;
  if (event.key in STEPS) {
    go(STEPS[event.key], windows);
  } else if (event.key === "Escape") {
    leave();
  } else if (event.key === "Enter" && !event.target.closest("a, button")) {
    document.documentElement.requestFullscreen();
  } else {
    return;
  }
  event.preventDefault();
}

function go(step, windows) {
  const last = Number(shown().dataset.slides);
  const slide = Math.min(Math.max(step(Number(new URL(location.href).searchParams.get("slide")) || 1), 1), last);
  visit(withSlide(slide));
  windows.postMessage({ deck: deck(), slide });
}

// Escape closes the words that are opened, then leaves the deck.
function leave() {
  const address = new URL(location.href);
  const opened = address.searchParams.has("entry");
  (opened ? ["entry"] : ["slide", "notes"]).forEach((name) => address.searchParams.delete(name));
  if (!opened && document.fullscreenElement) document.exitFullscreen();
  visit(address.href);
}

function onClick(event) {
  const link = event.target.closest?.("a[data-present], a[data-beside]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if ("beside" in link.dataset) {
    open(link.href, "presenter", "popup,width=900,height=800");
  } else {
    document.documentElement.requestFullscreen().catch(() => {});
    visit(link.href);
  }
}

function swiped(from, to, windows) {
  if (!from || !shown() || to.target.closest("a, button")) return;
  const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
  if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) go((at) => at - Math.sign(across), windows);
}

// The address with another slide, on which nothing is opened yet.
function withSlide(slide) {
  const address = new URL(location.href);
  address.searchParams.set("slide", slide);
  address.searchParams.delete("entry");
  return address.href;
}

// What is chosen: two windows of one deck follow one another, those of different decks do not.
function deck() {
  const address = new URL(location.href);
  ["slide", "notes", "entry"].forEach((name) => address.searchParams.delete(name));
  return address.href;
}

function visit(address) {
  if (address === location.href) return;
  history.replaceState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}
