/* Which older pages mention what was just published takes a moment to find out: it is asked once the message stands. */
(() => {
  document.addEventListener('DOMContentLoaded', async () => {
    for (const place of document.querySelectorAll('[data-mention-count]')) {
      const answer = await fetch(place.dataset.mentionCount);
      if (answer.ok) place.innerHTML = await answer.text();
    }
  });
})();
