"""The buttons of a bundle's screen."""

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from editorial.scheduling import at_once, runner
from editorial.scheduling.models import Bundle, BundleMember
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    member_of,
    new_post,
    planned_revision,
    scheduled,
    shown,
)
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, planned

pytestmark = pytest.mark.django_db


def press(client, name, bundle, *keys, **data):
    """Press a button; what is said."""
    return said(client.post(reverse(name, args=[bundle.pk, *keys]), data, follow=True))


class AddTests:
    def test_the_chosen_page_is_added(self, site_tree, clock, editor_client):
        bundle, page = bundle_of(), planned(NINE, title="Calm skin")
        words = press(editor_client, "bundle_add", bundle, page=page.pk)
        assert "“Calm skin” was added. It no longer goes live by itself." in words

    def test_a_late_addition_that_does_not_pass_is_refused(self, site_tree, clock, editor_client):
        bundle, page = scheduled(new_post()), new_post(title="Late", contributions=[])
        words = press(editor_client, "bundle_add", bundle, page=page.pk)
        assert "It was not added. “Late”: Name at least one author" in words
        assert bundle.members.count() == 1

    def test_without_a_page_it_asks_for_one(self, site_tree, clock, editor_client):
        assert "Choose a page first." in press(editor_client, "bundle_add", bundle_of())

    def test_who_may_not_decide_about_all_adds_none(self, site_tree, clock, editor_client):
        bundle = bundle_of(changed_condition())
        assert "do not have permission" in press(editor_client, "bundle_add", bundle, page=new_post().pk)


class TakeOutTests:
    def test_what_is_overdue_goes_live_without_it_at_once(self, site_tree, clock, administrator_client):
        bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        words = press(administrator_client, "bundle_take_out", bundle, member_of(pages[0]).pk)
        assert "“New balm” is not in the bundle any more. All the others are live now." in words
        assert shown(pages) == [False, True, True]

    def test_readers_are_shown_no_link_to_it(self, site_tree, clock, administrator_client, client):
        bundle, pages = launch()
        press(administrator_client, "bundle_take_out", bundle, member_of(pages[0]).pk)
        clock(NINE)
        runner.run()
        html = client.get(pages[1].get_url()).content.decode()
        assert "what is new" in html
        assert pages[0].slug not in html

    def test_when_another_blocks_it_says_so(self, site_tree, clock, administrator_client):
        first, second = new_post(title="First"), new_post(title="Second")
        bundle = scheduled(first, second, new_post())
        for page in (first, second):
            break_revision(page, contributions=[])
        clock(NINE)
        runner.run()
        words = press(administrator_client, "bundle_take_out", bundle, member_of(first).pk)
        assert "The others are still not live. “Second”: Name at least one author" in words

    def test_when_the_others_take_long_it_says_so(self, site_tree, clock, administrator_client, settings, monkeypatch):
        bundle, pages = launch()
        clock(NINE)
        settings.SCHEDULE_RUNS_APART = True
        monkeypatch.setattr(at_once, "start_run", lambda *arguments: None)
        words = press(administrator_client, "bundle_take_out", bundle, member_of(pages[0]).pk)
        assert "The others are being tried this moment. Look again in a minute." in words


class TakeNewestTests:
    def test_the_newest_version_is_used(self, site_tree, clock, editor_client):
        page = new_post()
        bundle = scheduled(page)
        newest = BlogPostPage.objects.get(pk=page.pk).save_revision()
        words = press(editor_client, "bundle_take_newest", bundle, member_of(page).pk)
        assert "The newest version of “New balm” goes live with the bundle." in words
        assert planned_revision(page) == newest


class UnscheduleTests:
    def test_all_of_it_waits_for_nothing(self, site_tree, clock, editor_client):
        page = new_post()
        words = press(editor_client, "bundle_unschedule", scheduled(page))
        assert "is not scheduled any more" in words
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


class DeleteTests:
    def test_the_bundle_goes_and_its_pages_stay_unscheduled(self, site_tree, clock, editor_client):
        page = new_post()
        assert "was deleted" in press(editor_client, "bundle_delete", scheduled(page))
        assert not Bundle.objects.exists()
        assert BlogPostPage.objects.filter(pk=page.pk).exists()
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_one_that_is_live_has_to_end_first(self, site_tree, clock, editor_client):
        bundle = scheduled(new_post(), ends_at=TEN)
        clock(NINE)
        runner.run()
        assert "has to end first" in press(editor_client, "bundle_delete", bundle)
        assert BundleMember.objects.filter(is_open=True).exists()
