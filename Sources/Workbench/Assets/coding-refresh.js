// The page brought to what the case now holds.

/** The parts of the page that the server need not send again while they are the same. */
const parts = (root) => [...root.querySelectorAll('.leaf > .block, .margin ol')];

/** Brings marks, list and counts to what the case now holds, and leaves the page where it is. */
export async function refresh(desk) {
  const number = desk.refreshes = (desk.refreshes ?? 0) + 1;
  const isOld = () => number !== desk.refreshes || !desk.queue.isEmpty;
  const address = new URL(location.href);
  address.searchParams.set('have', parts(desk.article).map((part) => part.dataset.digest).join('.'));
  const answer = await fetch(address, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}}).catch(() => undefined);
  if (!answer?.ok || isOld()) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // What is under the mouse must not be another before it is let go.
  await desk.released();
  const margin = page.querySelector('.margin');
  const blocks = page.querySelectorAll('.leaf > .block');
  if (isOld() || !margin || blocks.length !== desk.text.blocks.length) return;
  const focused = document.activeElement?.closest?.('.leaf mark, .margin a');
  renew(desk, blocks);
  renewLists(desk, margin);
  desk.marks.read();
  document.dispatchEvent(new CustomEvent('dragoman-coded'));
  const {passage} = desk.selector;
  if (passage) desk.text.show('coding-selected', passage);
  else if (desk.marks.current && document.getElementById(desk.marks.current)) {
    if (focused || !document.activeElement || document.activeElement === document.body) {
      desk.marks.focus(desk.marks.current, true);
    }
  } else desk.marks.current = undefined;
}

/** The text's blocks that are others now, with the selection where it was. */
function renew(desk, blocks) {
  for (const piece of desk.leaf.querySelectorAll('[tabindex], .here, .accepted, .rejected')) {
    piece.removeAttribute('tabindex');
    piece.removeAttribute('aria-label');
    piece.classList.remove('here', 'accepted', 'rejected');
  }
  const ends = desk.text.ends();
  let isOther = false;
  desk.text.blocks.forEach((block, index) => {
    const next = blocks[index];
    if (next.dataset.same !== undefined) return;
    isOther = true;
    block.dataset.digest = next.dataset.digest;
    block.replaceChildren(...next.childNodes);
  });
  // A form that is open keeps what is typed in it, which ends where the page's selection is set.
  if (isOther && ends && !desk.popover.isOpen) desk.text.hold(ends);
}

/** The lists beside the text, each as far down as it was. */
function renewLists(desk, margin) {
  const list = desk.article.querySelector('.margin');
  const places = [...list.querySelectorAll('.lines')].map((one) => [one.className, one.scrollTop]);
  const known = new Map(parts(desk.article).map((part) => [part.dataset.digest, part]));
  for (const part of margin.querySelectorAll('ol[data-same]')) {
    const old = known.get(part.dataset.digest);
    if (old) part.replaceChildren(...old.childNodes);
    part.removeAttribute('data-same');
  }
  for (const piece of margin.querySelectorAll('.going, .here')) piece.classList.remove('going', 'here');
  list.replaceChildren(...margin.childNodes);
  for (const [name, top] of places) {
    const one = [...list.querySelectorAll('.lines')].find((lines) => lines.className === name);
    if (one) one.scrollTop = top;
  }
}
