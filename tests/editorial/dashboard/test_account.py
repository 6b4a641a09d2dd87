"""The profile in account settings."""

import pytest
from django.urls import reverse

from people.profiles import make_profile

pytestmark = pytest.mark.django_db


class AccountTests:
    def test_leads_to_the_profile(self, desk, writer):
        page = make_profile(writer)
        html = desk.get(reverse("wagtailadmin_account")).content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html

    def test_says_where_to_get_one(self, desk):
        assert "You have no profile yet." in desk.get(reverse("wagtailadmin_account")).content.decode()

    def test_other_settings_are_still_saved(self, desk, writer):
        data = {"name_email-first_name": "Wanda", "name_email-last_name": "Sato", "name_email-email": writer.email}
        data |= {"notifications-submitted_notifications": "on", "locale-preferred_language": ""}
        data |= {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
        data |= {"locale-current_time_zone": "", "theme-keyboard_shortcuts": "on"}
        desk.post(reverse("wagtailadmin_account"), data)
        writer.refresh_from_db()
        assert writer.last_name == "Sato"
