/* Sends the page form only once a running autosave is answered, and autosaves nothing once a button is pressed. Wagtail 8
   sends both at once: a new page is then made twice, a row just added to a list comes back doubled, and an autosave
   that arrives last puts back what the form has just changed. */
(() => {
  const isSaving = () => document.querySelector('[data-w-autosave-state-value="saving"]');

  /* The pressed button is disabled by now, and a disabled button sends nothing. */
  const sendWith = (form, submitter) => {
    if (submitter?.name) {
      const pressed = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: submitter.name,
        value: submitter.value,
      });
      form.append(pressed);
    }
    form.dataset.isAnswered = 'true';
    form.requestSubmit();
  };

  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event;
      if (!form.matches('[data-edit-form]') || form.dataset.isAnswered || !isSaving()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (form.dataset.isWaiting) return;
      form.dataset.isWaiting = 'true';
      const send = () => setTimeout(() => form.dataset.isAnswered || sendWith(form, submitter));
      form.addEventListener('w-autosave:success', send, { once: true });
      form.addEventListener('w-autosave:error', send, { once: true });
    },
    true,
  );

  /* Heard last, so that a form somebody else holds back does not count as sent. */
  window.addEventListener('submit', ({ target: form, defaultPrevented }) => {
    if (form.matches('[data-edit-form]') && !defaultPrevented) form.dataset.isSent = 'true';
  });

  document.addEventListener(
    'w-autosave:save',
    (event) => {
      const { isSent, isWaiting } = event.target.dataset ?? {};
      if (isSent || isWaiting) event.preventDefault();
    },
    true,
  );
})();
