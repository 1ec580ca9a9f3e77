// Where a passage becomes a statement: who says it, what that does, of what, and how they stand to it; all by
// digits, with everything else a key away.
import {element} from './coding-element.js';
import {makeForm} from './coding-popover-form.js';
import {PopoverKeys} from './coding-popover-keys.js';
import {Following} from './coding-following.js';
import {Quote} from './coding-quote.js';
import {choose, compare, draftOf} from './coding-versions.js';
import {missing, opposed} from './coding-missing.js';
import {sentFields} from './coding-sent.js';
import {draftKey} from './coding-drafts.js';

export class Popover {
  /** @param desk what asks the server: `book`, `choices(passage, known)`, `preview(fields)`, `reading(...)`. */
  constructor(desk) {
    this.desk = desk;
    this.ranks = {};
    this.quote = new Quote(this);
    makeForm(this);
    this.following = new Following(this);
    this.keys = new PopoverKeys(this);
    this.leaveButton.addEventListener('click', () => this.leave());
    this.value.addEventListener('input', () => { this.readValue(); this.changed('value'); });
    this.gist.addEventListener('input', () => this.relent());
    this.form.addEventListener('input', () => this.keep());
    this.newIssue.addEventListener('change', () => { this.showRows(); this.changed('newIssue'); });
    this.unit.addEventListener('input', () => this.changed('unit'));
  }

  get isOpen() { return this.dialog.open; }

  /** To save a suggestion is to accept it as it is here. */
  get saveWords() { return this.base?.candidate ? 'Accept with these changes' : 'Save'; }

  get issue() {
    const token = this.rows.about.chosen[0]?.token ?? '';
    return token.startsWith('issue:')
      ? this.desk.book.issues.find((one) => `issue:${one.id}` === token) : undefined;
  }

  get hasOptions() {
    return this.isNewIssue ? this.newIssue.value === 'option' : this.issue?.value === 'option';
  }

  get isNewIssue() { return this.rows.about.chosen[0]?.token.startsWith('+issue:') === true; }

  /** The speakers whose words count for no party yet. */
  get uncounted() {
    const {actors, parties} = this.desk.book;
    if (!parties?.length) return [];
    return this.rows.speaker.chosen.filter(
      (item) => item.isNew || actors.find((one) => one.id === item.token)?.isUncounted);
  }

  /** Those of them of whom it was not said that they speak for none. */
  get unasked() { return this.uncounted.filter((item) => !this.desk.noParty.has(item.title)); }

  /**
   * Opens over a passage: new, or with what a draft, a statement or a suggestion has.
   * @param kept when the draft was left, if it is taken up again.
   */
  open(passage, fields, draft, kept) {
    this.passage = draft?.spans ? {...draft.spans[0], spans: draft.spans} : passage;
    this.base = fields;
    this.ranks = {};
    for (const row of Object.values(this.rows)) row.clear();
    this.stanceGuess = this.asked = undefined;
    for (const field of [this.gist, this.value, this.unit]) field.value = '';
    this.newIssue.value = 'option';
    this.newKind.value = 'person';
    this.isFact.checked = false;
    this.unsaved.show(kept);
    this.fault.textContent = '';
    this.anyway = false;
    this.foresight.replaceChildren();
    this.extras.reset();
    this.compared?.end();
    this.title.title = fields?.id ?? '';
    this.title.textContent = fields?.id ? 'Edit statement'
      : fields?.candidate ? 'Edit suggestion' : 'New statement';
    this.saveButton.textContent = this.saveWords;
    this.whole.hidden = !fields?.id;
    if (fields?.id) {
      const base = document.body.dataset.base ?? '';
      const back = location.pathname.slice(base.length);
      this.whole.href = `${base}/edit?section=statements&key=${fields.id}&back=${back}`;
    }
    if (draft ?? fields) this.restore(draft ?? draftOf(fields, this.desk.book));
    this.following.start();
    this.showRows();
    document.body.classList.add('coding-open');
    this.keys.current = undefined;
    this.dialog.show();
    this.quote.draw();
    this.quote.reread.hide();
    this.desk.selector.reveal(this.passage);
    this.rank(true);
    this.keys.picks = [];
    this.keys.go(this.first(fields, draft));
    this.untouched = draft ? undefined : JSON.stringify(this.draft());
  }

  /** Where one begins: of a suggestion at what it leaves open, of what is there at its words. */
  first(fields, draft) {
    if (!fields && !draft) return 'speaker';
    if (!fields?.candidate) return 'gist';
    return ['speaker', 'act', 'about'].find((name) => !this.rows[name].chosen.length) ?? 'gist';
  }

  draft() {
    return {
      spans: this.quote.spans.map(({start, end}) => ({start, end})),
      rows: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.chosen])),
      typed: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.input.value])),
      newIssue: this.newIssue.value, unit: this.unit.value, newKind: this.newKind.value, isFact: this.isFact.checked,
      gist: this.gist.value, value: this.value.value, extras: this.extras.draft(),
    };
  }

  restore(draft) {
    for (const [name, chosen] of Object.entries(draft.rows)) {
      this.rows[name].chosen = chosen;
      this.rows[name].drawTokens();
    }
    for (const [name, words] of Object.entries(draft.typed ?? {})) this.rows[name].input.value = words;
    this.newIssue.value = draft.newIssue ?? 'option';
    this.unit.value = draft.unit ?? '';
    this.newKind.value = draft.newKind ?? 'person';
    this.isFact.checked = draft.isFact ?? false;
    this.gist.value = draft.gist;
    this.value.value = draft.value;
    this.extras.restore(draft.extras);
  }

  /** What the form would send. */
  fields() { return sentFields(this); }

  // Ranks and foresight.

  /**
   * The ranked lists, asked for once a passage, so that a digit means the same as long as the form is open; what
   * is known later only marks the likeliest stance.
   */
  rank(isFirst) {
    const known = {
      speaker: this.rows.speaker.chosen.filter((item) => !item.isNew).map((item) => item.token),
      act: this.rows.act.chosen[0]?.token,
    };
    const asked = this.passage;
    const ranking = this.desk.choices(asked, known).then((ranks) => {
      if (!ranks || asked !== this.passage) return;
      if (known.act) this.stanceGuess = ranks.stances[0];
      if (isFirst) {
        this.ranks = ranks;
        this.extras.offer(ranks.found);
        if (!this.base) this.extras.prefill(ranks.found);
      }
      this.rows[this.keys.current]?.draw();
    });
    if (isFirst) this.ranking = ranking;
  }

  ready() { return Promise.race([this.ranking, new Promise((resolve) => setTimeout(resolve, 400))]); }

  /** A fault that is mended is no longer said, and one that may be is said of the next save. */
  relent() {
    if (!this.fault.textContent) return;
    const refusal = this.isUnfinished ? missing(this) : undefined;
    this.fault.textContent = refusal ? [refusal.message, refusal.hint].filter(Boolean).join(' ') : '';
  }

  /** What is typed is kept as it is typed. */
  keep() { if (this.isOpen && !this.compared) this.desk.drafts.set(this.passage, this.base, this.draft(), true); }

  /** Other words of the text become the quote. */
  requote(spans) {
    if (!this.base) this.desk.drafts.delete(draftKey(this.passage));
    this.passage = {...spans[0], spans};
    this.quote.draw();
    this.rank(true);
    this.changed('quote');
  }

  changed(name) {
    this.relent();
    this.following.changed(name);
    this.keep();
    if (name === 'about') {
      this.rows.option.chosen = [];
      this.rows.option.drawTokens();
      this.showRows();
    }
    if (name === 'speaker' || name === 'newKind') this.showRows();
    if (name === 'act') this.rank(false);
    this.anyway = false;
    this.asked = undefined;
    this.saveButton.textContent = this.saveWords;
    clearTimeout(this.resting);
    if (!this.rows.speaker.chosen.length || !this.rows.act.chosen.length) return;
    this.resting = setTimeout(async () => {
      const foresight = await this.desk.preview(this.fields());
      if (!foresight || !this.isOpen) return;
      this.foresight.replaceChildren(
        ...foresight.sentences.map((words) => element('p', {}, words)),
        ...(foresight.more?.length
          ? [element('details', {}, element('summary', {}, `${foresight.more.length} more`),
            ...foresight.more.map((words) => element('p', {}, words)))] : []));
    }, 150);
  }

  showRows() {
    const issue = this.issue;
    this.rows.option.row.hidden = !this.hasOptions;
    const isNew = this.isNewIssue;
    const isNumber = isNew && this.newIssue.value === 'quantity';
    this.newIssueRow.hidden = !isNew;
    this.unit.parentElement.hidden = !isNumber;
    this.valueRow.hidden = !isNumber && (!issue || issue.value === 'option');
    this.rows.speaksFor.row.hidden = !this.unasked.length;
    this.newKindRow.hidden = !this.rows.speaker.chosen.some((item) => item.isNew);
    this.valueRow.querySelector('.below').textContent = issue?.hint ?? '';
    this.readValue();
  }

  readValue() {
    clearTimeout(this.reading);
    const output = this.valueRow.querySelector('output');
    if (!this.issue || !this.value.value.trim()) { output.textContent = ''; return; }
    this.reading = setTimeout(async () => {
      const read = await this.desk.reading({kind: 'value', issue: this.issue?.id ?? '', text: this.value.value});
      if (read) output.textContent = read.words ? `read as ${read.words}` : `${read.fault}: ${read.hint}`;
    }, 80);
  }

  shut() {
    this.quote.end();
    this.dialog.close();
    document.body.classList.remove('coding-open');
  }

  leave() {
    clearTimeout(this.resting);
    this.shut();
    const draft = this.draft();
    this.desk.left(this.passage, this.base, draft, JSON.stringify(draft) === this.untouched);
  }

  fail(refusal) {
    if (this.base?.id && refusal.field === 'expected') { compare(this, refusal); return; }
    if (this.base?.id && refusal.field === 'id') {
      // Someone took it out of the case: what was typed becomes a statement of its own.
      this.base = undefined;
      this.title.textContent = 'New statement';
      this.fault.textContent = `${refusal.message} What you typed is here: Save makes a new statement of it.`;
      this.saveButton.focus();
      return;
    }
    this.fault.textContent = [refusal.message, refusal.hint].filter(Boolean).join(' ');
    this.anyway = refusal.canBeSaved === true;
    this.saveButton.textContent = refusal.canBeSaved || refusal.isQuestion ? 'Save all the same' : this.saveWords;
    const name = refusal.field?.replace(/^requires\..*/, 'requires');
    if (refusal.isQuestion) { this.saveButton.focus(); return; }
    const isField = this.keys.rowOf(name) || name === 'value' || this.extras.texts[name];
    if (refusal.field === 'quote') { this.quote.takeButton.focus(); return; }
    this.keys.go(isField ? name : 'gist');
    this.keys.rowOf(name)?.open?.();
  }

  async save() {
    if (this.compared) choose(this);
    const refusal = missing(this);
    this.isUnfinished = refusal !== undefined;
    if (refusal) { this.fail(refusal); return; }
    const doubt = opposed(this);
    if (doubt && this.asked !== doubt.message) {
      this.fail(doubt);
      this.asked = doubt.message;
      return;
    }
    clearTimeout(this.resting);
    if (this.unasked.length) this.desk.noParty.note(this.unasked, this.rows.speaksFor.chosen[0]?.token);
    const [passage, base, draft, fields] = [this.passage, this.base, this.draft(), this.fields()];
    this.shut();
    this.desk.save(passage, base, draft, fields);
  }
}
