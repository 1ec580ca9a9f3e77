// The popover's keys: digits choose, letters search, Enter goes on; what is pressed while a list is still
// on its way is done in its order once the list is there.
import {Choice} from './coding-choice.js';

const MAIN = ['speaker', 'act', 'about', 'option', 'stance', 'gist'];

export class PopoverKeys {
  constructor(popover) {
    this.popover = popover;
    this.line = Promise.resolve();
    this.busy = 0;
    popover.dialog.addEventListener('keydown', (event) => this.keydown(event));
    // Where the focus was lost to the page, keys bring it back.
    document.addEventListener('keydown', (event) => {
      if (!popover.isOpen || popover.dialog.contains(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') popover.leave();
      else this.go(this.current);
    }, {capture: true});
    popover.form.addEventListener('submit', (event) => { event.preventDefault(); this.enqueue({key: 'save'}); });
    popover.form.addEventListener('focusin', (event) => this.enter(event.target.closest('[data-row]')?.dataset.row));
  }

  rowOf(name) { return this.popover.rows[name] ?? this.popover.extras.rows[name]; }

  enter(name) {
    if (!name || name === this.current) return;
    this.rowOf(this.current)?.close();
    this.current = name;
    this.rowOf(name)?.open();
  }

  /** The questions there are at present, in order. */
  get order() {
    const {hasOptions, valueRow} = this.popover;
    return MAIN.filter((one) => one !== 'option' || hasOptions || !valueRow.hidden);
  }

  go(name) {
    const {hasOptions, value, gist} = this.popover;
    const {order} = this;
    const target = name ?? order[order.indexOf(MAIN.includes(this.current) ? this.current : 'stance') + 1] ?? 'gist';
    if (target === 'value' || target === 'option' && !hasOptions) { this.enter('value'); value.focus(); return; }
    if (target === 'gist') { this.enter('gist'); gist.focus(); return; }
    this.rowOf(target).input.focus();
    this.enter(target);
  }

  next() {
    if (this.current === 'value') this.go('stance');
    else if (MAIN.includes(this.current)) this.go();
    else this.go('gist');
  }

  back(row) {
    if (row.chosen.length) { row.set(row.chosen.slice(0, -1)); return; }
    const place = this.order.indexOf(this.current);
    if (place > 0) this.go(this.order[place - 1]);
  }

  /** Round and round within the popover. */
  tab(event) {
    const all = [...this.popover.dialog.querySelectorAll('input, select, textarea, button, summary, a[href]')]
      .filter((one) => !one.disabled && one.offsetParent !== null);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge && this.popover.dialog.contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  }

  keydown(event) {
    const {popover} = this;
    // The keys of the page have no meaning here.
    event.stopPropagation();
    if (event.key === 'Tab') { this.tab(event); return; }
    if (event.key === 'Escape') { event.preventDefault(); popover.leave(); return; }
    if (event.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      if (popover.extras.key(event.code, (name) => this.go(name))) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') { event.preventDefault(); this.enqueue({key: 'save'}); }
      return;
    }
    if (event.target.closest('.versions')) return;
    const row = this.rowOf(this.current);
    const isInRow = row instanceof Choice && event.target === row.input;
    const isInField = event.target === popover.gist || event.target === popover.value
      || popover.extras.owns(event.target);
    if (event.key === 'Enter' && !['BUTTON', 'A', 'SUMMARY'].includes(event.target.tagName)) {
      if (event.target === popover.gist && event.shiftKey) return;
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

  enqueue(deed) {
    this.busy += 1;
    this.line = this.line.then(() => this.perform(deed)).catch((error) => console.error(error))
      .finally(() => { this.busy -= 1; });
    return this.line;
  }

  async perform(deed) {
    const {popover} = this;
    if (!popover.isOpen) return;
    const row = this.rowOf(deed.row ?? this.current);
    if (deed.key === 'save') { await popover.save(); return; }
    if (deed.key === 'letter') {
      const field = row?.input ?? (this.current === 'value' ? popover.value : popover.gist);
      field.value += deed.letter;
      field.dispatchEvent(new Event('input', {bubbles: true}));
      return;
    }
    if (deed.key === 'Enter') {
      if (!row) {
        if (this.current === 'gist' || !MAIN.includes(this.current) && this.current !== 'value') await popover.save();
        else this.next();
        return;
      }
      if (row.input.value.trim() || !row.chosen.length) {
        await popover.ready();
        row.draw();
        const typed = row.input.value.trim();
        if (typed && !row.take(row.lines?.length ? row.place : -1)) return;
      }
      this.next();
      return;
    }
    await popover.ready();
    if (!row) return;
    row.draw();
    const index = deed.key === 'pick' ? deed.index : deed.digit - 1;
    if (row.take(index) && !deed.keeps) this.next();
  }
}
