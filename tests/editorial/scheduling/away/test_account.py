"""What is chosen in the account."""

import pytest
from django.urls import reverse

from editorial.scheduling import before_live, overview
from editorial.scheduling.away.account import MailForm
from editorial.scheduling.away.keys import make_address
from editorial.scheduling.away.models import MailChoice, MailKind, Pace
from editorial.scheduling.away.paces import choose, paces_of
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.markup import words
from tests.publication import draft

pytestmark = pytest.mark.django_db

ACCOUNT = reverse("wagtailadmin_account")


def settings_of(user) -> dict[str, str]:
    """What the account form sends when nothing was changed."""
    return {
        "name_email-first_name": user.first_name,
        "name_email-last_name": user.last_name,
        "name_email-email": user.email,
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }


class CalendarSettingsPanelTests:
    def test_it_offers_an_address_and_says_when_there_is_one(self, clock, writer_client, writer, site_tree):
        html = writer_client.get(ACCOUNT).content.decode()
        assert reverse("calendar_address") in html
        assert "Get an address" in html
        make_address(writer)
        text = words(writer_client.get(ACCOUNT).content.decode())
        assert "Your calendar can be read elsewhere since 2 March 2026, 08:00." in text
        assert "Whoever has the address can read it without signing in." in text


class MailSettingsPanelTests:
    def test_each_kind_is_asked_about_beside_wagtail_s_own(self, writer_client, site_tree):
        text = words(writer_client.get(ACCOUNT).content.decode())
        for kind in MailKind:
            assert kind.label in text
        assert "what you have to see to stands on your dashboard" in text

    def test_what_is_chosen_is_kept(self, writer_client, writer, site_tree):
        kept = {"failure": "daily", "concern": "off", "newer_draft": "at_once"}
        chosen = kept | {"blocked": "daily", "missed": "off", "week": "off"}
        data = settings_of(writer) | {f"schedule_mail-{kind}": pace for kind, pace in chosen.items()}
        assert writer_client.post(ACCOUNT, data).status_code == 302
        assert paces_of(writer) == chosen
        assert '<option value="daily" selected>' in writer_client.get(ACCOUNT).content.decode()

    def test_whoever_saves_other_settings_leaves_these_as_they_are(self, writer_client, writer, site_tree):
        choose(writer, MailKind.WEEK, Pace.OFF)
        assert writer_client.post(ACCOUNT, settings_of(writer)).status_code == 302
        assert paces_of(writer)[MailKind.WEEK] == Pace.OFF

    def test_what_is_not_offered_is_refused(self, writer_client, writer, site_tree):
        data = settings_of(writer) | {f"schedule_mail-{kind}": "off" for kind in MailKind}
        assert writer_client.post(ACCOUNT, data | {"schedule_mail-week": "daily"}).status_code == 200
        assert not MailChoice.objects.exists()


class MailFormTests:
    def test_it_opens_with_what_holds_and_keeps_only_what_was_changed(self, writer):
        choose(writer, MailKind.CONCERN, Pace.DAILY)
        form = MailForm(writer, {"failure": "off", "concern": "daily", "newer_draft": ""})
        assert form.is_valid()
        form.save()
        assert list(MailChoice.objects.order_by("kind").values_list("kind", "pace")) == [
            ("concern", "daily"),
            ("failure", "off"),
        ]


class DashboardTests:
    def test_whatever_is_chosen_what_must_be_seen_to_stands_on_the_dashboard(self, clock, writer, site_tree):
        for kind in MailKind:
            choose(writer, kind, Pace.OFF)
        late = planned(NINE, owner=writer, title="Red cheeks")
        linking(draft(type(late), title="Sore skin", owner=writer), moment=TEN, owner=writer, title="Calm skin")
        assert [one.page.title for one in before_live.before_they_go_live(writer)] == ["Calm skin"]
        clock(TEN)
        assert [one.page.title for one in overview.today(writer, TEN) if one.flag] == ["Red cheeks"]
