// A document's text on the page, counted in code points as the record counts it, whatever the browser
// counts in.

/** The text shown, with the way from places in it to places in the page and back. */
export class CodedText {
  constructor(leaf, from) {
    this.leaf = leaf;
    this.from = from;
    this.read();
  }

  read() {
    this.blocks = [...this.leaf.querySelectorAll(':scope > .block')];
    this.at = this.blocks.map((block) => Number(block.dataset.at));
    this.text = this.blocks.map((block) => block.textContent).join('');
    this.starts = undefined;
    this.lines = new Map();
    if (/[\ud800-\udbff]/.test(this.text)) {
      const starts = [];
      for (let unit = 0; unit < this.text.length; unit += this.text.codePointAt(unit) > 0xffff ? 2 : 1) {
        starts.push(unit);
      }
      starts.push(this.text.length);
      this.starts = Uint32Array.from(starts);
    }
    this.count = this.starts ? this.starts.length - 1 : this.text.length;
    this.end = this.from + this.count;
  }

  /** The place in the script's own units of a place in code points. */
  unit(point) {
    const place = Math.min(Math.max(0, point - this.from), this.count);
    return this.starts ? this.starts[place] : place;
  }

  /** The place in code points; one within a pair belongs to the pair. */
  point(unit) {
    if (!this.starts) return this.from + unit;
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= unit) low = middle; else high = middle - 1;
    }
    return this.from + low;
  }

  words(start, end) { return this.text.slice(this.unit(start), this.unit(end)); }

  block(point) {
    let [low, high] = [0, this.at.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at[middle] <= point) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** The place of a boundary of the browser's own selection; undefined where it is outside the text. */
  pointOf(node, offset) {
    const probe = document.createRange();
    const own = (node.nodeType === 1 ? node : node.parentElement)?.closest('.block');
    if (own && own.parentElement === this.leaf) {
      probe.setStart(own, 0);
      probe.setEnd(node, offset);
      return this.point(this.unit(Number(own.dataset.at)) + probe.toString().length);
    }
    if (node === this.leaf) return offset < this.at.length ? this.at[offset] : this.end;
    const side = node.compareDocumentPosition(this.leaf);
    if (side & Node.DOCUMENT_POSITION_FOLLOWING) return this.from;
    if (side & Node.DOCUMENT_POSITION_PRECEDING) return this.end;
    return undefined;
  }

  /** What the browser has selected of the text, as it stands; undefined where that is nothing. */
  held() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.leaf)) return undefined;
    const start = this.pointOf(range.startContainer, range.startOffset);
    let end = this.pointOf(range.endContainer, range.endOffset);
    if (start === undefined || end === undefined) return undefined;
    // A boundary within a pair takes the whole of it.
    if (this.starts && this.cuts(range)) end = Math.min(this.end, end + 1);
    return {start, end};
  }

  /** The same without blanks at its ends. */
  selected() {
    const held = this.held();
    return held && this.trimmed(held.start, held.end);
  }

  /** Where the browser's selection or caret lies in the text, from its anchor; undefined where it is elsewhere. */
  ends() {
    const {anchorNode, anchorOffset, focusNode, focusOffset} = getSelection();
    if (!this.leaf.contains(anchorNode) || !this.leaf.contains(focusNode)) return undefined;
    return [this.pointOf(anchorNode, anchorOffset), this.pointOf(focusNode, focusOffset)];
  }

  /** Puts the browser's selection back to where `ends` found it. */
  hold([anchor, focus]) {
    getSelection().setBaseAndExtent(...this.boundary(anchor), ...this.boundary(focus));
  }

  cuts(range) {
    const {endContainer: node, endOffset: offset} = range;
    return node.nodeType === 3 && offset > 0 && /[\ud800-\udbff]/.test(node.data[offset - 1])
      && /[\udc00-\udfff]/.test(node.data[offset] ?? '');
  }

  /** Blanks go; commas, points and marks stay as they were taken. */
  trimmed(start, end) {
    while (start < end && /^\s$/u.test(this.words(start, start + 1))) start += 1;
    while (end > start && /^\s$/u.test(this.words(end - 1, end))) end -= 1;
    return start < end ? {start, end} : undefined;
  }

  boundary(point) {
    const block = this.blocks[this.block(Math.min(point, this.end - 1))];
    let left = this.unit(point) - this.unit(Number(block.dataset.at));
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && left > node.data.length) {
      left -= node.data.length;
      node = walker.nextNode();
    }
    return node ? [node, left] : [block, block.childNodes.length];
  }

  range(start, end) {
    const range = document.createRange();
    range.setStart(...this.boundary(start));
    range.setEnd(...this.boundary(end));
    return range;
  }

  /** Shows the passage as selected, also while the focus is elsewhere; of several parts each. */
  show(name, passage) {
    if (!globalThis.CSS?.highlights) return;
    const spans = passage ? passage.spans ?? [passage] : [];
    if (spans.length) CSS.highlights.set(name, new Highlight(...spans.map(({start, end}) => this.range(start, end))));
    else CSS.highlights.delete(name);
  }

  // Units of the text.

  /** The pieces of the line that holds the place, by `granularity`: words, or characters as people see them. */
  pieces(point, granularity) {
    const unit = this.unit(point);
    const start = this.text.lastIndexOf('\n', unit - 1) + 1;
    const next = this.text.indexOf('\n', unit);
    const end = next < 0 ? this.text.length : next + 1;
    const key = `${granularity} ${start}`;
    if (!this.lines.has(key)) {
      const segmenter = new Intl.Segmenter(undefined, {granularity});
      const found = [];
      for (const piece of segmenter.segment(this.text.slice(start, end))) {
        if (granularity === 'word' && !piece.isWordLike) continue;
        const from = this.point(start + piece.index);
        found.push([from, this.point(start + piece.index + piece.segment.length)]);
      }
      if (this.lines.size > 400) this.lines.clear();
      this.lines.set(key, found);
    }
    return {found: this.lines.get(key), start: this.point(start), end: this.point(end)};
  }

  /** The first piece that begins at the place or after it, or the last that begins before it. */
  piece(point, granularity, forward) {
    let place = point;
    while (forward ? place < this.end : place > this.from) {
      const {found, start, end} = this.pieces(forward ? place : place - 1, granularity);
      const hit = forward ? found.find((one) => one[0] >= point) : found.findLast((one) => one[0] < point);
      if (hit) return {start: hit[0], end: hit[1]};
      place = forward ? Math.max(end, place + 1) : start;
    }
    return undefined;
  }
}

/** Of starts and ends one after the other, the unit that begins at the place or after it, or before it. */
export function unitAt(pairs, point, forward) {
  let [low, high] = [0, pairs.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[2 * middle] < point) low = middle + 1; else high = middle;
  }
  const index = forward ? low : low - 1;
  return index >= 0 && 2 * index < pairs.length
    ? {start: pairs[2 * index], end: pairs[2 * index + 1]} : undefined;
}

/** The clauses of a sentence, by its commas and the like: where they begin and end, without the marks. */
export function clauseEnds(text, sentence) {
  const words = text.words(sentence.start, sentence.end);
  const [starts, ends] = [[sentence.start], []];
  const base = text.unit(sentence.start);
  for (const mark of words.matchAll(/[,;:،؛]\s+|\s+[—–-]\s+/gu)) {
    ends.push(text.point(base + mark.index));
    starts.push(text.point(base + mark.index + mark[0].length));
  }
  ends.push(sentence.end);
  return {starts, ends};
}
