/* Beside a box for a moment: what the browser's own clock will show then, when it shows something else. */
(() => {
  const SHAPE = /^(\d{4})-(\d\d)-(\d\d)[ T]+(\d\d?):(\d\d)/;

  const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

  /* How far a zone is ahead of UTC at a moment, in milliseconds. */
  const lead = (moment, timeZone) => {
    const shown = new Date(moment).toLocaleString('sv-SE', { timeZone });
    return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
  };

  const momentOf = (text, zone) => {
    const parts = SHAPE.exec(text.trim());
    if (!parts) return null;
    const [year, month, day, hour, minute] = parts.slice(1).map(Number);
    const asUtc = Date.UTC(year, month - 1, day, hour, minute);
    return asUtc - lead(asUtc - lead(asUtc, zone), zone);
  };

  /* Of a time that the clock tells badly, the reading that is chosen; nothing before that. */
  const momentIn = (box, zone) => {
    const readings = box.parentElement.querySelector('[data-moment-readings]');
    if (!readings) return momentOf(box.value, zone);
    const chosen = readings.querySelector(':checked');
    return chosen && Date.parse(chosen.dataset.at);
  };

  const tell = (box) => {
    const zone = box.parentElement?.querySelector('[data-moment-zone]');
    const words = zone?.querySelector('[data-browser-time]');
    if (!words) return;
    const moment = momentIn(box, zone.dataset.momentZone);
    const differs = moment !== null && lead(moment, ownZone()) !== lead(moment, zone.dataset.momentZone);
    words.hidden = !differs;
    if (!differs) return;
    const shown = new Date(moment).toLocaleString('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    words.textContent = `. By your browser’s clock: ${shown} (${ownZone().split('/').pop().replaceAll('_', ' ')})`;
  };

  const tellAll = () => document.querySelectorAll('[data-moment]').forEach(tell);

  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target }) => {
      if (target.closest?.('[data-moment-readings]')) tellAll();
      if (!target.matches?.('[data-moment]')) return;
      /* Another time needs another choice, or none. */
      target.parentElement.querySelector('[data-moment-readings]')?.remove();
      tell(target);
    });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tellAll);
  else tellAll();
})();
