// What a reader meets on the first screen of a page: numbers of painted text and boxes.
() => {
  const [width, height] = [innerWidth, innerHeight];
  const painted = (element) => element.getBoundingClientRect().width > 1;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(painted);
  const box = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const tall = Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
    return { top, area: tall * Math.max(0, Math.min(right, width) - Math.max(left, 0)) };
  };
  let words = 0;
  let longest = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent.trim();
    const parent = node.parentElement;
    if (!text || parent.closest("script, style, noscript, details:not([open]) > :not(summary)")) continue;
    if (getComputedStyle(parent).visibility === "hidden") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom, left, width: wide, height: tall } = range.getBoundingClientRect();
    if (wide < 1 || tall < 1) continue;
    const seen = top >= 0 && bottom <= height + 4 && left < width;
    if (seen && !parent.closest(".words")) words += text.split(/\s+/).length;
    if (text.length > 60) longest = Math.max(longest, Math.round(text.length / range.getClientRects().length));
  }
  const main = document.querySelector('[data-testid="stMain"]');
  return {
    words,
    longest,
    screens: main.scrollHeight / height,
    charts: all('[data-testid="stPlotlyChart"], .picture').map(box),
    keys: all(".key").map(box),
    lists: all(".words").map(box),
    headings: all("h1, h2, h3, h4, h5").map((one) => [Number(one.tagName[1]), parseFloat(getComputedStyle(one).fontSize)]),
    headlines: all(".headline").map((one) => one.textContent),
    subtitles: all(".subtitle").map((one) => one.textContent),
    current: document.querySelectorAll('[aria-current="page"]').length,
  };
}
