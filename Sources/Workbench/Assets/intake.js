// Documents on their way in: dropped, sent with their progress shown, and what they state of themselves
// taken over with one press. Every form here works without this.
const size = (bytes) => !bytes ? 'empty' : bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

// Files of folders, which a drop gives only one directory at a time.
async function filesOf(entry, found) {
  if (entry.isFile) {
    found.push(await new Promise((done, fail) => entry.file(done, fail)));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return;
    for (const one of some) if (!one.name.startsWith('.')) await filesOf(one, found);
  }
}

async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const found = [];
  for (const entry of entries) await filesOf(entry, found);
  return found;
}

function startSending(form) {
  const zone = form.querySelector('.drop');
  const inputs = [...form.querySelectorAll('input[type=file]')];
  const list = form.querySelector('.chosen');
  const words = form.querySelector('.drop-words');
  if (!form.classList.contains('restore')) words.textContent = 'Drop files or a folder here, or choose them.';
  const show = () => {
    const files = inputs.flatMap((input) => [...input.files]);
    const shown = files.slice(0, 12).map((file) => {
      const line = document.createElement('li');
      line.dir = 'auto';
      line.textContent = `${file.name}, ${size(file.size)}`;
      return line;
    });
    if (files.length > 12) {
      const more = document.createElement('li');
      more.textContent = `and ${files.length - 12} more`;
      shown.push(more);
    }
    list.replaceChildren(...shown);
  };
  for (const input of inputs) input.addEventListener('change', show);
  const target = form.closest('article') ?? form;
  let depth = 0;
  target.addEventListener('dragenter', (event) => {
    event.preventDefault();
    depth += 1;
    zone.classList.add('over');
  });
  target.addEventListener('dragover', (event) => event.preventDefault());
  target.addEventListener('dragleave', () => {
    depth -= 1;
    if (depth <= 0) zone.classList.remove('over');
  });
  target.addEventListener('drop', async (event) => {
    event.preventDefault();
    depth = 0;
    zone.classList.remove('over');
    const files = await dropped(event.dataTransfer);
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    if (!chosen.files.length) return;
    inputs[0].files = chosen.files;
    show();
    if (form.reportValidity()) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  for (const old of form.querySelectorAll('.going, .refused')) old.remove();
  const button = form.querySelector('button[type=submit]');
  const files = [...form.querySelectorAll('input[type=file]')].flatMap((input) => [...input.files]);
  const whole = files.reduce((sum, file) => sum + file.size, 0);
  button.disabled = true;
  const going = document.createElement('div');
  going.className = 'going';
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', 'Sending');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.textContent = 'Sending …';
  going.append(bar, said);
  form.append(going);
  const refuse = (words) => {
    going.remove();
    button.disabled = false;
    const notice = document.createElement('p');
    notice.className = 'refused warning';
    notice.setAttribute('role', 'alert');
    notice.tabIndex = -1;
    notice.textContent = words;
    form.prepend(notice);
    notice.focus();
  };
  // Said before they are sent for nothing.
  const most = Number(form.dataset.most ?? Infinity);
  if (whole > most) {
    refuse(`These documents are larger than ${Math.round(most / 1e6)} MB together. Bring them in in several goes, or split what is larger by itself.`);
    return;
  }
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.responseType = 'document';
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    said.textContent = event.loaded < event.total
      ? `${size(event.loaded)} of ${size(event.total)}` : 'Reading …';
    if (event.loaded >= event.total) bar.removeAttribute('value');
  });
  request.addEventListener('load', () => {
    if (request.status < 400) {
      location.assign(request.responseURL);
      return;
    }
    const alert = request.response?.querySelector('main [role=alert]');
    refuse(alert?.textContent.trim() || 'The documents could not be taken. Nothing was saved.');
  });
  request.addEventListener('error', () => refuse(
    'The program does not answer. What you chose is still here; send it again once it runs.'));
  request.send(new FormData(form));
}

/** What a document states of itself, each with a button that takes it over. */
function startOffers(form) {
  for (const offer of form.querySelectorAll('.offered')) {
    const field = document.getElementById(offer.dataset.for);
    const button = document.createElement('button');
    button.type = 'button';
    const words = offer.dataset.value;
    button.textContent = `Use “${words.length > 50 ? words.slice(0, 49) + '…' : words}”`;
    button.addEventListener('click', () => {
      field.value = offer.dataset.value;
      field.focus();
      mark();
    });
    const mark = () => { button.hidden = field.value === offer.dataset.value; };
    field.addEventListener('input', mark);
    offer.append(' ', button);
    mark();
  }
}

/** Which paragraphs become the text: shown while the numbers change, and set from the paragraphs. */
function startParts(form) {
  for (const list of form.querySelectorAll('.parts[data-first]')) {
    const [first, last, whole] = ['first', 'last', 'whole'].map((name) => form.elements[list.dataset[name]]);
    const lines = [...list.querySelectorAll('[data-number]')];
    const show = () => {
      for (const line of lines) {
        const number = Number(line.dataset.number);
        const isIn = number >= Number(first.value) && number <= Number(last.value)
          && (whole?.checked || line.dataset.cut === undefined);
        line.classList.toggle('in', isIn);
        line.classList.toggle('out', !isIn);
      }
    };
    for (const control of [first, last, whole]) control?.addEventListener('input', show);
    for (const line of lines) {
      const set = document.createElement('span');
      set.className = 'set';
      for (const [words, control] of [['Begin here', first], ['End here', last]]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = words;
        // The number boxes do the same for the keyboard, in two steps and not in a thousand.
        button.tabIndex = -1;
        button.addEventListener('click', () => {
          control.value = line.dataset.number;
          if (control === first && Number(last.value) < Number(first.value)) last.value = first.value;
          if (control === last && Number(first.value) > Number(last.value)) first.value = last.value;
          show();
        });
        set.append(button);
      }
      line.lastElementChild.append(set);
    }
    list.querySelector('.in')?.scrollIntoView({block: 'nearest'});
    const button = form.querySelector(`button[value="whole ${list.dataset.first.replace('first', '')}"]`);
    button?.addEventListener('click', (event) => {
      event.preventDefault();
      first.value = '1';
      last.value = last.max;
      whole.checked = true;
      show();
    });
  }
}

export function startIntake() {
  for (const form of document.querySelectorAll('form.intake')) {
    if (form.enctype === 'multipart/form-data') startSending(form);
    else {
      startOffers(form);
      startParts(form);
    }
  }
  document.querySelector('.intake [aria-invalid]')?.focus();
}
