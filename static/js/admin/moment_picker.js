/* Closes the picker of a box for a moment when the box is left; by itself it would do so only together with rewriting
   what was typed there. */
(() => {
  /* The picker opens a tenth of a second after its box was entered, even when that was left at once. */
  const OPEN_BY_NOW = 150;

  document.addEventListener('focusout', ({ target }) => {
    if (!target.matches?.('[data-moment]')) return;
    setTimeout(() => {
      if (document.activeElement !== target) window.jQuery(target).datetimepicker('hide');
    }, OPEN_BY_NOW);
  });
})();
