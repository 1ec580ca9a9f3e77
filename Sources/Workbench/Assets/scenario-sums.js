// What the weights of each party sum to, while they are typed: as the server says it of what is saved.

const base = document.body.dataset.base ?? '';
const REST = 120;

let asked = 0;

async function show(form, output) {
  const place = output.dataset.sum;
  const question = new URLSearchParams({scenario: form.elements.scenario.value, party: place.split('/')[0]});
  for (const field of form.elements) {
    if (field.name?.startsWith(`n.${place}`)) question.append('weight', `${field.name.slice(place.length + 2)}=${field.value}`);
  }
  asked += 1;
  const number = asked;
  const answer = await fetch(`${base}/coding/sums.json?${question}`, {credentials: 'same-origin', headers: {'Dragoman-Live': '1'}})
    .catch(() => undefined);
  if (!answer?.ok || number !== asked) return;
  const {words, isDoubtful} = (await answer.json()).view;
  output.classList.toggle('off', isDoubtful);
  output.textContent = words;
}

export function startSums() {
  let resting;
  document.addEventListener('input', (event) => {
    const form = event.target.closest?.('form.numbers');
    const place = event.target.name?.match(/^n\.(.+\/weight\/)/)?.[1];
    const output = place && form?.querySelector(`output[data-sum="${CSS.escape(place)}"]`);
    if (!output) return;
    clearTimeout(resting);
    resting = setTimeout(() => show(form, output), REST);
  });
}
