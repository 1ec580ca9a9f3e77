// What the weights of each party sum to, while they are typed; the page itself says it of what is saved.

/** The number that is used: what is written before a range, else the middle of the range. */
function used(text) {
  const plain = text.replace(/−/g, '-').replace(/(\d),(\d)/g, '$1.$2').trim();
  if (!plain) return undefined;
  const numbers = plain.match(/\d+(\.\d+)?|\.\d+/g)?.map(Number) ?? [];
  if (plain.includes('(') || numbers.length === 1) return numbers[0];
  return numbers.length === 2 ? (numbers[0] + numbers[1]) / 2 : undefined;
}

function show(form, output) {
  const fields = [...form.elements].filter((field) => field.name?.startsWith(`n.${output.dataset.sum}`));
  const numbers = fields.map((field) => used(field.value));
  const missing = numbers.filter((number) => number === undefined).length;
  const sum = Math.round(numbers.reduce((all, number) => all + (number ?? 0), 0) * 1000) / 1000;
  const isWhole = missing === 0 && Math.abs(sum - 1) < 0.0005;
  output.classList.toggle('off', !isWhole);
  if (missing === fields.length) output.textContent = 'No weights: every issue counts alike, with a weight of 1.';
  else if (missing) output.textContent = `${missing} without a weight: such a scenario is refused. The others sum to ${sum}.`;
  else if (isWhole) output.textContent = 'The weights sum to 1.';
  else output.textContent = `The weights sum to ${sum}, not 1. They are used as written and not scaled to 1, so the least it accepts must be on the same scale, from 0 to ${sum}.`;
}

export function startSums() {
  document.addEventListener('input', (event) => {
    const form = event.target.closest?.('form.numbers');
    const place = event.target.name?.match(/^n\.(.+\/weight\/)/)?.[1];
    const output = place && form?.querySelector(`output[data-sum="${CSS.escape(place)}"]`);
    if (output) show(form, output);
  });
}
