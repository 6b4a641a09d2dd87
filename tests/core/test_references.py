"""The references of a page that is saved are indexed by one task."""

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from articles.models import RelatedPage
from blog.models import BlogPostPage
from core.references import owner_of, references_indexed_once
from editorial.scheduling import runner
from tests.editorial.scheduling.mornings import NINE, planned
from tests.people.factories import PersonPageFactory, author, written_by
from tests.publication import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(settings):
    """``queued()``: what the tasks that wait are about, by name."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def names(task="update_reference_index_task"):
        waiting = DBTaskResult.objects.filter(task_path__endswith=task).order_by("enqueued_at")
        return [tuple(one.args_kwargs["args"]) for one in waiting]

    yield names


def well_connected():
    """A planned post by two people, with two related pages."""
    others = [published(BlogPostPage), published(BlogPostPage)]
    return planned(
        NINE,
        contributions=written_by(author(), PersonPageFactory()),
        related_pages=[RelatedPage(target=other) for other in others],
    )


class ReferencesIndexedOnceTests:
    def test_a_page_with_many_rows_goes_live_with_one_task_for_all_references(self, site_tree, clock, queued):
        page = well_connected()
        DBTaskResult.objects.all().delete()
        clock(NINE)
        assert runner.run() == {"done": 1}
        assert queued() == [("blog", "blogpostpage", str(page.pk))]

    def test_a_draft_saved_by_hand_asks_for_one_task_and_so_does_publishing_it(self, site_tree, queued):
        page = well_connected()
        page.go_live_at = None
        DBTaskResult.objects.all().delete()
        revision = page.save_revision()
        assert queued() == [("blog", "blogpostpage", str(page.pk))]
        revision.publish()
        assert page.revisions.get(pk=revision.pk).content_object.live
        assert queued() == [("blog", "blogpostpage", str(page.pk))] * 2

    def test_that_task_finds_every_reference(self, site_tree, clock):
        page = well_connected()
        ReferenceIndex.objects.all().delete()
        clock(NINE)
        runner.run()
        found = {reference.model_path for reference in references_of(page)}
        assert {"contributions.item.person", "related_pages.item.target"} <= found

    def test_what_somebody_else_saves_on_the_way_is_indexed_too(self, site_tree, clock, queued):
        page, other = planned(NINE), published(BlogPostPage)

        def save_other(instance, **kwargs):
            other.save()

        page_published.connect(save_other)
        DBTaskResult.objects.all().delete()
        clock(NINE)
        try:
            assert runner.run() == {"done": 1}
        finally:
            page_published.disconnect(save_other)
        assert queued() == [("blog", "blogpostpage", str(one.pk)) for one in (page, other)]

    def test_what_is_refused_leaves_no_task(self, site_tree, queued):
        page = published(BlogPostPage)
        DBTaskResult.objects.all().delete()
        with pytest.raises(ValueError, match="refused"), references_indexed_once():
            page.save()
            raise ValueError("refused")
        assert queued() == []

    def test_afterwards_wagtail_sees_to_it_again(self, site_tree, queued):
        page = published(BlogPostPage)
        with references_indexed_once():
            pass
        DBTaskResult.objects.all().delete()
        page.save()
        assert queued() == [("blog", "blogpostpage", str(page.pk))]

    def test_one_within_another_adds_to_that(self, site_tree, queued):
        page, other = published(BlogPostPage), published(BlogPostPage)
        DBTaskResult.objects.all().delete()
        with references_indexed_once():
            with references_indexed_once():
                page.save()
            assert queued() == []
            page.save()
            other.save()
        assert queued() == [("blog", "blogpostpage", str(one.pk)) for one in (page, other)]

    def test_what_is_deleted_on_the_way_leaves_the_index_at_once(self, site_tree):
        page, target = published(BlogPostPage), published(BlogPostPage)
        page.related_pages = [RelatedPage(target=target)]
        page.save_revision().publish()
        assert ReferenceIndex.get_references_to(target).exists()
        with references_indexed_once():
            Page.objects.get(pk=page.pk).delete()
        assert not references_of(page)


class OwnerOfTests:
    def test_a_row_belongs_to_its_page_and_a_page_to_itself(self, site_tree):
        page = published(BlogPostPage)
        assert owner_of(page.contributions.get()).pk == page.pk
        assert owner_of(page) is page


def references_of(page):
    """What the index says a page refers to."""
    return ReferenceIndex.get_references_for_object(page)
