// The popover's keys: in an empty box a digit chooses; what is typed is words and stays words; Enter takes the
// line marked and goes on. What is pressed while a list is still on its way is done in its order.
import {Choice} from './coding-choice.js';

const MAIN = ['speaker', 'speaksFor', 'act', 'about', 'option', 'stance', 'gist'];

/** What cannot begin an answer shows that the digits before it were the beginning of a number. */
const GOES_ON = /^[\s.,:;%/)°'’–-]$/u;

export class PopoverKeys {
  constructor(popover) {
    this.popover = popover;
    this.line = Promise.resolve();
    this.busy = 0;
    /** The choices made by digits since any other key, each with what was chosen before. */
    this.picks = [];
    popover.dialog.addEventListener('keydown', (event) => this.keydown(event));
    // Where the focus was lost to the page, keys bring it back, and what is typed goes where it was meant.
    document.addEventListener('keydown', (event) => {
      if (!popover.isOpen || popover.dialog.contains(event.target)) return;
      event.stopImmediatePropagation();
      if (event.key === 'Escape') { event.preventDefault(); popover.leave(); return; }
      if (['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
      this.go(this.current ?? 'speaker');
      this.keydown(event);
    }, {capture: true});
    popover.form.addEventListener('submit', (event) => { event.preventDefault(); this.enqueue({key: 'save'}); });
    popover.form.addEventListener('focusin', (event) => {
      const name = event.target.closest('[data-row]')?.dataset.row;
      if (this.isPressed) this.entering = name; else this.enter(name);
    });
    popover.dialog.addEventListener('pointerdown', () => { this.picks = []; this.isPressed = true; });
    // Lists open and close once the mouse is let go, or what is pressed would move away beneath it.
    for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => setTimeout(() => this.settle()));
  }

  /** To where one was before the quote was in hand. */
  goBack() { this.go(this.current ?? 'speaker'); }

  rowOf(name) { return this.popover.rows[name] ?? this.popover.extras.rows[name]; }

  settle() {
    this.isPressed = false;
    this.enter(this.entering);
    this.entering = undefined;
  }

  enter(name) {
    if (!name || name === this.current) return;
    this.rowOf(this.current)?.close();
    this.current = name;
    this.rowOf(name)?.open();
  }

  /** The questions there are at present, in order. */
  get order() {
    const {hasOptions, valueRow, rows} = this.popover;
    const isAsked = {
      option: hasOptions || !valueRow.hidden,
      // Of a speaker known already it can be answered, and is not asked again.
      speaksFor: !rows.speaksFor.row.hidden && rows.speaker.chosen.some((item) => item.isNew),
    };
    return MAIN.filter((one) => isAsked[one] ?? true);
  }

  go(name) {
    const {hasOptions, value, gist} = this.popover;
    const {order} = this;
    const target = name ?? order[order.indexOf(MAIN.includes(this.current) ? this.current : 'stance') + 1] ?? 'gist';
    if (target === 'value' || target === 'option' && !hasOptions) { this.enter('value'); value.focus(); return; }
    if (target === 'gist') { this.enter('gist'); gist.focus(); return; }
    const text = this.popover.extras.texts[target];
    if (text) { this.enter(target); text.focus(); return; }
    const input = this.rowOf(target)?.input;
    input?.focus();
    // What was left in the box gives way to what is typed now.
    if (target !== this.current) input?.select();
    this.enter(target);
  }

  next() {
    if (this.current === 'value') this.go('stance');
    else if (this.current === 'speaksFor') this.go('act');
    else if (this.current === 'newKind') this.go('speaksFor');
    else if (this.current === 'newIssue') {
      const {unit, newIssue} = this.popover;
      if (!unit.parentElement.hidden && document.activeElement === newIssue) unit.focus();
      else this.go('option');
    }
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
      .filter((one) => !one.disabled && one.tabIndex >= 0 && one.offsetParent !== null);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge && this.popover.dialog.contains(document.activeElement)) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0]).focus();
  }

  keydown(event) {
    if (this.isPressed) this.settle();
    const {popover} = this;
    const target = document.activeElement;
    // The keys of the page have no meaning here.
    event.stopPropagation();
    if (popover.quote.key(event)) { event.preventDefault(); return; }
    if (event.key === 'Tab') { this.picks = []; this.tab(event); return; }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (!this.rowOf(this.current)?.escape()) popover.leave();
      return;
    }
    if (event.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.key !== 'AltGraph') {
      if (popover.extras.key(event.code, (name) => this.go(name))) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') { event.preventDefault(); this.enqueue({key: 'save'}); }
      return;
    }
    if (target.closest('.versions')) return;
    const row = this.rowOf(this.current);
    const isInRow = row instanceof Choice && target === row.input;
    const isInField = target === popover.gist || target === popover.value || popover.extras.owns(target);
    if (event.key === 'Enter' && !['BUTTON', 'A', 'SUMMARY'].includes(target.tagName)) {
      if (target === popover.gist && event.shiftKey) return;
      event.preventDefault();
      this.enqueue({key: 'Enter', isNew: event.shiftKey});
      return;
    }
    if (isInRow && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      row.step(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (isInRow && event.key === 'Backspace' && !row.input.value) {
      event.preventDefault();
      this.picks = [];
      this.back(row);
      return;
    }
    if (event.key.length !== 1 || !isInRow && !isInField) return;
    const isDigit = /^\d$/.test(event.key) && !event.shiftKey;
    const isChoice = isInRow && isDigit && !row.input.value && row.digits;
    const mayGoOn = this.picks.length > 0 && GOES_ON.test(event.key) && !target.value;
    // What is typed while a list is still on its way belongs to the field it leads to.
    if (this.busy || isChoice || mayGoOn) {
      event.preventDefault();
      this.enqueue({key: 'letter', letter: event.key, isDigit});
    } else this.picks = [];
  }

  enqueue(action) {
    this.busy += 1;
    this.line = this.line.then(() => this.perform(action)).catch(reportError)
      .finally(() => { this.busy -= 1; });
    return this.line;
  }

  async perform(action) {
    const {popover} = this;
    if (!popover.isOpen) return;
    if (action.key === 'letter') { await this.letter(action); return; }
    this.picks = [];
    const row = this.rowOf(action.row ?? this.current);
    if (action.key === 'save') { await popover.save(); return; }
    if (action.key === 'Enter') { await this.answer(row, action.isNew); return; }
    if (!row) return;
    if (!row.typed) await popover.ready();
    row.draw();
    if (row.take(action.index)) this.next();
  }

  async answer(row, isNew) {
    const {popover} = this;
    if (!row) {
      if (['value', 'newIssue', 'newKind'].includes(this.current)) this.next();
      else await popover.save();
      return;
    }
    // What is typed is found without the ranks.
    if (!row.typed) await popover.ready();
    if (row.typed && row.list.hidden && !isNew) { row.show(true); row.draw(); return; }
    row.draw();
    const place = isNew && row.fresh && row.typed ? row.lines.length : row.here;
    if (place !== undefined ? !row.take(place) : row.typed) return;
    this.next();
  }

  /** A character: a choice where the box is empty and it is a digit, else words. */
  async letter({letter, isDigit}) {
    const {popover} = this;
    const row = this.rowOf(this.current);
    const text = popover.extras.texts[this.current];
    const field = row?.input ?? text ?? (this.current === 'value' ? popover.value : popover.gist);
    if (row && isDigit && !field.value && row.digits) {
      await popover.ready();
      row.draw();
      const pick = {name: row.name, digit: letter, before: row.chosen};
      if (letter !== '0' && row.take(Number(letter) - 1)) {
        this.picks.push(pick);
        this.next();
        return;
      }
      // In a box that takes new words it begins them; in another it goes on with the number before.
      if (!row.fresh && this.picks.length && this.rowOf(this.picks.at(-1).name).fresh && this.takeBack(letter)) return;
    } else if (!field.value && GOES_ON.test(letter) && this.takeBack(letter)) return;
    this.picks = [];
    const at = field === document.activeElement ? field.selectionStart ?? field.value.length : field.value.length;
    field.setRangeText(letter, at, field === document.activeElement ? field.selectionEnd : at, 'end');
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }

  /** Digits that turn out to begin a number were no choices: they become words of the box they were typed in. */
  takeBack(letter) {
    const from = this.picks.findLastIndex((pick) => this.rowOf(pick.name).fresh);
    if (from < 0 || this.picks.length - from > 2) return false;
    const digits = this.picks.slice(from).map((pick) => pick.digit).join('');
    for (const pick of this.picks.slice(from).reverse()) this.rowOf(pick.name).set(pick.before);
    const {name} = this.picks[from];
    this.picks = [];
    this.go(name);
    const {input} = this.rowOf(name);
    input.value = digits + letter;
    input.dispatchEvent(new Event('input', {bubbles: true}));
    return true;
  }
}
