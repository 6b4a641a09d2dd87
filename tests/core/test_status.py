"""Where a page stands, in words."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowState

from core import status
from core.status import flag_of, having_flag, having_status, planned_between, planned_for, status_of
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

MOMENT = datetime(2099, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def topic():
    """A draft, made as the create form makes one."""
    page = TopicPage(title="Acne", slug="acne", live=False)
    Page.get_first_root_node().add_child(instance=page)
    page.save_revision()
    return page


def stored(page) -> TopicPage:
    return TopicPage.objects.get(pk=page.pk)


class StatusTests:
    def test_what_did_not_happen_is_red_and_what_waits_on_purpose_is_not(self):
        assert [flag.word for flag in status.FLAGS if "status--critical" in flag.classname] == ["Failed", "Overdue"]
        assert not [one for one in status.STATUSES if "status--critical" in one.classname]
        assert status.LIVE.classname == "w-status w-status--primary"
        assert status.DRAFT.classname == "w-status"


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


class StageTests:
    def approve(self, page):
        """Have the latest text approved, as the last reviewer does."""
        put_in_review(page, WorkflowState.STATUS_APPROVED)
        TaskState.objects.create(
            workflow_state=WorkflowState.objects.get(),
            revision=page.latest_revision,
            task=Task.objects.create(name="Any"),
            status=TaskState.STATUS_APPROVED,
        )

    def test_approved_text_is_ready(self, topic):
        self.approve(topic)
        assert status_of(stored(topic)) is status.READY

    def test_what_was_changed_after_the_approval_is_a_draft_again(self, topic):
        self.approve(topic)
        stored(topic).save_revision()
        assert status_of(stored(topic)) is status.DRAFT

    def test_text_that_waits_for_another_approval_is_in_review(self, topic):
        self.approve(topic)
        put_in_review(topic)
        assert status_of(stored(topic)) is status.IN_REVIEW

    def test_another_app_says_what_an_idea_is(self, topic, monkeypatch):
        monkeypatch.setattr(status, "_stages", {})
        status.register_stage(status.IDEA, lambda: Q(slug="acne"))
        assert status_of(stored(topic)) is status.IDEA
        put_in_review(topic)
        assert status_of(stored(topic)) is status.IN_REVIEW

    def test_a_page_that_is_not_saved_yet_is_a_draft(self):
        assert status_of(TopicPage()) is status.DRAFT


class StatusWordTests:
    def test_what_readers_see_goes_before_the_schedule_and_that_before_a_review(self):
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
            words = [
                (live and has_changes, status.LIVE_CHANGES),
                (live, status.LIVE),
                (is_scheduled, status.SCHEDULED),
                (is_in_review, status.IN_REVIEW),
                (was_live, status.RETIRED),
                (True, status.DRAFT),
            ]
            assert status_of(stored(page)) is next(one for is_so, one in words if is_so), combination

    def test_listing_says_the_words_without_a_query_for_each_page(self, topic, django_assert_num_queries):
        put_in_review(topic)
        pages = status.annotate_schedule(TopicPage.objects.all())
        with django_assert_num_queries(1):
            words = [(status_of(page).word, flag_of(page)) for page in pages]
        assert words == [("In review", None)]


class HavingStatusTests:
    def test_keeps_only_pages_of_the_asked_words(self, topic):
        live = Page.get_first_root_node().add_child(instance=TopicPage(title="Milia", slug="milia", live=False))
        live.save_revision().publish()
        assert list(having_status(TopicPage.objects.all(), ["Live", "Retired"])) == [stored(live)]
        assert list(having_status(TopicPage.objects.all(), ["Draft"])) == [topic]

    def test_can_be_searched_within(self, topic):
        assert list(having_status(TopicPage.objects.all(), ["Draft"]).autocomplete("acn")) == [topic]


class FlagTests:
    @pytest.fixture
    def no_other_flags(self, monkeypatch):
        """Only what this module knows of itself."""
        monkeypatch.setattr(status, "_conditions", {})

    def both(self, topic):
        """The flag of a page by itself, and in a list."""
        return flag_of(stored(topic)), flag_of(status.annotate_schedule(TopicPage.objects.all()).get())

    def test_page_whose_moment_has_passed_is_overdue(self, topic):
        schedule(topic, hours=-1)
        assert self.both(topic) == (status.OVERDUE, status.OVERDUE)

    def test_page_whose_moment_is_ahead_is_not(self, topic):
        schedule(topic, hours=1)
        assert self.both(topic) == (None, None)

    def test_whoever_keeps_the_schedule_has_a_minute(self, topic):
        topic.save_revision(approved_go_live_at=timezone.now() - timedelta(seconds=50))
        assert self.both(topic) == (None, None)

    def test_page_readers_still_see_after_its_time_is_over_is_overdue(self, topic):
        topic.save_revision().publish()
        for ago, flag in ((timedelta(hours=1), status.OVERDUE), (timedelta(seconds=50), None)):
            TopicPage.objects.update(expire_at=timezone.now() - ago)
            assert self.both(topic) == (flag, flag)
        assert list(having_flag(TopicPage.objects.all(), ["Overdue"])) == []

    def test_page_that_went_offline_in_time_is_not(self, topic):
        TopicPage.objects.update(live=False, expire_at=timezone.now() - timedelta(hours=1))
        assert self.both(topic) == (None, None)

    def test_what_another_app_says_goes_before_it_in_the_order_it_was_said(self, topic, no_other_flags):
        schedule(topic, hours=-1)
        status.register_flag(status.FAILED, lambda: Q(slug="acne"))
        assert self.both(topic) == (status.FAILED, status.FAILED)
        status.register_flag(status.HELD, lambda: Q(slug="acne"))
        assert self.both(topic) == (status.FAILED, status.FAILED)

    def test_only_pages_of_the_asked_flags_are_kept_also_while_searching(self, topic):
        schedule(topic, hours=-1)
        assert list(having_flag(TopicPage.objects.all(), ["Overdue", "Failed"])) == [topic]
        assert list(having_flag(TopicPage.objects.all(), ["Overdue"]).autocomplete("acn")) == [topic]
        assert list(having_flag(TopicPage.objects.all(), ["Failed"])) == []


class PlannedBetweenTests:
    @pytest.mark.parametrize(
        ("start", "end", "is_kept"),
        [
            *((start, end, True) for start in (None, MOMENT) for end in (None, MOMENT)),
            (MOMENT + timedelta(seconds=1), None, False),
            (None, MOMENT - timedelta(seconds=1), False),
        ],
    )
    def test_keeps_what_is_planned_from_the_first_moment_to_the_last(self, topic, start, end, is_kept):
        topic.save_revision(approved_go_live_at=MOMENT)
        assert list(planned_between(TopicPage.objects.all(), start, end)) == [topic] * is_kept

    def test_what_is_not_planned_is_left_out(self, topic):
        TopicPage.objects.update(go_live_at=MOMENT)
        assert list(planned_between(TopicPage.objects.all(), None, None)) == []

    def test_a_change_to_a_live_page_is_planned_too_and_found_while_searching(self, topic):
        topic.save_revision().publish()
        stored(topic).save_revision(approved_go_live_at=MOMENT)
        assert list(planned_between(TopicPage.objects.all(), MOMENT, MOMENT).autocomplete("acn")) == [topic]


class PlannedForTests:
    def test_it_is_the_moment_in_the_schedule(self, topic):
        assert planned_for(stored(topic)) is None
        topic.save_revision(approved_go_live_at=MOMENT)
        assert planned_for(stored(topic)) == MOMENT

    def test_in_a_list_it_costs_no_query_for_each_page(self, topic, django_assert_num_queries):
        topic.save_revision(approved_go_live_at=MOMENT)
        pages = list(status.annotate_schedule(TopicPage.objects.all()))
        with django_assert_num_queries(0):
            assert [(planned_for(page), flag_of(page)) for page in pages] == [(MOMENT, None)]
