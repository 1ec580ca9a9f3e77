// The keys of the coding screen while no popover is open; `?` shows them.

const isTyping = (target) =>
  target.closest?.('input:not([type=checkbox]):not([type=range]), select, textarea, dialog');

/** Whether the keys pressed there are words of a field. */
export {isTyping};

/** Within so many milliseconds of the one before, a letter belongs to words that are being typed. */
const TYPED_ON = 350;

/** Whether someone types on after the Enter that saved, so that the letters are no commands; Escape ends that. */
function isTypedOn(desk, event) {
  if (event.key === 'Escape') desk.savedAt = undefined;
  if (!desk.savedAt || event.key.length !== 1 || event.ctrlKey || event.metaKey) return false;
  const now = performance.now();
  if (now - desk.savedAt > TYPED_ON) { desk.savedAt = undefined; return false; }
  desk.savedAt = now;
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
}

/** What a key does to the passage in hand: takes another unit, or moves an end of it; false where it does nothing. */
export function passageKey({selector}, event) {
  if (selector.end && event.key.startsWith('Arrow')) {
    const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const kind = !isAcross ? 'clause' : event.ctrlKey || event.altKey || event.metaKey ? 'word' : 'character';
    selector.move(kind, event.key === 'ArrowRight' || event.key === 'ArrowDown');
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const take = (end) => { selector.end = end; selector.changed(selector.passage); };
  const actions = {
    w: () => selector.unit('word', true), W: () => selector.unit('word', false),
    f: () => selector.unit('sentences', true), F: () => selector.unit('sentences', false),
    q: () => selector.unit('quotations', true), Q: () => selector.unit('quotations', false),
    '+': () => selector.grow(1), '=': () => selector.grow(1), '-': () => selector.grow(-1),
    s: () => take('start'),
    ...(selector.passage ? {e: () => take('end')} : {}),
  };
  actions[event.key]?.();
  return actions[event.key] !== undefined;
}

export function deskKey(desk, event) {
  if (event.defaultPrevented || desk.popover.isOpen || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  if (isTypedOn(desk, event)) return;
  const {selector, marks} = desk;
  if (passageKey(desk, event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    marks.round = undefined;
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const {current} = marks;
  const isSuggestion = current?.startsWith('c-');
  const decide = (action) => () => (isSuggestion ? desk.decide(current, action) : marks.next(''));
  const actions = {
    e: () => { if (current) desk.edit(current); },
    c: () => desk.code(), o: () => marks.cycle(), v: () => marks.next(''), V: () => desk.propose(),
    a: decide('accept'), x: decide('reject'),
    u: () => desk.undo(false), U: () => desk.undo(true),
    Escape: () => { selector.clear(); marks.round = undefined; },
  };
  if (isSuggestion) actions[' '] = () => marks.next(current);
  if (event.target.closest?.('mark, .leaf') || event.target === document.body) {
    if (selector.passage) actions.Enter = () => desk.code();
    else if (current) actions.Enter = () => desk.edit(current);
  }
  if (current?.startsWith('s-') && !selector.passage) actions.Delete = () => desk.remove(current);
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!['o'].includes(event.key)) marks.round = undefined;
  action();
}
