// Taking hold of a passage by keys: by word, sentence and quotation, and moving either end of it.
import {clauseEnds, unitAt} from './coding-text.js';

export class Selector {
  /** @param changed called whenever what is selected is another. */
  constructor(text, changed) {
    this.text = text;
    this.changed = changed;
    this.units = {sentences: [], quotations: []};
    this.passage = undefined;
    this.caret = text.from;
    /** Which end the arrows move, `start` or `end`; undefined for neither. */
    this.end = undefined;
    /** How far down the bar over the text reaches. */
    this.top = 80;
  }

  set(passage, isFromBrowser = false) {
    this.passage = passage;
    if (passage) this.caret = passage.start;
    if (!isFromBrowser) {
      if (passage) {
        this.text.hold([passage.start, passage.end]);
        this.reveal(passage);
      } else {
        getSelection().removeAllRanges();
      }
    }
    this.text.show('coding-selected', passage);
    this.changed(passage);
  }

  clear() {
    this.end = undefined;
    this.set(undefined);
  }

  reveal(passage) {
    const block = this.text.blocks[this.text.block(passage.start)];
    const range = this.text.range(passage.start, Math.min(passage.end, passage.start + 1));
    let place = range.getBoundingClientRect();
    if (!place.height) {
      block.scrollIntoView({block: 'nearest'});
      place = range.getBoundingClientRect();
    }
    const bottom = this.bottom;
    if (place.top < this.top + 10 || place.bottom > bottom - Math.min(120, bottom / 3)) {
      scrollBy({top: place.top - bottom / 3, behavior: 'instant'});
    }
  }

  /** How far down the text can be read: to where the form begins that lies below it on a narrow screen. */
  get bottom() {
    const form = document.querySelector('#coding[open]')?.getBoundingClientRect();
    return form && form.left < innerWidth / 4 ? form.top : innerHeight;
  }

  /** Selects the next unit of the kind, or the one before, round and round. */
  unit(kind, forward) {
    const from = this.passage ? this.passage.start + (forward ? 1 : 0) : this.caret;
    // After a click the sentence that was clicked is meant.
    const isHere = this.isClicked && !this.passage && kind === 'sentences' && forward;
    this.isClicked = false;
    const at = (place) => (kind === 'word'
      ? this.text.piece(place, 'word', forward) : unitAt(this.units[kind], place, forward));
    // Behind the last one comes the first.
    const found = isHere ? this.sentence(from) : at(from) ?? at(forward ? this.text.from : this.text.end);
    this.end = undefined;
    if (found && found.end <= this.text.end) this.set(found);
  }

  sentence(point) {
    const found = unitAt(this.units.sentences, point + 1, false);
    return found && found.end >= point ? found : {start: this.text.from, end: this.text.end};
  }

  /** One word more, or less, at the end that is being moved. */
  grow(by) {
    if (!this.passage) return;
    this.move('word', this.end === 'start' ? by < 0 : by > 0);
  }

  /** Moves the end in hand by a character, a word or a clause. */
  move(kind, forward) {
    if (!this.passage) return;
    let {start, end} = this.passage;
    if (this.end === 'start') start = this.target(kind, start, forward, 'start') ?? start;
    else end = this.target(kind, end, forward, 'end') ?? end;
    if (start < end) this.set({start, end});
  }

  target(kind, point, forward, side) {
    if (kind === 'clause') return this.clause(point, forward, side);
    const granularity = kind === 'word' ? 'word' : 'grapheme';
    if (side === 'start') {
      const found = this.text.piece(forward ? point + 1 : point, granularity, forward);
      return found?.start;
    }
    if (forward) return this.text.piece(point, granularity, true)?.end;
    // The end goes back to that of the piece before the one it ends.
    const own = this.text.piece(point, granularity, false);
    return own && this.text.piece(own.start, granularity, false)?.end;
  }

  clause(point, forward, side) {
    const here = this.sentence(side === 'end' && !forward ? point - 1 : point);
    const places = [here];
    const next = unitAt(this.units.sentences, here.end, true);
    const before = unitAt(this.units.sentences, here.start, false);
    if (next) places.push(next);
    if (before) places.unshift(before);
    const all = places.flatMap((sentence) => clauseEnds(this.text, sentence)[side === 'start' ? 'starts' : 'ends']);
    return forward ? all.find((one) => one > point) : all.findLast((one) => one < point);
  }
}
