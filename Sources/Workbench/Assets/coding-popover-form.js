// The popover's parts: a row for each question, and what stands round them.
import {Choice} from './coding-choice.js';
import {Extras} from './coding-extras.js';
import {element} from './coding-element.js';
import {Unsaved} from './coding-drafts.js';

/** What a new actor is, in the words of its form. */
const ACTOR_KINDS = [
  ['person', 'a person'], ['unnamed', 'someone not named'], ['state', 'a state'], ['organisation', 'an organisation'],
  ['body', 'a body of a state or organisation'], ['group', 'a group'], ['outlet', 'a paper or other outlet'],
];

/** The acts that a digit chooses, always the same; the others are found by their first letters. */
const ACTS = ['state', 'demand', 'propose', 'offer', 'accept', 'reject', 'threaten', 'commit', 'deny'];
const STANCES = ['for', 'against', 'open', 'unclear'];

/** The rows whose answer is chosen from a ranked list. */
function choices(popover) {
  const book = () => popover.desk.book;
  const named = (items) => items.map((item) => ({
    token: item.id, title: item.title, more: item.more, meaning: item.meaning,
  }));
  const choice = (name, options) => {
    const made = new Choice(name, {...options, changed: () => popover.changed(name)});
    made.picked = (index) => popover.keys.enqueue({key: 'pick', index, row: name});
    made.row.dataset.row = name;
    return made;
  };
  const rows = {
    speaker: choice('speaker', {
      label: 'Speaker', many: true, fresh: 'actor', needed: true,
      items: () => [
        ...(popover.ranks.fresh ?? []).map(({title}) => ({token: `+${title}`, title, meaning: 'new, as suggested here', isNew: true})),
        ...named(book().actors),
      ],
      ranked: () => popover.ranks.speakers ?? [],
    }),
    speaksFor: choice('speaksFor', {
      label: 'Speaks for', fresh: 'party',
      items: () => [
        ...named(book().parties ?? []), {token: 'none', title: 'no party'},
        ...named(book().bodies ?? []).map((one) => ({...one, isBody: true})),
      ],
      isSought: (item) => item.isBody,
      ranked: () => [
        ...(popover.ranks.speakers ?? []).filter((id) => book().parties?.some((one) => one.id === id)),
        ...(book().parties ?? []).map((one) => one.id)],
    }),
    act: choice('act', {
      label: 'Act', needed: true, items: () => named(book().acts), ranked: () => ACTS,
      // What a suggestion has read is likelier than what the case had before.
      guess: () => (popover.base?.candidate ? popover.base.act : popover.ranks.acts?.[0]),
    }),
    about: choice('about', {
      label: 'About', fresh: 'issue',
      items: () => [
        ...book().issues.map((one) => ({token: `issue:${one.id}`, title: one.title, more: one.more})),
        ...book().subjects.filter((one) => one.token !== `statement:${popover.base?.id}`),
      ],
      ranked: () => (popover.ranks.issues ?? []).map((id) => `issue:${id}`),
      // People, meetings and statements are seldom meant, and found by their names.
      isSought: (item) => item.kind !== undefined,
    }),
    option: choice('option', {
      label: 'Option', many: true, fresh: 'option',
      items: () => [
        ...named(popover.issue?.options ?? []),
        ...(popover.issue?.options.length ? [{token: 'any', title: 'any of them'}] : []),
      ],
      ranked: () => popover.ranks.options?.[popover.issue?.id] ?? [],
    }),
    stance: choice('stance', {
      label: 'Stance', items: () => named(book().stances), ranked: () => STANCES,
      guess: () => popover.stanceGuess,
    }),
  };
  const explained = {
    act: 'What the words do: a digit for one of these, or type for another.',
    about: 'An issue, or what else the words are about. Type a new title to make an issue.',
    option: 'Which answer to the issue the words speak of.',
    stance: 'How the speaker stands to that answer.',
    speaksFor: 'Whose position these words express. Asked once for each speaker. Type a name to enter another.',
  };
  for (const [name, words] of Object.entries(explained)) {
    rows[name].list.before(element('small', {class: 'hint'}, words));
  }
  rows.speaksFor.made = (typed) => [
    {token: `+party:${typed}`, title: typed, isNew: true},
    {token: `+${typed}`, title: typed, isNew: true, noun: 'body that is no party'},
  ];
  rows.about.made = (typed) => ({token: `+issue:${typed}`, title: typed, isNew: true});
  return [rows, choice];
}

/** Makes the popover's dialog with all its parts, as properties of the popover. */
export function makeForm(popover) {
  const [rows, choice] = choices(popover);
  const value = element('input', {id: 'coding-value', name: 'value', autocomplete: 'off', size: '24', 'aria-describedby': 'coding-value-hint'});
  const newIssue = element('select', {id: 'coding-newIssue'}, element('option', {value: 'option'}, 'options'),
    element('option', {value: 'quantity'}, 'a number'));
  const newKind = element('select', {id: 'coding-newKind'}, ...ACTOR_KINDS.map(([kind, words]) => element('option', {value: kind}, words)));
  const isFact = element('input', {id: 'coding-isFact', type: 'checkbox'});
  const unit = element('input', {id: 'coding-unit', autocomplete: 'off', size: '16', placeholder: 'per cent, days'});
  Object.assign(popover, {
    rows, value, newIssue, unit, newKind, isFact,
    newKindRow: element('div', {class: 'choice', 'data-row': 'newKind', hidden: ''},
      element('label', {for: 'coding-newKind'}, 'This speaker is'), newKind),
    newIssueRow: element('div', {class: 'choice', 'data-row': 'newIssue', hidden: ''},
      element('label', {for: 'coding-newIssue'}, 'Answered by'),
      element('span', {class: 'answered'}, newIssue, ' ',
        element('label', {for: 'coding-unit', hidden: ''}, 'in ', unit)), element('kbd', {}, 'Alt N'),
      element('label', {class: 'fact', for: 'coding-isFact'}, isFact, ' a question of what happened')),
    gist: element('textarea', {id: 'coding-gist', rows: '2', name: 'gist', dir: 'auto'}),
    valueRow: element('div', {class: 'choice', 'data-row': 'value', hidden: ''},
      element('label', {for: 'coding-value'}, 'Value'), value,
      element('output', {for: 'coding-value', class: 'read'}), element('small', {id: 'coding-value-hint', class: 'below'})),
    unsaved: new Unsaved(popover),
    title: element('h2', {id: 'coding-title'}, 'New statement'),
    foresight: element('div', {class: 'foresight', role: 'status'}),
    fault: element('p', {class: 'fault', role: 'alert'}),
    versions: element('div', {class: 'versions', hidden: ''}),
    extras: new Extras(popover.desk, (name, options) => choice(name, options), () => popover.changed('extra')),
    saveButton: element('button', {type: 'submit'}, 'Save'),
    leaveButton: element('button', {type: 'button', class: 'quiet'}, 'Close'),
    whole: element('a', {href: '#', class: 'whole', hidden: ''}, 'All fields'),
  });
  popover.extras.holdQuote = () => popover.quote.hold();
  popover.extras.readAgain = () => {
    const {part, readButton} = popover.quote.reread;
    if (part.hidden || readButton.hidden) return false;
    readButton.click();
    return true;
  };
  popover.extras.answeredBy = () => {
    if (!popover.isNewIssue) return false;
    newIssue.value = newIssue.value === 'option' ? 'quantity' : 'option';
    newIssue.dispatchEvent(new Event('change', {bubbles: true}));
    (newIssue.value === 'quantity' ? unit : rows.option.input).focus();
    return true;
  };
  const gistRow = element('div', {class: 'choice', 'data-row': 'gist'},
    element('label', {for: 'coding-gist'}, 'In one line'), popover.gist);
  popover.questions = element('div', {class: 'questions'}, popover.extras.first,
    rows.speaker.row, popover.newKindRow, ...['speaksFor', 'act', 'about'].map((name) => rows[name].row), popover.newIssueRow,
    rows.option.row, popover.valueRow,
    rows.stance.row, gistRow, popover.extras.part);
  const foot = element('div', {class: 'foot'}, popover.foresight, popover.fault,
    element('p', {class: 'row'}, popover.saveButton, popover.leaveButton, popover.whole));
  popover.form = element('form', {method: 'dialog'}, popover.title, popover.unsaved.part, popover.quote.part, popover.versions,
    popover.questions, foot);
  popover.dialog = element('dialog', {id: 'coding', 'aria-modal': 'true', 'aria-labelledby': 'coding-title'}, popover.form);
  // A list that opens stops above what stays at the foot.
  new ResizeObserver(() => { popover.dialog.style.scrollPaddingBottom = `${foot.offsetHeight}px`; }).observe(foot);
  // What lies behind is kept from the mouse by its style, but for the text, and from the keys by `PopoverKeys`: a modal
  // dialog has the browser go over every element of a long document, which takes a quarter of a second.
  document.addEventListener('mousedown', (event) => {
    if (popover.isOpen && !event.target.closest('#coding, .leaf')) event.preventDefault();
  });
  document.body.append(popover.dialog);
}
