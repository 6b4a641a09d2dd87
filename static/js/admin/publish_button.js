/* Keeps the buttons that let a page go live saying what they do while the form is changed: publish at once, schedule,
   or correct the version that is scheduled; the last approval, when the page goes live by it, or that it is ready. The
   server says the same when the form opens. */
(() => {
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const SHAPE = /^(\d{4})-(\d\d)-(\d\d)[ T]+(\d\d?):(\d\d)(?::\d\d)?$/;

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

  const say = (button, words, value, busy) => {
    button.querySelector('[data-w-progress-target="label"]').textContent = words;
    button.value = value;
    button.dataset.wProgressActiveValue = busy;
  };

  const follow = (button, typed) => {
    const { atOnce, toSchedule, toUpdate, scheduled, zone, zoneName } = button.dataset;
    const [text, now] = [tidy(typed), nowIn(zone)];
    if (text <= now) say(button, atOnce, 'publish', 'Publishing…');
    else if (text === scheduled) say(button, `${toUpdate} (${inWords(text, now)})`, 'schedule', 'Scheduling…');
    else say(button, `${toSchedule} ${inWords(text, now)} (${zoneName})`, 'schedule', 'Scheduling…');
  };

  const followApproval = (button, typed) => {
    const { verb, zone, zoneName, isChanged } = button.dataset;
    const [text, now] = [tidy(typed), nowIn(zone)];
    const goesLive = text > now ? `goes live ${inWords(text, now)} (${zoneName})` : 'ready to publish';
    button.querySelector('[data-approve-words]').textContent = isChanged === undefined ? `${verb}: ${goesLive}` : verb;
  };

  const followAll = () => {
    const box = document.querySelector('#id_go_live_at');
    if (!box) return;
    document.querySelectorAll('[data-publish-button]').forEach((button) => follow(button, box.value.trim()));
    document.querySelectorAll('[data-approve-button]').forEach((button) => followApproval(button, box.value.trim()));
  };

  /* A text that is changed is approved once more by the others, so that this approval is not the last. A date is not. */
  const noteChange = () => {
    document.querySelectorAll('[data-approve-button][data-is-shared]').forEach((one) => (one.dataset.isChanged = ''));
  };

  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target, isTrusted }) => {
      const isDate = ['id_go_live_at', 'id_expire_at'].includes(target.id);
      /* Boxes that are set up by a script say that they changed, too. */
      if (isTrusted && !isDate && target.closest('[data-edit-form]')) noteChange();
      followAll();
    });
  }
  document.addEventListener('DOMContentLoaded', followAll);
  /* A form left open: what was to come when it was opened may be over. */
  setInterval(followAll, 20000);
})();
