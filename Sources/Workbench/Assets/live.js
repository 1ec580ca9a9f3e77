// Forms that show their answer at once: `data-live` names the parts of the page that those of the
// answer take the place of. The newest answer wins; the address stays that of what is shown. Where a
// form says `data-then`, that is also requested once nothing has been touched for a moment.
import {holder, leaveNotice} from './tools.js';

let asking;
let resting;

const REST = 700;

// A control that says what the case says already (`data-own`) is no part of an address.
const isOwn = (control) => {
  if (control.dataset?.own === undefined) return false;
  const probe = control.cloneNode(true);
  probe.value = control.dataset.own;
  return probe.value === control.value;
};

const address = (form, more = '') => {
  const left = new Set([...form.elements].filter(isOwn).map((control) => control.name));
  const pairs = [...new FormData(form)].filter(([name, value]) => value !== '' && !left.has(name));
  const query = [new URLSearchParams(pairs).toString(), more].filter(Boolean).join('&');
  return form.getAttribute('action') + (query ? '?' + query : '');
};

// What stands around the answer and asks further asks of what is shown now: the filters, with the
// questions of the page that they keep, and the links to the same as data.
const follow = (page) => {
  for (const part of ['#lens', '.chips-row', '.page-foot']) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (!old || !fresh) continue;
    old.querySelectorAll(':scope > input[type=hidden]').forEach((kept) => kept.remove());
    old.prepend(...fresh.querySelectorAll(':scope > input[type=hidden]'));
    const links = [...fresh.querySelectorAll('a[href]')];
    old.querySelectorAll('a[href]').forEach((link, place) => {
      if (links[place]) link.setAttribute('href', links[place].getAttribute('href'));
    });
  }
};

async function show(form, more) {
  asking?.abort();
  clearTimeout(resting);
  asking = new AbortController();
  const target = address(form, more);
  const focused = document.activeElement;
  const [name, value] = [focused?.name, focused?.value];
  try {
    const answer = await fetch(target, {
      signal: asking.signal, credentials: 'same-origin', headers: {'Dragoman-Live': '1'},
    });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of form.dataset.live.split(',')) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (!old || !fresh) continue;
      old.replaceWith(fresh);
      if (name && !document.contains(focused)) {
        [...fresh.querySelectorAll(`[name="${CSS.escape(name)}"]`)].find((e) => e.value === value)?.focus();
      }
    }
    follow(page);
    history.replaceState(null, '', target);
    if (form.dataset.then && more === undefined) {
      resting = setTimeout(() => show(form, form.dataset.then), REST);
    }
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

export function startLive() {
  const waiting = document.querySelector('form[data-then]');
  if (waiting && !new URL(location).searchParams.has(waiting.dataset.then.split('=')[0])) {
    resting = setTimeout(() => show(waiting, waiting.dataset.then), REST);
  }
  document.addEventListener('change', (event) => {
    const form = event.target.form;
    if (form?.dataset.live && event.target.type !== 'range') show(form);
  });
  // A slider is followed while it moves.
  document.addEventListener('input', (event) => {
    const slider = event.target;
    if (slider.type !== 'range' || !slider.form?.dataset.live) return;
    const shown = slider.closest('.weigh')?.querySelector('output');
    // A slider whose places are no numbers has a word for each.
    const word = slider.dataset.words?.split('|')[slider.value - slider.min];
    if (word) slider.setAttribute('aria-valuetext', word);
    if (shown) shown.textContent = word ?? slider.value;
    show(slider.form);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.live) {
      event.preventDefault();
      show(form);
      return;
    }
    // Boxes left empty are no part of an address.
    if (form.method === 'get') {
      event.preventDefault();
      // Who searches goes on among the results, and who filters beside the filter.
      if (!form.matches('[role=search]')) leaveNotice(undefined, holder(form, event.submitter));
      location.assign(address(form));
    }
  });
}
