// A page shown beside the one it was asked from.
let drawer;
let opener;
let asking;

function make() {
  drawer = document.createElement('dialog');
  drawer.id = 'drawer';
  drawer.setAttribute('aria-label', 'The words behind it');
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
    whole.textContent = 'As a page of its own';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', closeDrawer);
    bar.append(whole, close);
    if (!drawer.contains(document.activeElement)) opener = from ?? document.activeElement;
    drawer.replaceChildren(bar, ...main.childNodes);
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
