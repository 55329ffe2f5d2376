// Tells when the charts of a page stand as they will stay: every one has its marks, the script of the page has ended,
// and nothing about the marks has changed for a while. Looked at once a frame; the time is that of the last change.
(() => {
  const QUIET = 400;
  const PATIENCE = 30000;
  const numbers = new WeakMap();
  let count = 0;
  const numbered = (node) => numbers.get(node) ?? (numbers.set(node, ++count), count);
  const marksOf = (plot) => plot.querySelectorAll(".main-svg .point path, .main-svg path.point");
  const described = (mark) => `${numbered(mark)} ${mark.getAttribute("d")} ${mark.getAttribute("transform")}`;
  const drawn = () =>
    [...document.querySelectorAll(".js-plotly-plot")].map((plot) => {
      const marks = marksOf(plot);
      const some = [0, marks.length >> 1, marks.length - 1].map((n) => (marks[n] ? described(marks[n]) : ""));
      return { marks: marks.length, words: `${location.pathname} ${marks.length} ${some.join()}` };
    });
  const atWork = () => {
    const app = document.querySelector("[data-testid=stApp]");
    return app ? app.getAttribute("data-test-script-state") !== "notRunning" : document.readyState !== "complete";
  };
  let words = "";
  let changed = 0;
  let charts = [];
  let clicked = 0;
  let before = "";
  const look = (now) => {
    charts = drawn();
    const seen = charts.map((chart) => chart.words).join("|");
    if (seen !== words) [words, changed] = [seen, performance.now()];
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.addEventListener("click", (event) => { clicked = event.timeStamp; }, { capture: true });
  const isStill = (least) =>
    charts.length >= least && charts.every((chart) => chart.marks) && !atWork() && performance.now() - changed > QUIET;
  const visited = (least) => isStill(least) && changed;
  const changedSince = () => words !== before && isStill(1) && changed > clicked && changed - clicked;
  const when = (told) =>
    new Promise((done, failed) => {
      const until = performance.now() + PATIENCE;
      const ask = () => {
        const found = told();
        if (found) done(found);
        else if (performance.now() < until) setTimeout(ask, 50);
        else failed(new Error(`not painted within ${PATIENCE} ms: ${words}, ${atWork() ? "at work" : "at rest"}`));
      };
      ask();
    });
  window.painted = {
    // keeps what is shown now, to be told from what comes
    remember: () => { before = words; },
    // milliseconds from the beginning of the visit to the last change of so many charts
    visit: (least) => when(() => visited(least)),
    // milliseconds from the last click to the last change of the charts that it brought
    change: () => when(changedSince),
  };
})();
