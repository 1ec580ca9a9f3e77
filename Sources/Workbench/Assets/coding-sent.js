// What the popover's form would send.

/** Names and values, in the order of the form. */
export function sentFields(popover) {
  const all = [['source', popover.desk.source]];
  if (popover.base?.id) all.push(['id', popover.base.id], ['expected', String(popover.base.expected ?? '')]);
  if (popover.base?.candidate) all.push(['candidate', popover.base.candidate]);
  for (const span of popover.quote.spans) {
    all.push(['span', `${span.start}-${span.end}`], ['exact', popover.desk.words(span)]);
  }
  for (const name of ['speaker', 'act', 'about', 'stance']) all.push(...popover.rows[name].fields());
  if (popover.unasked.length) all.push(...popover.rows.speaksFor.fields());
  else if (popover.uncounted.length) all.push(['speaksFor', 'none']);
  if (popover.hasOptions) all.push(...popover.rows.option.fields());
  else if (!popover.valueRow.hidden && popover.value.value.trim()) all.push(['value', popover.value.value]);
  if (popover.rows.speaker.chosen.some((item) => item.isNew)) all.push(['newKind', popover.newKind.value]);
  if (popover.isNewIssue && popover.isFact.checked) all.push(['newIssueKind', 'factual']);
  if (popover.isNewIssue && !popover.hasOptions) all.push(['newIssue', popover.newIssue.value], ['unit', popover.unit.value]);
  all.push(['gist', popover.gist.value], ...popover.extras.fields());
  if (popover.anyway) all.push(['anyway', 'yes']);
  return all;
}
