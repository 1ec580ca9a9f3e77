// What is typed in the form and not saved yet: kept with the tab, so that neither Escape nor a reload loses it.

import {element} from './coding-element.js';

// The part of every address that says which of several cases is meant; empty where there is one.
const base = document.body.dataset.base ?? '';

/** Older ones beyond so many are given up. */
const MOST = 30;

/** By what a draft is found again: what is edited, else the passage. */
export const draftKey = (passage, fields) => (fields?.id ? `s-${fields.id}`
  : fields?.candidate ? `c-${fields.candidate}` : `${passage.start}-${passage.end}`);

export class Drafts {
  constructor(source) {
    this.name = `dragoman-drafts${base}/${source}`;
    this.all = new Map(this.kept());
  }

  kept() {
    try {
      const all = JSON.parse(sessionStorage.getItem(this.name) ?? '[]');
      return Array.isArray(all) ? all : [];
    } catch {
      return [];
    }
  }

  keep() {
    try {
      if (this.all.size) sessionStorage.setItem(this.name, JSON.stringify([...this.all]));
      else sessionStorage.removeItem(this.name);
    } catch { /* The page has them, as long as it is there. */ }
  }

  get(key) { return this.all.get(key)?.draft; }

  /** Keeps a draft with the entry as it was when its form was opened. */
  set(passage, fields, draft, isOpen = false) {
    const key = draftKey(passage, fields);
    this.all.delete(key);
    this.all.set(key, {passage, fields, draft, isOpen, at: Date.now()});
    if (this.all.size > MOST) this.all.delete(this.all.keys().next().value);
    this.keep();
  }

  /** When it was left. */
  at(key) { return this.all.get(key)?.at; }

  delete(key) { if (this.all.delete(key)) this.keep(); }

  /** The entry as it was when the draft of it was begun, so that a change by someone else since is noticed. */
  fields(key) { return this.all.get(key)?.fields; }

  /** What was being typed when the page was left; undefined for nothing. */
  get open() { return [...this.all.values()].findLast((one) => one.isOpen); }
}

/** Opens the form again that was open when the page was left, with what was typed in it. */
export async function resume(desk) {
  const kept = desk.drafts.open;
  if (!kept || kept.passage.start < desk.text.from || kept.passage.end > desk.text.end) return;
  await desk.bookAsked;
  if (desk.popover.isOpen) return;
  desk.popover.open(kept.passage, kept.fields, kept.draft, kept.at);
  desk.say('The form is as you left it; nothing of it is saved yet.');
}

/** What is said once a form was left with something in it. */
export function leftWords(fields, draft) {
  const hasWords = draft.gist.trim() || draft.value.trim()
    || [...Object.values(draft.rows), ...Object.values(draft.typed)].some((one) => one.length);
  return fields ? 'Closed without saving; what you changed is kept in this tab.'
    : hasWords ? 'Not saved; what you entered is kept with the passage in this tab.' : '';
}

/** Says in the form that what was left unsaved is taken up again, and gives it up where that is wanted. */
export class Unsaved {
  constructor(popover) {
    this.words = element('span');
    this.discard = element('button', {type: 'button', class: 'quiet'}, 'Discard');
    this.part = element('p', {class: 'unsaved', role: 'status', hidden: ''}, this.words, this.discard);
    this.discard.addEventListener('click', async () => {
      const {base, passage, desk} = popover;
      desk.drafts.delete(draftKey(passage, base));
      popover.shut();
      if (base) await desk.edit(draftKey(passage, base));
      else popover.open({start: passage.start, end: passage.end});
    });
  }

  /** @param at when the draft was left; undefined where none is taken up. */
  show(at) {
    this.part.hidden = at === undefined;
    const time = new Date(at ?? 0).toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'});
    this.words.textContent = `Unsaved changes from ${time}. `;
  }
}

/** Those who speak for no party, as someone said in this tab: they are asked about once. */
export class NoParty {
  constructor() {
    this.name = `dragoman-no-party${base}`;
    try { this.all = new Set(JSON.parse(sessionStorage.getItem(this.name) ?? '[]')); } catch { this.all = new Set(); }
  }

  has(title) { return this.all.has(title); }

  /** Notes what a saved form says of its speakers. */
  note(speakers, answer) {
    for (const {title} of speakers) if (answer === 'none') this.all.add(title); else if (answer) this.all.delete(title);
    try { sessionStorage.setItem(this.name, JSON.stringify([...this.all])); } catch { /* The page knows them. */ }
  }
}
