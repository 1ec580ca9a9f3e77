// Makes quicker what every page does without it. No page depends on a script.
import {openDrawer, closeDrawer} from './drawer.js';
import {startKeys} from './keys.js';
import {startSlider} from './as-of.js';
import {startLive} from './live.js';
import {startReader} from './reader.js';
import {startForms} from './forms.js';

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest?.('a[href]');
  if (!link || link.origin !== location.origin || link.hasAttribute('download')) return;
  // Statements, entries and cells open beside the page they are asked from.
  const isBeside = /^\/(statements\/|entries\/|positions\/[^/]+\/|contradictions\/verdict)/.test(link.pathname);
  const isOn = document.body.dataset.page;
  if (!isBeside || isOn === 'statement' || isOn === 'entry' || isOn === 'cell' || isOn === 'verdict') return;
  event.preventDefault();
  openDrawer(link.href, link);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeDrawer();
});
startKeys();
startSlider();
startLive();
startReader();
startForms();
