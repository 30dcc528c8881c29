// Runs in a world of its own beside the page, whose own scripts are switched off.
// Keeps, for each block of the text, the nodes that stand for it, and replaces only those.
(() => {
  "use strict";
  const text = () => document.getElementById("body");
  const BESIDE = 24; // pixels kept free at a block that is brought into sight
  let ranges = [];

  const parsed = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  };

  // ---- taking note of the blocks of a page that was just loaded

  const matches = (found, wanted) =>
    found !== null &&
    found.nodeType === wanted.nodeType &&
    (wanted.nodeType === Node.TEXT_NODE
      ? found.data.startsWith(wanted.data)
      : found.nodeName === wanted.nodeName);

  // Text at the seam of two blocks is one node in a loaded page: cut it where the block ends.
  const taken = (found, wanted) => {
    if (wanted.nodeType === Node.TEXT_NODE && found.data.length > wanted.data.length) {
      found.splitText(wanted.data.length);
    }
    return found;
  };

  const adopted = (blocks) => {
    const result = [];
    let next = text().firstChild;
    for (const html of blocks) {
      const nodes = [];
      for (const wanted of parsed(html).childNodes) {
        if (!matches(next, wanted)) return null;
        nodes.push(taken(next, wanted));
        next = next.nextSibling;
      }
      result.push(nodes);
    }
    return next === null ? result : null;
  };

  const rebuilt = (blocks) => {
    const whole = document.createDocumentFragment();
    const result = blocks.map((html) => {
      const part = parsed(html);
      const nodes = [...part.childNodes];
      whole.append(part);
      return nodes;
    });
    text().replaceChildren(whole);
    return result;
  };

  // ---- the blocks

  const splice = ([start, removed, blocks]) => {
    const gone = ranges.slice(start, start + removed);
    let after = null;
    for (let i = start + removed; i < ranges.length && after === null; i++) {
      after = ranges[i][0] ?? null;
    }
    for (const nodes of gone) for (const node of nodes) node.remove();
    const whole = document.createDocumentFragment();
    const added = blocks.map((html) => {
      const part = parsed(html);
      const nodes = [...part.childNodes];
      whole.append(part);
      return nodes;
    });
    text().insertBefore(whole, after);
    ranges.splice(start, removed, ...added);
  };

  // ---- everything around the blocks

  const namesOf = (element) => element.getAttributeNames().join("\n");

  const morphAttributes = (old, wanted) => {
    if (namesOf(old) !== namesOf(wanted)) {
      for (const name of old.getAttributeNames()) old.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  };

  const morph = (old, wanted, kept) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue;
      return;
    }
    morphAttributes(old, wanted);
    if (old !== kept.old) morphChildren(old, [...old.childNodes], [...wanted.childNodes], kept);
  };

  const isSame = (old, wanted) =>
    old.nodeType === wanted.nodeType && old.nodeName === wanted.nodeName;

  const morphChildren = (parent, olds, wanteds, kept) => {
    const at = olds.findIndex((node) => node.contains(kept.old));
    const to = wanteds.findIndex((node) => node.contains(kept.wanted));
    if (at >= 0 && to >= 0) {
      morphRun(parent, olds.slice(0, at), wanteds.slice(0, to), olds[at], kept);
      morphRun(parent, olds.slice(at + 1), wanteds.slice(to + 1), null, kept);
      morph(olds[at], wanteds[to], kept);
    } else {
      morphRun(parent, olds, wanteds, null, kept);
    }
  };

  const morphRun = (parent, olds, wanteds, before, kept) => {
    let start = 0;
    let end = 0;
    const most = Math.min(olds.length, wanteds.length);
    while (start < most && olds[start].isEqualNode(wanteds[start])) start++;
    while (
      end < most - start &&
      olds[olds.length - 1 - end].isEqualNode(wanteds[wanteds.length - 1 - end])
    ) {
      end++;
    }
    const rest = end ? olds[olds.length - end] : before;
    const gone = olds.slice(start, olds.length - end);
    for (const wanted of wanteds.slice(start, wanteds.length - end)) {
      const old = gone[0];
      if (old && isSame(old, wanted)) {
        morph(gone.shift(), wanted, kept);
      } else {
        parent.insertBefore(document.importNode(wanted, true), old ?? rest);
      }
    }
    for (const old of gone) old.remove();
  };

  const path = (node) => {
    const names = [];
    for (let one = node; one !== null && one.nodeType === 1; one = one.parentNode) {
      names.push(one.nodeName);
    }
    return names.join();
  };

  // ---- what the program calls

  window.standfirst = {
    adopt(blocks) {
      if (!text()) return false;
      ranges = adopted(blocks) ?? rebuilt(blocks);
      return true;
    },
    patch(shell, splices, isFirst) {
      if (!text()) return false;
      if (shell !== null) {
        const wanted = new DOMParser().parseFromString(shell, "text/html");
        const kept = { old: text(), wanted: wanted.getElementById("body") };
        if (!kept.wanted || path(kept.old) !== path(kept.wanted)) return false;
        morph(document.documentElement, wanted.documentElement, kept);
      }
      splices.forEach(splice);
      if (isFirst) window.scrollTo(0, 0);
      return true;
    },
    follow(index) {
      const elements = (ranges[index] ?? []).filter((node) => node.nodeType === Node.ELEMENT_NODE);
      if (!elements.length) return true;
      const top = elements[0].getBoundingClientRect().top;
      const bottom = elements[elements.length - 1].getBoundingClientRect().bottom;
      const isHigh = bottom - top > window.innerHeight - 2 * BESIDE;
      if (top >= 0 && bottom <= window.innerHeight) return true;
      if (isHigh && top < window.innerHeight && bottom > 0) return true;
      const isAbove = top < 0 || isHigh;
      const way = isAbove ? top - BESIDE : bottom + BESIDE - window.innerHeight;
      // By its place on the page: on the way to another, a distance would be added to what is left.
      window.scrollTo({
        top: window.scrollY + way,
        behavior: document.hidden ? "auto" : "smooth",
      });
      return true;
    },
    reveal(index) {
      const nodes = ranges[index] ?? [];
      const element = nodes.find((node) => node.nodeType === Node.ELEMENT_NODE);
      if (element) element.scrollIntoView({ block: "nearest" });
      return true;
    },
  };
  return true;
})()
