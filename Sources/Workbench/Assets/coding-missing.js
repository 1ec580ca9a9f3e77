// What keeps a statement from being saved, said before anything is sent.

/** What was typed and not chosen, or what is not answered yet; undefined where nothing is missing. */
export function missing(popover) {
  for (const row of [...Object.values(popover.rows), ...Object.values(popover.extras.rows)]) {
    if (row.row.hidden || !row.typed) continue;
    const ways = row.fresh ? 'Press Enter to take the line marked, Shift+Enter to enter it as new' : 'Press Enter to take the line marked';
    return {message: `${row.label}: “${row.typed}” is typed, but not chosen yet.`, hint: `${ways}, or clear the box.`, field: row.name};
  }
  if (popover.quote.isAsked) {
    return {message: 'The selected words are not the quote yet.', hint: 'Use them as the quote, or keep the old quote.', field: 'quote'};
  }
  const open = [
    ['speaker', 'who speaks', !popover.rows.speaker.chosen.length],
    ['act', 'what the words do', !popover.rows.act.chosen.length],
    ['gist', 'what is said, in one line of your own words', !popover.gist.value.trim()],
  ].filter(([, , isMissing]) => isMissing);
  if (!open.length) return undefined;
  const words = open.map(([, what]) => what);
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
  return {message: `Not saved yet. Missing: ${list}.`, field: open[0][0]};
}

const OPPOSED = {reject: 'for', accept: 'against'};

/** An act and a stance that exclude each other: asked about once, as the words may be meant so. */
export function opposed(popover) {
  const [act, stance] = ['act', 'stance'].map((name) => popover.rows[name].chosen[0]);
  if (!act || !stance || OPPOSED[act.token] !== stance.token) return undefined;
  return {
    message: `The act is “${act.title}”, and the stance “${stance.title}”: they exclude each other.`,
    hint: 'Correct one of them, or save it all the same.', field: 'stance', isQuestion: true,
  };
}
