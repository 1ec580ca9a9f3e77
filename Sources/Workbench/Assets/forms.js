// Forms of entries: parts are added and removed without loading the page again.

/** Sends the form with `button`, and puts the form that comes back in its place. */
async function change(form, name, value) {
  const body = new URLSearchParams(new FormData(form));
  body.delete('do');
  body.append(name, value);
  const answer = await fetch(form.action, {method: 'POST', body, credentials: 'same-origin'});
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('form.entry-form');
  if (!next) throw new Error('no form');
  const opened = [...form.querySelectorAll('details')].map((part) => part.open);
  form.replaceWith(next);
  [...next.querySelectorAll('details')].forEach((part, index) => { part.open = opened[index] ?? part.open; });
  return next;
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
  document.addEventListener('submit', (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.matches?.('.entry-form') || button?.name !== 'do') return;
    if (button.value === 'save' || button.value === 'delete') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.disabled = true;
    change(form, 'do', button.value)
      .then((next) => focusAfter(next, button.value))
      .catch(() => { button.disabled = false; form.submit(); });
  }, true);
  document.addEventListener('change', (event) => {
    const field = event.target;
    const form = field.closest?.('.entry-form');
    if (!form) return;
    const isChoice = field.type === 'radio' && field.name.endsWith('.~');
    if (!isChoice && !('refreshes' in field.dataset)) return;
    const {name, value} = field;
    change(form, 'do', `choose ${name}`).then((next) => {
      const same = [...next.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      (same.find((one) => one.type !== 'radio' || one.value === value) ?? same[0])?.focus();
    }).catch(() => {});
  });
  document.querySelector('.faults')?.focus();
}
