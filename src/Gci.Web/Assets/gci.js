// Saves each answer as it is typed. Without this script the page is a plain form with the same revisions.
(() => {
  'use strict';
  document.querySelector('.error-summary')?.focus();
  const form = document.querySelector('form[data-autosave^="/"]');
  if (!form) return;
  const say = form.dataset;
  const token = form.querySelector('[name="__RequestVerificationToken"]').value;
  const pending = new Set();

  const fields = (box, name) => [...box.querySelectorAll(`[name="${box.dataset.code}.${name}"]`)];
  const valueOf = box => {
    const rows = box.querySelector('[data-rows]');
    if (rows) {
      const table = [...rows.tBodies[0].rows].map(row => Object.fromEntries([...row.querySelectorAll('input')]
        .filter(cell => cell.value.trim()).map(cell => [cell.dataset.column, cell.value.trim()]))).filter(row => Object.keys(row).length);
      return table.length ? JSON.stringify(table) : null;
    }
    const inputs = fields(box, 'value');
    const picked = /radio|checkbox/.test(inputs[0].type) ? inputs.filter(input => input.checked) : inputs;
    return picked.map(input => input.value).filter(Boolean).join(';') || null;
  };
  const draftOf = box => ({
    value: valueOf(box), notApplicable: fields(box, 'na')[0].checked, reason: fields(box, 'reason')[0].value || null, comment: fields(box, 'comment')[0].value || null,
  });
  const show = (box, state, text) => {
    box.dataset.state = state;
    box.querySelector('.state').textContent = text;
  };
  const saved = (box, revision) => {
    box.dataset.revision = revision;
    fields(box, 'revision')[0].value = revision;
    box.querySelector('.error')?.remove();
    show(box, 'saved', say.saved.replace('{time}', new Date().toLocaleTimeString(say.language, { hour: '2-digit', minute: '2-digit' })));
  };

  class Question {
    constructor(box) {
      this.box = box;
      this.sent = JSON.stringify(draftOf(box));
      this.tries = 0;
    }
    changed(soon) {
      clearTimeout(this.timer);
      if (JSON.stringify(draftOf(this.box)) === this.sent && !this.key) return;
      pending.add(this);
      this.timer = setTimeout(() => this.save(), soon);
    }
    async save() {
      if (this.busy || this.conflict) return;
      clearTimeout(this.timer);
      const draft = draftOf(this.box), text = JSON.stringify(draft);
      if (draft.notApplicable && !draft.reason) return; // the reason is still to be typed
      if (text !== this.text) [this.key, this.text] = [crypto.randomUUID(), text];
      this.busy = true;
      show(this.box, 'saving', say.saving);
      let answer;
      try {
        answer = await fetch(say.autosave + this.box.dataset.code, {
          method: 'PUT', credentials: 'same-origin', keepalive: text.length < 60000, signal: AbortSignal.timeout(30000), body: text,
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': this.key, 'If-Match': `"${this.box.dataset.revision}"`, 'X-Anti-Forgery': token },
        });
      } catch { answer = null; }
      this.busy = false;
      await this.answered(answer, text);
    }
    async answered(answer, text) {
      const body = answer && answer.status !== 401 ? await answer.json().catch(() => null) : null;
      if (answer?.ok && body) {
        this.sent = text;
        this.tries = 0;
        this.key = this.text = null;
        pending.delete(this);
        saved(this.box, body.revision);
        this.changed(0);
      } else if (answer?.status === 409) {
        this.ask(body.theirs);
      } else if (answer?.status === 401) {
        this.signedOut();
      } else if (answer && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
        show(this.box, 'invalid', `${say.invalid}. ${body?.detail ?? ''}`);
        this.text = null;
      } else {
        show(this.box, 'failed', say.retrying);
        this.timer = setTimeout(() => this.save(), Math.min(30000, 1000 * 2 ** this.tries++) * (0.5 + Math.random()));
      }
    }
    signedOut() {
      show(this.box, 'failed', `${say.signedOut} `);
      const link = Object.assign(document.createElement('a'), { href: '/account/sign-in', target: '_blank', rel: 'opener', textContent: say.signIn });
      this.box.querySelector('.state').append(link);
    }
    ask(theirs) {
      this.conflict = true;
      show(this.box, 'invalid', say.invalid);
      this.box.querySelector('.conflict')?.remove();
      const box = document.createElement('div');
      box.className = 'conflict';
      box.setAttribute('role', 'alert');
      const line = text => box.append(Object.assign(document.createElement('p'), { textContent: text }));
      const button = (text, act) => {
        const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
        made.addEventListener('click', act);
        box.append(made);
      };
      line(say.conflict);
      line(`${theirs.by ?? ''}: ${this.words(theirs)}`);
      button(say.mine, () => {
        this.settle(box, theirs);
        this.save();
      });
      button(say.theirs, () => {
        this.settle(box, theirs);
        pending.delete(this);
        location.hash = this.box.dataset.code;
        location.reload();
      });
      this.box.querySelector('.state').before(box);
      box.querySelector('button').focus();
    }
    settle(box, theirs) {
      box.remove();
      this.conflict = false;
      this.key = this.text = null;
      this.box.dataset.revision = theirs.revision;
      fields(this.box, 'revision')[0].value = theirs.revision;
    }
    words(theirs) {
      if (theirs.notApplicable) return theirs.reason;
      if (!theirs.value) return say.nobody;
      const options = fields(this.box, 'value').filter(input => theirs.value.split(';').includes(input.value) && /radio|checkbox/.test(input.type));
      return options.length ? options.map(input => input.parentElement.textContent.trim()).join('; ') : theirs.value;
    }
  }

  for (const box of form.querySelectorAll('.question')) {
    const question = new Question(box);
    box.addEventListener('input', event => question.changed(/radio|checkbox/.test(event.target.type) ? 0 : 1500));
    box.addEventListener('change', () => question.changed(0));
  }
  const flush = () => pending.forEach(question => question.save());
  document.addEventListener('visibilitychange', flush);
  addEventListener('online', flush);
  addEventListener('focus', flush);
  addEventListener('beforeunload', event => { if (pending.size) event.preventDefault(); });
  form.addEventListener('submit', () => pending.clear());
})();
