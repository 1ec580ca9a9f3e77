// The keys that `?` shows.
import {mainOf} from './drawer.js';

let help;
let afterG = false;

async function showHelp() {
  // The page of several cases has none.
  const link = document.querySelector('.to-keys');
  if (!link) return;
  if (!help) {
    help = document.createElement('dialog');
    help.id = 'keys-over';
    help.setAttribute('aria-label', 'Help and keys');
    const bar = document.createElement('div');
    bar.className = 'bar';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => help.close());
    bar.append(close);
    help.replaceChildren(bar, ...(await mainOf(link.href)).childNodes);
    // A click beside it closes it too.
    help.addEventListener('click', (event) => { if (event.target === help) help.close(); });
    if (!document.querySelector('[data-coding]')) help.querySelector('#coding-keys + table')?.after(help.querySelector('#coding-keys'));
    document.body.append(help);
  }
  help.tabIndex = -1;
  help.showModal();
  // Not at the first link, which lies far below the keys.
  help.focus();
  help.scrollTop = 0;
}

const step = (selector, forward) => {
  const all = [...document.querySelectorAll(selector)].filter((e) => e.offsetParent !== null);
  if (!all.length) return;
  const here = all.findIndex((e) => e === document.activeElement || e.contains(document.activeElement));
  const next = here < 0 ? (forward ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + (forward ? 1 : -1)));
  all[next].focus();
  all[next].scrollIntoView({block: 'center'});
};

export function startKeys() {
  document.querySelector('.to-keys')?.addEventListener('click', (event) => {
    event.preventDefault();
    showHelp();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input:not([type=checkbox]):not([type=range]), select, textarea');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (afterG) {
      afterG = false;
      const link = document.querySelector(`.pages a[data-key="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        location.assign(link.href);
      }
      return;
    }
    const act = {
      '?': showHelp,
      '/': () => document.getElementById('find')?.focus(),
      g: () => { afterG = true; },
      '[': () => document.getElementById('earlier')?.click(),
      ']': () => document.getElementById('later')?.click(),
      j: () => document.querySelector('a[rel=next]')?.click(),
      k: () => document.querySelector('a[rel=prev]')?.click(),
      n: () => step(steps(), true),
      p: () => step(steps(), false),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

// What n and p go through: the statements of a document, the cells of the matrix, else cards.
function steps() {
  if (document.querySelector('#drawer[open] .card')) return '#drawer .card .id';
  if (document.querySelector('.margin li')) return '.margin li a';
  return document.querySelector('.positions a.open') ? '.positions a.open' : '.card .id, main tbody a';
}
