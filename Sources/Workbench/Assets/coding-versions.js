// Two versions of one statement beside each other: what someone else saved meanwhile and what was typed
// here, with a choice for each field in which they differ.
import {element} from './coding-element.js';

/** A statement as the server gives it, as the popover holds what is typed. */
export function draftOf(fields, book) {
  const fresh = new Map((fields.fresh ?? []).map((one) => [one.id, one]));
  const named = (ids, items) => ids.map((id) => {
    const known = items.find((one) => one.id === id);
    if (known || !fresh.has(id)) return {token: id, title: known?.title ?? id};
    const {title} = fresh.get(id);
    return {token: `+${title}`, title, isNew: true};
  });
  const one = fields.speaker.map((id) => fresh.get(id)).find(Boolean);
  const sides = one?.of ?? [];
  const allSides = [...(book.parties ?? []), ...(book.bodies ?? [])];
  const issue = book.issues.find((one) => `issue:${one.id}` === fields.about?.token);
  return {
    rows: {
      speaker: named(fields.speaker, book.actors),
      act: named([fields.act], book.acts),
      about: fields.about ? [{...fields.about, isNew: fields.about.token.startsWith('+')}] : [],
      option: fields.option.map((id) => ({
        token: id, title: id === 'any' ? 'any of them' : issue?.options.find((one) => one.id === id)?.title ?? id,
      })),
      speaksFor: named(sides.slice(0, 1), allSides).filter(({token}) => allSides.some(({id}) => id === token)),
      stance: fields.stance ? named([fields.stance], book.stances) : [],
    },
    gist: fields.gist,
    value: fields.value ?? '',
    newKind: one?.kind,
    newIssue: fields.newIssue,
    unit: fields.unit,
    extras: {
      rows: {
        ...Object.fromEntries(['via', 'to', 'of'].map((name) => [name, named(fields[name], book.actors)])),
        requires: fields.conditions.map((item) => ({...item, isKept: true})),
      },
      texts: {
        date: fields.date ?? '', due: fields.due ?? '', until: fields.until ?? '', hedge: fields.hedge ?? '',
      },
      checks: {redLine: fields.redLine, verbatim: fields.verbatim, confidential: fields.confidential},
      kind: 'before', kept: {date: fields.date, due: fields.due, until: fields.until},
    },
    spans: fields.spans,
  };
}

const titles = (items) => items.map((item) => item.title).join(', ');
const row = (name, label) => ({
  name, label, words: (draft) => titles(draft.rows[name]),
  take: (from, to) => { to.rows[name] = from.rows[name]; },
});
const extra = (name, label) => ({
  name, label, words: (draft) => titles(draft.extras.rows[name]),
  take: (from, to) => { to.extras.rows[name] = from.extras.rows[name]; },
});
const check = (name, label) => ({
  name, label, words: (draft) => (draft.extras.checks[name] ? 'yes' : 'no'),
  take: (from, to) => { to.extras.checks[name] = from.extras.checks[name]; },
});

const dated = (name, label) => ({
  name, label, words: (draft) => draft.extras.texts[name],
  take: (from, to) => {
    if (from.extras.texts[name] === to.extras.texts[name]) return;
    to.extras.texts[name] = from.extras.texts[name];
    delete to.extras.kept[name];
  },
});

/** What a person chooses between: its name, its words, and how it is taken over. */
const fieldsOf = (desk) => [
  {
    name: 'quote', label: 'The words', words: (draft) => draft.spans.map((span) => desk.words(span)).join(' … '),
    take: (from, to) => { to.spans = from.spans; },
  },
  row('speaker', 'Speaker'), row('act', 'Act'),
  {
    name: 'about', label: 'About',
    words: (draft) => [titles(draft.rows.about), titles(draft.rows.option) || draft.value].filter(Boolean).join(': '),
    take: (from, to) => {
      [to.rows.about, to.rows.option, to.value] = [from.rows.about, from.rows.option, from.value];
    },
  },
  row('stance', 'Stance'),
  {name: 'gist', label: 'In one line', words: (draft) => draft.gist, take: (from, to) => { to.gist = from.gist; }},
  extra('via', 'Reported by'), extra('to', 'To'), extra('of', 'Whose position'),
  {
    name: 'requires', label: 'Conditions', words: (draft) => titles(draft.extras.rows.requires),
    take: (from, to) => { to.extras.rows.requires = carried(from.extras.rows.requires, to.extras.rows.requires); },
  },
  dated('date', 'Said on'), dated('due', 'Due by'), dated('until', 'Valid until'),
  {
    name: 'hedge', label: 'Hedge', words: (draft) => draft.extras.texts.hedge,
    take: (from, to) => { to.extras.texts.hedge = from.extras.texts.hedge; },
  },
  check('redLine', 'Red line'), check('verbatim', 'The speaker’s own words'), check('confidential', 'Confidential'),
];

/** Conditions of the older version as those of the newer: kept where it has them, else made again. */
function carried(conditions, there) {
  return conditions.map((item) => {
    if (!item.isKept) return item;
    const same = there.find((one) => one.isKept && one.title === item.title);
    return same ?? {
      token: item.about ?? item.token, title: item.title, own: item.own, kindOfCondition: item.kindOfCondition ?? item.kind, isNew: true,
    };
  });
}

export class Versions {
  /**
   * @param base as it was when the popover was opened, `now` as it is saved, `mine` as it was typed; drafts.
   */
  constructor(popover, base, now, mine, words) {
    Object.assign(this, {popover, now, mine});
    this.fields = fieldsOf(popover.desk).filter((field) => field.words(now) !== field.words(mine));
    const lines = this.fields.map((field) => {
      const isOwn = field.words(mine) !== field.words(base);
      const isBoth = isOwn && field.words(now) !== field.words(base);
      const choice = (value, draft, isChosen) => {
        const radio = element('input', {type: 'radio', name: `version-${field.name}`, value});
        radio.checked = isChosen;
        const shown = element('span', {dir: 'auto'}, field.words(draft) || '—');
        return element('td', {}, element('label', {}, radio, ' ', shown));
      };
      return element('tr', {}, element('th', {scope: 'row'}, field.label,
        ...(isBoth ? [element('small', {}, ' both changed')] : [])),
      choice('now', now, !isOwn), choice('mine', mine, isOwn));
    });
    const table = element('table', {role: 'table'}, element('caption', {}, 'Both versions'),
      element('thead', {}, element('tr', {}, element('th', {scope: 'col'}, 'Field'),
        element('th', {scope: 'col'}, 'Saved by now'), element('th', {scope: 'col'}, 'Yours'))),
      element('tbody', {}, ...lines));
    const {versions, questions, saveButton} = popover;
    versions.replaceChildren(
      element('p', {role: 'alert'}, words),
      ...(lines.length ? [table] : [element('p', {}, 'Both versions say the same.')]));
    versions.hidden = false;
    questions.hidden = true;
    saveButton.textContent = 'Save what is chosen';
    (versions.querySelector('input:checked') ?? saveButton).focus();
  }

  /** The newer version with what was chosen of one's own. */
  merged() {
    const merged = structuredClone(this.now);
    for (const field of this.fields) {
      const chosen = this.popover.versions.querySelector(`[name="version-${field.name}"]:checked`);
      if (chosen?.value === 'mine') field.take(this.mine, merged);
    }
    return merged;
  }

  end() {
    const {versions, questions} = this.popover;
    versions.hidden = true;
    versions.replaceChildren();
    questions.hidden = false;
    this.popover.compared = undefined;
  }
}

/** Shows what someone else saved meanwhile beside what was typed here. */
export async function compare(popover, refusal) {
  const {base, desk} = popover;
  const fields = await desk.get('/coding/entry.json', {statement: base.id});
  if (!popover.isOpen || popover.base !== base) return;
  if (!fields) {
    popover.fault.textContent = `${refusal.message} The newer version cannot be shown just now: press Save again.`;
    return;
  }
  popover.newer = fields;
  popover.compared = new Versions(
    popover, draftOf(base, desk.book), draftOf(fields, desk.book), popover.draft(),
    'Someone changed this statement after you opened it. Nothing is lost: choose for each field.');
}

/** Takes the choice between two versions as what is typed. */
export function choose(popover) {
  const merged = popover.compared.merged();
  popover.compared.end();
  popover.base = popover.newer;
  popover.passage = {...merged.spans[0], spans: merged.spans};
  popover.restore(merged);
  popover.showRows();
}
