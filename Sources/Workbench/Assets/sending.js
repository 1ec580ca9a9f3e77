// Forms that save something are sent without leaving the page: a refusal is said over the form, in which everything
// stays as it was typed; what was saved is said on the page that comes next, and the focus is where one goes on.
import {base, holder, leaveNotice} from './tools.js';

export const LOST = 'The program does not answer, and nothing was saved. What you typed is still here: send it again once the program runs.';
const SIGNED_OUT = 'You are signed out, and nothing was saved. What you typed is still here: sign in in another tab, and send it again.';
const FAILED = 'The program failed on this, and nothing was saved. What you typed is still here.';

/** Something was typed on this page that is nowhere else. */
let isTyped = false;

/** Nothing typed is lost where the page is left. */
export const mayLeave = () => { isTyped = false; };

/** Says over a form why nothing was saved; all that was typed stays in it. */
export function refuse(form, ...words) {
  for (const old of form.querySelectorAll('.refused')) old.remove();
  for (const old of form.querySelectorAll('[aria-describedby=refused]')) {
    old.removeAttribute('aria-describedby');
    old.removeAttribute('aria-invalid');
  }
  const said = document.createElement('div');
  said.className = 'refused';
  said.id = 'refused';
  said.setAttribute('role', 'alert');
  said.tabIndex = -1;
  said.append(...words.filter(Boolean).map((one) => {
    const line = document.createElement('p');
    line.dir = 'auto';
    line.textContent = one;
    return line;
  }));
  form.prepend(said);
  said.focus();
  said.scrollIntoView({block: 'nearest'});
}

/** Whether the page has another token by now, as after the server was started again. */
async function renewed(form) {
  const answer = await fetch(location.href, {credentials: 'same-origin'});
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const token = page.querySelector('[name="form-token"]')?.value;
  const field = form.elements['form-token'];
  if (!token || token === field.value) return false;
  for (const one of document.querySelectorAll('[name="form-token"]')) one.value = token;
  return true;
}

/** What the server answers; undefined where it does not, which is then said over the form. */
export async function post(form, body, headers = {}) {
  const ask = () => fetch(form.action, {method: 'POST', body, headers, credentials: 'same-origin'});
  try {
    let answer = await ask();
    if (answer.status === 403 && await renewed(form)) {
      body.set('form-token', form.elements['form-token'].value);
      answer = await ask();
    }
    if (answer.status !== 401) return answer;
    refuse(form, SIGNED_OUT);
  } catch {
    refuse(form, LOST);
  }
  return undefined;
}

/** What a page says went wrong. */
export function problem(page) {
  const found = [...page.querySelectorAll('main h1 ~ p, main header ~ p, main .problem > p')]
    .filter((line) => !line.querySelector('a')).map((line) => line.textContent.trim()).filter(Boolean);
  return found.length ? found : [FAILED];
}

/** To an address, which may be that of this page and is then loaded again. */
export function goOn(address) {
  mayLeave();
  const next = new URL(address, location.href);
  if (next.href.split('#')[0] !== location.href.split('#')[0]) location.assign(next);
  else if (!next.hash && !location.hash) location.replace(next);
  else { location.hash = next.hash; location.reload(); }
}

const sentence = (words) => (words ? words[0].toUpperCase() + words.slice(1).replace(/([^.!?])$/, '$1.') : '');

/** Says what the server says is wrong, at the field where it names one. */
function object(form, {message, hint, field}) {
  refuse(form, sentence(message), sentence(hint));
  const found = field ? form.elements[field] : undefined;
  const faulty = found instanceof RadioNodeList ? found[0] : found;
  if (!faulty || faulty.type === 'hidden') return;
  faulty.setAttribute('aria-invalid', 'true');
  faulty.setAttribute('aria-describedby', 'refused');
  faulty.focus();
}

async function send(form, button) {
  const held = holder(form, button);
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await post(form, body, {'Dragoman-Live': '1'});
  if (!answer) return;
  const back = form.elements.back?.value || location.href;
  if (answer.headers.get('content-type')?.startsWith('application/json')) {
    const result = await answer.json();
    if (!answer.ok) { object(form, result); return; }
    leaveNotice(result.said, held);
    goOn(back);
    return;
  }
  if (answer.redirected) {
    leaveNotice(form.matches('.undo') ? 'Undone.' : 'Saved.', held);
    goOn(new URL(answer.url).pathname + new URL(answer.url).search + new URL(back, location.href).hash);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Someone else was first: both versions are shown, with what was typed.
  if (page.querySelector('main form[method=post]')) {
    document.querySelector('main').replaceWith(page.querySelector('main'));
    document.querySelector('main').focus();
    scrollTo({top: 0, behavior: 'instant'});
  } else refuse(form, ...problem(page));
}

/** Takes back the newest change of the person whose form it was, and says so; `after` shows the page as it is then. */
export function undoing({token, by}, said, after) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet undo-it';
  button.textContent = 'Undo';
  button.addEventListener('click', async () => {
    button.disabled = true;
    const body = new URLSearchParams({'form-token': token, by, do: 'undo'});
    const answer = await fetch(`${base}/coding/undo`, {
      method: 'POST', body, headers: {'Dragoman-Live': '1'}, credentials: 'same-origin',
    }).catch(() => undefined);
    const result = await answer?.json().catch(() => undefined);
    if (answer?.ok) after(result.said);
    else said.textContent = result ? [result.message, sentence(result.hint)].join(' ') : LOST.split('.')[0] + '.';
  });
  said.append(' ', button);
}

const OWN = 'main form.write-form[method=post]:not(.entry-form, .versions, .copy-to-write)';

export function startSending() {
  document.addEventListener('input', (event) => {
    if (event.target.closest?.('main form[method=post]:not(.coding-bar)') && event.target.name !== 'by') isTyped = true;
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches(`${OWN}, .entry-form, .versions`)) mayLeave();
    if (event.defaultPrevented || !form.matches(OWN)) return;
    event.preventDefault();
    const button = event.submitter;
    if (form.dataset.sending) return;
    form.dataset.sending = 'yes';
    send(form, button).catch(() => refuse(form, LOST)).finally(() => { delete form.dataset.sending; });
  });
  addEventListener('beforeunload', (event) => { if (isTyped) event.preventDefault(); });
}
