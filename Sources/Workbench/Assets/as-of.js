// The slider over the dates on which something was said.
export function startSlider() {
  const place = document.querySelector('.slider');
  const box = document.getElementById('as-of');
  if (!place || !box || Number(place.dataset.days) < 2) return;
  const count = Number(place.dataset.days);
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '1';
  // The last place stands for the whole record.
  slider.max = String(count + 1);
  slider.value = box.value ? place.dataset.place : String(count + 1);
  slider.setAttribute('aria-label', 'As of');
  const shown = document.createElement('output');
  shown.textContent = box.value || 'everything';
  place.append(slider, shown);
  let days;
  const load = async () => {
    days ??= fetch('/dates.json' + location.search.replace(/[?&](from|to|q|part)=[^&]*/g, ''))
      .then((answer) => answer.json()).then((answer) => answer.view);
    return days;
  };
  const day = async () => (await load())[Number(slider.value) - 1] ?? '';
  slider.addEventListener('input', async () => {
    const chosen = await day();
    shown.textContent = chosen || 'everything';
    slider.setAttribute('aria-valuetext', chosen || 'everything');
  });
  slider.addEventListener('change', async () => {
    box.value = await day();
    box.form.requestSubmit();
  });
}
