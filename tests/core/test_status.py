"""Where a page stands, in words."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowState

from core import status
from core.status import having_status, is_overdue, status_of, status_word
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    """A draft, made as the create form makes one."""
    page = TopicPage(title="Acne", slug="acne", live=False)
    Page.get_first_root_node().add_child(instance=page)
    page.save_revision()
    return page


def stored(page) -> TopicPage:
    return TopicPage.objects.get(pk=page.pk)


def schedule(page, hours: int) -> None:
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=hours))


def put_in_review(page, state: str = WorkflowState.STATUS_IN_PROGRESS) -> None:
    workflow, _ = Workflow.objects.get_or_create(name="Any")
    WorkflowState.objects.create(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=workflow,
        status=state,
    )


class StatusOfTests:
    def test_new_page_is_a_draft(self, topic):
        assert status_of(stored(topic)) is status.DRAFT

    def test_published_page_is_live(self, topic):
        topic.save_revision().publish()
        assert status_of(stored(topic)) is status.LIVE

    def test_live_page_with_newer_text_is_live_with_changes(self, topic):
        topic.save_revision().publish()
        stored(topic).save_revision()
        assert status_of(stored(topic)) is status.LIVE_CHANGES

    def test_page_that_waits_for_its_moment_is_scheduled(self, topic):
        topic.go_live_at = timezone.now() + timedelta(hours=3)
        topic.save_revision().publish()
        assert status_of(stored(topic)) is status.SCHEDULED

    def test_submitted_page_is_in_review(self, topic):
        put_in_review(topic)
        assert status_of(stored(topic)) is status.IN_REVIEW

    def test_page_sent_back_is_a_draft_again(self, topic):
        put_in_review(topic, WorkflowState.STATUS_NEEDS_CHANGES)
        assert status_of(stored(topic)) is status.DRAFT

    def test_page_taken_offline_is_retired(self, topic):
        topic.save_revision().publish()
        stored(topic).unpublish()
        assert status_of(stored(topic)) is status.RETIRED

    def test_copy_of_a_retired_page_is_a_draft(self, topic):
        topic.save_revision().publish()
        stored(topic).unpublish()
        copy = stored(topic).copy(update_attrs={"slug": "acne-2"}, keep_live=False)
        assert status_of(stored(copy)) is status.DRAFT


class StatusWordTests:
    def test_database_gives_every_page_the_word_status_of_gives(self):
        root = Page.get_first_root_node()
        for number, combination in enumerate(product([False, True], repeat=5)):
            live, has_changes, was_live, is_scheduled, is_in_review = combination
            page = root.add_child(instance=TopicPage(title=f"Topic {number}", slug=f"topic-{number}", live=False))
            if is_scheduled:
                schedule(page, hours=1)
            if is_in_review:
                put_in_review(page)
            Page.objects.filter(pk=page.pk).update(
                live=live,
                has_unpublished_changes=has_changes,
                last_published_at=timezone.now() if was_live else None,
            )
        pages = Page.objects.type(TopicPage).annotate(status_word=status_word())
        words = {page.title: page.status_word for page in pages}
        assert words == {page.title: status_of(stored(page)).word for page in pages}
        assert set(words.values()) == {word for word, _ in status.STATUS_CHOICES}

    def test_listing_says_the_words_without_a_query_for_each_page(self, topic, django_assert_num_queries):
        put_in_review(topic)
        pages = TopicPage.objects.specific().annotate_approved_schedule().prefetch_workflow_states()
        pages = status.annotate_overdue(pages)
        with django_assert_num_queries(3):
            words = [(status_of(page).word, is_overdue(page)) for page in pages]
        assert words == [("In review", False)]


class HavingStatusTests:
    def test_keeps_only_pages_of_the_asked_words(self, topic):
        live = Page.get_first_root_node().add_child(instance=TopicPage(title="Milia", slug="milia", live=False))
        live.save_revision().publish()
        assert list(having_status(TopicPage.objects.all(), ["Live", "Retired"])) == [stored(live)]
        assert list(having_status(TopicPage.objects.all(), ["Draft"])) == [topic]

    def test_can_be_searched_within(self, topic):
        assert list(having_status(TopicPage.objects.all(), ["Draft"]).autocomplete("acn")) == [topic]


class OverdueTests:
    def test_page_whose_moment_has_passed_is_overdue(self, topic):
        schedule(topic, hours=-1)
        assert is_overdue(stored(topic))
        assert status.annotate_overdue(TopicPage.objects.all()).get().past_schedule

    def test_page_whose_moment_is_ahead_is_not(self, topic):
        schedule(topic, hours=1)
        assert not is_overdue(stored(topic))
        assert not status.annotate_overdue(TopicPage.objects.all()).get().past_schedule
