// A page shown beside the one it was asked from.
let drawer;
let opener;
let asking;

function make() {
  drawer = document.createElement('dialog');
  drawer.id = 'drawer';
  drawer.setAttribute('aria-label', 'Statements and sources');
  document.body.append(drawer);
}

/** The main part of the page at `address`, as elements. */
export async function mainOf(address, signal, headers) {
  const answer = await fetch(address, {signal, headers, credentials: 'same-origin'});
  const text = await answer.text();
  const page = new DOMParser().parseFromString(text, 'text/html');
  const main = page.querySelector('main');
  if (!main) throw new Error('no page');
  return main;
}

export async function openDrawer(address, from) {
  if (!drawer) make();
  asking?.abort();
  asking = new AbortController();
  try {
    const main = await mainOf(address, asking.signal);
    const bar = document.createElement('div');
    bar.className = 'bar';
    const whole = document.createElement('a');
    whole.href = address;
    whole.textContent = 'Open full page';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', closeDrawer);
    bar.append(whole, close);
    if (!drawer.contains(document.activeElement)) opener = from ?? document.activeElement;
    drawer.replaceChildren(bar, ...main.childNodes);
    drawer.dataset.address = address;
    if (!drawer.open) drawer.show();
    drawer.scrollTop = 0;
    close.focus();
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address);
  }
}

export function closeDrawer() {
  if (!drawer?.open) return;
  drawer.close();
  opener?.focus?.();
}

/** Sends a form of the drawer: what leads back to the page in the drawer is shown there anew. */
async function send(form) {
  const back = new URL(form.elements.back.value, location.origin);
  const isHere = back.href === new URL(drawer.dataset.address, location.origin).href;
  const answer = await fetch(form.action, {
    method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin',
  });
  if (answer.ok && isHere) return openDrawer(back.href);
  if (answer.ok) {
    const isReload = back.pathname + back.search === location.pathname + location.search;
    location.assign(back.href);
    if (isReload) location.reload();
    return;
  }
  // What went wrong is a page of its own.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.querySelector('main');
  main.setAttribute('role', 'alert');
  form.replaceWith(main);
  main.tabIndex = -1;
  main.focus();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || !form.elements.back || !drawer?.contains(form)) return;
  event.preventDefault();
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  send(form);
});
