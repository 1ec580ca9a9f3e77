// What the page offers once something is saved, or once a coded passage is clicked.
import {element} from './coding-element.js';

const base = document.body.dataset.base ?? '';

/** The ways from a saved statement to an entry that follows from it, with its form filled in. */
export function offerFollowUps(desk, answer) {
  desk.bar.querySelector('.follow')?.remove();
  if (!answer?.followUps?.length) return;
  const back = `${location.pathname.slice(base.length)}#s-${answer.statement}`;
  const links = answer.followUps.map(({section, words, key, open}) => {
    const asked = new URLSearchParams({section, ...(key ? {key, open} : {}), from: answer.statement, back});
    return element('a', {href: `${base}/edit?${asked}`}, words);
  });
  const list = links.flatMap((link, index) => (index ? [' or ', link] : [link]));
  desk.said.after(element('span', {class: 'follow'}, 'Enter it also as ', ...list));
}

/** What else changed with a saved statement, each with the way there. */
export function sayOthers(desk, others) {
  desk.bar.querySelector('.others')?.remove();
  if (!others?.length) return;
  const links = others.map(({mark, gist}) => {
    const link = element('a', {href: `#${mark}`}, gist);
    link.addEventListener('click', (event) => { event.preventDefault(); desk.marks.focus(mark); });
    return element('li', {}, link);
  });
  const count = links.length === 1 ? 'one other suggestion' : `${links.length} other suggestions`;
  desk.bar.append(element('div', {class: 'others', role: 'status'}, `The speaker changed in ${count} as well: `,
    element('ul', {}, ...links)));
}

/** Edit and Remove beside a coded passage that was clicked, Accept and Reject beside a suggestion. */
export class MarkMenu {
  constructor(desk) {
    this.desk = desk;
    this.part = element('div', {class: 'mark-menu', role: 'group', 'aria-label': 'This passage', hidden: ''});
    document.body.append(this.part);
    const hide = (event) => { if (!this.part.contains(event.target)) this.part.hidden = true; };
    document.addEventListener('mousedown', hide);
    document.addEventListener('keydown', hide);
    document.addEventListener('scroll', hide, {passive: true});
  }

  show(mark, x, y) {
    const {desk} = this;
    const actions = mark.startsWith('c-')
      ? [['Accept', () => desk.decide(mark, 'accept')], ['Edit', () => desk.edit(mark)],
        ['Reject', () => desk.decide(mark, 'reject')]]
      : [['Edit', () => desk.edit(mark)], ['Remove', () => desk.remove(mark)]];
    this.part.replaceChildren(...actions.map(([words, action]) => {
      const button = element('button', {type: 'button', class: 'quiet'}, words);
      button.addEventListener('click', () => { this.part.hidden = true; action(); });
      return button;
    }));
    this.part.hidden = false;
    const {width, height} = this.part.getBoundingClientRect();
    this.part.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
    this.part.style.top = `${y + 14 + height > innerHeight ? y - height - 14 : y + 14}px`;
  }
}
