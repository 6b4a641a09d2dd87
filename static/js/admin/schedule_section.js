/* The schedule section: a button fills in the next free slot, and what else goes live follows the date. */
(() => {
  const DAY = /^\d{4}-\d\d-\d\d/;

  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-fill-moment]');
    if (!button) return;
    const box = document.querySelector(button.dataset.fillMoment);
    box.value = button.dataset.momentText;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });

  const ask = async (note, day) => {
    const address = new URL(note.dataset.weekUrl, window.location.href);
    address.searchParams.set('day', day);
    const answer = await fetch(address);
    if (answer.ok && note.dataset.day === day) note.outerHTML = await answer.text();
  };

  const follow = (box) => {
    const note = box?.id && document.querySelector(`[data-week-of="#${box.id}"]`);
    const [day] = DAY.exec(box?.value ?? '') ?? [];
    if (!note || !day || note.dataset.day === day) return;
    note.dataset.day = day;
    ask(note, day);
  };

  for (const kind of ['input', 'change']) document.addEventListener(kind, ({ target }) => follow(target));
  /* A form that was refused opens with a date that the page does not have. */
  document.addEventListener('DOMContentLoaded', () => {
    const note = document.querySelector('[data-week-of]');
    if (note) follow(document.querySelector(note.dataset.weekOf));
  });
})();
