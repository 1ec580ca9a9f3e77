// What a date was read as, shown beside the box while it is typed: its words and the record's notation; where it can be
// read in two ways, both, to choose from.
import {element} from './coding-element.js';

const base = document.body.dataset.base ?? '';

/** What is shown of a reading; `choose` is given the words of the one that is meant. */
export function readingParts(read, choose) {
  if (read.readings?.length) {
    return ['Which is meant? ', ...read.readings.flatMap(({words}) => {
      const button = element('button', {type: 'button', class: 'second'}, words);
      button.addEventListener('click', () => choose(words));
      return [button, ' '];
    })];
  }
  if (read.notation) return [`read as ${read.words} `, element('code', {}, read.notation)];
  return [read.words ? `read as ${read.words}` : `${read.fault}: ${read.hint}`];
}

const resting = new WeakMap();

async function show(box) {
  const output = document.getElementById(`${box.id}-read`);
  const typed = box.value;
  if (!output) return;
  if (!typed.trim()) { output.textContent = ''; return; }
  let read;
  try {
    const asked = new URLSearchParams({kind: 'written', text: typed, ahead: box.dataset.written ? 'yes' : ''});
    const answer = await fetch(`${base}/coding/reading.json?${asked}`, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}});
    read = answer.ok ? (await answer.json()).view : undefined;
  } catch { return; }
  if (!read || box.value !== typed) return;
  output.replaceChildren(...readingParts(read, (words) => {
    box.value = words;
    box.focus();
    box.dispatchEvent(new Event('input', {bubbles: true}));
  }));
}

export function startDates() {
  document.addEventListener('input', (event) => {
    const box = event.target;
    if (!box.matches?.('input[data-written]')) return;
    clearTimeout(resting.get(box));
    resting.set(box, setTimeout(() => show(box), 120));
  });
}
