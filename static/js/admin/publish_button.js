/* Keeps the buttons that let a page go live saying what they do while the form is changed: publish at once, schedule,
   or correct the version that is scheduled; the last approval, when the page goes live by it, or that it is ready. The
   line below a date says with them that nothing waits for it yet. The server says the same when the form opens. */
(() => {
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const SHAPE = /^(\d{4})-(\d\d)-(\d\d)[ T]+(\d\d?):(\d\d)(?::\d\d)?$/;
  const LABEL = '[data-w-progress-target="label"]';

  /* What the site's clock shows now, written as the box is, so that the two compare as text. */
  const nowIn = (timeZone) => new Date().toLocaleString('sv-SE', { timeZone }).slice(0, 16);

  /* What is typed, as the box shows what it holds: with two digits for the hour. Nothing that is no date with a time. */
  const tidy = (text) => {
    const [, year, month, day, hour, minute] = SHAPE.exec(text) ?? [];
    return year ? `${year}-${month}-${day} ${hour.padStart(2, '0')}:${minute}` : '';
  };

  const inWords = (text, now) => {
    const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+) (.+)$/.exec(text);
    const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
    const date = `${weekday} ${Number(day)} ${MONTHS[month - 1]}`;
    return now.startsWith(year) ? `${date} ${time}` : `${date} ${year} ${time}`;
  };

  /* What stands in a box. Where the clock tells a time badly, the choice below the box says which of the two is meant,
     and how it is called. */
  const readIn = (box, now) => {
    const typed = box.value.trim();
    const text = tidy(typed);
    const chosen = box.parentElement.querySelector(`[data-moment-readings="${CSS.escape(typed)}"] :checked`);
    const words = chosen?.dataset.words ?? (text && inWords(text, now));
    return { text, reading: chosen?.value ?? '', words, isEmpty: !typed };
  };

  const say = (button, words, value, busy) => {
    button.querySelector(LABEL).textContent = words;
    button.value = value;
    button.dataset.wProgressActiveValue = busy;
  };

  const follow = (button, box) => {
    const { atOnce, toSchedule, toUpdate, scheduled, scheduledReading, zone, zoneName } = button.dataset;
    const now = nowIn(zone);
    const { text, reading, words } = readIn(box, now);
    const isKept = text === scheduled && reading === scheduledReading;
    if (text <= now) say(button, atOnce, 'publish', 'Publishing…');
    else if (isKept) say(button, `${toUpdate} (${words}, ${zoneName})`, 'schedule', 'Scheduling…');
    else say(button, `${toSchedule} ${words} (${zoneName})`, 'schedule', 'Scheduling…');
  };

  const followApproval = (button, box) => {
    const { verb, zone, zoneName, isChanged } = button.dataset;
    const now = nowIn(zone);
    const { text, words } = readIn(box, now);
    const goesLive = text > now ? `goes live ${words} (${zoneName})` : 'ready to publish';
    button.querySelector('[data-approve-words]').textContent = isChanged === undefined ? `${verb}: ${goesLive}` : verb;
  };

  /* Below a date: nothing when it counts, or cannot be read, which is said once the form is sent. */
  const followLoose = (line, box) => {
    const { kept, keptReading, loose, emptied, passed, zone } = line.dataset;
    const now = nowIn(zone);
    const { text, reading, isEmpty } = readIn(box, now);
    let words = '';
    if (isEmpty) words = kept && emptied;
    else if (text && (text !== kept || reading !== keptReading)) words = text > now ? loose : passed;
    words = words.replace('{button}', document.querySelector(`[data-publish-button] ${LABEL}`)?.textContent ?? '');
    if (line.textContent !== words) line.textContent = words;
    line.hidden = !words;
  };

  const followAll = () => {
    const box = document.querySelector('#id_go_live_at');
    if (!box) return;
    document.querySelectorAll('[data-publish-button]').forEach((button) => follow(button, box));
    document.querySelectorAll('[data-approve-button]').forEach((button) => followApproval(button, box));
    for (const line of document.querySelectorAll('[data-loose-date]')) {
      followLoose(line, document.querySelector(line.dataset.looseDate));
    }
  };

  /* A text that is changed is approved once more by the others, so that this approval is not the last. A date is not. */
  const noteChange = () => {
    document.querySelectorAll('[data-approve-button][data-is-shared]').forEach((one) => (one.dataset.isChanged = ''));
  };

  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target, isTrusted }) => {
      const isDate = target.closest?.('[data-moment-readings]') || ['id_go_live_at', 'id_expire_at'].includes(target.id);
      /* Boxes that are set up by a script say that they changed, too. */
      if (isTrusted && !isDate && target.closest('[data-edit-form]')) noteChange();
      followAll();
    });
  }
  document.addEventListener('DOMContentLoaded', followAll);
  /* A form left open: what was to come when it was opened may be over. */
  setInterval(followAll, 20000);
})();
