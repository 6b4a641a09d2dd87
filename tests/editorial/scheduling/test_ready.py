"""Approved pages that wait for a time."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.scheduling.away.models import MailKind, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.ready import missed_by, offer_times, ready_for
from tests.edit_form import parsed
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(site_tree, clock, writer, editor, reviewer):
    """Have a page of Wanda's approved as a whole; the page, read again."""

    def make(page):
        page.get_workflow().start(page, writer)
        for person in (editor, reviewer):
            state = type(page).objects.get(pk=page.pk).current_workflow_task_state
            if state:
                state.approve(user=person)
        return type(page).objects.get(pk=page.pk)

    return make


class MissedByTests:
    def test_the_author_whose_time_has_passed_is_shown_it_and_chooses_another(
        self, approved, clock, writer, writer_client, editor
    ):
        page = draft(BlogPostPage, owner=writer, title="Calm skin", go_live_at=NINE)
        clock(TEN)
        page = approved(page)
        approved(draft(BlogPostPage, owner=writer))
        (one,) = missed_by(writer)
        assert (one.page.pk, one.may_publish) == (page.pk, False)
        assert missed_by(editor) == []
        panel = parsed(writer_client.get(reverse("wagtailadmin_home"))).select_one(".ready-list")
        assert "Approved, but its time has passed: Mon 2 Mar 09:00 (London)." in panel.text
        assert panel.select_one("a.button")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert panel.select("form") == []

    def test_whatever_mail_the_author_wants(self, approved, clock, writer):
        choose(writer, MailKind.MISSED, Pace.OFF)
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        clock(TEN)
        approved(page)
        assert len(missed_by(writer)) == 1

    def test_one_that_is_scheduled_or_live_is_settled(self, approved, clock, writer):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        clock(TEN)
        page = approved(page)
        page.get_latest_revision().publish()
        assert missed_by(writer) == []


class ReadyForTests:
    def test_a_page_without_a_time_is_offered_the_next_free_slot(self, approved, writer, editor, reviewer):
        page = approved(draft(ConditionPage, owner=writer))
        (one,) = ready_for(editor)
        assert (one.page, one.offered, one.why) == (page, NINE, "Approved, without a time.")
        assert (one.offer, one.at_once, one.may_edit) == (
            "Schedule for Mon 2 Mar 09:00 (London)",
            "Publish now",
            True,
        )
        assert [one.may_edit for one in ready_for(reviewer)] == [False]
        assert ready_for(writer) == []

    def test_without_a_free_slot_it_is_published_or_opened(self, approved, writer, editor, editor_client, monkeypatch):
        monkeypatch.setattr("editorial.scheduling.ready.next_free_slot", lambda *args: None)
        approved(draft(ConditionPage, owner=writer))
        assert [(one.offered, one.offer) for one in ready_for(editor)] == [(None, "")]
        form = parsed(editor_client.get(reverse("wagtailadmin_home"))).select_one(".ready-buttons")
        assert [button.text for button in form.select("button")] == ["Publish now"]

    def test_one_whose_time_has_passed_says_so(self, approved, clock, writer, editor):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        clock(TEN)
        approved(page)
        (one,) = ready_for(editor)
        assert one.is_missed
        assert one.why == "Approved, but its time has passed: Mon 2 Mar 09:00 (London)."
        assert one.offer == "Schedule for Tue 3 Mar 09:00 (London)"

    def test_the_time_an_author_chose_afterwards_is_offered(self, approved, writer, editor):
        page = approved(draft(BlogPostPage, owner=writer))
        page.go_live_at = TEN + timedelta(days=3)
        page.save_revision(user=writer)
        (one,) = ready_for(editor)
        assert one.why == "Approved, with a time that nobody has confirmed: Thu 5 Mar 10:00 (London)."
        assert one.offer == "Schedule for Thu 5 Mar 10:00 (London)"

    def test_what_is_scheduled_live_or_changed_waits_for_nothing(self, approved, writer, editor):
        approved(draft(BlogPostPage, owner=writer, go_live_at=NINE))
        approved(draft(BlogPostPage, owner=writer)).get_latest_revision().publish()
        approved(draft(BlogPostPage, owner=writer)).save_revision()
        changed = approved(draft(BlogPostPage, owner=writer))
        changed.standfirst = "Other words."
        changed.save_revision()
        found = ready_for(editor)
        assert len(found) == 1
        assert changed not in [one.page for one in found]

    def test_approved_changes_of_a_live_page_are_called_that(self, approved, writer, editor):
        page = published(BlogPostPage, owner=writer)
        page.standfirst = "Other words."
        page.save_revision()
        approved(page)
        (one,) = ready_for(editor)
        assert (one.why, one.at_once) == ("Changes approved, without a time.", "Publish changes now")


class ReadyPanelTests:
    def home(self, client):
        """The list on the dashboard, as words; empty when it is not there."""
        panel = parsed(client.get(reverse("wagtailadmin_home"))).select_one("#panel-ready-section, #ready")
        return " ".join(panel.get_text(" ").split()) if panel else ""

    def test_it_stands_on_the_dashboard_of_those_who_may_publish(self, approved, writer, editor_client, writer_client):
        approved(draft(BlogPostPage, owner=writer, title="Calm skin"))
        page = editor_client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Schedule for Mon 2 Mar 09:00 (London)" in page
        assert "Publish now" in page
        assert "Publish now" not in writer_client.get(reverse("wagtailadmin_home")).content.decode()

    def test_nothing_stands_there_while_nothing_is_ready(self, site_tree, editor_client):
        assert "Publish now" not in editor_client.get(reverse("wagtailadmin_home")).content.decode()

    @pytest.mark.parametrize("role", ["editor", "reviewer", "writer"])
    def test_it_asks_as_much_for_many_pages_as_for_one(self, approved, writer, client, request, role):
        client.force_login(request.getfixturevalue(role))

        def queries():
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse("wagtailadmin_home"))
            return len(captured)

        approved(draft(ConditionPage, owner=writer))
        queries()
        few = queries()
        for _ in range(3):
            approved(draft(ConditionPage, owner=writer))
        assert queries() == few


class OfferTimesTests:
    def test_only_those_who_may_publish_are_offered_it(self, approved, rf: RequestFactory, writer, editor):
        page = approved(draft(BlogPostPage, owner=writer))
        request = rf.get("/")
        request.user = writer
        assert offer_times(page, request) == ""
        request.user = editor
        assert "Schedule for Mon 2 Mar 09:00 (London)" in offer_times(page, request)
