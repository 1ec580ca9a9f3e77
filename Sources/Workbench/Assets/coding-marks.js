// The statements and suggestions of a text: their marks in it, the list beside it, and which is in hand.
import {MarkMenu} from './coding-after.js';

export class Marks {
  constructor(desk) {
    this.desk = desk;
    this.article = desk.article;
    this.leaf = desk.leaf;
    this.menu = new MarkMenu(desk);
    this.read();
    this.leaf.addEventListener('click', (event) => this.click(event));
    // From the edge of what can have the focus, browsers let no words be selected.
    this.leaf.addEventListener('pointerdown', () => {
      for (const mark of this.leaf.querySelectorAll('mark[tabindex]')) mark.removeAttribute('tabindex');
    });
    const margin = this.article.querySelector('.margin');
    margin.addEventListener('submit', (event) => this.decideByForm(event));
    margin.addEventListener('focusin', (event) => {
      const mark = event.target.closest('a[data-mark]')?.dataset.mark;
      if (mark) this.current = mark;
    });
  }

  read() {
    this.spans = [];
    for (const line of this.article.querySelectorAll('.margin li[data-spans]')) {
      const mark = line.querySelector('a').dataset.mark;
      for (const span of line.dataset.spans.split(' ').filter(Boolean)) {
        const [start, end] = span.split('-').map(Number);
        this.spans.push({mark, start, end});
      }
    }
  }

  spansOf(mark) { return this.spans.filter((span) => span.mark === mark); }

  /** What holds the place, the shortest first. */
  at(start, end = start + 1) {
    const found = this.spans.filter((span) => span.start < end && span.end > start);
    found.sort((a, b) => (a.end - a.start) - (b.end - b.start) || (a.mark < b.mark ? -1 : 1));
    return [...new Set(found.map((span) => span.mark))];
  }

  /**
   * Makes it the one in hand, and has it in sight unless it was clicked there. What is read of the page's layout comes
   * before anything in it changes: `change` is what else changes with it.
   */
  focus(mark, isClicked = false, change = undefined) {
    const span = this.spansOf(mark)[0];
    if (span && !isClicked) this.desk.selector.reveal(span);
    change?.();
    this.current = mark;
    for (const old of this.article.querySelectorAll('.here')) old.classList.remove('here');
    const line = document.getElementById('line-' + mark.replace(/^s-/, ''));
    line?.classList.add('here');
    const [kind, ...rest] = mark.split('-');
    for (const piece of this.leaf.querySelectorAll(`[data-${kind}="${CSS.escape(rest.join('-'))}"]`)) piece.classList.add('here');
    const place = document.getElementById(mark);
    if (place) {
      place.tabIndex = -1;
      if (line) place.setAttribute('aria-label', line.querySelector('a').textContent);
      place.focus({preventScroll: true});
    }
    if (span) this.desk.selector.caret = span.start;
  }

  /** The bar over the text has grown: what is in hand comes out from under it. */
  stay() {
    const place = this.current && document.getElementById(this.current)?.getBoundingClientRect();
    const {top} = this.desk.selector;
    if (place && place.bottom > 0 && place.top < top) scrollBy({top: place.top - top - 10, behavior: 'instant'});
  }

  /** One key goes round all that overlap here. */
  cycle() {
    const {passage} = this.desk.selector;
    const own = this.current ? this.spansOf(this.current)[0] : undefined;
    const place = passage ?? this.round ?? own;
    if (!place) return;
    const all = this.at(place.start, place.end);
    if (!all.length) { this.desk.say('No statement holds these words.'); return; }
    this.round = {start: place.start, end: place.end};
    const next = all[(all.indexOf(this.current) + 1) % all.length];
    this.desk.selector.clear();
    this.focus(next);
    this.desk.say(`${all.indexOf(next) + 1} of ${all.length} that overlap here.`);
  }

  click(event) {
    if (this.desk.popover.isOpen || !getSelection().isCollapsed || !event.target.closest('mark')) return;
    const range = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const point = range ? this.desk.text.pointOf(range.offsetNode, range.offset) : undefined;
    if (point === undefined) return;
    const all = this.at(point);
    if (!all.length) return;
    this.round = {start: point, end: point + 1};
    this.focus(all[(all.indexOf(this.current) + 1) % all.length], true);
    this.menu.show(this.current, event.clientX, event.clientY);
  }

  get suggestions() {
    return [...this.article.querySelectorAll('.waiting li:not(.going)')].map((line) => line.querySelector('a').dataset.mark);
  }

  /** Goes to the suggestion after the one that was decided, or to the first; `change` shows what was decided. */
  next(after, change) {
    const all = this.suggestions;
    const place = this.spansOf(after)[0]?.start ?? -1;
    const next = all.find((mark) => mark !== after && (this.spansOf(mark)[0]?.start ?? 0) >= place) ?? all.find((mark) => mark !== after);
    if (next) this.focus(next, false, change);
    else { change?.(); this.current = undefined; this.desk.say(after ? 'Every suggestion is decided.' : 'There are no suggestions in this document.'); }
  }

  decideByForm(event) {
    event.preventDefault();
    const line = event.target.closest('li');
    if (!line) { this.desk.rejectAll(); return; }
    const {mark} = line.querySelector('a').dataset;
    if (event.submitter.value === 'edit') this.desk.edit(mark);
    else this.desk.decide(mark, event.submitter.value);
  }
}
