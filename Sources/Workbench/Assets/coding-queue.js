// Changes on their way to the server: one after the other, each sent until it is answered. What waits is
// kept with the tab, so that neither a lost server nor a reload loses it.

// The part of every address that says which of several cases is meant; empty where there is one.
const base = document.body.dataset.base ?? '';

const KEEP = `dragoman-coding${base}`;

export class Queue {
  /**
   * @param form holds the session's token and the name of the one who codes.
   * @param tell called with words about what waits.
   */
  constructor(form, tell) {
    this.form = form;
    this.tell = tell;
    this.waiting = this.kept();
    this.answers = new Map();
    this.number = Date.now();
    this.isRunning = false;
    addEventListener('beforeunload', (event) => {
      if (this.waiting.length && !this.keep()) event.preventDefault();
    });
    if (this.waiting.length) this.run();
  }

  kept() {
    try {
      const all = JSON.parse(sessionStorage.getItem(KEEP) ?? '[]');
      return Array.isArray(all) ? all : [];
    } catch {
      return [];
    }
  }

  /** False where the tab cannot keep it. */
  keep() {
    try {
      if (this.waiting.length) sessionStorage.setItem(KEEP, JSON.stringify(this.waiting));
      else sessionStorage.removeItem(KEEP);
      return true;
    } catch {
      return false;
    }
  }

  /** Sends a change; gives what the server said of it, `{ok, status, answer}`. */
  push(path, fields) {
    const number = this.number++;
    this.waiting.push({number, path, fields: [...fields]});
    this.keep();
    const answer = new Promise((resolve) => this.answers.set(number, resolve));
    this.run();
    return answer;
  }

  get isEmpty() { return this.waiting.length === 0; }

  body(fields) {
    const body = new URLSearchParams(fields);
    body.set('form-token', this.form.elements['form-token'].value);
    if (!body.get('by')) body.set('by', this.form.elements.by.value);
    return body;
  }

  async run() {
    if (this.isRunning) return;
    this.isRunning = true;
    let pause = 500;
    while (this.waiting.length) {
      const item = this.waiting[0];
      const result = await this.send(item.path, item.fields);
      if (result.lost) {
        this.tell(this.lost(result));
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(5000, pause * 2);
        continue;
      }
      pause = 500;
      this.waiting.shift();
      this.keep();
      this.tell('');
      this.answers.get(item.number)?.(result);
      this.answers.delete(item.number);
    }
    this.isRunning = false;
  }

  lost(result) {
    const count = this.waiting.length;
    const changes = count === 1 ? '1 change waits' : `${count} changes wait`;
    return result.signedOut
      ? `You are signed out. ${changes} here: sign in in another tab with the address that the server printed.`
      : `The server does not answer. ${changes} here and will be sent when it does.`;
  }

  async send(path, fields) {
    try {
      const response = await fetch(base + path, {
        method: 'POST', body: this.body(fields), credentials: 'same-origin',
        headers: {'Dragoman-Live': '1'},
      });
      if (response.status === 401) return {lost: true, signedOut: true};
      const answer = await response.json().catch(() => undefined);
      if (response.status === 403 && await this.renewed()) return {lost: true};
      if (response.status >= 500 || !answer) return {lost: true};
      return {ok: response.ok, status: response.status, answer};
    } catch {
      return {lost: true};
    }
  }

  /** Whether the page has another token by now, as after the server was started again. */
  async renewed() {
    const answer = await fetch(location.href, {credentials: 'same-origin'});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = page.querySelector('.coding-bar [name="form-token"]')?.value;
    const field = this.form.elements['form-token'];
    if (!token || token === field.value) return false;
    field.value = token;
    return true;
  }
}
