// One question of the popover: a ranked list of nine, digits to choose, letters to look among all.

const MOST = 9;

export const folded = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well the words answer to what was typed: smaller is better, undefined not at all. */
function match(item, sought) {
  const all = [item.title, ...(item.more ?? [])].map(folded);
  if (all.some((words) => words.startsWith(sought))) return 0;
  if (all.some((words) => words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought)))) return 1;
  const parts = sought.split(' ').filter(Boolean);
  if (all.some((words) => parts.every((part) => words.includes(part)))) return 2;
  return undefined;
}

export class Choice {
  /**
   * @param name of the field.
   * @param options `label`, `items()` everything it may be, `ranked()` tokens the likeliest first,
   *   `many` for several answers, `fresh` what a new one is called, `changed()`.
   */
  constructor(name, options) {
    Object.assign(this, {many: false, fresh: undefined, changed() {}}, options);
    this.name = name;
    this.chosen = [];
    this.row = document.createElement('div');
    this.row.className = 'choice';
    const id = `coding-${name.replaceAll('.', '-')}`;
    const label = document.createElement('label');
    label.htmlFor = id;
    label.textContent = this.label;
    this.tokens = document.createElement('span');
    this.tokens.className = 'tokens';
    this.input = document.createElement('input');
    Object.assign(this.input, {id, autocomplete: 'off', spellcheck: false, size: 14});
    this.list = document.createElement('ol');
    Object.assign(this.list, {id: `${id}-list`, role: 'listbox', hidden: true});
    this.list.setAttribute('aria-label', this.label);
    for (const [key, value] of Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id,
    })) this.input.setAttribute(key, value);
    this.row.append(label, this.tokens, this.input, this.list);
    this.input.addEventListener('input', () => this.draw());
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const line = event.target.closest('[role=option]');
      if (line) this.picked?.(Number(line.dataset.index));
    });
    this.drawTokens();
  }

  /** What the list shows now: of all what was typed for, the ranked first. */
  shown() {
    const sought = folded(this.input.value.trim());
    const order = new Map(this.ranked().map((token, index) => [token, index]));
    const taken = new Set(this.chosen.map((item) => item.token));
    const found = [];
    for (const item of this.items()) {
      if (taken.has(item.token)) continue;
      const quality = sought ? match(item, sought) : 0;
      if (quality !== undefined) found.push([quality, order.get(item.token) ?? 1e6, item]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return found.slice(0, MOST).map((one) => one[2]);
  }

  open() {
    this.place = 0;
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.draw();
  }

  close() {
    this.list.hidden = true;
    this.input.value = '';
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  draw() {
    if (this.list.hidden) return;
    this.lines = this.shown();
    this.place = Math.min(this.place ?? 0, Math.max(0, this.lines.length - 1));
    const lines = this.lines.map((item, index) => this.line(`${index + 1}`, item.title, item.kind, index));
    const typed = this.input.value.trim();
    if (this.fresh && typed) lines.push(this.line('0', `New ${this.fresh} “${typed}”`, '', -1));
    this.list.replaceChildren(...lines);
    const here = this.lines.length ? this.place : -1;
    for (const line of lines) {
      const isHere = Number(line.dataset.index) === here;
      line.setAttribute('aria-selected', String(isHere));
      if (isHere) this.input.setAttribute('aria-activedescendant', line.id);
    }
  }

  line(key, title, kind, index) {
    const line = document.createElement('li');
    line.id = `${this.list.id}-${index < 0 ? 'new' : index}`;
    line.setAttribute('role', 'option');
    line.dataset.index = index;
    const digit = document.createElement('kbd');
    digit.textContent = key;
    const words = document.createElement('span');
    words.dir = 'auto';
    words.textContent = title;
    line.append(digit, words);
    if (kind) {
      const small = document.createElement('small');
      small.textContent = kind;
      line.append(small);
    }
    return line;
  }

  step(by) {
    const count = this.lines?.length ?? 0;
    if (count) this.place = (this.place + by + count) % count;
    this.draw();
  }

  /** Takes the line of that place, -1 what was typed as something new; false where there is none. */
  take(index) {
    const typed = this.input.value.trim();
    const item = index < 0
      ? this.fresh && typed ? this.made(typed) : undefined
      : this.lines?.[index];
    if (!item) return false;
    this.set(this.many ? [...this.chosen, item] : [item]);
    this.input.value = '';
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
      const token = document.createElement('span');
      token.dir = 'auto';
      token.textContent = item.isNew ? `${item.title} (new)` : item.title;
      return token;
    }));
  }

  fields() { return this.chosen.map((item) => [this.name, item.token]); }
}
