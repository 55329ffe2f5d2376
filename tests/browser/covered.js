// Which texts lie over which.
() => {
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
  const range = document.createRange();  // one for all: as long as there are many, each change of the page is slow
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement;
    const isShown = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!text.data.trim() || !isShown || parent.matches("details:not([open]), script, style")) continue;
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()]
      .map((box) => ({...within(clipOf(parent), box), height: box.height}));  // as high as it is, cut off or not
    lines.push(...boxes.filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1)
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
      const low = Math.min(one.height, other.height);
      // lines of text may touch, as their boxes are higher than their letters
      if (one.text === other.text || across <= 2 || down <= 0.3 * low) continue;
      found.push(`${one.text.data} | ${other.text.data}`);
    }
  });
  return found;
}
