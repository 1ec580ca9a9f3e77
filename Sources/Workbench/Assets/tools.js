// What can be done with a page as it is: its link copied, printed; and the menu on a small screen.
const isLocal = /^(localhost|127\.|\[::1\])/.test(location.hostname);

function say(words) {
  const notice = document.getElementById('notice') ?? document.createElement('p');
  notice.id = 'notice';
  notice.setAttribute('role', 'status');
  document.querySelector('.tools').append(notice);
  notice.textContent = words;
}

const LEFT = 'dragoman-notice';

/** Words for the page that comes next. */
export function leaveNotice(words) {
  try { sessionStorage.setItem(LEFT, words); } catch { /* They are a help only. */ }
}

function takeNotice() {
  try {
    const words = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    if (words) say(words);
  } catch { /* As above. */ }
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
    takeNotice();
  }
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
