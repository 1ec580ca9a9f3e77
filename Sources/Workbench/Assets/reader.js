// A document beside its statements: pointing at one shows the other.
export function startReader() {
  const leaf = document.querySelector('.leaf');
  if (!leaf) return;
  const marks = (name) => [...leaf.querySelectorAll('mark')].filter((mark) => nameOf(mark) === name);
  const nameOf = (mark) => (mark.dataset.s ? 's-' + mark.dataset.s : 'c-' + mark.dataset.c);
  const lineOf = (name) => document.getElementById('line-' + name.replace(/^s-/, ''));
  const show = (names) => {
    for (const old of document.querySelectorAll('.here')) old.classList.remove('here');
    for (const name of names) {
      for (const mark of marks(name)) mark.classList.add('here');
      lineOf(name)?.classList.add('here');
    }
  };
  const margin = document.querySelector('.margin');
  const named = (event) => event.target.closest?.('.margin li')?.querySelector('a[data-mark]')?.dataset.mark;
  margin?.addEventListener('focusin', (event) => {
    const name = named(event);
    if (!name) return;
    show([name]);
    // A press of the mouse keeps the page where it is, or it would end beside what it began on.
    if (!event.target.matches('a:focus-visible')) return;
    (marks(name)[0] ?? document.getElementById(name))?.scrollIntoView({block: 'center'});
  });
  margin?.addEventListener('mouseover', (event) => {
    const name = named(event);
    if (name) show([name]);
  });
  const held = (target) => {
    const names = [];
    for (let mark = target.closest?.('.leaf mark'); mark; mark = mark.parentElement.closest('.leaf mark')) names.push(nameOf(mark));
    return names;
  };
  leaf.addEventListener('mouseover', (event) => {
    const names = held(event.target);
    if (names.length) show(names);
  });
  // Where nothing is coded here, a mark leads to its statement.
  if (!leaf.closest('[data-coding]')) {
    leaf.addEventListener('click', (event) => {
      const [name] = held(event.target);
      if (name && getSelection().isCollapsed) lineOf(name)?.querySelector('a')?.click();
    });
  }
}
