// One question of the popover: a list of nine in an order that stays, digits to choose while the box is empty,
// letters to look among all.
import {LOOSE, matches} from './coding-match.js';

const MOST = 9;

const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

export class Choice {
  /**
   * @param name of the field.
   * @param options `label`, `items()` everything it may be, `ranked()` tokens in the order of the list,
   *   `guess()` the token that is likeliest, `many` for several answers, `fresh` what a new one is called,
   *   `needed` where an answer must be given, `digits` false where a digit begins words, `isSought(item)` for
   *   what only typing finds, `changed()`.
   */
  constructor(name, options) {
    Object.assign(this, {
      many: false, fresh: undefined, needed: false, digits: true, guess: () => undefined, isSought: () => false,
      changed() {},
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
    this.none = make('p', {class: 'none', hidden: ''});
    this.row = make('div', {class: 'choice'}, make('label', {for: id}, this.label), this.tokens, this.input,
      this.list, this.none);
    this.input.addEventListener('input', () => { this.place = undefined; this.draw(); });
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
    const taken = new Set(this.chosen.map((item) => item.token));
    const items = this.items().filter((item) => !taken.has(item.token));
    if (this.typed) return matches(items, this.typed).slice(0, MOST);
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
    this.list.hidden = false;
    this.row.classList.add('open');
    this.input.setAttribute('aria-expanded', 'true');
    this.draw();
  }

  /** What was typed stays in the box. */
  close() {
    this.list.hidden = true;
    this.row.classList.remove('open');
    this.none.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  clear() {
    this.chosen = [];
    this.input.value = '';
    this.drawTokens();
    this.close();
  }

  /** The line that Enter takes: of what was typed the best, else where the arrows are; undefined for none. */
  get here() {
    if (this.place !== undefined) return this.place;
    if (this.typed) {
      const isNew = this.fresh && (this.found.length === 0 || this.found[0].quality >= LOOSE);
      return isNew ? this.lines.length : this.lines.length ? 0 : undefined;
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
    if (this.fresh && this.typed) {
      lines.push(this.line('', `New ${this.fresh} “${this.typed}”`, 'Shift+Enter', this.lines.length));
    }
    this.list.replaceChildren(...lines);
    const {here} = this;
    const guess = this.guess();
    this.input.removeAttribute('aria-activedescendant');
    for (const line of lines) {
      const index = Number(line.dataset.index);
      line.setAttribute('aria-selected', String(index === here));
      line.classList.toggle('likely', !this.typed && guess !== undefined && this.lines[index]?.token === guess);
      if (index === here) this.input.setAttribute('aria-activedescendant', line.id);
    }
    this.none.hidden = lines.length > 0 || !this.typed;
    this.none.textContent = this.none.hidden ? '' : `None is called “${this.typed}”. There are: ${
      this.items().map((item) => item.title).join(', ')}.`;
  }

  line(key, title, small, index) {
    const line = make('li', {id: `${this.list.id}-${index}`, role: 'option', 'data-index': index},
      ...(key ? [make('kbd', {}, key)] : []), make('span', {dir: 'auto'}, title));
    if (small) line.append(make('small', {}, small));
    return line;
  }

  step(by) {
    const count = (this.lines?.length ?? 0) + (this.fresh && this.typed ? 1 : 0);
    if (count) this.place = ((this.here ?? (by > 0 ? -1 : 0)) + by + count) % count;
    this.draw();
  }

  /** Takes the line of that place, the one after the last what was typed as something new; false where there is none. */
  take(index) {
    const item = index === this.lines?.length && this.fresh && this.typed ? this.made(this.typed) : this.lines?.[index];
    if (!item) return false;
    this.input.value = '';
    this.place = undefined;
    this.set(this.many ? [...this.chosen, item] : [item]);
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
      return make('span', {dir: 'auto'}, words, away);
    }));
  }

  fields() { return this.chosen.map((item) => [this.name, item.token]); }
}
