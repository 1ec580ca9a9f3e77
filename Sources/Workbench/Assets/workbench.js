// Makes quicker what every page does without it. No page depends on a script.
import {openDrawer, startDrawer} from './drawer.js';
import {startKeys} from './keys.js';
import {startCalendars, startSlider} from './as-of.js';
import {startLive} from './live.js';
import {startReader} from './reader.js';
import {startTools} from './tools.js';
import {startDoubts} from './doubt.js';
import {startForms} from './forms.js';
import {startSums} from './scenario-sums.js';
import {startSending} from './sending.js';
import {startIntake} from './intake.js';
import {startCoding} from './coding.js';
import {startDates} from './dates.js';

// The part of every address that says which of several cases is meant; empty where there is one.
const base = document.body.dataset.base ?? '';

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest?.('a[href]');
  // In a picture the address is an object of its own.
  const address = link?.href?.baseVal ?? link?.href;
  if (!address || link.hasAttribute('download')) return;
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) return;
  // Statements, entries, cells and ties open beside the page they are asked from.
  const isBeside = /^\/(statements\/|entries\/|positions\/[^/]+\/|networks\/[^/]+\/|contradictions\/verdict)/.test(url.pathname.slice(base.length));
  const isOn = document.body.dataset.page;
  const isInDrawer = !!link.closest('#drawer .bar');
  if (!isBeside || isInDrawer || ['statement', 'entry', 'cell', 'tie', 'verdict'].includes(isOn)) return;
  event.preventDefault();
  openDrawer(url.href, link);
});
startKeys();
startSlider();
startCalendars();
startLive();
startReader();
startTools();
startDoubts();
startDrawer();
startForms();
startSums();
startSending();
startIntake();
startCoding();
startDates();
