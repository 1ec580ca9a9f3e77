// What few statements have, each a key away from the popover's gist: who reported it, to whom, when, the
// text's own hedge, conditions, a red line, the speaker's own words.
import {element as make} from './coding-element.js';
import {folded} from './coding-match.js';
import {readingParts} from './dates.js';

const KEYS = {
  KeyV: 'via', KeyT: 'to', KeyO: 'of', KeyC: 'requires', KeyD: 'date', KeyH: 'hedge',
  KeyU: 'due', KeyL: 'until',
  KeyR: 'redLine', KeyB: 'verbatim', KeyX: 'confidential',
};

/** Fields whose words are read as a date. */
const DATES = ['date', 'due', 'until'];

const KINDS = ['before', 'exchange', 'trigger'];
const KIND_WORDS = {before: 'only after', exchange: 'in exchange for', trigger: 'if'};

export class Extras {
  constructor(desk, choice, changed) {
    this.desk = desk;
    this.changed = changed;
    const actors = () => desk.book.actors.map((item) => ({token: item.id, title: item.title, more: item.more}));
    const many = (name, label) => choice(name, {label, many: true, fresh: 'actor', items: actors, ranked: () => []});
    this.rows = {
      via: many('via', 'Reported by'), to: many('to', 'To'), of: many('of', 'Whose position'),
      requires: choice('requires', {
        label: 'Condition', many: true, fresh: 'milestone', ranked: () => [], digits: false,
        sought: (typed) => this.kindOf(typed)[1],
        chosenAs: (item, typed) => {
          const [kind] = this.kindOf(typed);
          return kind ? {...item, kindOfCondition: kind} : item;
        },
        items: () => [
          ...desk.book.issues.flatMap((issue) => [
            {token: `issue:${issue.id}`, title: issue.title, more: issue.more},
            ...issue.options.map((option) => ({
              token: `issue:${issue.id}/${option.id}`, title: `${issue.title}: ${option.title}`, more: option.more,
            }))]),
          ...desk.book.subjects.filter((one) => one.isStep),
        ],
      }),
    };
    this.rows.requires.made = (typed) => {
      const [, words] = this.kindOf(typed);
      // `Issue: answer` is an answer to the issue that it may not have yet.
      const [, before, answer] = /^(.+?):\s*(\S.*)$/u.exec(words) ?? [];
      const issue = before && desk.book.issues.find((one) => folded(one.title) === folded(before.trim()));
      const milestone = {token: `+milestone:${words}`, title: words, isNew: true};
      return issue
        ? [{token: `issue:${issue.id}/+${answer}`, title: `${issue.title}: ${answer}`, isNew: true, noun: 'option'}, milestone]
        : milestone;
    };
    this.rows.requires.changed = () => { this.bind(); this.changed(); };
    this.kinds = make('select', {'aria-label': 'How the condition binds'},
      ...KINDS.map((kind) => make('option', {value: kind}, KIND_WORDS[kind])));
    // How the condition in hand binds: the one named last, or the one clicked; and the next.
    this.kinds.addEventListener('change', () => {
      const {inHand} = this;
      if (inHand) { inHand.kindOfCondition = this.kinds.value; this.bind(); }
      this.changed();
    });
    this.rows.requires.tokens.addEventListener('click', (event) => {
      const place = [...this.rows.requires.tokens.children].findIndex((one) => one.contains(event.target));
      if (place < 0 || event.target.closest('button')) return;
      this.hand = this.rows.requires.chosen[place].token;
      this.bind();
    });
    this.rows.requires.list.before(make('span', {class: 'kinds'}, this.kinds,
      make('small', {}, ' Only after: it has to come first. In exchange for: each for the other. If: it sets this off. “Issue: answer” names an answer to an issue, as a new one where it has none such.')));
    this.texts = {
      date: make('input', {id: 'coding-date', autocomplete: 'off', size: '18'}),
      due: make('input', {id: 'coding-due', autocomplete: 'off', size: '18'}),
      until: make('input', {id: 'coding-until', autocomplete: 'off', size: '18'}),
      hedge: make('input', {id: 'coding-hedge', autocomplete: 'off', size: '18'}),
    };
    this.checks = {
      redLine: make('input', {type: 'checkbox', id: 'coding-redLine'}),
      verbatim: make('input', {type: 'checkbox', id: 'coding-verbatim'}),
      confidential: make('input', {type: 'checkbox', id: 'coding-confidential'}),
    };
    const row = (name, label, field, key) => make('div', {class: 'choice', 'data-row': name},
      make('label', {for: field.id}, label), field, make('kbd', {}, `Alt ${key}`), make('small', {class: 'read'}));
    this.textRows = {
      date: row('date', 'Said on', this.texts.date, 'D'), due: row('due', 'Due by', this.texts.due, 'U'),
      until: row('until', 'Valid until', this.texts.until, 'L'), hedge: row('hedge', 'Hedge', this.texts.hedge, 'H'),
    };
    this.textRows.hedge.append(make('small', {class: 'below', id: 'coding-hedge-hint'},
      'A word with which the text itself holds back, such as “reportedly”. A statement with a hedge weighs less: it replaces none without a hedge.'));
    this.texts.hedge.setAttribute('aria-describedby', 'coding-hedge-hint');
    const {published} = desk.article.dataset;
    this.textRows.date.append(make('small', {class: 'below', id: 'coding-date-hint'}, published
      ? `Left empty, it counts as said on ${published}, dated by its publication.` : 'Left empty, it has no date.'));
    this.texts.date.setAttribute('aria-describedby', 'coding-date-hint');
    // What lowers a statement's weight is seen before anything else.
    this.first = make('div', {class: 'first'});
    for (const [name, key] of [['via', 'V'], ['to', 'T'], ['of', 'O'], ['requires', 'C']]) {
      this.rows[name].row.append(make('kbd', {}, `Alt ${key}`));
    }
    const check = (name, words, key) => make('label', {class: 'check', for: this.checks[name].id},
      this.checks[name], ` ${words} `, make('small', {class: 'read'}), make('kbd', {}, `Alt ${key}`));
    this.part = make('details', {class: 'extras'}, make('summary', {}, 'More: reported by, dates, conditions …'),
      ...Object.values(this.rows).map((one) => one.row), ...Object.values(this.textRows),
      make('p', {class: 'checks'}, check('verbatim', 'The speaker’s own words', 'B'),
        check('redLine', 'Red line', 'R'), check('confidential', 'Confidential', 'X')));
    for (const [name, field] of [...Object.entries(this.texts), ...Object.entries(this.checks)]) {
      field.addEventListener('input', () => { this.confirm(name); this.readDate(name); this.changed(); });
    }
  }

  /** The condition whose binding the list shows. */
  get inHand() {
    const {chosen} = this.rows.requires;
    return chosen.find((item) => item.token === this.hand) ?? chosen.at(-1);
  }

  /** Every condition says how it binds, one that is stored as it is stored. */
  bind() {
    const row = this.rows.requires;
    row.chosen = row.chosen.map((item) => {
      const kind = item.kindOfCondition ?? (item.isKept ? item.kind : this.kinds.value);
      const own = item.own ?? item.title;
      return {...item, own, kindOfCondition: kind, title: `${KIND_WORDS[kind]} ${own}`};
    });
    const {inHand} = this;
    if (inHand) this.kinds.value = inHand.kindOfCondition;
    row.drawTokens();
    if (row.chosen.length > 1) row.tokens.children[row.chosen.indexOf(inHand)]?.classList.add('in-hand');
  }

  /** A hedge stands in the form's first part where there is one. */
  place() {
    const {hedge, until} = this.textRows;
    if (this.texts.hedge.value.trim()) this.first.append(hedge); else until.after(hedge);
  }

  kindOf(typed) {
    const found = /^(?:(only after|only if|only once|only when|after|once|provided that|provided|until|before)|(in exchange for|in return for|for)|(if))\s+(.*)$/iu.exec(typed);
    if (!found) return [undefined, typed];
    return [found[2] ? 'exchange' : found[3] ? 'trigger' : 'before', found[4]];
  }

  owns(target) { return Object.values(this.texts).includes(target); }

  /** Does what the key stands for; false where it stands for nothing. */
  key(code, go) {
    if (code === 'KeyN' && this.answeredBy?.()) return true;
    if (code === 'KeyQ') { this.holdQuote?.(); return true; }
    if (code === 'KeyG') return this.readAgain?.() === true;
    const name = KEYS[code];
    if (!name) return false;
    if (!this.first.contains(this.textRows[name] ?? null)) this.part.open = true;
    const check = this.checks[name];
    if (check) {
      // What the text says is confirmed first, and changed by the next.
      if (check.checked && this.isPrefilled(name)) this.confirm(name);
      else { check.checked = !check.checked; this.confirm(name); }
      this.changed();
      return true;
    }
    const text = this.texts[name];
    if (text) {
      if (!text.value && this.offered?.[name]) { text.value = this.offered[name]; this.mark(name, true); this.readDate(name); }
      text.focus();
      text.select();
      return true;
    }
    go(name);
    return true;
  }

  // What the text says already is marked until a person has confirmed it.

  note(name) { return (this.textRows[name] ?? this.checks[name]?.closest('label'))?.querySelector('.read'); }
  isPrefilled(name) { return this.note(name)?.dataset.prefilled === 'yes'; }

  mark(name, isPrefilled) {
    const note = this.note(name);
    if (!note) return;
    note.dataset.prefilled = isPrefilled ? 'yes' : 'no';
    note.textContent = isPrefilled ? 'as the text says; not confirmed' : '';
  }

  confirm(name) { this.mark(name, false); }

  readDate(name) {
    if (!DATES.includes(name)) return;
    this.readings ??= {};
    clearTimeout(this.readings[name]);
    const typed = this.texts[name].value;
    if (!typed.trim()) { this.mark(name, false); return; }
    this.readings[name] = setTimeout(async () => {
      const read = await this.desk.reading({kind: 'date', text: typed, ahead: name === 'date' ? '' : 'yes'});
      if (!read || this.texts[name].value !== typed) return;
      const suffix = this.isPrefilled(name) ? ['; not confirmed'] : [];
      this.note(name).replaceChildren(...readingParts(read, (words) => {
        this.texts[name].value = words;
        this.texts[name].focus();
        this.confirm(name);
        this.readDate(name);
        this.changed();
      }), ...suffix);
    }, 80);
  }

  /** What a key puts into its field, of a new statement and one that is edited. */
  offer(found) { this.offered = {date: found.dateWords, hedge: found.hedge}; }

  prefill(found) {
    if (found.verbatim) { this.checks.verbatim.checked = true; this.mark('verbatim', true); this.part.open = true; }
    if (found.redLine) { this.checks.redLine.checked = true; this.mark('redLine', true); this.part.open = true; }
    if (found.hedge) { this.texts.hedge.value = found.hedge; this.mark('hedge', true); this.place(); }
  }

  reset() {
    for (const row of Object.values(this.rows)) row.clear();
    for (const [name, field] of Object.entries(this.texts)) { field.value = ''; this.mark(name, false); }
    for (const [name, field] of Object.entries(this.checks)) { field.checked = false; this.mark(name, false); }
    this.kinds.value = 'before';
    this.hand = undefined;
    this.place();
    this.part.open = false;
    this.offered = {};
    this.kept = {};
  }

  draft() {
    return {
      rows: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.chosen])),
      texts: Object.fromEntries(Object.entries(this.texts).map(([name, field]) => [name, field.value])),
      checks: Object.fromEntries(Object.entries(this.checks).map(([name, field]) => [name, field.checked])),
      kind: this.kinds.value, kept: this.kept,
      typed: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.input.value])),
    };
  }

  restore(draft) {
    for (const [name, chosen] of Object.entries(draft.rows)) { this.rows[name].chosen = chosen; this.rows[name].drawTokens(); }
    for (const [name, value] of Object.entries(draft.texts)) this.texts[name].value = value;
    for (const [name, value] of Object.entries(draft.checks)) this.checks[name].checked = value;
    this.kinds.value = draft.kind;
    for (const [name, words] of Object.entries(draft.typed ?? {})) this.rows[name].input.value = words;
    this.kept = draft.kept ?? {};
    this.bind();
    this.place();
    for (const name of DATES) this.readDate(name);
    const {hedge, ...texts} = draft.texts;
    this.part.open = [draft.rows, texts].some((part) => Object.values(part).some((one) => one.length))
      || Object.values(draft.checks).some(Boolean);
  }

  fields() {
    const all = [...this.rows.via.fields(), ...this.rows.to.fields(), ...this.rows.of.fields()];
    let number = 0;
    for (const item of this.rows.requires.chosen) {
      if (item.isKept) {
        all.push(['requires.keep', item.token]);
        if (item.kindOfCondition !== item.kind) all.push([`requires.keep.${item.token}.kind`, item.kindOfCondition]);
        continue;
      }
      all.push([`requires.${number}.about`, item.token],
        [`requires.${number}.kind`, item.kindOfCondition ?? this.kinds.value]);
      number += 1;
    }
    for (const name of DATES) {
      const words = this.texts[name].value;
      if (words.trim()) all.push([name, words === this.kept[name] ? 'keep' : words]);
    }
    if (this.texts.hedge.value.trim()) all.push(['hedge', this.texts.hedge.value]);
    for (const [name, field] of Object.entries(this.checks)) if (field.checked) all.push([name, 'yes']);
    if (!this.checks.confidential.checked) all.push(['confidential', 'no']);
    return all;
  }
}
