"""The base page: dates belong to editors, revisions somebody counts on stay, aliases follow."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.locks import BasicLock, ScheduledForPublishLock, WorkflowLock
from wagtail.models import Locale, Page, Revision

from blog.models import BlogPostPage
from core.models import is_spoken_for
from core.publishing import PublishRefused
from home.models import StandardPage
from tests.edit_form import PUBLISH, edit_url, opened
from tests.publication import draft, publish, published

PLANNED = timezone.datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())


def is_live(page):
    """Whether readers see a page, asked anew."""
    return Page.objects.get(pk=page.pk).live


def welsh_of(*pages):
    """Another language, into which some pages are translated."""
    welsh = Locale.objects.create(language_code="cy")
    for page in pages:
        page.copy_for_translation(welsh)
    return welsh


class AliasTests:
    """An alias follows its source, no sooner and no later."""

    def test_an_alias_of_a_draft_stays_a_draft_when_its_source_is_scheduled(self, site_tree):
        page = draft(BlogPostPage)
        alias = page.create_alias(update_slug="alias")
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        assert not is_live(alias)

    def test_an_alias_goes_live_with_its_source(self, site_tree):
        page = draft(BlogPostPage)
        alias = page.create_alias(update_slug="alias")
        publish(page)
        assert is_live(alias)

    @pytest.mark.parametrize("is_planned_before", [True, False], ids=["planned before", "planned after"])
    def test_a_translation_synced_from_an_unpublished_page_goes_live_with_it_and_no_sooner(
        self, site_tree, is_planned_before
    ):
        moment = timezone.now() + timedelta(days=1)
        page = draft(BlogPostPage, go_live_at=moment)
        if is_planned_before:
            page.save_revision().publish()
        synced = page.copy_for_translation(welsh_of(site_tree.home, site_tree.blog), alias=True)
        # Planned for the first time, or corrected in its slot.
        page.save_revision().publish()
        call_command("publish_scheduled")
        assert not is_live(synced)
        with time_machine.travel(moment):
            call_command("publish_scheduled")
        assert is_live(page)
        assert is_live(synced)

    def test_an_alias_is_asked_whenever_it_is_saved_since_no_revision_tells_of_its_changes(self, site_tree):
        alias = published(BlogPostPage).create_alias(update_slug="alias")
        alias = BlogPostPage.objects.get(pk=alias.pk)
        alias.contributions = []
        with pytest.raises(PublishRefused):
            alias.save()

    def test_an_alias_shows_what_its_source_shows_and_keeps_its_date(self, site_tree):
        page = published(BlogPostPage)
        alias = page.create_alias(update_slug="alias")
        page.title = "Another title"
        publish(page)
        alias = BlogPostPage.objects.get(pk=alias.pk)
        assert (alias.title, alias.published_at) == ("Another title", page.published_at)


class SpokenForTests:
    """Autosave never writes over a revision somebody counts on."""

    def autosave(self, client, page, revision, title="Autosaved"):
        data = opened(client, edit_url(page)) | {"title": title, "overwrite_revision_id": revision.pk}
        response = client.post(edit_url(page), data, headers={"Accept": "application/json"}).json()
        revision.refresh_from_db()
        return response, revision

    def test_a_draft_of_ones_own_is_overwritten(self, administrator_client, administrator, site_tree):
        page = draft(BlogPostPage, owner=administrator)
        response, revision = self.autosave(administrator_client, page, page.latest_revision)
        assert response["revision_id"] == revision.pk
        assert revision.content["title"] == "Autosaved"

    def test_the_revision_readers_see_is_kept(self, administrator_client, administrator, site_tree):
        page = publish(draft(BlogPostPage, title="As published"), user=administrator)
        response, revision = self.autosave(administrator_client, page, page.live_revision)
        assert response["success"]
        assert response["revision_id"] != revision.pk
        assert revision.content["title"] == "As published"

    def test_the_scheduled_revision_of_a_live_page_is_kept(self, administrator, site_tree):
        page = publish(draft(BlogPostPage), user=administrator)
        page.go_live_at = timezone.now() + timedelta(days=1)
        revision = page.save_revision(user=administrator)
        revision.publish(user=administrator)
        page.title = "Overwritten"
        made = page.save_revision(user=administrator, overwrite_revision=revision, clean=False)
        revision.refresh_from_db()
        assert made != revision
        assert revision.approved_go_live_at is not None
        assert revision.content["title"] != "Overwritten"

    def test_the_revision_under_review_is_kept(self, editor_client, editor, site_tree):
        page = draft(BlogPostPage, owner=editor, title="As submitted")
        page.get_workflow().start(page, editor)
        response, revision = self.autosave(editor_client, page, page.latest_revision)
        assert response["revision_id"] != revision.pk
        assert revision.content["title"] == "As submitted"

    def test_a_revision_nobody_counts_on_is_not_spoken_for(self, site_tree):
        assert not is_spoken_for(draft(BlogPostPage).latest_revision)


class PlannedChangeTests:
    """A change that waits for its time leaves what readers see alone."""

    def test_a_live_page_stays_live_as_it_is_while_a_change_waits(self, administrator_client, site_tree):
        page = published(BlogPostPage, title="As readers know it")
        planned = timezone.localtime() + timedelta(days=3)
        data = opened(administrator_client, edit_url(page)) | {"title": "As planned"} | PUBLISH
        data |= {"go_live_at": planned.strftime("%Y-%m-%d %H:%M")}
        assert administrator_client.post(edit_url(page), data).status_code == 302
        row = BlogPostPage.objects.get(pk=page.pk)
        assert row.scheduled_revision.content["title"] == "As planned"
        assert (row.live, row.title, row.live_revision) == (True, "As readers know it", page.live_revision)

    def test_a_draft_from_before_publication_can_be_planned_without_taking_the_page_offline(self, site_tree):
        page = draft(BlogPostPage)
        key = page.latest_revision.pk
        page = publish(page)
        early = Revision.objects.get(pk=key)
        early.content["go_live_at"] = (timezone.now() + timedelta(days=3)).isoformat()
        early.save()
        early.publish()
        row = BlogPostPage.objects.get(pk=page.pk)
        assert (row.live, row.live_revision) == (True, page.live_revision)


class PublicationDateTests:
    """The date is the editor's, never the moment a job ran."""

    def test_first_publication_sets_the_moment_of_publishing(self, site_tree):
        with time_machine.travel(PLANNED, tick=False):
            page = published(BlogPostPage)
        assert page.published_at == page.first_published_at == PLANNED

    def test_a_scheduled_page_has_its_planned_date_however_late_the_job_runs(self, site_tree):
        with time_machine.travel(PLANNED - timedelta(days=2), tick=False):
            page = draft(BlogPostPage)
            page.go_live_at = PLANNED
            page.save_revision().publish()
        with time_machine.travel(PLANNED + timedelta(hours=3), tick=False):
            call_command("publish_scheduled")
        page = BlogPostPage.objects.get(pk=page.pk)
        assert page.live
        assert page.published_at == page.first_published_at == PLANNED

    def test_a_typed_date_is_kept(self, site_tree):
        page = published(BlogPostPage, published_at=PLANNED)
        assert page.published_at == page.first_published_at == PLANNED

    def test_the_date_stays_when_a_change_is_published(self, site_tree):
        page = published(BlogPostPage, published_at=PLANNED)
        page.title = "Changed"
        page = publish(page)
        assert page.published_at == page.first_published_at == PLANNED

    def test_a_revision_from_before_publication_keeps_the_date(self, site_tree):
        page = draft(BlogPostPage)
        first = page.latest_revision
        page = publish(page)
        first.publish()
        assert BlogPostPage.objects.get(pk=page.pk).published_at == page.published_at

    def test_a_revision_from_before_an_update_keeps_the_updates_date(self, site_tree):
        page = draft(BlogPostPage)
        key = page.latest_revision.pk
        publish(page)
        BlogPostPage.objects.filter(pk=page.pk).update(updated_at=PLANNED)
        Revision.objects.get(pk=key).publish()
        assert BlogPostPage.objects.get(pk=page.pk).updated_at == PLANNED

    def test_the_date_is_editable_after_publication(self, administrator_client, site_tree):
        page = published(BlogPostPage)
        data = opened(administrator_client, edit_url(page)) | {"published_at": "2026-03-02 09:00"} | PUBLISH
        assert administrator_client.post(edit_url(page), data).status_code == 302
        page = BlogPostPage.objects.get(pk=page.pk)
        assert page.published_at == page.first_published_at == PLANNED

    def test_a_saved_row_orders_by_its_date(self, site_tree):
        page = published(BlogPostPage)
        page.published_at = PLANNED
        page.save()
        assert Page.objects.get(pk=page.pk).first_published_at == PLANNED

    def test_a_copy_has_a_first_publication_of_its_own(self, site_tree):
        page = published(BlogPostPage, published_at=PLANNED)
        copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
        assert copy.published_at is None
        assert publish(copy.get_latest_revision_as_object()).published_at > PLANNED

    def test_a_retired_page_stays_known_as_once_published_when_its_draft_is_saved(
        self, administrator_client, site_tree
    ):
        page = published(BlogPostPage)
        page.unpublish()
        administrator_client.post(edit_url(page), opened(administrator_client, edit_url(page)))
        assert BlogPostPage.objects.get(pk=page.pk).last_published_at == page.last_published_at


class AddressTests:
    """Some addresses belong to the site."""

    @pytest.mark.parametrize("slug", ["admin", "feed", "health"])
    def test_a_reserved_address_under_home_is_refused(self, site_tree, slug):
        with pytest.raises(ValidationError, match="belongs to the site itself"):
            draft(StandardPage, parent=site_tree.home, slug=slug)

    def test_the_same_word_deeper_down_is_free(self, site_tree):
        parent = draft(StandardPage, parent=site_tree.home)
        assert draft(StandardPage, parent=parent, slug="feed").slug == "feed"

    def test_an_address_the_site_counts_on_is_kept(self, site_tree):
        site_tree.blog.slug = "news"
        with pytest.raises(ValidationError, match="“blog” is fixed"):
            site_tree.blog.save()


class LockTests:
    """A page is locked by people and reviews, as Wagtail has it, and never by its schedule."""

    def test_a_schedule_locks_nothing(self, site_tree, writer, editor):
        page = draft(BlogPostPage, owner=writer, go_live_at=timezone.now() + timedelta(days=1))
        page.save_revision(user=editor).publish(user=editor)
        page = BlogPostPage.objects.get(pk=page.pk)
        assert page.get_lock() is None
        # Were this to end, get_lock() would have nothing left to do.
        assert isinstance(Page.objects.get(pk=page.pk).get_lock(), ScheduledForPublishLock)

    def test_people_and_reviews_lock_as_ever(self, site_tree, writer, editor):
        for schedule in ({}, {"go_live_at": timezone.now() + timedelta(days=1)}):
            page = draft(BlogPostPage, owner=writer, **schedule)
            if schedule:
                page.save_revision(user=editor).publish(user=editor)
            BlogPostPage.objects.get(pk=page.pk).get_workflow().start(page, writer)
            page = BlogPostPage.objects.get(pk=page.pk)
            assert type(page.get_lock()) is WorkflowLock
            page.locked = True
            assert type(page.get_lock()) is BasicLock


class ScheduleGuardTests:
    """Scheduling passes the checks of its moment, whoever does it; a refusal leaves every schedule as it was."""

    def test_what_could_not_go_live_is_not_scheduled_and_the_version_before_stays(self, site_tree):
        page = draft(BlogPostPage)
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        waiting = page.latest_revision
        page.contributions = []
        page.has_organisation_byline = False
        with pytest.raises(PublishRefused):
            page.save_revision(clean=False).publish()
        assert list(page.revisions.filter(approved_go_live_at__isnull=False)) == [waiting]

    def test_it_is_asked_about_the_planned_moment(self, site_tree):
        page = draft(BlogPostPage)
        page.go_live_at = timezone.now() + timedelta(days=2)
        page.expire_at = timezone.now() + timedelta(days=1)
        with pytest.raises(PublishRefused):
            page.save_revision(clean=False).publish()
        page.expire_at = timezone.now() + timedelta(days=3)
        page.save_revision(clean=False).publish()
        assert page.revisions.filter(approved_go_live_at__isnull=False).exists()
