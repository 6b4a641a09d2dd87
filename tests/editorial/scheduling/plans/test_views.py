"""The plan of a page, and planning a new one, on the screen."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from blog.models import BlogPostPage
from core.status import IDEA, status_of
from editorial.scheduling.models import PlannedPage
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.markup import words
from tests.publication import draft
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db

NEXT = "/admin/calendar/?view=week"
NEW = reverse("calendar_new")


def sent(client, url, **data):
    """What somebody is told after sending a form."""
    response = client.post(url, data | {"next": NEXT}, follow=True)
    assert response.status_code == 200
    return words(response.content.decode())


class PlanViewTests:
    def test_what_is_agreed_on_is_kept(self, site_tree, clock, editor_client, writer):
        page = draft(BlogPostPage, title="Calm skin", go_live_at=NINE)
        url = reverse("calendar_plan", args=[page.pk])
        text = sent(
            editor_client,
            url,
            moment="2026-03-02 10:00",
            assignee=writer.pk,
            text_due="2026-03-01",
            brief="For evenings.",
        )
        assert "The plan of “Calm skin” is kept." in text
        plan = PlannedPage.objects.get(page=page)
        assert (plan.moment, plan.assignee, plan.brief, f"{plan.text_due}") == (
            TEN,
            writer,
            "For evenings.",
            "2026-03-01",
        )
        assert "For evenings." in editor_client.get(url).content.decode()

    def test_it_offers_the_free_slots_of_the_week_it_was_opened_from(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Calm skin")
        planned(datetime(2026, 4, 7, 8, tzinfo=UTC))
        url = f"{reverse('calendar_plan', args=[page.pk])}?from=2026-04-06"
        form = editor_client.get(url).context["form"]
        labels = [label for _, label in form.fields["slot"].choices]
        assert labels[:3] == ["At the time above", "Mon 6 Apr 09:00 (London)", "Wed 8 Apr 09:00 (London)"]
        sent(editor_client, url, slot=form.fields["slot"].choices[2][0])
        assert PlannedPage.objects.get(page=page).moment == datetime(2026, 4, 8, 8, tzinfo=UTC)

    @pytest.mark.parametrize("start", ["", "x", "2001-01-01", "0001-01-01", "9999-12-31"])
    def test_without_a_week_to_come_it_offers_the_next_ones(self, site_tree, clock, editor_client, start):
        page = draft(BlogPostPage)
        form = editor_client.get(f"{reverse('calendar_plan', args=[page.pk])}?from={start}").context["form"]
        assert form.fields["slot"].choices[1][1] == "Mon 2 Mar 09:00 (London)"

    def test_a_page_may_keep_its_own_slot(self, site_tree, clock, editor_client):
        form = editor_client.get(reverse("calendar_plan", args=[planned(NINE).pk])).context["form"]
        assert form.fields["slot"].choices[1][0] == NINE.isoformat()

    def test_a_moment_somebody_may_not_change_stays(self, site_tree, clock, writer, writer_client):
        page = planned(NINE, owner=writer)
        url = reverse("calendar_plan", args=[page.pk])
        assert "only those who may publish it move it" in words(writer_client.get(url).content.decode())
        assert "slot" not in writer_client.get(url).context["form"].fields
        sent(writer_client, url, moment="2026-03-02 10:00", brief="Mine.")
        plan = PlannedPage.objects.get(page=page)
        assert (plan.moment, plan.brief) == (NINE, "Mine.")

    def test_an_error_is_told_and_nothing_is_kept(self, site_tree, clock, editor_client):
        page = planned(NINE)
        url = reverse("calendar_plan", args=[page.pk])
        assert "Take it out of the schedule first" in sent(editor_client, url, moment="", brief="New.")
        assert not PlannedPage.objects.filter(brief="New.").exists()
        assert "Write date and time like this" in sent(editor_client, url, moment="soon")

    def test_others_are_sent_away(self, site_tree, clock, writer_client):
        page = draft(BlogPostPage)
        assert writer_client.get(reverse("calendar_plan", args=[page.pk])).status_code in {302, 403}
        assert writer_client.get(reverse("calendar_plan", args=[999999])).status_code == 404

    def test_it_offers_to_make_room(self, site_tree, clock, editor_client):
        page = planned(NINE)
        url = reverse("calendar_plan", args=[page.pk])
        assert reverse("calendar_shift", args=[page.pk]) in editor_client.get(url).content.decode()
        clock(TEN)
        assert reverse("calendar_shift", args=[page.pk]) not in editor_client.get(url).content.decode()


class NewIdeaViewTests:
    def test_a_day_opens_it_with_its_first_free_slot(self, site_tree, clock, editor_client):
        form = editor_client.get(f"{NEW}?on=2026-03-04").context["form"]
        assert form.get_initial_for_field(form.fields["moment"], "moment") == datetime(2026, 3, 4, 9, tzinfo=UTC)
        form = editor_client.get(f"{NEW}?slot=2026-03-04T14:00:00%2B00:00").context["form"]
        assert form.get_initial_for_field(form.fields["moment"], "moment") == datetime(2026, 3, 4, 14, tzinfo=UTC)
        for nonsense in ("", "?on=", "?on=2026-99-99", "?on=%00", "?on=9999-12-31", "?slot=soon"):
            form = editor_client.get(f"{NEW}{nonsense}").context["form"]
            assert form.get_initial_for_field(form.fields["moment"], "moment") is None

    def test_an_idea_is_planned_and_stands_in_the_calendar(self, site_tree, clock, editor_client):
        text = sent(editor_client, NEW, title="Calm skin", type="blogpostpage", moment="2026-03-04 09:00")
        assert "“Calm skin” is planned for Wed 4 Mar 09:00 (London)." in text
        assert "Calm skin 09:00 Idea, not scheduled Post" in text
        assert status_of(BlogPostPage.objects.get(title="Calm skin")) is IDEA

    def test_without_a_day_it_lies_in_the_tray(self, site_tree, clock, editor_client):
        text = sent(editor_client, NEW, title="Calm skin", type="blogpostpage")
        assert "“Calm skin” is in the tray." in text
        assert text.index("Tray") < text.index("Calm skin Idea Post")

    def test_who_wants_to_write_at_once_does(self, site_tree, clock, editor_client):
        data = {"title": "Calm skin", "type": "blogpostpage", "write": ""}
        response = editor_client.post(NEW, data)
        page = BlogPostPage.objects.get(title="Calm skin")
        assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert editor_client.get(response.url).status_code == 200

    def test_what_it_repeats_is_pointed_out_before(self, site_tree, clock, editor_client):
        draft(BlogPostPage, title="Calm skin")
        text = sent(editor_client, NEW, title="Calm skin", type="blogpostpage")
        assert "Calm skin (Draft). Its title is much the same." in text
        assert BlogPostPage.objects.count() == 1
        sent(editor_client, NEW, title="Calm skin", type="blogpostpage", is_sure="on")
        assert BlogPostPage.objects.count() == 2

    def test_who_may_add_nothing_is_sent_away_and_offered_nothing(self, site_tree, client):
        guest = UserFactory()
        guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(guest)
        assert client.get(NEW).status_code in {302, 403}
        assert NEW not in client.get(reverse("calendar")).content.decode()
