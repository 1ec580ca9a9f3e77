// The page brought to what the case now holds.

/** Brings marks, list and counts to what the case now holds, and leaves the page where it is. */
export async function refresh(desk) {
  const answer = await fetch(location.href, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}}).catch(() => undefined);
  if (!answer?.ok || !desk.queue.isEmpty) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const blocks = page.querySelectorAll('.leaf > .block');
  const margin = page.querySelector('.margin');
  if (!margin || blocks.length !== desk.text.blocks.length) return;
  const {passage} = desk.selector;
  const focused = document.activeElement?.closest?.('.leaf mark, .margin a');
  desk.text.blocks.forEach((block, index) => {
    for (const piece of block.querySelectorAll('[tabindex], .here, .accepted, .rejected')) {
      piece.removeAttribute('tabindex');
      piece.removeAttribute('aria-label');
      piece.classList.remove('here', 'accepted', 'rejected');
    }
    if (block.innerHTML !== blocks[index].innerHTML) block.replaceChildren(...blocks[index].childNodes);
  });
  const list = desk.article.querySelector('.margin');
  const scrolls = [...list.querySelectorAll('.lines')].map((one) => one.scrollTop);
  list.replaceChildren(...margin.childNodes);
  [...list.querySelectorAll('.lines')].forEach((one, index) => { one.scrollTop = scrolls[index] ?? 0; });
  desk.marks.read();
  document.dispatchEvent(new CustomEvent('dragoman-coded'));
  if (passage) desk.selector.set(passage);
  else if (desk.marks.current && document.getElementById(desk.marks.current)) {
    if (focused || !document.activeElement || document.activeElement === document.body) desk.marks.focus(desk.marks.current);
  } else desk.marks.current = undefined;
}
