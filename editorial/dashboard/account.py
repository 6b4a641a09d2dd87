"""The profile in somebody's account settings."""

from django.forms import Form
from wagtail.admin.views.account import BaseSettingsPanel

from people.profiles import profile_of


class ProfileSettingsPanel(BaseSettingsPanel):
    """Leads from a login to the page readers see behind its name."""

    name = "profile"
    title = "Your profile"
    order = 150
    template_name = "editorial/dashboard/account_profile.html"

    def get_form(self):
        # Nothing to fill in: an unbound form is what the account view passes over when it saves.
        return Form(prefix=self.name)

    def get_context_data(self):
        person = profile_of(self.user)
        may_edit = bool(person and person.permissions_for_user(self.user).can_edit())
        return {"person": person, "may_edit": may_edit}
