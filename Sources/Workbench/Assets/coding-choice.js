// One question of the popover: a list of nine in an order that stays, digits to choose while the box is empty,
// letters to look among all.
import {element as make} from './coding-element.js';
import {LOOSE, matches} from './coding-match.js';

const MOST = 9;

export class Choice {
  /**
   * @param name of the field.
   * @param options `label`, `items()` everything it may be, `ranked()` tokens in the order of the list,
   *   `guess()` the token that is likeliest, `many` for several answers, `fresh` what a new one is called,
   *   `needed` where an answer must be given, `digits` false where a digit begins words, `isSought(item)` for
   *   what only typing finds, `sought(typed)` the words that are looked for, `chosenAs(item, typed)` what is taken for it,
   *   `changed()`.
   */
  constructor(name, options) {
    Object.assign(this, {
      many: false, fresh: undefined, needed: false, digits: true, guess: () => undefined, isSought: () => false,
      sought: (typed) => typed, chosenAs: (item) => item, changed() {},
    }, options);
    this.name = name;
    this.chosen = [];
    const id = `coding-${name.replaceAll('.', '-')}`;
    this.tokens = make('span', {class: 'tokens'});
    this.input = make('input', {
      id, autocomplete: 'off', spellcheck: 'false', placeholder: ' ', size: '14', role: 'combobox', 'aria-autocomplete': 'list',
      'aria-expanded': 'false', 'aria-controls': `${id}-list`,
    });
    this.list = make('ol', {id: `${id}-list`, role: 'listbox', hidden: '', 'aria-label': this.label});
    this.none = make('p', {class: 'none', role: 'status', hidden: ''});
    this.row = make('div', {class: 'choice'}, make('label', {for: id}, this.label), this.tokens, this.input,
      this.list, this.none);
    this.input.addEventListener('input', () => {
      this.place = undefined;
      // A list that was closed by Escape opens again for what is typed on.
      if (this.row.classList.contains('open')) this.show(true);
      this.draw();
      this.reveal();
    });
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const line = event.target.closest('[role=option]');
      if (line) this.picked?.(Number(line.dataset.index));
    });
    this.drawTokens();
  }

  get typed() { return this.input.value.trim(); }

  /** What the list shows now, each with how well it answers to what was typed. */
  shown() {
    // Of several answers those chosen are out of the list; a single one stays in it, at its own digit.
    const taken = new Set(this.many ? this.chosen.map((item) => item.token) : []);
    const items = this.items().filter((item) => !taken.has(item.token));
    if (this.typed) return matches(items, this.sought(this.typed)).slice(0, MOST);
    const order = new Map(this.ranked().map((token, index) => [token, index]));
    const rank = (item) => order.get(item.token) ?? 1e6;
    const listed = items.filter((item) => !this.isSought(item));
    const first = [...listed].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
    const guess = listed.find((item) => item.token === this.guess());
    if (guess && !first.includes(guess)) first.push(guess);
    return first.map((item) => ({item, quality: 0}));
  }

  open() {
    this.place = undefined;
    this.row.classList.add('open');
    this.show(true);
    this.draw();
    this.reveal();
  }

  /** Has the whole list in sight, above what stays at the foot of the form; of a longer one the line marked. */
  reveal() {
    if (this.list.hidden || !this.row.isConnected) return;
    this.row.scrollIntoView({block: 'nearest', behavior: 'instant'});
    this.list.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest', behavior: 'instant'});
  }

  show(isShown) {
    this.list.hidden = !isShown;
    this.none.hidden ||= !isShown;
    this.input.setAttribute('aria-expanded', String(isShown));
    if (!isShown) this.input.removeAttribute('aria-activedescendant');
  }

  /** Closes the list in which something is looked for, and leaves the words; false where there is none. */
  escape() {
    if (this.list.hidden || !this.typed) return false;
    this.show(false);
    return true;
  }

  /** What was typed stays in the box. */
  close() {
    this.row.classList.remove('open');
    this.show(false);
  }

  clear() {
    this.chosen = [];
    this.input.value = '';
    this.drawTokens();
    this.close();
  }

  /**
   * The line that Enter takes: where the arrows are, else of what was typed the best. Undefined for none: what
   * is in no list is entered as new by Shift+Enter or by its line alone, as it may be a slip of the finger.
   */
  get here() {
    if (this.place !== undefined) return this.place;
    if (this.typed) {
      const isLoose = this.fresh && this.found[0]?.quality >= LOOSE;
      return this.lines.length && !isLoose ? 0 : undefined;
    }
    if (!this.needed || this.chosen.length) return undefined;
    const guess = this.lines.findIndex((item) => item.token === this.guess());
    return guess >= 0 ? guess : this.lines.length ? 0 : undefined;
  }

  draw() {
    if (this.list.hidden) return;
    this.found = this.shown();
    this.lines = this.found.map((one) => one.item);
    const lines = this.lines.map((item, index) => this.line(
      !this.typed && this.digits && index < MOST ? `${index + 1}` : '', item.title, item.meaning ?? item.kind, index));
    this.news.forEach((item, index) => {
      lines.push(this.line(
        '', `New ${item.noun ?? this.fresh} “${item.title}”`, index ? undefined : 'Shift+Enter', this.lines.length + index));
    });
    this.list.replaceChildren(...lines);
    const {here} = this;
    const guess = this.guess();
    this.input.removeAttribute('aria-activedescendant');
    for (const line of lines) {
      const index = Number(line.dataset.index);
      line.setAttribute('aria-selected', String(index === here));
      line.classList.toggle('chosen', this.chosen.some((item) => item.token === this.lines[index]?.token));
      line.classList.toggle('likely', !line.classList.contains('chosen') && !this.typed && guess !== undefined && this.lines[index]?.token === guess);
      if (index === here) this.input.setAttribute('aria-activedescendant', line.id);
    }
    this.none.hidden = here !== undefined || !this.typed;
    this.none.textContent = this.none.hidden ? '' : this.fresh
      ? `Nothing here is called “${this.typed}”. Shift+Enter enters it as a new ${this.fresh}.`
      : `None is called “${this.typed}”. There are: ${this.items().map((item) => item.title).join(', ')}.`;
  }

  line(key, title, small, index) {
    const line = make('li', {id: `${this.list.id}-${index}`, role: 'option', 'data-index': index},
      ...(key ? [make('kbd', {}, key)] : []), make('span', {dir: 'auto'}, title));
    if (small) line.append(make('small', {}, small));
    return line;
  }

  step(by) {
    this.show(true);
    const count = (this.lines?.length ?? 0) + this.news.length;
    if (count) this.place = ((this.here ?? (by > 0 ? -1 : 0)) + by + count) % count;
    this.draw();
    this.reveal();
  }

  /** What was typed as something new, in the lines after those of the list. */
  get news() { return this.fresh && this.typed ? [this.made(this.typed)].flat() : []; }

  /** Takes the line of that place; false where there is none. */
  take(index) {
    const found = this.lines?.[index] ?? (this.lines ? this.news[index - this.lines.length] : undefined);
    if (!found) return false;
    const item = this.chosenAs(found, this.typed);
    this.input.value = '';
    this.place = undefined;
    // Typed again, what is chosen already is the same.
    const isChosen = this.chosen.some((one) => one.token === item.token);
    this.set(!this.many ? [item] : isChosen ? this.chosen : [...this.chosen, item]);
    return true;
  }

  made(typed) { return {token: '+' + typed, title: typed, isNew: true}; }

  set(items) {
    this.chosen = items;
    this.drawTokens();
    this.draw();
    this.changed();
  }

  drawTokens() {
    this.tokens.replaceChildren(...this.chosen.map((item) => {
      const words = item.isNew ? `${item.title} (new)` : item.title;
      const away = make('button', {type: 'button', tabindex: '-1', 'aria-label': `Remove ${words}`}, '×');
      away.addEventListener('click', () => {
        this.set(this.chosen.filter((one) => one !== item));
        this.input.focus();
      });
      return make('span', {dir: 'auto'}, make('bdi', {}, words), away);
    }));
  }

  fields() { return this.chosen.map((item) => [this.name, item.token]); }
}
