// What follows from other answers of the form, as long as nobody has answered it otherwise: of the speaker the side and
// a gist that the program has made, of a new speaker's name what he or she is, of the act whether a new issue is a
// question of what happened.

/** Acts that say what happened. */
const OF_FACT = ['accuse', 'deny'];

/** As a gist names several. */
const list = (names) => (names.length > 3 ? `${names[0]} and ${names.length - 1} others`
  : names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0] ?? '');

export class Following {
  constructor(popover) {
    this.popover = popover;
    popover.newKind.addEventListener('change', () => { this.isKindChosen = true; this.name(); popover.changed('newKind'); });
    popover.isFact.addEventListener('change', () => { this.isFactChosen = true; popover.changed('isFact'); });
  }

  get speakers() { return this.popover.rows.speaker.chosen; }

  /** Once the form holds what it begins with. */
  start() {
    const {popover} = this;
    this.isKindChosen = false;
    this.isFactChosen = popover.isFact.checked;
    this.before = this.speakers;
    this.about = popover.rows.about.chosen[0]?.title;
    // What a suggestion read as its stance is of its own act and answer.
    this.isStanceChosen = !popover.base?.candidate;
    this.last = popover.gist.value;
    const head = `${list(this.speakers.map((item) => item.title))}${this.verb}`;
    const isMade = popover.base && this.speakers.length && this.last.toLowerCase().startsWith(head.toLowerCase())
      && /^\W/.test(this.last.slice(head.length));
    this.rest = isMade ? this.last.slice(head.length) : undefined;
    if (this.fresh) this.take(this.fresh);
    this.name();
  }

  /** What the act is called in a gist of the program's; of a statement that is saved the verb is a person's. */
  get verb() {
    const {base, rows, desk} = this.popover;
    if (!base?.candidate) return '';
    const act = desk.book.acts.find((one) => one.id === rows.act.chosen[0]?.token);
    return act?.verbs ? ` ${act.verbs[this.speakers.length > 1 ? 1 : 0]}` : '';
  }

  /** What a suggestion knows of a new speaker. */
  get fresh() {
    const name = this.speakers.find((item) => item.isNew)?.title;
    const {base, ranks} = this.popover;
    return name && [...(base?.fresh ?? []), ...(ranks.fresh ?? [])].find((one) => one.title === name);
  }

  changed(name) {
    if (name === 'speaker') this.follow();
    if (name === 'speaker' || name === 'act' || name === 'about') this.gist();
    if (name === 'stance') this.isStanceChosen = true;
    if (name === 'act' || name === 'about') this.stance();
    if (name === 'act' || name === 'about') this.fact();
  }

  /** A speaker who is gone takes along whom he or she speaks for. */
  async follow() {
    const {rows, desk} = this.popover;
    const now = this.speakers;
    const isGone = this.before.some((one) => !now.some((other) => other.token === one.token));
    this.before = now;
    if (isGone) this.side(undefined);
    const name = now.find((item) => item.isNew)?.title;
    if (!name) { this.name(); return; }
    if (this.fresh) { this.take(this.fresh); return; }
    this.name();
    const read = await desk.reading({kind: 'actor', text: name});
    if (!read || !this.speakers.some((item) => item.title === name) || this.isKindChosen) return;
    this.take({kind: read.words, of: rows.speaksFor.chosen.length ? [] : read.sides});
  }

  take({kind, of}) {
    if (!this.isKindChosen) this.popover.newKind.value = kind;
    if (of[0] && !this.popover.rows.speaksFor.chosen.length) this.side(of[0]);
    this.name();
  }

  side(id) {
    const {rows, desk} = this.popover;
    const known = [...(desk.book.parties ?? []), ...(desk.book.bodies ?? [])].find((one) => one.id === id);
    if (id && !known) return;
    rows.speaksFor.chosen = known ? [{token: known.id, title: known.title}] : [];
    rows.speaksFor.drawTokens();
  }

  /** Someone not named speaks for no one, and is on a side. */
  name() {
    const {rows, newKind, desk} = this.popover;
    const isUnnamed = this.speakers.some((item) => (item.isNew ? newKind.value === 'unnamed'
      : desk.book.actors.find((one) => one.id === item.token)?.isUnnamed));
    rows.speaksFor.label = isUnnamed ? 'On the side of' : 'Speaks for';
    rows.speaksFor.row.querySelector('label').textContent = rows.speaksFor.label;
    rows.speaksFor.row.querySelector('.hint').textContent = isUnnamed
      ? 'Someone not named speaks for no one: the words stand beside those of that side, and replace none.'
      : 'Whose position these words express. Asked once for each speaker. Type a name to enter another.';
  }

  gist() {
    const {gist} = this.popover;
    if (this.rest === undefined || gist.value !== this.last) return;
    const about = this.popover.rows.about.chosen[0]?.title;
    if (about && this.about && about !== this.about && this.rest.includes(this.about)) {
      this.rest = this.rest.replace(this.about, about);
      this.about = about;
    }
    const names = list(this.speakers.map((item) => item.title));
    gist.value = this.last = names ? names + this.verb + this.rest : '';
  }

  stance() {
    const {stance} = this.popover.rows;
    if (this.isStanceChosen || !stance.chosen.length) return;
    stance.chosen = [];
    stance.drawTokens();
  }

  fact() {
    const {isFact, rows} = this.popover;
    if (!this.isFactChosen) isFact.checked = OF_FACT.includes(rows.act.chosen[0]?.token);
  }
}
