// What can be done with a page as it is: its link copied, printed; and the menu on a small screen.
// The part of every address that says which of several cases is meant; empty where there is one.
export const base = document.body.dataset.base ?? '';
const isLocal = /^(localhost|127\.|\[::1\])/.test(location.hostname);

function say(words, isAfar = !!location.hash && !location.hash.startsWith('#beside=')) {
  // Where a document is coded its bar stays in sight.
  const bar = document.querySelector('.coding-bar .said');
  if (bar) { bar.textContent = words; return; }
  const notice = document.getElementById('notice') ?? document.createElement('p');
  notice.id = 'notice';
  notice.setAttribute('role', 'status');
  const tools = document.querySelector('.tools');
  (tools ?? document.body).append(notice);
  notice.textContent = words;
  // Said where the eye is, where the page is shown from a place further down.
  notice.classList.toggle('afar', isAfar || !tools);
}

const LEFT = 'dragoman-notice';

/** Words for the page that comes next, and where in which form the focus was as it was sent. */
export function leaveNotice(words, held) {
  try { sessionStorage.setItem(LEFT, JSON.stringify({words, held})); } catch { /* They are a help only. */ }
}

/** The part of a form that has the focus, by which the page that comes next finds it again. */
export function holder(form, button) {
  const held = form.contains(document.activeElement) ? document.activeElement : button;
  const {name, type, value} = held ?? {};
  const isOneOfMany = ['checkbox', 'radio', 'submit'].includes(type);
  return {action: form.getAttribute('action'), kind: form.className, name, type, value: isOneOfMany ? value : undefined};
}

function takeNotice() {
  try {
    const {words, held} = JSON.parse(sessionStorage.getItem(LEFT) ?? '{}');
    sessionStorage.removeItem(LEFT);
    const next = held && followed(held);
    next?.focus();
    // What is sent from below the fold is answered there.
    if (words) say(words, next && scrollY > 0 ? true : undefined);
  } catch { /* As above. */ }
}

/** Where one goes on after a form was sent: at what is asked next, else where one was. */
function followed({action, kind, name, type, value}) {
  const asked = [...document.querySelectorAll('[data-next]')].find((one) => action.endsWith(one.dataset.next));
  if (asked) return asked;
  const form = [...document.forms].find((one) => one.getAttribute('action') === action && one.className === kind);
  // A control without a name, as the slider, takes the focus back itself.
  if (!form || (!name && type && type !== 'submit')) return undefined;
  const same = name ? [...form.querySelectorAll(`[name="${CSS.escape(name)}"]:not([type=hidden])`)] : [];
  return same.find((one) => value === undefined || one.value === value) ?? form.querySelector('button[type=submit], button:not([type])');
}

async function copy() {
  const where = isLocal
    ? 'It works on this computer only, while the workbench is running; to share the page, save it.'
    : 'It works for those who can sign in here.';
  try {
    await navigator.clipboard.writeText(location.href);
    say('Link copied. ' + where);
  } catch {
    say(`This browser does not allow the page to copy. The link is ${location.href}`);
  }
}

export function startTools() {
  const tools = document.querySelector('.tools');
  if (tools) {
    const link = tools.querySelector('.copy');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy link';
    button.addEventListener('click', copy);
    link.replaceWith(button);
    const print = document.createElement('button');
    print.type = 'button';
    print.className = 'print';
    print.textContent = 'Print';
    print.addEventListener('click', () => window.print());
    tools.append(' ', print);
  }
  takeNotice();
  addEventListener('beforeprint', () => {
    const line = document.getElementById('printed') ?? document.createElement('p');
    line.id = 'printed';
    const today = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long'}).format(new Date());
    line.textContent = `Printed ${today}`;
    document.querySelector('.top').append(line);
  });
  startMenu();
}

function startMenu() {
  const menu = document.querySelector('.to-pages');
  const pages = document.getElementById('pages');
  if (!menu || !pages) return;
  menu.setAttribute('role', 'button');
  menu.setAttribute('aria-controls', 'pages');
  const set = (isOpen) => {
    pages.classList.toggle('open', isOpen);
    menu.setAttribute('aria-expanded', String(isOpen));
  };
  set(false);
  const toggle = (event) => {
    event.preventDefault();
    const isOpen = !pages.classList.contains('open');
    set(isOpen);
    if (isOpen) pages.querySelector('a')?.focus();
  };
  menu.addEventListener('click', toggle);
  menu.addEventListener('keydown', (event) => { if (event.key === ' ') toggle(event); });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !pages.classList.contains('open')) return;
    set(false);
    menu.focus();
  });
}
