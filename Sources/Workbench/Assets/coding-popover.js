// Where a passage becomes a statement: who says it, what that does, of what, and how they stand to it; all by
// digits, with everything else a key away.
import {Choice} from './coding-choice.js';
import {Extras} from './coding-extras.js';

const MAIN = ['speaker', 'act', 'about', 'option', 'stance', 'gist'];

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

export class Popover {
  /** @param desk what asks the server: `book`, `choices(passage, known)`, `preview(fields)`, `reading(...)`. */
  constructor(desk) {
    this.desk = desk;
    this.ranks = {};
    this.keys = Promise.resolve();
    this.busy = 0;
    this.make();
  }

  make() {
    const book = () => this.desk.book;
    const named = (items) => items.map((item) => ({token: item.id, title: item.title, more: item.more}));
    const choice = (name, options) => {
      const made = new Choice(name, {...options, changed: () => this.changed(name)});
      made.picked = (index) => this.enqueue({key: 'pick', index, row: name});
      made.row.dataset.row = name;
      return made;
    };
    this.rows = {
      speaker: choice('speaker', {
        label: 'Speaker', many: true, fresh: 'actor',
        items: () => named(book().actors), ranked: () => this.ranks.speakers ?? [],
      }),
      act: choice('act', {
        label: 'Act', items: () => named(book().acts), ranked: () => this.ranks.acts ?? [],
      }),
      about: choice('about', {
        label: 'About', fresh: 'issue',
        items: () => [
          ...book().issues.map((one) => ({token: `issue:${one.id}`, title: one.title, more: one.more})),
          ...book().subjects,
        ],
        ranked: () => (this.ranks.issues ?? []).map((id) => `issue:${id}`),
      }),
      option: choice('option', {
        label: 'Option', many: true, fresh: 'option',
        items: () => [
          ...named(this.issue?.options ?? []),
          ...(this.issue?.options.length ? [{token: 'any', title: 'any of them'}] : []),
        ],
        ranked: () => this.ranks.options?.[this.issue?.id] ?? [],
      }),
      stance: choice('stance', {
        label: 'Stance', items: () => named(book().stances), ranked: () => this.ranks.stances ?? [],
      }),
    };
    this.rows.about.made = (typed) => ({token: `+issue:${typed}`, title: typed, isNew: true});
    this.gist = element('textarea', {id: 'coding-gist', rows: '2', name: 'gist', dir: 'auto'});
    this.value = element('input', {id: 'coding-value', name: 'value', autocomplete: 'off', size: '24'});
    this.valueRow = element('div', {class: 'choice', 'data-row': 'value', hidden: ''},
      element('label', {for: 'coding-value'}, 'Value'), this.value,
      element('output', {for: 'coding-value', class: 'read'}));
    this.quote = element('blockquote', {dir: 'auto'});
    this.title = element('h2', {id: 'coding-title'}, 'New statement');
    this.foresight = element('div', {class: 'foresight', role: 'status'});
    this.fault = element('p', {class: 'fault', role: 'alert'});
    this.extras = new Extras(this.desk, (name, options) => choice(name, options), () => this.changed('extra'));
    this.saveButton = element('button', {type: 'submit'}, 'Save');
    this.leaveButton = element('button', {type: 'button', class: 'quiet'}, 'Close');
    this.whole = element('a', {href: '#', class: 'whole', hidden: ''}, 'All fields');
    const gistRow = element('div', {class: 'choice', 'data-row': 'gist'},
      element('label', {for: 'coding-gist'}, 'In one line'), this.gist);
    this.form = element('form', {method: 'dialog'}, this.title, this.quote,
      ...['speaker', 'act', 'about', 'option'].map((name) => this.rows[name].row), this.valueRow,
      this.rows.stance.row, gistRow, this.extras.part, this.foresight, this.fault,
      element('p', {class: 'row'}, this.saveButton, this.leaveButton, this.whole));
    this.dialog = element('dialog', {id: 'coding', 'aria-labelledby': 'coding-title'}, this.form);
    document.body.append(this.dialog);
    this.dialog.addEventListener('keydown', (event) => this.keydown(event));
    this.dialog.addEventListener('cancel', (event) => { event.preventDefault(); this.leave(); });
    this.leaveButton.addEventListener('click', () => this.leave());
    this.form.addEventListener('submit', (event) => { event.preventDefault(); this.enqueue({key: 'save'}); });
    this.form.addEventListener('focusin', (event) => this.enter(event.target.closest('[data-row]')?.dataset.row));
    this.value.addEventListener('input', () => { this.readValue(); this.changed('value'); });
  }

  get isOpen() { return this.dialog.open; }

  get issue() {
    const token = this.rows.about.chosen[0]?.token ?? '';
    return token.startsWith('issue:')
      ? this.desk.book.issues.find((one) => `issue:${one.id}` === token) : undefined;
  }

  get hasOptions() {
    const token = this.rows.about.chosen[0]?.token ?? '';
    return token.startsWith('+issue:') || this.issue?.value === 'option';
  }

  /** Opens over a passage: new, or with what a draft, a statement or a suggestion has. */
  open(passage, fields, draft) {
    this.passage = passage;
    this.base = fields;
    this.ranks = {};
    for (const row of Object.values(this.rows)) { row.chosen = []; row.drawTokens(); row.close(); }
    this.gist.value = '';
    this.value.value = '';
    this.fault.textContent = '';
    this.anyway = false;
    this.foresight.replaceChildren();
    this.extras.reset();
    this.title.textContent = fields?.id ? `Statement ${fields.id}`
      : fields?.candidate ? 'Suggestion' : 'New statement';
    this.saveButton.textContent = 'Save';
    this.whole.hidden = !fields?.id;
    if (fields?.id) this.whole.href = `/edit?section=statements&key=${fields.id}&back=${location.pathname}`;
    this.quote.textContent = this.desk.words(passage);
    if (draft) this.restore(draft); else if (fields) this.fill(fields);
    this.showRows();
    this.dialog.showModal();
    this.rank(true);
    this.go(fields || draft ? 'gist' : 'speaker');
  }

  fill(fields) {
    const named = (ids, items) => ids.map((id) => {
      const item = items.find((one) => one.id === id);
      return {token: id, title: item?.title ?? id};
    });
    const {actors, acts, stances, issues} = this.desk.book;
    this.rows.speaker.chosen = named(fields.speaker, actors);
    this.rows.act.chosen = named([fields.act], acts);
    if (fields.about) this.rows.about.chosen = [fields.about];
    const issue = issues.find((one) => `issue:${one.id}` === fields.about?.token);
    this.rows.option.chosen = fields.option.map((id) => ({
      token: id, title: id === 'any' ? 'any of them' : issue?.options.find((one) => one.id === id)?.title ?? id,
    }));
    this.value.value = fields.value ?? '';
    if (fields.stance) this.rows.stance.chosen = named([fields.stance], stances);
    this.gist.value = fields.gist;
    this.extras.fill(fields);
    for (const row of Object.values(this.rows)) row.drawTokens();
  }

  draft() {
    return {
      rows: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.chosen])),
      gist: this.gist.value, value: this.value.value, extras: this.extras.draft(),
    };
  }

  restore(draft) {
    for (const [name, chosen] of Object.entries(draft.rows)) {
      this.rows[name].chosen = chosen;
      this.rows[name].drawTokens();
    }
    this.gist.value = draft.gist;
    this.value.value = draft.value;
    this.extras.restore(draft.extras);
  }

  /** What the form would send. */
  fields() {
    const all = [['source', this.desk.source]];
    if (this.base?.id) all.push(['id', this.base.id], ['expected', String(this.base.expected ?? '')]);
    if (this.base?.candidate) all.push(['candidate', this.base.candidate]);
    for (const span of this.passage.spans ?? [this.passage]) {
      all.push(['span', `${span.start}-${span.end}`], ['exact', this.desk.words(span)]);
    }
    for (const name of ['speaker', 'act', 'about', 'stance']) all.push(...this.rows[name].fields());
    if (this.hasOptions) all.push(...this.rows.option.fields());
    else if (this.issue && this.value.value.trim()) all.push(['value', this.value.value]);
    all.push(['gist', this.gist.value], ...this.extras.fields());
    if (this.anyway) all.push(['anyway', 'yes']);
    return all;
  }

  // Ranks and foresight.

  /** The ranked lists for what is known; a list that is shown already is not put in another order. */
  rank(isFirst) {
    const known = {
      speaker: this.rows.speaker.chosen.filter((item) => !item.isNew).map((item) => item.token),
      act: this.rows.act.chosen[0]?.token,
    };
    const asked = this.passage;
    this.ranking = this.desk.choices(asked, known).then((ranks) => {
      if (!ranks || asked !== this.passage) return;
      this.ranks = ranks;
      if (isFirst) {
        if (!this.base) this.extras.prefill(ranks.found);
        this.rows[this.current]?.draw();
      }
    });
  }

  ready() {
    const limit = new Promise((resolve) => setTimeout(resolve, 400));
    return Promise.race([this.ranking, limit]);
  }

  changed(name) {
    if (name === 'about') {
      this.rows.option.chosen = [];
      this.rows.option.drawTokens();
      this.showRows();
    }
    if (name === 'speaker' || name === 'act') this.rank(false);
    this.anyway = false;
    this.saveButton.textContent = 'Save';
    clearTimeout(this.resting);
    if (!this.rows.speaker.chosen.length || !this.rows.act.chosen.length) return;
    this.resting = setTimeout(async () => {
      const foresight = await this.desk.preview(this.fields());
      if (!foresight || !this.isOpen) return;
      this.foresight.replaceChildren(
        ...foresight.sentences.map((words) => element('p', {}, words)),
        ...(foresight.more?.length
          ? [element('details', {}, element('summary', {}, `${foresight.more.length} more`),
            ...foresight.more.map((words) => element('p', {}, words)))] : []));
    }, 150);
  }

  showRows() {
    const issue = this.issue;
    this.rows.option.row.hidden = !this.hasOptions;
    this.valueRow.hidden = !issue || issue.value === 'option';
    if (!this.valueRow.hidden) this.value.placeholder = issue.hint ?? '';
    this.readValue();
  }

  readValue() {
    clearTimeout(this.reading);
    const output = this.valueRow.querySelector('output');
    if (!this.issue || !this.value.value.trim()) { output.textContent = ''; return; }
    this.reading = setTimeout(async () => {
      const read = await this.desk.reading({kind: 'value', issue: this.issue?.id ?? '', text: this.value.value});
      if (read) output.textContent = read.words ? `read as ${read.words}` : `${read.fault}: ${read.hint}`;
    }, 80);
  }

  // Keys.

  enter(name) {
    if (!name || name === this.current) return;
    this.rowOf(this.current)?.close();
    this.current = name;
    this.rowOf(name)?.open();
  }

  rowOf(name) { return this.rows[name] ?? this.extras.rows[name]; }

  go(name) {
    const order = MAIN.filter((one) => one !== 'option' || this.hasOptions || !this.valueRow.hidden);
    const target = name ?? order[order.indexOf(MAIN.includes(this.current) ? this.current : 'stance') + 1] ?? 'gist';
    if (target === 'option' && !this.hasOptions) { this.enter('value'); this.current = 'value'; this.value.focus(); return; }
    if (target === 'gist') { this.enter('gist'); this.gist.focus(); return; }
    const row = this.rowOf(target);
    row.input.focus();
    this.enter(target);
  }

  next() {
    if (this.current === 'value') this.go('stance');
    else if (MAIN.includes(this.current)) this.go();
    else this.go('gist');
  }

  keydown(event) {
    if (event.key === 'Escape') { event.preventDefault(); this.leave(); return; }
    if (event.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const done = this.extras.key(event.code, (name) => this.go(name));
      if (done) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') { event.preventDefault(); this.enqueue({key: 'save'}); }
      return;
    }
    const row = this.rowOf(this.current);
    const isInRow = row && event.target === row.input;
    const isInField = event.target === this.gist || event.target === this.value
      || this.extras.owns(event.target);
    if (event.key === 'Enter' && event.target.tagName !== 'BUTTON' && event.target.tagName !== 'A') {
      if (event.target === this.gist && event.shiftKey) return;
      event.preventDefault();
      this.enqueue({key: 'Enter'});
      return;
    }
    const digit = /^(Digit|Numpad)\d$/.test(event.code) ? Number(event.code.at(-1)) : undefined;
    if (isInRow && digit !== undefined) {
      event.preventDefault();
      this.enqueue({key: 'digit', digit, keeps: event.shiftKey});
      return;
    }
    if (isInRow && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      row.step(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (isInRow && event.key === 'Backspace' && !row.input.value) {
      event.preventDefault();
      this.back(row);
      return;
    }
    // What is typed while a list is still on its way belongs to the field it leads to.
    if (this.busy && event.key.length === 1 && (isInRow || isInField)) {
      event.preventDefault();
      this.enqueue({key: 'letter', letter: event.key});
    }
  }

  back(row) {
    if (row.chosen.length) { row.set(row.chosen.slice(0, -1)); return; }
    const order = MAIN.filter((one) => one !== 'option' || this.hasOptions);
    const place = order.indexOf(this.current);
    if (place > 0) this.go(order[place - 1]);
  }

  enqueue(deed) {
    this.busy += 1;
    this.keys = this.keys.then(() => this.perform(deed)).catch((error) => console.error(error))
      .finally(() => { this.busy -= 1; });
    return this.keys;
  }

  async perform(deed) {
    if (!this.isOpen) return;
    const row = this.rowOf(deed.row ?? this.current);
    if (deed.key === 'save') { await this.save(); return; }
    if (deed.key === 'letter') {
      const field = row?.input ?? (this.current === 'value' ? this.value : this.gist);
      field.value += deed.letter;
      field.dispatchEvent(new Event('input', {bubbles: true}));
      return;
    }
    if (deed.key === 'Enter') {
      if (!row) {
        if (this.current === 'gist' || !MAIN.includes(this.current) && this.current !== 'value') await this.save();
        else this.next();
        return;
      }
      if (row.input.value.trim() || !row.chosen.length) {
        await this.ready();
        row.draw();
        const typed = row.input.value.trim();
        if (typed && !row.take(row.lines?.length ? row.place : -1)) return;
      }
      this.next();
      return;
    }
    await this.ready();
    if (!row) return;
    row.draw();
    const index = deed.key === 'pick' ? deed.index : deed.digit - 1;
    if (row.take(index) && !deed.keeps) this.next();
  }

  leave() {
    clearTimeout(this.resting);
    this.dialog.close();
    this.desk.left(this.passage, this.base, this.draft());
  }

  fail(refusal) {
    this.fault.textContent = [refusal.message, refusal.hint].filter(Boolean).join(' ');
    this.anyway = refusal.canBeSaved === true;
    this.saveButton.textContent = this.anyway ? 'Save all the same' : 'Save';
    const name = refusal.field?.replace(/^requires\..*/, 'requires');
    if (this.rowOf(name)) this.go(name);
    else if (name === 'value') this.value.focus();
    else this.gist.focus();
  }

  async save() {
    const missing = ['speaker', 'act'].find((name) => !this.rows[name].chosen.length);
    if (missing) {
      this.fail({message: `Choose ${missing === 'speaker' ? 'who speaks' : 'what the words do'}.`, field: missing});
      return;
    }
    if (!this.gist.value.trim()) {
      this.fail({message: 'Say in your own words, in one line, what is said.', field: 'gist'});
      return;
    }
    clearTimeout(this.resting);
    const [passage, base, draft, fields] = [this.passage, this.base, this.draft(), this.fields()];
    this.dialog.close();
    this.desk.save(passage, base, draft, fields);
  }
}
