// Forms that show their answer at once: `data-live` names the part of the page that the answer takes
// the place of. The newest answer wins; the address stays that of what is shown.
let asking;

const address = (form) => {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(pairs).toString();
  return form.getAttribute('action') + (query ? '?' + query : '');
};

async function show(form) {
  asking?.abort();
  asking = new AbortController();
  const target = address(form);
  const focused = document.activeElement;
  const [name, value] = [focused?.name, focused?.value];
  try {
    const answer = await fetch(target, {
      signal: asking.signal, credentials: 'same-origin', headers: {'Dragoman-Live': '1'},
    });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const part = form.dataset.live;
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (!old || !fresh) return;
    old.replaceWith(fresh);
    history.replaceState(null, '', target);
    if (name) {
      [...fresh.querySelectorAll(`[name="${CSS.escape(name)}"]`)].find((e) => e.value === value)?.focus();
    }
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

export function startLive() {
  document.addEventListener('change', (event) => {
    const form = event.target.form;
    if (form?.dataset.live) show(form);
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
      location.assign(address(form));
    }
  });
}
