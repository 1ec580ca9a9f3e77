// Once the quote is another, the fields are still those of the old words: which they are is said, and they can be read
// again from the new ones.
import {element} from './coding-element.js';
import {draftOf} from './coding-versions.js';

/** What is kept, as a sentence names it. */
function kept(popover) {
  const {rows, extras, gist, value} = popover;
  const all = [...Object.values(rows), ...Object.values(extras.rows)].filter((row) => row.chosen.length).map((row) => row.label);
  if (value.value.trim()) all.push('Value');
  if (gist.value.trim()) all.push('In one line');
  for (const [name, label] of [['date', 'Said on'], ['due', 'Due by'], ['until', 'Valid until'], ['hedge', 'Hedge']]) {
    if (extras.texts[name].value.trim()) all.push(label);
  }
  return all;
}

export class Reread {
  constructor(popover) {
    this.popover = popover;
    this.words = element('p', {role: 'status'});
    this.readButton = element('button', {type: 'button'}, 'Read the fields again from the new words');
    this.backButton = element('button', {type: 'button', class: 'quiet', hidden: ''}, 'As they were');
    this.part = element('div', {class: 'reread', hidden: ''}, this.words,
      element('p', {class: 'row'}, this.readButton, this.backButton, element('kbd', {}, 'Alt G')));
    this.readButton.addEventListener('click', () => this.read());
    this.backButton.addEventListener('click', () => this.takeBack());
  }

  /** Says what the form has of the old words; nothing where it is empty. */
  offer() {
    const all = kept(this.popover);
    this.part.hidden = !all.length;
    this.show(`The quote is another now. Kept from the old words: ${all.join(', ')}.`, true);
  }

  show(words, canRead) {
    this.words.textContent = words;
    this.readButton.hidden = !canRead;
    this.backButton.hidden = canRead;
  }

  hide() { this.part.hidden = true; }

  async read() {
    const {popover} = this;
    const {passage, desk} = popover;
    const before = popover.draft();
    this.words.textContent = 'Reading …';
    const answer = await desk.get('/coding/reread.json', {source: desk.source, start: String(passage.start), end: passage.end});
    if (!popover.isOpen || popover.passage !== passage) return;
    if (!answer?.fields) {
      this.show(answer ? 'The program reads no statement in the new words: the fields stay as they were.'
        : 'The server does not answer: the fields stay as they were.', false);
      this.backButton.hidden = true;
      return;
    }
    this.before = before;
    this.take(draftOf({...answer.fields, about: answer.fields.about?.token === 'keep' ? undefined : answer.fields.about}, desk.book));
    this.show('Read again from the new words: look at each field.', false);
    this.backButton.focus();
  }

  takeBack() {
    this.take(this.before);
    this.offer();
    this.readButton.focus();
  }

  take(draft) {
    const {popover} = this;
    // What the record keeps of the old words is not kept with the new ones.
    if (draft !== this.before) {
      draft.extras.kept = {};
      draft.extras.rows.requires = draft.extras.rows.requires.filter((item) => item.about)
        .map((item) => ({...item, token: item.about, isKept: false, kindOfCondition: item.kind}));
    }
    for (const row of Object.values(popover.rows)) row.clear();
    popover.extras.reset();
    popover.restore(draft);
    popover.following.start();
    popover.showRows();
    popover.changed('reread');
  }
}
