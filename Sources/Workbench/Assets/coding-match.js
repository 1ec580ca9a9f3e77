// How what is typed finds a name in a list.

export const folded = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a name is found by: of a reply the words alone, as every id of a document begins alike. */
const title = (item) => (item.kind === 'reply to' ? item.title.slice(item.title.indexOf(': ') + 2) : item.title);

/** From here on it is so loose that the words are more likely something new. */
export const LOOSE = 5;

/** How well the words answer to what was typed: smaller is better, undefined not at all. */
function quality(item, sought) {
  const own = folded(title(item));
  const more = (item.more ?? []).map(folded);
  const parts = sought.split(' ').filter(Boolean);
  const begins = (words) => {
    const all = words.split(/[^\p{L}\p{N}]+/u);
    return parts.every((part) => all.some((word) => word.startsWith(part)));
  };
  // One statement answers another only where that is what is looked for.
  const later = item.kind === 'reply to' ? 10 : 0;
  if (own === sought) return later;
  if (own.startsWith(sought)) return 1 + later;
  if (more.some((words) => words.startsWith(sought))) return 2 + later;
  if (begins(own)) return 3 + later;
  if (more.some(begins)) return 4 + later;
  if ([own, ...more].some((words) => parts.every((part) => words.includes(part)))) return LOOSE + later;
  return undefined;
}

/**
 * The items that answer to what was typed, the best first, with how well each does; of equals the one that
 * the book has first, whatever was used lately, so that the same letters mean the same in every passage.
 */
export function matches(items, typed) {
  const sought = folded(typed);
  const found = items.map((item, index) => ({item, index, quality: quality(item, sought)}))
    .filter((one) => one.quality !== undefined);
  return found.sort((a, b) => a.quality - b.quality || a.index - b.index);
}
