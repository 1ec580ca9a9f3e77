// All the suggestions of a document at once: asked for, and rejected.
import {refresh} from './coding-refresh.js';

/** Has the text read for the statements in it. */
export async function propose(desk) {
  if (!desk.isNamed()) return;
  const button = desk.bar.querySelector('[value=propose]');
  if (button.disabled) return;
  button.disabled = true;
  desk.say('Reading the text for the statements in it …');
  const result = await desk.queue.send('/coding/proposals', [['source', desk.source]]);
  button.disabled = false;
  if (result.lost) { desk.say('The server does not answer. Nothing was proposed; try again once it does.'); return; }
  const words = result.ok ? result.answer.said : [result.answer.message, result.answer.hint].filter(Boolean).join(' ');
  if (result.ok && desk.queue.isEmpty) await refresh(desk);
  if (result.ok && desk.marks.suggestions.length) desk.marks.next('');
  desk.say(words);
}

/** Rejects those that are left. */
export async function rejectAll(desk) {
  if (!desk.isNamed()) return;
  const all = desk.marks.suggestions;
  if (!all.length) { desk.say('There are no suggestions left in this document.'); return; }
  const count = all.length === 1 ? 'the suggestion that is left' : `the ${all.length} suggestions that are left`;
  if (!confirm(`Reject ${count}? Undo brings them back.`)) return;
  // Those that are shown, and no others that came in meanwhile.
  const these = all.map((mark) => ['candidate', mark.slice(2)]);
  desk.done(await desk.queue.push('/coding/candidates', [['source', desk.source], ['do', 'rejectAll'], ...these]));
}
