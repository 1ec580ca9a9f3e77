// The words that a form is about, made wider, narrower or others while it is open: dragged over in the text, or with
// their ends moved by the keys that move those of a new passage.
import {element} from './coding-element.js';
import {Reread} from './coding-reread.js';
import {passageKey} from './coding-keys.js';

export class Quote {
  constructor(popover) {
    this.popover = popover;
    this.desk = popover.desk;
    this.words = element('blockquote', {dir: 'auto'});
    this.change = element('button', {type: 'button', class: 'quiet'}, 'Change the quote');
    this.takeButton = element('button', {type: 'button'}, 'Use as the quote');
    this.leaveButton = element('button', {type: 'button', class: 'quiet'}, 'Keep the old quote');
    this.seen = element('q', {dir: 'auto'});
    this.offer = element('div', {class: 'offer', hidden: ''},
      element('p', {role: 'status'}, 'Selected: ', this.seen),
      element('p', {class: 'row'}, this.takeButton, this.leaveButton),
      element('small', {}, 'Enter uses it; Esc keeps the old quote. s and e select its start or end, which the arrows then move.'));
    this.reread = new Reread(popover);
    this.part = element('div', {class: 'quoted'}, this.words,
      element('p', {class: 'change'}, this.change, ' ', element('kbd', {}, 'Alt Q')), this.offer, this.reread.part);
    this.change.addEventListener('click', () => this.hold());
    this.takeButton.addEventListener('click', () => this.take());
    this.leaveButton.addEventListener('click', () => this.leave());
  }

  get spans() { return this.popover.passage.spans ?? [this.popover.passage]; }

  /** Shows the words, and where they stand in the text. */
  draw() {
    this.words.textContent = this.spans.map((span) => this.desk.words(span)).join(' … ');
    this.desk.text.show('coding-selected', this.popover.passage);
  }

  /** Takes the quote in hand; of several passages the first. */
  hold() {
    const [span] = this.spans;
    this.inHand = span;
    this.desk.selector.end = 'end';
    this.desk.selector.set({...span});
    this.ask();
  }

  /** What was dragged over in the text while the form is open. */
  look() {
    const {text, selector} = this.desk;
    const found = text.selected();
    if (!found) return;
    this.inHand = undefined;
    selector.end = undefined;
    selector.set(found, true);
    this.ask();
  }

  ask() {
    this.isAsked = true;
    this.offer.hidden = false;
    this.change.parentElement.hidden = true;
    this.moved(this.desk.selector.passage);
    this.takeButton.focus();
    this.popover.dialog.scrollTop = 0;
  }

  /** The passage in hand is another. */
  moved(passage) {
    if (!this.isAsked || !passage) return;
    this.seen.textContent = this.desk.words(passage);
  }

  take() {
    const {start, end} = this.desk.selector.passage ?? {};
    const {spans, inHand} = this;
    this.end();
    if (start === undefined) return;
    // It replaces the passages that it overlaps, and all of them where it overlaps none.
    const kept = spans.filter((span) => span !== inHand && (span.end <= start || span.start >= end));
    const all = kept.length < spans.length ? [...kept, {start, end}].sort((a, b) => a.start - b.start) : [{start, end}];
    this.popover.requote(all);
    this.reread.offer();
    this.popover.keys.goBack();
  }

  leave() {
    this.end();
    this.draw();
    this.popover.keys.goBack();
  }

  /** No other passage is in hand any longer. */
  end() {
    if (!this.isAsked) return;
    this.isAsked = false;
    this.inHand = undefined;
    this.offer.hidden = true;
    this.change.parentElement.hidden = false;
    this.desk.selector.clear();
  }

  /** Does what the key means to a passage in hand; false where it means nothing. */
  key(event) {
    if (!this.isAsked || !this.part.contains(document.activeElement)) return false;
    if (event.key === 'Escape') { this.leave(); return true; }
    if (event.key === 'Enter' && document.activeElement !== this.leaveButton) { this.take(); return true; }
    return passageKey(this.desk, event);
  }
}
