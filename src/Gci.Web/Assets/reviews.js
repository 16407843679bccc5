// Saves a verdict when it is chosen; the keys 1 to 5, j and k work inside a question. Without this script the page is a plain form. Only pages
// of reviewers carry it: those of countries stay light.
(() => {
  'use strict';
  const $ = (css, from = document) => from.querySelector(css);
  const reviews = $('form[data-reviews]');
  if (reviews) {
    const all = [...reviews.querySelectorAll('.question')], fields = (box, name) => [...box.querySelectorAll(`[name="${box.dataset.code}.${name}"]`)];
    const put = (box, path, body, seen) => box.work = Promise.resolve(box.work).then(async () => {
      const headers = { 'Content-Type': 'application/json', 'X-Anti-Forgery': $('[name="__RequestVerificationToken"]', reviews).value, 'If-Match': `"${seen?.value}"` };
      const answer = await fetch(`${reviews.dataset.reviews}/review/${path}`, { method: 'PUT', headers, body: JSON.stringify(body) }).catch(() => null);
      const said = await answer?.json().catch(() => null);
      if (answer?.ok && seen) seen.value = said.revision;
      $('.state', box).textContent = answer?.ok ? reviews.dataset.saved : said?.detail ?? reviews.dataset.failed;
    });
    reviews.addEventListener('change', ({ target }) => {
      const box = target.closest('.question'), found = target.closest('.found');
      if (found) {
        const is = name => ({ yes: true, no: false })[$(`[name$=".${name}"]`, found).value] ?? null, has = name => $(`[name$=".${name}"]`, found).checked;
        put(box, `evidence/${found.dataset.evidence}`, { reachable: is('reachable'), relevant: is('relevant'), inForce: is('force'), insufficient: has('insufficient'), duplicate: has('duplicate'), note: $('[name$=".note"]', found).value.trim() || null });
        return;
      }
      const kind = fields(box, 'verdict').find(input => input.checked)?.value;
      const proven = fields(box, 'value').filter(input => input.type !== 'checkbox' || input.checked).map(input => input.value).filter(Boolean).join(';') || null;
      if (kind && (kind !== 'partly-verified' || proven)) {
        put(box, box.dataset.code, { kind, proven: kind === 'partly-verified' ? proven : null, note: fields(box, 'note')[0].value.trim() || null }, fields(box, 'seen')[0]);
      }
    });
    reviews.addEventListener('keydown', event => {
      const box = event.target.closest('.question'), at = all.indexOf(box);
      if (!box || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')) return;
      const radio = fields(box, 'verdict')[event.key - 1], more = radio && $({ 2: '.partly', 3: '.note' }[event.key] ?? 'none', box);
      if (!radio && !/^[jk]$/.test(event.key)) return;
      event.preventDefault();
      if (radio) {
        radio.checked = true;
        radio.dispatchEvent(new Event('change', { bubbles: true }));
      }
      if (more) {
        more.open = true;
        $('textarea, select, input', more).focus();
      } else all[at + (event.key === 'k' ? -1 : 1)]?.focus();
    });
  }
})();
