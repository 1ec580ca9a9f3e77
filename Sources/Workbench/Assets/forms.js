// Forms of entries: parts are added and removed, and faults shown, without loading the page again.
import {LOST, goOn, post, problem, refuse} from './sending.js';
import {leaveNotice} from './tools.js';

/** Sends the form with `button`, and puts the form that comes back in its place; undefined where none does. */
async function change(form, name, value) {
  const body = new URLSearchParams(new FormData(form));
  body.delete('do');
  body.append(name, value);
  const answer = await post(form, body);
  if (!answer) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('form.entry-form');
  if (!next) { refuse(form, ...problem(page)); return undefined; }
  const opened = [...form.querySelectorAll('details')].map((part) => part.open);
  form.replaceWith(next);
  [...next.querySelectorAll('details')].forEach((part, index) => { part.open = opened[index] ?? part.open; });
  return next;
}

/** Saves the form, and stays on it where something is wrong, so that Back and what was typed are not lost. */
async function save(form, value) {
  const body = new URLSearchParams(new FormData(form));
  body.set('do', value);
  const answer = await post(form, body);
  if (!answer) return;
  if (answer.redirected) {
    const title = document.querySelector('main h1')?.textContent ?? '';
    const words = title.replace(/^New /, 'the new ').replace(/^Edit /, '');
    // The page that comes next says itself what was removed, with the way back.
    if (value !== 'delete') leaveNotice(form.matches('.versions') ? 'Saved what you chose.' : `Saved ${words}.`);
    else if (!new URL(answer.url).searchParams.has('removed')) leaveNotice(`Removed ${words}.`);
    const place = new URL(form.elements.back?.value || '/', location.href).hash;
    goOn(answer.url + (answer.url.includes('#') ? '' : place));
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('form.entry-form');
  if (next && form.matches('.entry-form')) form.replaceWith(next);
  else if (next || page.querySelector('form.versions')) document.querySelector('main').replaceWith(page.querySelector('main'));
  else { refuse(form, ...problem(page)); return; }
  document.querySelector('.faults')?.focus();
  scrollTo({top: 0, behavior: 'instant'});
}

/** The field to go to after a part was added or removed. */
function focusAfter(form, value) {
  const place = value.slice(value.indexOf(' ') + 1);
  const field = form.querySelector(
    `[name^="${CSS.escape(place)}"]:not([type=hidden]):not(button)`);
  const owner = field ?? document.getElementById(place.replace(/\.[^.]*$/, '').replaceAll('~', '_'))
    ?.querySelector('button, input, select, textarea');
  owner?.focus();
}

export function startForms() {
  document.documentElement.classList.add('scripted');
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.matches?.('.entry-form, form.versions') || button?.name !== 'do') return;
    event.preventDefault();
    if (button.value === 'save' || button.value === 'delete') {
      event.stopImmediatePropagation();
      button.disabled = true;
      save(form, button.value).catch(() => refuse(form, LOST)).finally(() => { button.disabled = false; });
      return;
    }
    event.stopImmediatePropagation();
    button.disabled = true;
    change(form, 'do', button.value)
      .then((next) => { if (next) focusAfter(next, button.value); })
      .catch(() => refuse(form, LOST)).finally(() => { button.disabled = false; });
  }, true);
  document.addEventListener('change', (event) => {
    const field = event.target;
    // What the page shows depends on the choice, whatever was chosen or typed for the one before.
    if (field.dataset?.asks !== undefined) {
      const address = new URL(location.href);
      for (const {name} of field.form.elements) if (name !== 'section') address.searchParams.delete(name);
      address.searchParams.set(field.name, field.value);
      location.assign(address);
      return;
    }
    // What is new is named beside the list.
    const title = field.dataset?.new && field.form?.elements[field.dataset.new];
    if (title) {
      title.hidden = field.value !== '+';
      if (title.hidden) title.value = ''; else rested(field, () => title.focus());
      return;
    }
    const form = field.closest?.('.entry-form');
    if (!form) return;
    const isChoice = field.type === 'radio' && field.name.endsWith('.~');
    const isNew = field.tagName === 'SELECT' && field.value === '+';
    if (!isChoice && !isNew && !('refreshes' in field.dataset)) return;
    const {name, value} = field;
    if (isNew) { rested(field, () => choose(form, field, name, value)); return; }
    choose(form, field, name, value);
  });
  document.querySelector('.faults')?.focus();
}

let typedAt = 0;
document.addEventListener('keydown', ({key}) => { if (key.length === 1) typedAt = performance.now(); }, true);

/** Once a line that is looked for by its letters has been found, or the letters would go on in the field that comes next. */
function rested(field, act) {
  const wait = 500 - (performance.now() - typedAt);
  if (wait <= 0) act();
  else setTimeout(() => { if (field.isConnected && field.value === '+') rested(field, act); }, wait);
}

/** Shows what depends on a choice, and goes on where the choice leads. */
function choose(form, field, name, value) {
  const isNew = value === '+';
  change(form, 'do', `choose ${name}`).then((next) => {
    if (!next) return;
    const title = isNew && next.querySelector(`[name="${CSS.escape(`${name}.~new`)}"]`);
    if (title) { title.focus(); return; }
    const same = [...next.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    (same.find((one) => one.type !== 'radio' || one.value === value) ?? same[0])?.focus();
  }).catch(() => {});
}
