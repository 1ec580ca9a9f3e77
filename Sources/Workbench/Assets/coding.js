// The coding screen: a document's text in which passages are taken hold of and become statements, and
// suggestions are accepted or rejected, by mouse or by keys alone. The keys are in Help.
import {CodedText} from './coding-text.js';
import {Selector} from './coding-select.js';
import {Popover} from './coding-popover.js';
import {Queue} from './coding-queue.js';

// The part of every address that says which of several cases is meant; empty where there is one.
const base = document.body.dataset.base ?? '';

const isTyping = (target) =>
  target.closest?.('input:not([type=checkbox]):not([type=range]), select, textarea, dialog');

class Desk {
  constructor(article) {
    this.article = article;
    this.source = article.dataset.coding;
    this.bar = article.querySelector('.coding-bar');
    this.said = this.bar.querySelector('.said');
    this.waits = this.bar.querySelector('.waits');
    this.leaf = article.querySelector('.leaf');
    this.text = new CodedText(this.leaf, Number(article.dataset.from));
    this.drafts = new Map();
    this.ranks = new Map();
    this.book = {actors: [], issues: [], subjects: [], acts: [], stances: []};
    this.queue = new Queue(this.bar, (words) => { this.waits.textContent = words; });
    this.selector = new Selector(this.text, (passage) => this.selected(passage));
    this.readList();
    this.popover = new Popover(this);
    this.reading = this.loadBook();
    this.get('/coding/units.json', {source: this.source}).then((units) => {
      if (units) this.selector.units = units;
      this.article.dataset.ready = 'yes';
    });
    this.codeButton = this.bar.querySelector('.code');
    this.codeButton.addEventListener('click', () => this.code());
    this.bar.addEventListener('submit', (event) => {
      event.preventDefault();
      this.undo(event.submitter?.value === 'redo');
    });
    document.addEventListener('keydown', (event) => this.keydown(event));
    document.addEventListener('selectionchange', () => this.watch());
    this.leaf.addEventListener('click', (event) => this.click(event));
    article.querySelector('.margin').addEventListener('submit', (event) => this.decideByForm(event));
    article.querySelector('.margin').addEventListener('focusin', (event) => {
      const mark = event.target.closest('a[data-mark]')?.dataset.mark;
      if (mark) this.current = mark;
    });
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

  say(words) { this.said.textContent = words; }

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
    if (this.selector.isOwn) { this.selector.isOwn = false; return; }
    clearTimeout(this.watching);
    this.watching = setTimeout(() => {
      const found = this.text.selected();
      if (found) this.selector.set(found, true);
      else if (this.selector.passage && getSelection().isCollapsed && this.leaf.contains(getSelection().anchorNode)) {
        this.selector.passage = undefined;
        this.text.show('coding-selected');
        this.selected(undefined);
        this.selector.caret = this.text.pointOf(getSelection().anchorNode, getSelection().anchorOffset) ?? this.selector.caret;
      }
    }, 30);
  }

  selected(passage) {
    this.codeButton.hidden = !passage;
    this.article.classList.toggle('moves-start', this.selector.end === 'start');
    this.article.classList.toggle('moves-end', this.selector.end === 'end');
    if (passage) this.choices(passage, {speaker: []});
  }

  // Statements and suggestions of the text.

  readList() {
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

  focus(mark) {
    this.current = mark;
    for (const old of this.article.querySelectorAll('.here')) old.classList.remove('here');
    const line = document.getElementById('line-' + mark.replace(/^s-/, ''));
    line?.classList.add('here');
    const [kind, ...rest] = mark.split('-');
    for (const piece of this.leaf.querySelectorAll(`[data-${kind}="${CSS.escape(rest.join('-'))}"]`)) piece.classList.add('here');
    const span = this.spansOf(mark)[0];
    if (span) this.selector.reveal(span);
    const place = document.getElementById(mark);
    if (place) {
      place.tabIndex = -1;
      if (line) place.setAttribute('aria-label', line.querySelector('a').textContent);
      place.focus({preventScroll: true});
    }
    if (span) this.selector.caret = span.start;
  }

  /** One key goes round all that overlap here. */
  cycle() {
    const {passage} = this.selector;
    const own = this.current ? this.spansOf(this.current)[0] : undefined;
    const place = passage ?? this.round ?? own;
    if (!place) return;
    const all = this.at(place.start, place.end);
    if (!all.length) { this.say('No statement holds these words.'); return; }
    this.round = {start: place.start, end: place.end};
    const next = all[(all.indexOf(this.current) + 1) % all.length];
    this.selector.clear();
    this.focus(next);
    this.say(`${all.indexOf(next) + 1} of ${all.length} that overlap here.`);
  }

  click(event) {
    if (!getSelection().isCollapsed || !event.target.closest('mark')) return;
    const range = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const point = range ? this.text.pointOf(range.offsetNode, range.offset) : undefined;
    if (point === undefined) return;
    const all = this.at(point);
    if (!all.length) return;
    this.round = {start: point, end: point + 1};
    this.focus(all[(all.indexOf(this.current) + 1) % all.length]);
  }

  get suggestions() {
    return [...this.article.querySelectorAll('.waiting li:not(.going)')].map((line) => line.querySelector('a').dataset.mark);
  }

  /** The suggestion after the one that was decided. */
  nextSuggestion(after) {
    const all = this.suggestions;
    const place = this.spansOf(after)[0]?.start ?? -1;
    const next = all.find((mark) => mark !== after && (this.spansOf(mark)[0]?.start ?? 0) >= place) ?? all.find((mark) => mark !== after);
    if (next) this.focus(next);
    else { this.current = undefined; this.say('No suggestion waits any more.'); }
  }

  decideByForm(event) {
    event.preventDefault();
    const line = event.target.closest('li');
    this.decide(line.querySelector('a').dataset.mark, event.submitter.value);
  }

  async decide(mark, deed) {
    if (!this.isNamed()) return;
    const key = mark.slice(2);
    document.getElementById('line-' + mark)?.classList.add('going');
    for (const piece of this.leaf.querySelectorAll(`[data-c="${CSS.escape(key)}"]`)) piece.classList.add(deed === 'accept' ? 'accepted' : 'rejected');
    this.nextSuggestion(mark);
    const result = await this.queue.push('/coding/candidates', [['candidate', key], ['do', deed]]);
    this.done(result);
  }

  // Coding.

  async code() {
    const passage = this.selector.passage;
    if (!passage) { this.say('Select a passage first: w a word, f a sentence, q a quotation.'); return; }
    if (!this.isNamed()) return;
    if (!this.book.acts.length) await this.reading;
    this.popover.open({...passage}, undefined, this.drafts.get(`${passage.start}-${passage.end}`));
    this.text.show('coding-selected', passage);
  }

  async edit(mark) {
    if (!this.isNamed()) return;
    const isSuggestion = mark.startsWith('c-');
    const query = isSuggestion ? {candidate: mark.slice(2)} : {statement: mark.slice(2)};
    const fields = await this.get('/coding/entry.json', query);
    if (!fields) { this.say('It is no longer in the case, or the server does not answer.'); return; }
    const spans = fields.spans.map(({start, end}) => ({start, end}));
    this.text.show('coding-selected', spans[0]);
    if (!this.book.acts.length) await this.reading;
    this.popover.open({...spans[0], spans}, fields, this.drafts.get(mark));
  }

  left(passage, base, draft) {
    this.drafts.set(base ? this.current : `${passage.start}-${passage.end}`, draft);
    this.say('Left as it was; the draft stays with the passage.');
    this.leaf.focus({preventScroll: true});
  }

  async save(passage, base, draft, fields) {
    const isNew = !base?.id;
    this.say('Saving …');
    this.leaf.focus({preventScroll: true});
    if (base?.candidate) document.getElementById('line-c-' + base.candidate)?.classList.add('going');
    if (isNew) {
      this.selector.clear();
      this.selector.caret = passage.end;
      this.text.show('coding-saving', passage);
    }
    if (base?.candidate) this.nextSuggestion('c-' + base.candidate);
    const result = await this.queue.push('/coding/statements', fields);
    this.text.show('coding-saving');
    if (!result.ok && !this.popover.isOpen) {
      this.popover.open(passage, base, draft);
      this.popover.fail(result.answer);
    } else if (result.ok) {
      this.drafts.delete(isNew && !base ? `${passage.start}-${passage.end}` : this.current);
    }
    if (fields.some(([, value]) => /^\+/.test(value))) this.loadBook();
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
    if (result.ok) this.say(result.answer.said);
    else this.say([result.answer.message, result.answer.hint].filter(Boolean).join(' '));
    if (this.queue.isEmpty) this.refresh();
  }

  /** Brings marks, list and counts to what the case now holds, and leaves the page where it is. */
  async refresh() {
    const answer = await fetch(location.href, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}}).catch(() => undefined);
    if (!answer?.ok || !this.queue.isEmpty) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const blocks = page.querySelectorAll('.leaf > .block');
    const margin = page.querySelector('.margin');
    if (!margin || blocks.length !== this.text.blocks.length) return;
    const {passage} = this.selector;
    const focused = document.activeElement?.closest?.('.leaf mark, .margin a');
    this.text.blocks.forEach((block, index) => {
      for (const piece of block.querySelectorAll('[tabindex], .here, .accepted, .rejected')) {
        piece.removeAttribute('tabindex');
        piece.removeAttribute('aria-label');
        piece.classList.remove('here', 'accepted', 'rejected');
      }
      if (block.innerHTML !== blocks[index].innerHTML) block.replaceChildren(...blocks[index].childNodes);
    });
    const list = this.article.querySelector('.margin');
    const scrolls = [...list.querySelectorAll('ol')].map((one) => one.scrollTop);
    list.replaceChildren(...margin.childNodes);
    [...list.querySelectorAll('ol')].forEach((one, index) => { one.scrollTop = scrolls[index] ?? 0; });
    this.readList();
    document.dispatchEvent(new CustomEvent('dragoman-coded'));
    if (passage) this.selector.set(passage);
    else if (this.current && document.getElementById(this.current)) {
      if (focused || !document.activeElement || document.activeElement === document.body) this.focus(this.current);
    } else this.current = undefined;
  }

  keydown(event) {
    if (event.defaultPrevented || this.popover.isOpen || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const {selector} = this;
    if (selector.end && event.key.startsWith('Arrow')) {
      event.preventDefault();
      const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      const kind = !isAcross ? 'clause' : event.ctrlKey || event.altKey || event.metaKey ? 'word' : 'character';
      selector.move(kind, event.key === 'ArrowRight' || event.key === 'ArrowDown');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = this.current;
    const isSuggestion = current?.startsWith('c-');
    const decide = (deed) => () => (isSuggestion ? this.decide(current, deed) : this.nextSuggestion(''));
    const deeds = {
      w: () => selector.unit('word', true), W: () => selector.unit('word', false),
      f: () => selector.unit('sentences', true), F: () => selector.unit('sentences', false),
      q: () => selector.unit('quotations', true), Q: () => selector.unit('quotations', false),
      '+': () => selector.grow(1), '=': () => selector.grow(1), '-': () => selector.grow(-1),
      s: () => { selector.end = 'start'; this.selected(selector.passage); },
      e: () => {
        if (selector.passage) { selector.end = 'end'; this.selected(selector.passage); }
        else if (current) this.edit(current);
      },
      c: () => this.code(), o: () => this.cycle(), v: () => this.nextSuggestion(''),
      a: decide('accept'), x: decide('reject'),
      u: () => this.undo(false), U: () => this.undo(true),
      Escape: () => { selector.clear(); this.round = undefined; },
    };
    if (isSuggestion) deeds[' '] = () => this.nextSuggestion(current);
    if (event.target.closest?.('mark, .leaf') || event.target === document.body) {
      if (selector.passage) deeds.Enter = () => this.code();
      else if (current) deeds.Enter = () => this.edit(current);
    }
    if (current?.startsWith('s-') && !selector.passage) deeds.Delete = () => this.remove(current);
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!['o'].includes(event.key)) this.round = undefined;
    deed();
  }
}

export function startCoding() {
  const article = document.querySelector('article[data-coding]');
  if (article) new Desk(article);
}
