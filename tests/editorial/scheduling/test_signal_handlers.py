"""Changes that have planned pages looked at again."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.scheduling.models import Look
from editorial.scheduling.moving import move
from tests.editorial.scheduling.looks import IN_A_WEEK, kept, linking
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def told() -> list[str]:
    """The subjects and words of all mail."""
    return [f"{message.subject}: {message.body}" for message in mail.outbox]


class RelatedChangeTests:
    def test_a_linked_page_that_is_taken_offline(self, site_tree, clock, writer):
        other = published(BlogPostPage, title="Sore skin", owner=writer)
        linking(other, owner=writer, title="Calm skin")
        mail.outbox.clear()
        other.unpublish()
        (words,) = told()
        assert words.startswith("“Calm skin” goes live Mon 9 Mar 09:00: one thing to look at first")
        assert "It links to “Sore skin”, which was taken offline." in words

    @pytest.mark.parametrize("make", [draft, published])
    def test_a_linked_page_that_is_deleted(self, site_tree, clock, writer, make):
        other = make(BlogPostPage)
        linking(other, owner=writer)
        mail.outbox.clear()
        Page.objects.get(pk=other.pk).delete()
        (words,) = told()
        assert "It links to a page that has been deleted." in words

    def test_a_linked_page_that_moves_past_it(self, site_tree, clock, writer):
        other = planned(NINE)
        page = linking(other, owner=writer, moment=NINE)
        assert kept(page) == []
        mail.outbox.clear()
        move(other.scheduled_revision, TEN)
        (words,) = told()
        assert "which goes live only on Mon 2 Mar 10:00." in words

    def test_a_linked_page_that_is_unscheduled_and_scheduled_again(self, site_tree, clock, writer, editor_client):
        other = planned(NINE)
        page = linking(other, owner=writer)
        mail.outbox.clear()
        url = reverse("wagtailadmin_pages:revisions_unschedule", args=[other.pk, other.scheduled_revision.pk])
        editor_client.post(url)
        (words,) = told()
        assert "which is a draft." in words
        other = BlogPostPage.objects.get(pk=other.pk).get_latest_revision_as_object()
        other.go_live_at = TEN
        other.save_revision().publish()
        assert kept(page) == []

    def test_a_page_above_that_is_taken_offline(self, site_tree, clock, writer):
        planned(NINE, owner=writer)
        mail.outbox.clear()
        site_tree.blog.unpublish()
        (words,) = told()
        assert "It stands below another page, which was taken offline." in words

    def test_only_what_the_change_brought_is_told(self, site_tree, clock, writer):
        other = published(BlogPostPage)
        page = linking(draft(BlogPostPage), other, owner=writer)
        mail.outbox.clear()
        other.unpublish()
        assert len(kept(page)) == 2
        (words,) = told()
        assert "which was taken offline" in words

    def test_a_page_that_nothing_leads_to_troubles_nobody(self, site_tree, clock, writer):
        linking(published(BlogPostPage), owner=writer)
        mail.outbox.clear()
        published(BlogPostPage).unpublish()
        assert told() == []


class OwnPlanTests:
    def test_scheduling_unscheduling_and_publishing_keep_the_look_right(self, site_tree, clock, editor_client):
        page = planned(IN_A_WEEK)
        assert (Look.objects.get().page_id, Look.objects.get().moment) == (page.pk, IN_A_WEEK)
        url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk])
        editor_client.post(url)
        assert not Look.objects.exists()
        page = planned(IN_A_WEEK)
        page.go_live_at = None
        publish(page)
        assert not Look.objects.exists()

    def test_taking_a_page_offline_takes_its_plan_with_it(self, site_tree, clock):
        page = published(BlogPostPage)
        page.go_live_at = IN_A_WEEK
        page.save_revision().publish()
        assert Look.objects.exists()
        BlogPostPage.objects.get(pk=page.pk).unpublish()
        assert not Look.objects.exists()
