"""The status of a page in the admin."""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowState

from blog.models import BlogPostPage
from core.plan import named_time
from core.templatetags.status_tags import missed_time, page_status, with_zone
from editorial.scheduling import runner
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import draft, published
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


class PageStatusTagTests:
    def test_shows_icon_and_word(self, topic):
        html = render_to_string("core/page_status.html", page_status(topic))
        assert "#icon-draft" in html
        assert "Draft" in html
        assert "Overdue" not in html

    def test_shows_the_moment_a_page_or_a_change_to_it_is_planned_for(self, topic):
        moment = timezone.now() + timedelta(hours=1)
        topic.save_revision().publish()
        stored(topic).save_revision(approved_go_live_at=moment)
        html = render_to_string("core/page_status.html", page_status(stored(topic)))
        assert "Live + changes" in html
        assert with_zone(moment) in html

    def test_shows_the_flag_beside_the_word(self, topic):
        schedule(topic, hours=-1)
        html = render_to_string("core/page_status.html", page_status(stored(topic)))
        assert "Scheduled" in html
        assert "Overdue" in html

    def test_what_did_not_happen_is_red_and_nothing_else_is(self, topic):
        assert "status--critical" not in render_to_string("core/page_status.html", page_status(topic))
        schedule(topic, hours=-1)
        html = render_to_string("core/page_status.html", page_status(stored(topic)))
        assert html.count('<span class="w-status status--critical">') == 1


class MissedTimeTests:
    def word(self, page):
        """What is said about a page, fetched as lists fetch it."""
        return missed_time(Page.objects.annotate(named=named_time()).get(pk=page.pk))

    def test_a_time_that_passed_while_nothing_was_scheduled_is_told_of_every_draft(
        self, site_tree, clock, writer, editor
    ):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        assert self.word(page) == ""
        clock(TEN)
        assert self.word(page) == with_zone(NINE) == "Mon 2 Mar 09:00 (London)"
        page.get_workflow().start(page, writer)
        assert self.word(page) == with_zone(NINE)
        page.current_workflow_task_state.approve(user=editor)
        assert self.word(page) == with_zone(NINE)

    def test_so_it_is_of_changes_to_a_live_page(self, site_tree, clock):
        page = published(BlogPostPage)
        page.go_live_at = NINE
        page.save_revision()
        clock(TEN)
        assert self.word(page) == with_zone(NINE)

    def test_a_time_that_is_kept_or_was_used_is_not_missed(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        assert self.word(page) == ""
        runner.run()
        assert self.word(page) == ""

    def test_one_without_a_time_has_none_to_miss(self, site_tree, clock, writer):
        page = draft(BlogPostPage, owner=writer)
        page.get_workflow().start(page, writer)
        assert self.word(page) == ""
