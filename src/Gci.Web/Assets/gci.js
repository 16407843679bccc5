// Saves each answer as it is typed, and does without a reload what the page's buttons do. Without this script the page is a plain form.
// It is one file, though a long one: over a slow line each further file costs a page another turn, and all its parts work on one question's state.
(() => {
  'use strict';
  const $ = (css, from = document) => from.querySelector(css);
  const make = (tag, more, ...inside) => {
    const made = Object.assign(document.createElement(tag), more);
    made.append(...inside);
    return made;
  };
  $('.error-summary')?.focus();
  const form = $('form[data-api]');
  if (!form) return;
  const sentences = /* sentences */ {};
  const say = { ...sentences, ...form.dataset }, suggests = say.mode === 'suggest', questions = new Map(), pending = new Set();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const announce = text => { $('#said').textContent = text; };

  // The session: its token, its end, and who it belongs to.
  let token = $('[name="__RequestVerificationToken"]', form).value;
  const [left, whole] = say.session.split(',').map(seconds => seconds * 1000);
  let ends = Date.now() + left, warning;
  const met = () => {
    if (ends - Date.now() < whole / 2) ends = Date.now() + whole; // the server does the same
    warning = warning?.remove();
  };
  const renew = async () => {
    const answer = await fetch('/api/v1/session', { signal: AbortSignal.timeout(30000) }).catch(() => null);
    const body = answer?.ok && await answer.json().catch(() => null);
    if (!body) return answer?.status ?? 0;
    if (body.account !== say.account) return 403;
    token = body.token;
    met();
    return 200;
  };
  setInterval(() => {
    if (!whole || warning || ends - Date.now() > 300000 || !token) return;
    warning = make('div', { className: 'ends' }, make('p', { textContent: say.ends, role: 'alert' }), make('button', { type: 'button', textContent: say.stay, onclick: renew }));
    form.append(warning);
  }, 15000);

  // One request. The status is 0 where it is not known what became of it.
  const call = async (method, path, body, headers, again = true) => {
    if (!token) {
      const status = await renew();
      if (status !== 200) return { status };
    }
    const options = { method, body, signal: AbortSignal.timeout(30000), keepalive: body?.length < 60000, headers: { 'X-Anti-Forgery': token, ...headers } };
    if (body) options.headers['Content-Type'] = 'application/json';
    const answer = await fetch(say.api + path, options).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (text == null) return { status: 0 };
    let json;
    try { json = text ? JSON.parse(text) : {}; } catch { json = null; }
    if (answer.ok && !json) return { status: 0 };
    if (answer.status === 401) token = '';
    else met();
    if (json?.code === 'anti-forgery' && again) {
      token = '';
      return call(method, path, body, headers, false);
    }
    return { status: answer.status, ok: answer.ok, body: json };
  };
  const why = ({ status, body }) => status === 0 ? say.offline : status === 401 ? say.signedOut : status === 403 && !body ? say.other : body?.detail ?? say.offline;

  // The names of countries, once somebody wants to write one.
  let named;
  const countries = () => named ??= fetch(say.countries).then(answer => answer.json()).then(({ items }) => {
    document.body.append(make('datalist', { id: 'countries' }, ...items.map(({ name }) => make('option', { value: name }))));
  }).catch(() => { named = null; });

  class Question {
    constructor(box) {
      questions.set(box.dataset.code, this);
      this.box = box;
      this.code = box.dataset.code;
      this.tries = 0;
      if (!this.fields('revision').length) return;
      this.sent = this.text();
      box.addEventListener('input', event => this.typed(event.target));
      box.addEventListener('change', event => this.owns(event.target) && this.changed(0));
      box.addEventListener('focusin', event => event.target.list === null && event.target.getAttribute('list') && countries());
      this.table = $('[data-rows]', box);
      if (this.table) this.table.parentElement.after(make('button', { type: 'button', className: 'secondary row', textContent: say.addRow, onclick: () => this.addRow() }));
    }
    fields(name) { return [...this.box.querySelectorAll(`[name="${this.code}.${name}"]`)]; }
    owns(field) { return !/\.(evidence|remark)\.\w+$/.test(field.name); }
    part(name) { return $(`.${name}`, this.box); }
    text() {
      return JSON.stringify({
        value: this.value(), notApplicable: this.fields('na')[0].checked, reason: this.fields('reason')[0].value.trim() || null, comment: this.fields('comment')[0].value.trim() || null,
      });
    }
    value() {
      const table = $('[data-rows]', this.box);
      if (table) {
        const rows = [...table.tBodies[0].rows].map(row => Object.fromEntries([...row.querySelectorAll('input')].map(cell => [cell.dataset.column, cell.value.trim()]).filter(pair => pair[1])));
        const full = rows.filter(row => Object.keys(row).length);
        return full.length ? JSON.stringify(full) : null;
      }
      const inputs = this.fields('value');
      const picked = /radio|checkbox/.test(inputs[0].type) ? inputs.filter(input => input.checked) : inputs;
      return picked.map(input => input.value.trim()).filter(Boolean).join(';') || null;
    }
    addRow() {
      const rows = this.table.tBodies[0].rows, last = rows[rows.length - 1];
      if (rows.length < this.table.dataset.rows) {
        const row = last.cloneNode(true);
        for (const input of row.querySelectorAll('input')) {
          input.value = '';
          input.name = input.name.replace(/\.\d+\.(?=[^.]*$)/, `.${rows.length}.`);
          input.ariaLabel = input.ariaLabel.replace(/\d+(?!.*\d)/, rows.length + 1);
        }
        last.after(row);
        $('input', row).focus();
      }
    }
    typed(field) {
      const max = field.dataset.max, hint = max && $(`#${CSS.escape(this.code)}-hint`);
      if (hint) {
        const rest = max - field.value.length;
        hint.textContent = fill(rest < 0 ? say.over : say.left, { number: Math.abs(rest).toLocaleString(say.language) });
      }
      if (field.type === 'checkbox' && field.checked && field.name.endsWith('.value')) {
        const alone = 'alone' in field.dataset;
        for (const other of this.fields('value')) if (other !== field && (alone || 'alone' in other.dataset)) other.checked = false;
      }
      if (this.owns(field)) this.changed(/radio|checkbox/.test(field.type) ? 0 : 1500);
    }
    changed(soon) {
      clearTimeout(this.timer);
      if (this.conflict) return;
      if (!this.out && this.text() === this.sent) {
        if (pending.delete(this)) this.show('', '');
        return;
      }
      pending.add(this);
      this.timer = setTimeout(() => this.save(), soon);
    }
    show(state, text, ...more) {
      this.box.dataset.state = state;
      this.part('state').replaceChildren(text, ...more);
    }
    match() { return { 'If-Match': `"${this.box.dataset.revision}"` }; }

    // What was sent and not acknowledged is sent again as it was, under its key, before anything newer.
    async save() {
      clearTimeout(this.timer);
      if (this.busy || this.conflict || !pending.has(this)) return this.busy;
      const now = JSON.parse(this.text());
      if (!this.out && now.notApplicable && !now.reason) return this.show('invalid', say.reasonFirst);
      this.out ??= { key: crypto.randomUUID(), text: this.text() };
      if (this.box.dataset.state !== 'failed') this.show('saving', say.saving);
      this.busy = call('PUT', `/answers/${this.code}${suggests ? '/suggestion' : ''}`, this.out.text, { 'Idempotency-Key': this.out.key, ...this.match() })
        .then(answer => this.answered(answer)).finally(() => { this.busy = null; });
      await this.busy;
      if (pending.has(this) && !this.out && !this.conflict && this.text() !== this.refused) this.changed(500);
    }
    answered(answer) {
      const { status, ok, body } = answer;
      if (ok) {
        this.sent = this.out.text;
        this.out = this.refused = null;
        this.tries = 0;
        pending.delete(this);
        if (this.box.dataset.state === 'failed') announce(`${this.code}: ${say.done}`);
        this.saved(body);
        if (this.text() !== this.sent) pending.add(this);
      } else if (status === 409 && body?.theirs) {
        this.out = null;
        this.ask(body.theirs);
      } else if (status === 401) {
        this.failed(say.signedOut, ' ', make('a', { href: `/account/sign-in?returnTo=/responses`, target: '_blank', rel: 'opener', textContent: say.signIn }));
      } else if (status && status < 500 && status !== 408 && status !== 429) {
        [this.refused, this.out] = [this.out?.text, null];
        this.show('invalid', `${say.invalid}. ${why(answer)}`);
        announce(`${this.code}: ${say.invalid}`);
      } else {
        this.failed(say.retrying);
      }
    }
    failed(...text) {
      if (this.box.dataset.state !== 'failed') announce(`${this.code}: ${text[0]}`);
      this.show('failed', ...text);
      this.timer = setTimeout(() => this.save(), Math.min(30000, 1000 * 2 ** this.tries++) * (0.5 + Math.random()));
    }
    saved(body) {
      if (body.revision !== undefined) this.revise(body.revision);
      this.part('error')?.remove();
      this.part('prefilled')?.remove();
      this.show('saved', fill(suggests ? say.suggested : say.saved, { time: new Date().toLocaleTimeString(say.language, { hour: '2-digit', minute: '2-digit' }) }));
      if (body.asked) asked(new Set(body.asked));
      const tag = $('.evidence .tag', this.box), needed = body.evidenceNeeded;
      if (tag && needed !== undefined) {
        tag.textContent = `${needed ? fill(say.needed, { number: needed }) : say.notNeeded} · ${fill(say.attached, { number: tag.dataset.items })}`;
        tag.className = `tag ${needed > tag.dataset.items ? 'begun' : needed ? 'done' : ''}`;
      }
    }
    revise(revision) {
      this.box.dataset.revision = revision;
      this.fields('revision')[0].value = revision;
    }
    ask(theirs) {
      this.conflict = true;
      this.show('invalid', say.invalid);
      this.part('conflict')?.remove();
      const line = text => make('p', { textContent: text, className: 'lines' });
      const button = (text, act) => make('button', { type: 'button', textContent: text, onclick: act });
      const box = make('div', { className: 'conflict', role: 'alert' }, line(say.conflict), line(fill(say.theirsIs, { name: theirs.by ?? '', value: this.words(theirs) })), line(theirs.comment ?? ''),
        button(say.mine, () => {
          box.remove();
          this.conflict = false;
          this.revise(theirs.revision);
          this.changed(0);
          this.box.focus();
        }),
        button(say.theirs, async () => {
          if (!await this.refresh()) announce(say.offline);
        }));
      this.part('state').before(box);
    }
    words(theirs) {
      if (theirs.notApplicable) return fill(say.na, theirs);
      if (!theirs.value) return say.nobody;
      if (theirs.value[0] === '[') return JSON.parse(theirs.value).map(row => Object.values(row).join('; ')).join('\n');
      const picked = theirs.value.split(';'), options = this.fields('value').filter(input => /radio|checkbox/.test(input.type) && picked.includes(input.value));
      return options.length ? options.map(input => input.parentElement.textContent.trim()).join('; ') : theirs.value;
    }
    isTyped() { return pending.has(this) || [...this.box.querySelectorAll('input:not([type=hidden]), textarea')].some(field => field.name && !this.owns(field) && field.value); }

    // Shows the question, or a part of it, as it stands on the server.
    async refresh(name) {
      const answer = await fetch(`${location.pathname}?part=${this.code}`, { signal: AbortSignal.timeout(30000) }).catch(() => null);
      if (!answer?.ok || answer.redirected) return false;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.question');
      const [mine, theirs] = name ? [this.part(name), $(`.${name}`, fresh)] : [this.box, fresh];
      const focused = mine.contains(document.activeElement) && document.activeElement;
      const open = [...mine.querySelectorAll('details')].map(part => part.open);
      if (!name) [...theirs.querySelectorAll('details')].forEach((part, number) => { part.open ||= open.length === theirs.querySelectorAll('details').length && open[number]; });
      if (mine.tagName === 'DETAILS') theirs.open = true;
      clearTimeout(this.timer);
      mine.replaceWith(theirs);
      if (!name) {
        pending.delete(this);
        new Question(theirs);
      }
      if (focused) (document.getElementById(focused.id) ?? theirs).focus();
      return true;
    }

    // What a button of the question asks for. What is typed is saved first.
    async act(verb, subject, button) {
      if (button.ariaDisabled) return;
      if (pending.has(this)) await this.save();
      if (pending.has(this) && /accept|confirm/.test(verb)) return;
      button.ariaDisabled = true;
      const answer = await this.acts[verb].call(this, subject);
      button.ariaDisabled = null;
      const part = { attach: 'evidence', remove: 'evidence', say: 'remarks', decline: say.mode === 'edit' ? 'suggestions' : undefined }[verb];
      if (answer.ok) {
        if (verb === 'attach') this.empty('evidence');
        announce(say.done);
        button.blur();
        await this.refresh(part);
        const place = part ? this.part(part) : questions.get(this.code).box;
        (place.tagName === 'DETAILS' ? place.firstElementChild : place).focus();
        if (verb === 'accept' && answer.body.asked) asked(new Set(answer.body.asked));
      } else if (answer.status !== -1) {
        if (answer.status === 409 && /accept|decline/.test(verb)) await this.refresh();
        this.complain(button, why(answer));
      }
    }
    complain(button, text) {
      const place = button.isConnected ? button : questions.get(this.code).part('state');
      place.parentElement.querySelectorAll('.error.now').forEach(old => old.remove());
      place.before(make('p', { className: 'error now', role: 'alert', textContent: text }));
    }
    empty(part) { this.box.querySelectorAll(`[name^="${this.code}.${part}."]`).forEach(field => { field.value = ''; }); }
    acts = {
      remove: id => call('DELETE', `/evidence/${id}`),
      decline: id => call('POST', `/suggestions/${id}/decline`),
      accept(id) { return call('POST', `/suggestions/${id}/accept`, undefined, this.match()); },
      confirm() { return call('PUT', `/answers/${this.code}`, this.text(), { 'Idempotency-Key': crypto.randomUUID(), ...this.match() }); },
      say() { return call('POST', `/answers/${this.code}/messages`, JSON.stringify({ text: this.fields('remark.text')[0].value, toSecretariat: this.fields('remark.to')[0].value === 'secretariat' })); },
      attach() {
        const body = Object.fromEntries(['kind', 'title', 'place', 'url'].map(name => [name, this.fields(`evidence.${name}`)[0]?.value ?? '']));
        const file = this.fields('evidence.file')[0]?.files[0];
        if (!file) return call('POST', `/answers/${this.code}/evidence`, JSON.stringify(body));
        return file.size > say.largest ? { body: { detail: fill(say.tooLarge, { maximum: say.largest / 1e6 }) } } : this.upload(body, file);
      },
    };
    async upload(body, file) {
      const status = token ? 200 : await renew();
      return status !== 200 ? { status } : new Promise(done => {
        const data = new FormData(), request = new XMLHttpRequest();
        for (const name in body) data.append(name, body[name]);
        data.append('file', file);
        const bar = make('progress', { max: 1, value: 0, ariaLabel: say.uploading });
        const shown = make('p', { className: 'upload' }, bar, make('button', { type: 'button', className: 'link', textContent: say.cancel, onclick: () => request.abort() }));
        $('.add', this.box).append(shown);
        announce(say.uploading);
        request.upload.onprogress = event => { bar.value = event.loaded / event.total; };
        request.onloadend = () => {
          shown.remove();
          let json;
          try { json = JSON.parse(request.responseText); } catch { json = null; }
          if (request.status === 401) token = '';
          else if (request.status) met();
          done({ status: request.aborted ? -1 : request.status, ok: request.status === 201, body: json });
        };
        request.onabort = () => { request.aborted = true; };
        request.open('POST', `${say.api}/answers/${this.code}/evidence`);
        request.setRequestHeader('X-Anti-Forgery', token);
        request.send(data);
      });
    }
  }

  // Another answer decides what is asked: the questions that this changed are shown anew.
  const asked = async now => {
    const changed = [...questions.values()].filter(question => question.box.classList.contains('inactive') === now.has(question.code));
    if (!changed.length) return;
    const lists = [true, false].map(is => changed.filter(question => now.has(question.code) === is).map(question => question.code).join(', '));
    for (const question of changed) if (!question.isTyped()) await question.refresh();
    announce([lists[0] && fill(say.asked, { codes: lists[0] }), lists[1] && fill(say.unasked, { codes: lists[1] })].filter(Boolean).join('. '));
  };

  for (const box of form.querySelectorAll('.question')) new Question(box);
  const flush = () => pending.forEach(question => question.save());
  document.addEventListener('visibilitychange', flush);
  addEventListener('pagehide', flush);
  addEventListener('online', flush);
  addEventListener('focus', flush);
  addEventListener('beforeunload', event => { if (pending.size) event.preventDefault(); });

  // The page is left only when everything on it is saved.
  form.addEventListener('submit', async event => {
    const [verb, subject] = (event.submitter?.value ?? '').split(':');
    const question = questions.get(event.submitter?.closest('.question')?.dataset.code);
    if (subject && question) {
      event.preventDefault();
      question.act(verb, subject, event.submitter);
    } else if (pending.size || verb === 'stay') {
      event.preventDefault();
      await Promise.all([...pending].map(question => question.save()));
      const [first] = pending;
      if (first) {
        announce(say.unsaved);
        first.box.focus();
      } else if (verb !== 'stay') {
        form.requestSubmit(event.submitter);
      }
    }
  });
})();
