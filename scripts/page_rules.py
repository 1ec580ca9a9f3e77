"""What every page must keep to, as scripts for the browser to run on it."""

LEAST_CONTRAST = 4.5

# Every element with words of its own: its colour against the first opaque ground beneath it.
FAINT_WORDS = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const part = [r, g, b].map((v) => {
      v /= 255;
      return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  let looked = 0;
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || ['title', 'desc'].includes(element.tagName)) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const ink = luminance(rgba(isDrawn ? style.fill : style.color));
    let paper = luminance(ground(isDrawn ? element.closest('svg').parentElement : element));
    if (element.classList.contains('on-badge')) {
      paper = luminance(rgba(getComputedStyle(element.previousElementSibling).fill));
    }
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    looked += 1;
    if (ratio < LEAST) {
      faint.push(`${ratio.toFixed(2)}: ${element.tagName}.${element.getAttribute('class')} `
        + element.textContent.trim().slice(0, 40));
    }
  }
  return [looked, faint];
}
""".replace("LEAST", str(LEAST_CONTRAST))

# Rules of accessibility that can be seen from outside: names, labels, headings, tables, languages.
BROKEN_RULES = """
() => {
  const broken = [];
  const say = (element, words) => broken.push(
    `${words}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') || ''}"> `
    + element.textContent.trim().slice(0, 40));
  const named = (e) => (e.getAttribute('aria-label') || e.textContent.trim() || e.title
    || (e.getAttribute('aria-labelledby') || '').split(' ')
      .map((id) => document.getElementById(id)?.textContent).join('').trim());
  if (!document.documentElement.lang) broken.push('the page names no language');
  if (!document.title) broken.push('the page has no title');
  if (document.querySelectorAll('h1').length !== 1) {
    broken.push(`${document.querySelectorAll('h1').length} headings of the first rank`);
  }
  if (document.querySelectorAll('main').length !== 1) broken.push('not one main part');
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length) broken.push('ids that stand twice: ' + twice.slice(0, 4).join(' '));
  for (const e of document.querySelectorAll('a[href], button, summary')) {
    if (!named(e)) say(e, 'no name');
    if (e.querySelector('a[href], button')) say(e, 'one inside another');
  }
  for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (!e.labels?.length && !e.getAttribute('aria-label')) say(e, 'no label');
  }
  for (const e of document.querySelectorAll('img:not([alt])')) say(e, 'no alternative');
  for (const e of document.querySelectorAll('svg')) {
    // A picture that has links is a group, as an image has nothing within it that can be reached.
    const role = e.querySelector('a') ? 'group' : 'img';
    if (e.getAttribute('role') !== role || !e.querySelector(':scope > title')) {
      say(e, 'picture without title');
    }
  }
  for (const table of document.querySelectorAll('table')) {
    for (const e of table.querySelectorAll('th')) {
      if (!e.scope) say(e, 'head of no scope');
    }
    if (table.querySelector('thead') && !table.querySelector('caption')) {
      say(table, 'table without caption');
    }
  }
  let rank = 0;
  for (const e of document.querySelectorAll('main h1, main h2, main h3, main h4')) {
    const next = Number(e.tagName[1]);
    if (rank && next > rank + 1) say(e, `heading of rank ${next} after ${rank}`);
    rank = next;
  }
  for (const e of document.querySelectorAll('a[href^="#"]')) {
    if (e.hash.length > 1 && !document.getElementById(decodeURIComponent(e.hash.slice(1)))) {
      say(e, 'leads nowhere');
    }
  }
  for (const e of document.querySelectorAll('[tabindex]')) {
    if (e.tabIndex > 0) say(e, 'an order of its own');
  }
  return broken;
}
"""

LEAST_IN_TABLES = 14
LEAST_IN_PICTURES = 12

# Words of tables, and of pictures as large as they are shown, that are smaller than can be read with
# ease.
SMALL_WORDS = """
() => {
  const small = [];
  const say = (element, size) => small.push(
    `${size.toFixed(1)} px: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  for (const e of document.querySelectorAll('main table *')) {
    if (!own(e) || e.closest('svg, kbd, .only-read, option') || !e.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(e).fontSize);
    if (size < TABLE - 0.05) say(e, size);
  }
  for (const svg of document.querySelectorAll('main svg')) {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    for (const e of svg.querySelectorAll('text')) {
      const size = parseFloat(getComputedStyle(e).fontSize) * scale;
      if (size && size < PICTURE - 0.05) say(e, size);
    }
  }
  return small;
}
""".replace("TABLE", str(LEAST_IN_TABLES)).replace("PICTURE", str(LEAST_IN_PICTURES))
