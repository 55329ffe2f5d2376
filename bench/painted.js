// Tells when the charts of a page have stopped changing: their script has ended, and nothing in a chart has changed
// for a while. The time is that of the last change.
(() => {
  const QUIET = 400;
  const TIMEOUT = 30000;
  let changed = 0;
  let clicked = 0;
  // the front page has a picture without Plotly, which comes as a whole
  const isOfChart = ({ target, addedNodes }) =>
    target.closest?.(".js-plotly-plot") || [...addedNodes].some((node) => node.querySelector?.(".picture"));
  new MutationObserver((records) => {
    if (records.some(isOfChart)) changed = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
  window.addEventListener("click", (event) => { clicked = event.timeStamp; }, { capture: true });
  const isRunning = () => {
    const app = document.querySelector("[data-testid=stApp]");
    return app ? app.dataset.testScriptState !== "notRunning" : document.readyState !== "complete";
  };
  const painted = () =>
    [...document.querySelectorAll(".js-plotly-plot, .picture")].filter((plot) =>
      plot.querySelector(".point path, path.point, .unit"),
    );
  const milliseconds = (charts, since) =>
    new Promise((resolve, reject) => {
      const until = performance.now() + TIMEOUT;
      const ask = () => {
        const now = performance.now();
        const isStill = changed > since && now - changed > QUIET && !isRunning();
        if (isStill && painted().length >= charts) resolve(changed - since);
        else if (now < until) setTimeout(ask, 50);
        else reject(new Error(`${painted().length} of ${charts} charts painted within ${TIMEOUT} ms`));
      };
      ask();
    });
  window.sinceVisit = (charts) => milliseconds(charts, 0);
  window.sinceClick = () => milliseconds(1, clicked);
  // From a click on the nth line of the list to the frame in which its words are open.
  window.sinceOpened = (n) =>
    new Promise((resolve, reject) => {
      const line = document.querySelectorAll(".words li[data-id]:not(.opened)")[n];
      const opened = `.words li.opened[data-id="${CSS.escape(line.dataset.id)}"] blockquote`;
      const since = performance.now();
      const ask = () => {
        const now = performance.now();
        if (document.querySelector(opened)) resolve(now - since);
        else if (now - since < TIMEOUT) requestAnimationFrame(ask);
        else reject(new Error(`a point was not opened within ${TIMEOUT} ms`));
      };
      line.querySelector("a").click();
      ask();
    });
})();
