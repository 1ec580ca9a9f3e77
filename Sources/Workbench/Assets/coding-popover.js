// Where a passage becomes a statement: who says it, what that does, of what, and how they stand to it; all by
// digits, with everything else a key away.
import {element, makeForm} from './coding-popover-form.js';
import {PopoverKeys} from './coding-popover-keys.js';
import {Versions, draftOf} from './coding-versions.js';

export class Popover {
  /** @param desk what asks the server: `book`, `choices(passage, known)`, `preview(fields)`, `reading(...)`. */
  constructor(desk) {
    this.desk = desk;
    this.ranks = {};
    makeForm(this);
    this.keys = new PopoverKeys(this);
    this.leaveButton.addEventListener('click', () => this.leave());
    this.value.addEventListener('input', () => { this.readValue(); this.changed('value'); });
  }

  get isOpen() { return this.dialog.open; }

  get issue() {
    const token = this.rows.about.chosen[0]?.token ?? '';
    return token.startsWith('issue:')
      ? this.desk.book.issues.find((one) => `issue:${one.id}` === token) : undefined;
  }

  get hasOptions() {
    const token = this.rows.about.chosen[0]?.token ?? '';
    return token.startsWith('+issue:') || this.issue?.value === 'option';
  }

  /** Opens over a passage: new, or with what a draft, a statement or a suggestion has. */
  open(passage, fields, draft) {
    this.passage = passage;
    this.base = fields;
    this.ranks = {};
    for (const row of Object.values(this.rows)) { row.chosen = []; row.drawTokens(); row.close(); }
    this.gist.value = '';
    this.value.value = '';
    this.fault.textContent = '';
    this.anyway = false;
    this.foresight.replaceChildren();
    this.extras.reset();
    this.compared?.end();
    this.title.textContent = fields?.id ? `Statement ${fields.id}`
      : fields?.candidate ? 'Suggestion' : 'New statement';
    this.saveButton.textContent = 'Save';
    this.whole.hidden = !fields?.id;
    if (fields?.id) {
      const base = document.body.dataset.base ?? '';
      const back = location.pathname.slice(base.length);
      this.whole.href = `${base}/edit?section=statements&key=${fields.id}&back=${back}`;
    }
    this.quote.textContent = (passage.spans ?? [passage]).map((span) => this.desk.words(span)).join(' … ');
    if (draft ?? fields) this.restore(draft ?? draftOf(fields, this.desk.book));
    this.showRows();
    this.veil.hidden = false;
    this.dialog.show();
    this.rank(true);
    this.keys.current = undefined;
    this.keys.go(fields || draft ? 'gist' : 'speaker');
  }

  draft() {
    return {
      rows: Object.fromEntries(Object.entries(this.rows).map(([name, row]) => [name, row.chosen])),
      gist: this.gist.value, value: this.value.value, extras: this.extras.draft(),
    };
  }

  restore(draft) {
    for (const [name, chosen] of Object.entries(draft.rows)) {
      this.rows[name].chosen = chosen;
      this.rows[name].drawTokens();
    }
    this.gist.value = draft.gist;
    this.value.value = draft.value;
    this.extras.restore(draft.extras);
  }

  /** What the form would send. */
  fields() {
    const all = [['source', this.desk.source]];
    if (this.base?.id) all.push(['id', this.base.id], ['expected', String(this.base.expected ?? '')]);
    if (this.base?.candidate) all.push(['candidate', this.base.candidate]);
    for (const span of this.passage.spans ?? [this.passage]) {
      all.push(['span', `${span.start}-${span.end}`], ['exact', this.desk.words(span)]);
    }
    for (const name of ['speaker', 'act', 'about', 'stance']) all.push(...this.rows[name].fields());
    if (this.hasOptions) all.push(...this.rows.option.fields());
    else if (this.issue && this.value.value.trim()) all.push(['value', this.value.value]);
    all.push(['gist', this.gist.value], ...this.extras.fields());
    if (this.anyway) all.push(['anyway', 'yes']);
    return all;
  }

  // Ranks and foresight.

  /** The ranked lists for what is known; a list that is shown already is not put in another order. */
  rank(isFirst) {
    const known = {
      speaker: this.rows.speaker.chosen.filter((item) => !item.isNew).map((item) => item.token),
      act: this.rows.act.chosen[0]?.token,
    };
    const asked = this.passage;
    this.ranking = this.desk.choices(asked, known).then((ranks) => {
      if (!ranks || asked !== this.passage) return;
      this.ranks = ranks;
      if (isFirst) {
        if (!this.base) this.extras.prefill(ranks.found);
        this.rows[this.keys.current]?.draw();
      }
    });
  }

  ready() {
    const limit = new Promise((resolve) => setTimeout(resolve, 400));
    return Promise.race([this.ranking, limit]);
  }

  changed(name) {
    if (name === 'about') {
      this.rows.option.chosen = [];
      this.rows.option.drawTokens();
      this.showRows();
    }
    if (name === 'speaker' || name === 'act') this.rank(false);
    this.anyway = false;
    this.saveButton.textContent = 'Save';
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
    this.valueRow.hidden = !issue || issue.value === 'option';
    if (!this.valueRow.hidden) this.value.placeholder = issue.hint ?? '';
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
    this.dialog.close();
    this.veil.hidden = true;
  }

  leave() {
    clearTimeout(this.resting);
    this.shut();
    this.desk.left(this.passage, this.base, this.draft());
  }

  fail(refusal) {
    if (this.base?.id && refusal.field === 'expected') { this.compare(refusal); return; }
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
    this.saveButton.textContent = this.anyway ? 'Save all the same' : 'Save';
    const name = refusal.field?.replace(/^requires\..*/, 'requires');
    this.keys.go(this.keys.rowOf(name) || name === 'value' ? name : 'gist');
  }

  /** Shows what someone else saved meanwhile beside what was typed here. */
  async compare(refusal) {
    const {base} = this;
    const fields = await this.desk.get('/coding/entry.json', {statement: base.id});
    if (!this.isOpen || this.base !== base) return;
    if (!fields) {
      this.fault.textContent = `${refusal.message} The newer version cannot be shown just now: press Save again.`;
      return;
    }
    const {book} = this.desk;
    const mine = {...this.draft(), spans: base.spans};
    this.newer = fields;
    this.compared = new Versions(
      this, draftOf(base, book), draftOf(fields, book), mine,
      'Someone changed this statement after you opened it. Nothing is lost: choose for each field.');
  }

  /** Takes the choice between two versions as what is typed. */
  choose() {
    const merged = this.compared.merged();
    this.compared.end();
    this.base = this.newer;
    this.passage = {...merged.spans[0], spans: merged.spans};
    this.restore(merged);
    this.showRows();
  }

  async save() {
    if (this.compared) this.choose();
    const missing = ['speaker', 'act'].find((name) => !this.rows[name].chosen.length);
    if (missing) {
      this.fail({message: `Choose ${missing === 'speaker' ? 'who speaks' : 'what the words do'}.`, field: missing});
      return;
    }
    if (!this.gist.value.trim()) {
      this.fail({message: 'Say in your own words, in one line, what is said.', field: 'gist'});
      return;
    }
    clearTimeout(this.resting);
    const [passage, base, draft, fields] = [this.passage, this.base, this.draft(), this.fields()];
    this.shut();
    this.desk.save(passage, base, draft, fields);
  }
}
