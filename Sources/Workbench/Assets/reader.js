// A document beside its statements: pointing at one shows the other.
export function startReader() {
  const leaf = document.querySelector('.leaf');
  if (!leaf) return;
  const marks = (id) => [...leaf.querySelectorAll('.quote')]
    .filter((quote) => quote.dataset.statements.split(' ').includes(id));
  const show = (ids) => {
    for (const old of document.querySelectorAll('.here')) old.classList.remove('here');
    for (const id of ids) {
      for (const quote of marks(id)) quote.classList.add('here');
      document.getElementById('line-' + id)?.classList.add('here');
    }
  };
  for (const line of document.querySelectorAll('.margin li')) {
    const id = line.id.slice('line-'.length);
    const see = () => {
      show([id]);
      (marks(id)[0] ?? document.getElementById('s-' + id))?.scrollIntoView({block: 'center'});
    };
    line.addEventListener('focusin', see);
    line.addEventListener('mouseenter', () => show([id]));
  }
  for (const quote of leaf.querySelectorAll('.quote')) {
    quote.addEventListener('mouseenter', () => show(quote.dataset.statements.split(' ')));
    quote.addEventListener('focus', () => show(quote.dataset.statements.split(' ')));
  }
}
