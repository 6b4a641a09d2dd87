"""What somebody chooses in their account about the schedule outside the admin."""

from django import forms
from django.forms import Form
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from editorial.scheduling.away.models import CalendarKey, MailKind, Pace
from editorial.scheduling.away.paces import PACES, choose, paces_of
from users.models import User


class CalendarSettingsPanel(BaseSettingsPanel):
    """Says whether somebody's calendar can be read elsewhere, and leads to where that is changed."""

    name = "calendar"
    title = "Your calendar elsewhere"
    order = 160
    template_name = "editorial/scheduling/away/account_calendar.html"

    def get_form(self):
        # Nothing to fill in: an unbound form is what the account view passes over when it saves.
        return Form(prefix=self.name)

    def get_context_data(self):
        return {"key": CalendarKey.objects.filter(user=self.user).first()}


class MailForm(forms.Form):
    """How soon somebody wants each kind of mail."""

    def __init__(self, user: User, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        known = paces_of(user)
        for kind in MailKind:
            choices = [(pace.value, pace.label) for pace in PACES[kind]]
            # Something is always chosen, so that nothing is marked as missing.
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label, choices=choices, initial=known[kind], required=False
            )

    def save(self) -> None:
        """Keep what was changed."""
        for name in filter(self.cleaned_data.get, self.changed_data):
            choose(self.user, MailKind(name), Pace(self.cleaned_data[name]))


class MailSettingsPanel(BaseSettingsPanel):
    """The choices, beside Wagtail's own about notifications."""

    name = "schedule_mail"
    title = "Mail about the schedule"
    tab = notifications_tab
    order = 200
    template_name = "editorial/scheduling/away/account_mail.html"

    def get_form(self):
        # Bound only when it was sent along, so that whoever saves other settings leaves these as they are.
        is_sent = any(self.request.POST.get(f"{self.name}-{kind}") for kind in MailKind)
        return MailForm(self.user, self.request.POST if is_sent else None, prefix=self.name)
