/* Moves cards of the calendar, by mouse or by keyboard; either sends the small form that the server answers.

   By keyboard: on “Plan” of a card, the arrow keys carry it from day to day, in a week up and down to the free slots of
   its day; Enter drops it, Escape puts it back. */
(() => {
  const calendar = document.querySelector('.calendar');
  const form = document.getElementById('calendar-drop');
  const voice = document.getElementById('calendar-says');
  const TARGET = 'calendar__target';
  const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  let held = null;
  let carried = null;

  const places = () => [...document.querySelectorAll('[data-day]')];
  const cardOf = (node) => node.closest?.('[data-before]');
  const placeOf = (node) => node.closest?.('[data-day]');

  function aimAt(place) {
    places().forEach((one) => one.classList.toggle(TARGET, one === place));
  }

  function drop(card, place) {
    if (place === placeOf(card)) return;
    const { page = '', bundle = '', before } = card.dataset;
    const { day, slot = '' } = place.dataset;
    Object.entries({ page, bundle, before, day, slot }).forEach(([name, value]) => { form.elements[name].value = value; });
    form.submit();
  }

  document.addEventListener('dragstart', (event) => {
    held = cardOf(event.target);
    if (!held) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', held.dataset.title);
    held.classList.add('calendar-card--held');
    calendar.classList.add('calendar--moving');
  });
  document.addEventListener('dragover', (event) => {
    const place = held && placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    aimAt(place);
  });
  document.addEventListener('drop', (event) => {
    const place = held && placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    drop(held, place);
  });
  document.addEventListener('dragend', () => {
    held?.classList.remove('calendar-card--held');
    held = null;
    calendar.classList.remove('calendar--moving');
    aimAt(null);
  });

  /* Where a key leads to from a place; nowhere at the edges. */
  function beyond(place, key) {
    const days = places().filter((one) => one.dataset.name && !one.dataset.slot);
    const day = place.dataset.slot ? placeOf(place.parentElement) : place;
    /* From the tray the first step leads to the first day that a page can be planned for. */
    if (!days.includes(day)) return days.find((one) => one.querySelector('.calendar-day__add'));
    if (STEPS[key] % 7 === 0 && document.querySelector('[data-slot]')) {
      const stops = [day, ...day.querySelectorAll('[data-slot]')];
      return stops[stops.indexOf(place) + Math.sign(STEPS[key])];
    }
    return days[days.indexOf(day) + STEPS[key]];
  }

  function carry(link, key) {
    const card = cardOf(link);
    carried ??= { card, place: placeOf(card) };
    const place = beyond(carried.place, key);
    if (!place) return;
    carried.place = place;
    calendar.classList.add('calendar--moving');
    aimAt(place);
    place.scrollIntoView({ block: 'nearest' });
    voice.textContent = `${card.dataset.title}: ${place.dataset.name}. Enter drops it there, Escape leaves it where it was.`;
  }

  function putBack() {
    voice.textContent = `${carried.card.dataset.title} stays where it was.`;
    carried = null;
    calendar.classList.remove('calendar--moving');
    aimAt(null);
  }

  document.addEventListener('keydown', (event) => {
    const link = event.target.closest?.('.calendar-card__plan');
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in STEPS) {
      event.preventDefault();
      carry(link, event.key);
    } else if (carried && event.key === 'Enter') {
      event.preventDefault();
      drop(carried.card, carried.place);
    } else if (carried && event.key === 'Escape') {
      putBack();
    }
  });
  document.addEventListener('focusout', ({ target }) => {
    if (carried && cardOf(target) === carried.card) putBack();
  });
})();
