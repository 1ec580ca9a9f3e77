// A page shown beside the one it was asked from, as a dialog. What is in it stands in the address, after
// `#beside=`: Back goes one step back and then closes it, and the link can be sent.
import {LOST, refuse, undoing} from './sending.js';

let drawer;
let opener;
let asking;

const MARK = '#beside=';

/** What the address says is in the drawer; undefined where it says nothing. */
const beside = () => {
  if (!location.hash.startsWith(MARK)) return undefined;
  const address = decodeURIComponent(location.hash.slice(MARK.length));
  return address.startsWith('/') && !address.startsWith('//') ? address : undefined;
};

function make() {
  drawer = document.createElement('dialog');
  drawer.id = 'drawer';
  document.body.append(drawer);
  drawer.addEventListener('cancel', (event) => {
    event.preventDefault();
    closeDrawer();
  });
  // A click beside it closes it.
  drawer.addEventListener('click', (event) => {
    if (event.target === drawer && event.clientX < drawer.getBoundingClientRect().left) closeDrawer();
  });
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

/** Ids stand once on a page: what the page has already is not said again by the drawer. */
const withoutTwins = (main) => {
  for (const element of main.querySelectorAll('[id]')) {
    if (document.getElementById(element.id) && !drawer.contains(document.getElementById(element.id))) {
      element.id = 'beside-' + element.id;
    }
  }
};

const button = (words, act) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
};

async function show(address) {
  if (!drawer) make();
  asking?.abort();
  asking = new AbortController();
  try {
    const main = await mainOf(address, asking.signal);
    withoutTwins(main);
    const bar = document.createElement('div');
    bar.className = 'bar';
    const whole = document.createElement('a');
    whole.href = address;
    whole.textContent = 'Open full page';
    const close = button('Close', closeDrawer);
    if ((history.state?.depth ?? 0) > 1) bar.append(button('Back', () => history.back()));
    bar.append(whole, close);
    drawer.replaceChildren(bar, ...main.childNodes);
    const title = drawer.querySelector('h1');
    if (title) {
      title.id = 'drawer-title';
      drawer.setAttribute('aria-labelledby', title.id);
    } else {
      drawer.setAttribute('aria-label', 'Statements and sources');
    }
    drawer.dataset.address = address;
    if (!drawer.open) drawer.showModal();
    drawer.scrollTop = 0;
    close.focus();
    document.dispatchEvent(new CustomEvent('dragoman-shown', {detail: drawer}));
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address);
  }
}

export function openDrawer(address, from) {
  const url = new URL(address, location.origin);
  if (!drawer?.contains(document.activeElement)) opener = from ?? document.activeElement;
  const depth = (history.state?.depth ?? 0) + 1;
  history.pushState({depth}, '', MARK + encodeURIComponent(url.pathname + url.search));
  return show(url.pathname + url.search);
}

export function closeDrawer() {
  if (!drawer?.open) return;
  const depth = history.state?.depth ?? 0;
  if (depth > 0) {
    history.go(-depth);
    return;
  }
  history.replaceState(null, '', location.pathname + location.search);
  hide();
}

function hide() {
  asking?.abort();
  if (!drawer?.open) return;
  drawer.close();
  opener?.focus?.();
}

/** Says in the drawer what was done, with the way back where there is one. */
function noted(words, author) {
  const said = document.createElement('p');
  said.className = 'noted';
  said.setAttribute('role', 'status');
  drawer.querySelector('.bar').prepend(said);
  said.textContent = words;
  if (!author) return;
  undoing(author, said, async (done) => {
    await show(drawer.dataset.address);
    noted(done);
  });
  said.querySelector('button').focus();
}

/** Sends a form of the drawer: a redirect back to the page in the drawer is shown there again. */
async function send(form) {
  const back = new URL(form.elements.back.value, location.origin);
  const isHere = back.href === new URL(drawer.dataset.address, location.origin).href;
  const answer = await fetch(form.action, {
    method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin',
  }).catch(() => undefined);
  if (!answer) {
    refuse(form, LOST);
    for (const button of form.querySelectorAll('button')) button.disabled = false;
    return undefined;
  }
  if (answer.ok && isHere) {
    await show(back.pathname + back.search);
    const token = form.elements['form-token'].value;
    noted(form.dataset.said ?? 'Saved.', form.elements.by ? {token, by: form.elements.by.value} : undefined);
    return undefined;
  }
  if (answer.ok) {
    const isReload = back.pathname + back.search === location.pathname + location.search;
    location.assign(back.href);
    if (isReload) location.reload();
    return;
  }
  // What went wrong is said over the form, in which everything stands as it was typed.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const conflict = answer.status === 409 ? page.querySelector('main form') : null;
  for (const old of form.querySelectorAll('.refused')) old.remove();
  const said = document.createElement('div');
  said.className = 'refused';
  said.setAttribute('role', 'alert');
  said.tabIndex = -1;
  if (conflict) {
    said.append(...page.querySelector('main').childNodes);
    form.replaceWith(said);
  } else {
    const words = [...page.querySelectorAll('main h1 ~ p, main header ~ p, main .problem > p')];
    said.append(...(words.length ? words : page.querySelector('main').childNodes));
    for (const link of said.querySelectorAll('p:has(> a)')) link.remove();
    form.prepend(said);
    for (const button of form.querySelectorAll('button')) button.disabled = false;
  }
  said.focus();
}

export function startDrawer() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || !form.elements.back || !drawer?.contains(form)) return;
    event.preventDefault();
    for (const button of form.querySelectorAll('button')) button.disabled = true;
    send(form);
  });
  addEventListener('popstate', () => {
    const address = beside();
    if (address) show(address);
    else hide();
  });
  const address = beside();
  if (address) show(address);
}
