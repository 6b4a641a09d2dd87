/* A form left open while its moment comes: the note on top then says so in place of what was planned. */
(() => {
  const tell = () => {
    for (const note of document.querySelectorAll('[data-plan-until]')) {
      const isOver = Date.now() >= Date.parse(note.dataset.planUntil);
      for (const words of note.children) words.hidden = isOver !== (words === note.lastElementChild);
    }
  };

  document.addEventListener('DOMContentLoaded', tell);
  setInterval(tell, 20000);
})();
