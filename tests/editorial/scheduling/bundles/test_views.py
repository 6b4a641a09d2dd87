"""The screens of bundles."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from editorial.scheduling import runner
from editorial.scheduling.bundles.views import is_past
from editorial.scheduling.models import Bundle
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.mornings import NINE, break_revision

pytestmark = pytest.mark.django_db


def screen(bundle) -> str:
    """The address of a bundle's screen."""
    return reverse("bundle", args=[bundle.pk])


class BundlesViewTests:
    def test_it_lists_what_somebody_may_see_with_where_it_stands(
        self, site_tree, clock, editor_client, commerce_client
    ):
        scheduled(new_post())
        words = said(editor_client.get(reverse("bundles")))
        assert "Spring launch Scheduled Goes live Mon 2 Mar 2026, 09:00 1 page" in words
        assert "Spring launch" not in said(commerce_client.get(reverse("bundles")))

    def test_it_is_reached_from_the_calendar(self, site_tree, editor_client):
        assert f'href="{reverse("bundles")}"' in editor_client.get("/admin/calendar/").content.decode()

    def test_the_number_of_queries_does_not_grow_with_the_bundles(
        self, site_tree, clock, editor_client, django_assert_max_num_queries
    ):
        for number in range(6):
            bundle_of(new_post(title=f"Balm {number}"), name=f"Launch {number}")
        editor_client.get(reverse("bundles"))
        with django_assert_max_num_queries(20):
            editor_client.get(reverse("bundles"))

    def test_strangers_are_asked_to_sign_in(self, site_tree):
        assert Client().get(reverse("bundles")).status_code == 302


class NewBundleViewTests:
    def test_a_name_is_enough(self, site_tree, editor, editor_client):
        response = editor_client.post(reverse("bundle_new"), {"name": "Autumn"}, follow=True)
        assert "It has no time yet." in said(response)
        assert Bundle.objects.get().created_by == editor

    def test_who_publishes_nothing_starts_none(self, site_tree, writer_client):
        writer_client.post(reverse("bundle_new"), {"name": "Autumn"})
        assert not Bundle.objects.exists()


class BundleViewTests:
    def test_it_shows_its_pages_and_schedules_them(self, site_tree, clock, editor_client):
        page = new_post()
        bundle = bundle_of(page)
        words = said(editor_client.get(screen(bundle)))
        assert "New balm" in words and "Draft" in words
        response = editor_client.post(screen(bundle), {"moment": "2026-03-02 09:00", "schedule": ""}, follow=True)
        assert "“Spring launch” goes live Mon 2 Mar 09:00 (London)." in said(response)
        assert planned_revision(page).approved_go_live_at == NINE

    def test_what_cannot_be_scheduled_is_said_and_nothing_is(self, site_tree, clock, editor_client):
        bundle = bundle_of(new_post(contributions=[]))
        response = editor_client.post(screen(bundle), {"moment": "2026-03-02 09:00", "schedule": ""})
        assert "Nothing was scheduled. “New balm”: Name at least one author" in said(response)
        assert "It cannot be scheduled yet, because of: “New balm”" in said(response)

    def test_a_box_that_cannot_be_read_says_so(self, site_tree, clock, editor_client):
        response = editor_client.post(screen(bundle_of(new_post())), {"moment": "soon", "schedule": ""})
        assert "Write date and time like this" in said(response)

    def test_a_blocked_one_says_who_blocks_it_and_offers_to_go_without(self, site_tree, clock, administrator_client):
        bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        response = administrator_client.get(screen(bundle))
        assert response.content.decode().count('<span class="w-status status--critical">') == 1
        words = said(response)
        assert "None of it is live, because of: “New balm”" in words
        assert "Publish without “New balm”" in words
        assert "Failed" in words and "Try now" in words

    def test_trying_again_publishes_all_of_it(self, site_tree, clock, administrator_client):
        bundle, pages = launch()
        whole = planned_revision(pages[0]).content["contributions"]
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        address = reverse("schedule_try_now", args=["bundle", bundle.pk])
        assert "still does not get through" in said(administrator_client.post(address, follow=True))
        break_revision(pages[0], contributions=whole)
        response = administrator_client.post(address, follow=True)
        assert "“Spring launch” is live now, with all its pages." in said(response)

    def test_who_may_not_edit_one_of_its_pages_is_sent_away(self, site_tree, clock, commerce_client):
        response = commerce_client.get(screen(bundle_of(new_post())), follow=True)
        assert "do not have permission" in said(response)

    def test_who_may_not_publish_all_of_it_reads_and_does_nothing(self, site_tree, clock, editor_client):
        bundle = bundle_of(changed_condition())
        assert "Schedule" not in said(editor_client.get(screen(bundle))).partition("Pages Milia")[2].split("Preview")[0]
        editor_client.post(screen(bundle), {"moment": "2026-03-02 09:00", "schedule": ""})
        bundle.refresh_from_db()
        assert bundle.moment is None

    def test_what_is_due_may_have_been_tried(self, clock):
        assert is_past(Bundle(moment=NINE.replace(hour=7)))
        assert not is_past(Bundle(moment=NINE))
        assert not is_past(Bundle())


class JoinViewTests:
    def test_a_page_joins_from_its_own_form(self, site_tree, clock, editor_client):
        page, bundle = new_post(), bundle_of()
        edit = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        address = reverse("bundle_join", args=[page.pk])
        assert f'href="{address}"' in edit
        assert "Spring launch" in said(editor_client.get(address))
        response = editor_client.post(address, {"bundle": bundle.pk}, follow=True)
        assert "“New balm” is in the bundle “Spring launch”." in said(response)
        edit = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert "Open the bundle “Spring launch”" in said(edit)

    def test_or_starts_a_new_one(self, site_tree, clock, editor_client):
        page = new_post()
        editor_client.post(reverse("bundle_join", args=[page.pk]), {"name": "Autumn"})
        assert [member.page_id for member in Bundle.objects.get(name="Autumn").members.all()] == [page.pk]

    def test_a_refusal_starts_none(self, site_tree, clock, editor_client):
        page = changed_condition()
        response = editor_client.post(reverse("bundle_join", args=[page.pk]), {"name": "Autumn"}, follow=True)
        assert "you may not publish it" in said(response)
        assert not Bundle.objects.exists()

    def test_a_refusal_by_one_there_is_leads_to_it(self, site_tree, clock, editor_client):
        bundle = scheduled(new_post())
        page = new_post(title="Later", contributions=[])
        response = editor_client.post(reverse("bundle_join", args=[page.pk]), {"bundle": bundle.pk}, follow=True)
        assert "It was not added. “Later”: Name at least one author" in said(response)

    def test_for_a_page_one_may_not_edit_there_is_nothing(self, site_tree, clock, commerce_client):
        page = Page.objects.get(pk=new_post().pk)
        response = commerce_client.get(reverse("bundle_join", args=[page.pk]), follow=True)
        assert "do not have permission" in said(response)

    def test_who_publishes_nothing_starts_none(self, site_tree, clock, writer, writer_client):
        page = new_post(owner=writer)
        writer_client.post(reverse("bundle_join", args=[page.pk]), {"name": "Autumn"})
        assert not Bundle.objects.exists()
