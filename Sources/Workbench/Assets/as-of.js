// The slider over the dates on which something was said, and the calendars of the boxes for dates.
const REST = 700;
const KEPT = 'dragoman-slider';

/** As a person writes the date: 16 May 2025. */
const words = (iso) => {
  const date = new Date(iso + 'T00:00:00Z');
  if (!iso || Number.isNaN(date.getTime())) return iso || 'latest';
  return new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}).format(date);
};

export function startSlider() {
  const place = document.querySelector('.slider');
  const box = document.getElementById('as-of');
  if (!place || !box || Number(place.dataset.days) < 2) return;
  const count = Number(place.dataset.days);
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.id = 'as-of-slider';
  slider.min = '1';
  // The last place is the whole record.
  slider.max = String(count + 1);
  slider.value = place.dataset.asOf ? place.dataset.place : String(count + 1);
  slider.setAttribute('aria-label', 'As of');
  const shown = document.createElement('output');
  const say = (iso) => {
    shown.textContent = words(iso);
    slider.setAttribute('aria-valuetext', words(iso));
  };
  say(place.dataset.asOf);
  place.append(slider, shown);
  // After the slider has reloaded the page, it has the focus again.
  if (sessionStorage.getItem(KEPT) === location.pathname) slider.focus({preventScroll: true});
  sessionStorage.removeItem(KEPT);
  let days;
  const load = () => {
    days ??= fetch((document.body.dataset.base ?? '') + '/dates.json' + location.search.replace(/[?&](from|to|q|kind|speaker)=[^&]*/g, '').replace(/^&/, '?'))
      .then((answer) => answer.json()).then((answer) => answer.view);
    return days;
  };
  const day = async () => (await load())[Number(slider.value) - 1] ?? '';
  const apply = async () => {
    const chosen = await day();
    if (chosen === place.dataset.asOf) return;
    sessionStorage.setItem(KEPT, location.pathname);
    box.value = chosen;
    box.form.requestSubmit();
  };
  let resting;
  let isHeld = false;
  slider.addEventListener('pointerdown', () => { isHeld = true; });
  slider.addEventListener('input', async () => {
    clearTimeout(resting);
    // By keys it is applied once no key has been pressed for a while.
    if (!isHeld) resting = setTimeout(apply, REST);
    say(await day());
  });
  slider.addEventListener('change', () => {
    if (!isHeld) return;
    isHeld = false;
    apply();
  });
  slider.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    clearTimeout(resting);
    apply();
  });
}

export function startCalendars() {
  for (const box of document.querySelectorAll('input[data-date]')) {
    const calendar = document.createElement('input');
    calendar.type = 'date';
    if (!calendar.showPicker) continue;
    calendar.className = 'calendar';
    calendar.tabIndex = -1;
    calendar.setAttribute('aria-hidden', 'true');
    calendar.setAttribute('aria-label', 'Calendar');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pick';
    button.textContent = '▾';
    const name = box.labels?.[0]?.firstChild?.textContent.trim() || 'Date';
    button.setAttribute('aria-label', `${name}: choose from a calendar`);
    button.title = 'Choose from a calendar';
    button.addEventListener('click', () => {
      calendar.value = box.dataset.iso || '';
      calendar.showPicker();
    });
    calendar.addEventListener('change', () => {
      box.value = words(calendar.value);
      box.dataset.iso = calendar.value;
      box.dispatchEvent(new Event('input', {bubbles: true}));
      box.focus();
    });
    // Beside the label, as a label names one control.
    const label = box.closest('label');
    (label ?? box.parentElement).after(button, calendar);
  }
}
