/* The links beside the page form: read anew after each save; a button links at its very place once what was typed is
   saved. */
(() => {
  const PATIENCE = 8000;
  /* Whoever may not is told so, in place of being led elsewhere. */
  const FROM_SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };
  const JUST_LINKED = 'links-panel-linked';
  const form = () => document.querySelector('[data-edit-form]');
  const panel = () => document.querySelector('[data-links-panel]');
  const token = () => form().querySelector('[name="csrfmiddlewaretoken"]').value;

  /* A page that was just made has its key in the address the form is sent to. */
  const address = () => {
    const [, key] = /\/pages\/(\d+)\/edit\//.exec(form()?.action ?? '') ?? [];
    return key && panel().dataset.address.replace(/\d+\/$/, `${key}/`);
  };

  const show = async (answer) => {
    const content = panel().querySelector('[data-links-content]');
    const isOpen = content.querySelector('details')?.open;
    content.innerHTML = await answer.text();
    if (isOpen) content.querySelector('details')?.setAttribute('open', '');
    const count = content.querySelector('[data-suggestion-count]')?.dataset.suggestionCount ?? '0';
    const counter = document.querySelector('[data-side-panel-toggle="links"] [data-side-panel-toggle-counter]');
    if (counter) {
      counter.textContent = count;
      counter.hidden = count === '0';
    }
  };

  let asked = 0;
  const refresh = async () => {
    if (!panel() || !address()) return;
    asked += 1;
    const mine = asked;
    const answer = await fetch(address(), { headers: FROM_SCRIPT });
    if (answer.ok && mine === asked) await show(answer);
  };

  const send = (to, values) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    return fetch(to, { method: 'POST', body, headers: { ...FROM_SCRIPT, 'X-CSRFToken': token() } });
  };

  /* What is typed but not saved yet would be lost when the form opens anew. */
  const saved = () =>
    new Promise((resolve, reject) => {
      if (!document.querySelector('[data-w-autosave-state-value]')) return resolve();
      form().addEventListener('w-autosave:success', resolve, { once: true });
      form().addEventListener('w-autosave:error', reject, { once: true });
      setTimeout(reject, PATIENCE);
      return form().dispatchEvent(new CustomEvent('w-unsaved:add', { bubbles: true, detail: { type: 'edits' } }));
    });

  const say = (words, kind = '') => {
    const className = `links-panel__words ${kind}`.trim();
    const note = Object.assign(document.createElement('p'), { className, textContent: words });
    note.setAttribute('role', 'status');
    panel().querySelector('.links-panel__words')?.remove();
    panel().querySelector('[data-links-content]').prepend(note);
  };

  const link = async (button) => {
    const { place, start, end, target, state } = button.parentElement.dataset;
    button.disabled = true;
    try {
      await saved();
      const answer = await send(button.dataset.linksAdd, { place, start, end, target, state });
      if (answer.status === 204) {
        window.addEventListener('w-unsaved:confirm', (event) => event.preventDefault(), { once: true });
        sessionStorage.setItem(JUST_LINKED, JSON.stringify({ place, words: button.dataset.done }));
        window.history.scrollRestoration = 'manual';
        window.location.reload();
        return;
      }
      await show(answer);
    } catch {
      say('What you typed could not be saved just now, so nothing was linked. Save the draft and try again.');
    }
    button.disabled = false;
  };

  document.addEventListener('click', async ({ target }) => {
    const adding = target.closest?.('[data-links-add]');
    if (adding) await link(adding);
    const sending = target.closest?.('[data-links-send]');
    if (sending) await show(await send(sending.dataset.linksSend, { ...sending.parentElement.dataset }));
  });

  /* The form opens anew where the link was set. */
  const returnToLink = () => {
    const linked = JSON.parse(sessionStorage.getItem(JUST_LINKED) ?? 'null');
    sessionStorage.removeItem(JUST_LINKED);
    if (!linked) return;
    say(linked.words, 'links-panel__words--done');
    const box = linked.place.split('/').reduce(
      (within, step) => within?.querySelector(`[data-contentpath="${CSS.escape(step)}"]`) ?? within,
      form(),
    );
    requestAnimationFrame(() => box.scrollIntoView({ block: 'center' }));
  };

  document.addEventListener('DOMContentLoaded', async () => {
    if (!panel()) return;
    await refresh();
    returnToLink();
  });
  document.addEventListener('w-autosave:success', refresh);
})();
