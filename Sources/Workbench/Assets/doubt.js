// Notes on statements where their words are read, in the drawer: each is shown under the words and taken back there, and
// one press opens the box for a doubt, which the next saves.
import {mainOf} from './drawer.js';
import {base} from './tools.js';

const mayWrite = () => !document.querySelector('.badge.room, .badge a[href$="/help#writing"], .badge a[href$="/record"]');

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const noteForm = async (link) => (await mainOf(link.href)).querySelector('form[action$="/notes"]');

/** Opens the form for a note on the statement of a card, in the card. */
async function open(drawer, link, button) {
  button.disabled = true;
  const form = await noteForm(link);
  if (!form) { location.assign(link.href); return; }
  form.elements.back.value = drawer.dataset.address;
  form.querySelector('button:not([type=button])').textContent = 'Save the note';
  button.replaceWith(form);
  form.elements.text.focus();
}

/** Removes a note, by the form that its statement's page has for one. */
async function takeBack(drawer, link, note, button) {
  button.disabled = true;
  const form = await noteForm(link);
  if (!form) { location.assign(link.href); return; }
  const fields = {
    section: 'notes', key: note.key, expected: String(note.expected), do: 'delete', back: drawer.dataset.address,
    by: form.elements.by.value, 'form-token': form.elements['form-token'].value,
  };
  const sent = made('form', {method: 'post', action: `${base}/entries`, hidden: true},
    ...Object.entries(fields).map(([name, value]) => made('input', {type: 'hidden', name, value})));
  sent.dataset.said = 'The note is taken back.';
  button.after(sent);
  sent.requestSubmit();
}

function shown(drawer, link, note) {
  const who = [note.by && `by ${note.by}`, note.entered].filter(Boolean).join(', ');
  const line = made('p', {className: 'note-here', dir: 'auto'}, made('b', {}, 'Note'), who ? ` ${who}: ` : ': ', note.text);
  if (note.key && mayWrite()) {
    const button = made('button', {type: 'button', className: 'quiet'}, 'Take back');
    button.addEventListener('click', () => takeBack(drawer, link, note, button).catch(() => location.assign(link.href)));
    line.append(' ', button);
  }
  return line;
}

/** The notes on the statements of the drawer's cards, each in its card. */
async function showNotes(drawer, cards) {
  if (!cards.size) return;
  const asked = new URLSearchParams([...cards.keys()].map((id) => ['statement', id]));
  const answer = await fetch(`${base}/coding/notes.json?${asked}`, {credentials: 'same-origin'});
  if (!answer.ok) return;
  for (const note of (await answer.json()).view) {
    for (const {card, link} of cards.get(note.statement) ?? []) {
      if (!drawer.contains(card)) return;
      const place = card.querySelector(':scope > .doubt, :scope > form');
      if (place) place.before(shown(drawer, link, note)); else card.append(shown(drawer, link, note));
    }
  }
}

export function startDoubts() {
  document.addEventListener('dragoman-shown', ({detail: drawer}) => {
    const cards = new Map();
    for (const card of drawer.querySelectorAll('.card')) {
      const link = card.querySelector(`a.id[href^="${base}/statements/"]`);
      if (!link) continue;
      const id = decodeURIComponent(new URL(link.href).pathname.slice(`${base}/statements/`.length));
      cards.set(id, [...(cards.get(id) ?? []), {card, link}]);
      if (!mayWrite()) continue;
      const button = made('button', {type: 'button', className: 'quiet doubt'}, 'Note a doubt');
      button.addEventListener('click', () => open(drawer, link, button).catch(() => location.assign(link.href)));
      card.append(button);
    }
    showNotes(drawer, cards).catch(() => {});
  });
}
