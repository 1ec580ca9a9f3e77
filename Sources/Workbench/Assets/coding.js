// The coding screen: a document's text in which passages are taken hold of and become statements, and
// suggestions are accepted or rejected, by mouse or by keys alone. The keys are in Help.
import {CodedText} from './coding-text.js';
import {Selector} from './coding-select.js';
import {Popover} from './coding-popover.js';
import {Queue} from './coding-queue.js';
import {Marks} from './coding-marks.js';
import {deskKey, isTyping} from './coding-keys.js';
import {propose, rejectAll} from './coding-proposals.js';
import {refresh} from './coding-refresh.js';
import {offerFollowUps, sayOthers} from './coding-after.js';
import {Drafts, NoParty, draftKey, leftWords, resume} from './coding-drafts.js';

// The part of every address that says which of several cases is meant; empty where there is one.
const base = document.body.dataset.base ?? '';

class Desk {
  constructor(article) {
    this.article = article;
    this.source = article.dataset.coding;
    this.bar = article.querySelector('.coding-bar');
    this.said = this.bar.querySelector('.said');
    this.waits = this.bar.querySelector('.waits');
    this.leaf = article.querySelector('.leaf');
    this.text = new CodedText(this.leaf, Number(article.dataset.from));
    this.drafts = new Drafts(this.source);
    this.noParty = new NoParty();
    this.ranks = new Map();
    this.book = {actors: [], issues: [], subjects: [], acts: [], stances: []};
    this.queue = new Queue(this.bar, (words) => { this.waits.textContent = words; });
    this.selector = new Selector(this.text, (passage) => this.selected(passage));
    this.marks = new Marks(this);
    this.popover = new Popover(this);
    this.bookAsked = this.loadBook();
    this.get('/coding/units.json', {source: this.source}).then((units) => {
      if (units) this.selector.units = units;
      this.arrive();
      resume(this);
      this.article.dataset.ready = 'yes';
    });
    // The bar grows with what it says.
    new ResizeObserver(() => {
      this.selector.top = this.bar.offsetHeight;
      this.article.style.setProperty('--bar', `${this.bar.offsetHeight}px`);
      this.marks.stay();
    }).observe(this.bar);
    this.codeButton = this.bar.querySelector('.code');
    this.codeButton.addEventListener('click', () => this.code());
    this.bar.addEventListener('submit', (event) => {
      event.preventDefault();
      const action = event.submitter?.value;
      if (action === 'propose') this.propose(); else this.undo(action === 'redo');
    });
    document.addEventListener('keydown', (event) => deskKey(this, event));
    document.addEventListener('selectionchange', () => this.watch());
    this.leaf.addEventListener('pointerdown', () => { this.isPressed = true; });
    for (const name of ['pointerup', 'pointercancel']) {
      addEventListener(name, () => {
        if (!this.isPressed) return;
        this.isPressed = false;
        // Once the browser has the selection.
        if (this.popover.isOpen) setTimeout(() => { if (this.popover.isOpen) this.popover.quote.look(); });
        this.watch();
      });
    }
  }

  /** Once no passage is being dragged over. */
  async released() {
    while (this.isPressed) await new Promise((resolve) => setTimeout(resolve, 40));
  }

  /** Where statements were proposed as the document came in, the first has the focus. */
  arrive() {
    if (this.article.dataset.proposed === undefined) return;
    const address = new URL(location.href);
    address.searchParams.delete('proposed');
    history.replaceState(history.state, '', address);
    if (this.marks.suggestions.length) this.marks.next('');
    // Once more, as words that are there from the beginning are not read out.
    this.say(this.said.textContent);
  }

  // The server.

  async get(path, query) {
    const asked = new URLSearchParams(Object.entries(query ?? {}).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).filter(Boolean).map((one) => [name, String(one)])));
    try {
      const answer = await fetch(`${base}${path}?${asked}`, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}});
      return answer.ok ? (await answer.json()).view : undefined;
    } catch {
      return undefined;
    }
  }

  async loadBook() {
    const book = await this.get('/coding/book.json');
    if (book) this.book = book;
  }

  words(span) { return this.text.words(span.start, span.end); }

  choices(passage, known) {
    const {start, end} = passage.spans?.[0] ?? passage;
    const key = `${start}-${end} ${known.speaker} ${known.act}`;
    if (!this.ranks.has(key)) {
      if (this.ranks.size > 60) this.ranks.clear();
      const asked = this.get('/coding/choices.json', {source: this.source, start: String(start), end, ...known});
      this.ranks.set(key, asked);
      // What a newer question overtook may be asked again.
      asked.then((found) => { if (!found) this.ranks.delete(key); });
    }
    return this.ranks.get(key);
  }

  async preview(fields) {
    if (!this.queue.isEmpty) return undefined;
    const result = await this.queue.send('/coding/preview', fields);
    return result.ok ? result.answer : result.answer ? {sentences: [result.answer.message]} : undefined;
  }

  reading(question) { return this.get('/coding/reading.json', {...question, source: this.source}); }

  say(words) {
    this.said.textContent = words;
    // What does not fit is scrolled by keys, too.
    if (this.said.scrollHeight > this.said.clientHeight + 1) this.said.tabIndex = 0; else this.said.removeAttribute('tabindex');
  }

  /** Whether it is known who codes; else the name is asked for. */
  isNamed() {
    const field = this.bar.elements.by;
    if (field.value.trim()) return true;
    this.say('Write your name first; it is asked once.');
    field.focus();
    return false;
  }

  // What is selected.

  watch() {
    if (this.popover.isOpen || isTyping(document.activeElement ?? document.body)) return;
    clearTimeout(this.watching);
    this.watching = setTimeout(() => this.look(), 30);
  }

  /** Takes what the browser has selected as the passage, once the mouse is let go. */
  look() {
    if (this.isPressed || this.popover.isOpen) return;
    const {selector, text} = this;
    const held = text.held();
    if (held) {
      const {passage} = selector;
      if (passage?.start === held.start && passage.end === held.end) return;
      const found = text.trimmed(held.start, held.end);
      if (found) selector.set(found, true);
      return;
    }
    const caret = text.ends()?.[0];
    if (caret === undefined) return;
    if (selector.passage) selector.set(undefined, true);
    selector.isClicked = true;
    selector.caret = caret;
  }

  selected(passage) {
    this.codeButton.hidden = !passage || this.popover.isOpen;
    this.article.classList.toggle('moves-start', this.selector.end === 'start');
    this.article.classList.toggle('moves-end', this.selector.end === 'end');
    if (this.popover.isOpen) this.popover.quote.moved(passage);
    else if (passage) this.choices(passage, {speaker: []});
  }

  // Suggestions.

  propose() { return propose(this); }

  async decide(mark, action) {
    if (!this.isNamed()) return;
    const key = mark.slice(2);
    this.marks.next(mark, () => {
      document.getElementById('line-' + mark)?.classList.add('going');
      for (const piece of this.leaf.querySelectorAll(`[data-c="${CSS.escape(key)}"]`)) piece.classList.add(action === 'accept' ? 'accepted' : 'rejected');
    });
    const result = await this.queue.push('/coding/candidates', [['candidate', key], ['do', action]]);
    this.done(result);
  }

  rejectAll() { return rejectAll(this); }

  // Coding.

  async code() {
    const passage = this.selector.passage;
    if (!passage) { this.say('Select a passage first: w a word, f a sentence, q a quotation.'); return; }
    if (!this.isNamed()) return;
    if (!this.book.acts.length) await this.bookAsked;
    const key = draftKey(passage);
    this.popover.open({...passage}, undefined, this.drafts.get(key), this.drafts.at(key));
  }

  async edit(mark) {
    if (!this.isNamed()) return;
    const isSuggestion = mark.startsWith('c-');
    const query = isSuggestion ? {candidate: mark.slice(2)} : {statement: mark.slice(2)};
    const fields = await this.get('/coding/entry.json', query);
    if (!fields) { this.say('It is no longer in the case, or the server does not answer.'); return; }
    const begun = this.drafts.fields(mark) ?? fields;
    const spans = begun.spans.map(({start, end}) => ({start, end}));
    if (!this.book.acts.length) await this.bookAsked;
    this.popover.open({...spans[0], spans}, begun, this.drafts.get(mark), this.drafts.at(mark));
  }

  left(passage, base, draft, isUntouched) {
    if (isUntouched) this.drafts.delete(draftKey(passage, base)); else this.drafts.set(passage, base, draft);
    this.say(isUntouched ? '' : leftWords(base, draft));
    this.leaf.focus({preventScroll: true});
  }

  async save(passage, base, draft, fields) {
    const isNew = !base?.id;
    this.say('Saving …');
    this.savedAt = performance.now();
    this.leaf.focus({preventScroll: true});
    if (base?.candidate) document.getElementById('line-c-' + base.candidate)?.classList.add('going');
    if (isNew) {
      this.selector.clear();
      this.selector.caret = passage.end;
      this.text.show('coding-saving', passage);
    }
    // The passage is in hand no longer.
    this.text.show('coding-selected');
    if (base?.candidate) this.marks.next('c-' + base.candidate);
    // The queue keeps what is on its way.
    this.drafts.delete(draftKey(passage, base));
    const result = await this.queue.push('/coding/statements', fields);
    this.text.show('coding-saving');
    if (!result.ok) {
      const isFree = !this.popover.isOpen;
      this.drafts.set(passage, base, draft, isFree);
      if (isFree) {
        this.popover.open(passage, base, draft);
        this.popover.fail(result.answer);
      }
    }
    if (fields.some(([name, value]) => /^\+|\/\+/.test(value) || name === 'speaksFor')) this.loadBook();
    this.ranks.clear();
    this.done(result);
  }

  async undo(isRedo) {
    if (!this.isNamed()) return;
    const result = await this.queue.push('/coding/undo', [['do', isRedo ? 'redo' : 'undo']]);
    this.ranks.clear();
    this.loadBook();
    this.done(result);
  }

  async remove(mark) {
    if (!this.isNamed()) return;
    const id = mark.slice(2);
    let result = await this.queue.push('/coding/removal', [['id', id]]);
    if (!result.ok && result.answer?.canBeSaved && confirm(`${result.answer.message}\n\nRemove it all the same?`)) {
      result = await this.queue.push('/coding/removal', [['id', id], ['anyway', 'yes']]);
    }
    this.done(result);
  }

  done(result) {
    offerFollowUps(this, result.ok ? result.answer : undefined);
    sayOthers(this, result.ok ? result.answer.others : []);
    if (result.ok) this.say(result.answer.said);
    else this.say([result.answer.message, result.answer.hint].filter(Boolean).join(' '));
    if (this.queue.isEmpty) this.refreshSoon();
  }

  /** Once the next thing has been done that is done at once, as the next suggestion is accepted. */
  refreshSoon() {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => { if (this.queue.isEmpty) refresh(this); }, 60);
  }
}

export function startCoding() {
  const article = document.querySelector('article[data-coding]');
  if (article) new Desk(article);
}
