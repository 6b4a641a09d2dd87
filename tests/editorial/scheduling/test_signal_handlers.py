"""Changes that have planned pages looked at again."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionIndexPage, QuestionPage
from editorial.scheduling.bundles.moving_end import move_end
from editorial.scheduling.models import Look
from editorial.scheduling.moving import move
from editorial.scheduling.signal_handlers import note_moved
from ingredients.models import IngredientPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.looks import IN_A_WEEK, kept, linking
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.images.factories import SiteImageFactory
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

    def test_a_linked_page_that_is_published_with_an_end_before_it(self, site_tree, clock, writer):
        other = published(BlogPostPage)
        page = linking(other, owner=writer)
        mail.outbox.clear()
        other.expire_at = IN_A_WEEK - timedelta(days=1)
        other = publish(other)
        (words,) = told()
        assert "which goes offline on Sun 8 Mar 09:00." in words
        other.expire_at = None
        publish(other)
        assert kept(page) == []

    def test_a_linked_page_whose_bundle_gets_an_end(self, site_tree, clock, writer, administrator):
        post = new_post()
        bundle = scheduled(post, moment=NINE)
        page = linking(post, owner=writer)
        mail.outbox.clear()
        move_end(bundle.pk, None, TEN, administrator)
        (words,) = told()
        assert "which goes offline on Mon 2 Mar 10:00." in words
        move_end(bundle.pk, TEN, None, administrator)
        assert kept(page) == []

    def test_a_picture_that_is_deleted(self, site_tree, clock, writer):
        picture = SiteImageFactory()
        planned(IN_A_WEEK, owner=writer, image=picture)
        planned(IN_A_WEEK, owner=writer, image=SiteImageFactory())
        mail.outbox.clear()
        picture.delete()
        (words,) = told()
        assert "A picture it shows has been deleted: choose another." in words

    def test_a_picture_that_must_not_be_shown_any_more(self, site_tree, clock, writer):
        picture = SiteImageFactory()
        page = planned(IN_A_WEEK, owner=writer, image=picture)
        mail.outbox.clear()
        picture.is_clinical = True
        picture.save()
        (words,) = told()
        assert "will not go live" in words
        picture.is_clinical = False
        picture.save()
        assert kept(page) == []


class PlaceTests:
    """Where pages stand, and who may see what is there."""

    @pytest.fixture
    def offline(self, site_tree, clock):
        """A place that readers do not see."""
        site_tree.conditions.unpublish()
        return ConditionIndexPage.objects.get()

    def test_a_linked_page_that_is_moved_below_a_private_one(self, site_tree, clock, writer):
        other = published(BlogPostPage)
        linking(other, owner=writer)
        keep_private(site_tree.conditions)
        mail.outbox.clear()
        Page.objects.get(pk=other.pk).move(site_tree.conditions, pos="last-child")
        (words,) = told()
        assert "which is private." in words

    def test_it_is_moved_itself(self, offline, writer):
        page = planned(IN_A_WEEK, owner=writer)
        mail.outbox.clear()
        Page.objects.get(pk=page.pk).move(offline, pos="last-child")
        (words,) = told()
        assert "It stands below another page, which was taken offline." in words

    def test_a_page_above_is_moved(self, offline, site_tree, writer):
        planned(IN_A_WEEK, owner=writer)
        mail.outbox.clear()
        Page.objects.get(pk=site_tree.blog.pk).move(offline, pos="last-child")
        (words,) = told()
        assert "It stands below another page, which was taken offline." in words

    def test_another_order_of_the_same_pages_changes_nothing(self, site_tree, clock, django_assert_num_queries):
        planned(IN_A_WEEK)
        with django_assert_num_queries(0):
            note_moved(BlogPostPage, site_tree.blog, url_path_before="/home/blog/", url_path_after="/home/blog/")

    @pytest.mark.parametrize("at", ["page", "above"])
    def test_a_linked_page_that_becomes_private_and_public_again(self, site_tree, clock, writer, at):
        other = published(IngredientPage)
        page = planned(IN_A_WEEK, owner=writer, body=[bodies.seek_help(), bodies.ingredients(other)])
        mail.outbox.clear()
        restriction = keep_private(other if at == "page" else site_tree.ingredients)
        (words,) = told()
        assert "which is private." in words
        restriction.delete()
        assert kept(page) == []


class AddressTests:
    @pytest.fixture
    def promised(self, site_tree, clock, writer):
        """A page that is to take another address."""
        page = published(BlogPostPage, owner=writer)
        page.slug, page.go_live_at = "calm", IN_A_WEEK
        page.save_revision().publish()
        mail.outbox.clear()
        return page

    def is_blocked(self, page) -> bool:
        """Whether it was told, and told now, that the address is not free."""
        said, words = told(), kept(page)
        mail.outbox.clear()
        return len(said) == len(words) == 1 and "will not go live" in said[0] and words[0] in said[0]

    def test_a_new_page_takes_it_and_is_deleted(self, promised):
        other = draft(BlogPostPage, slug="calm")
        assert self.is_blocked(promised)
        Page.objects.get(pk=other.pk).delete()
        assert kept(promised) == []

    def test_a_page_takes_it_and_gives_it_back(self, promised, django_capture_on_commit_callbacks):
        other = draft(BlogPostPage, slug="warm")
        for slug in ("calm", "cool"):
            with django_capture_on_commit_callbacks(execute=True):
                other.slug = slug
                other.save()
            assert self.is_blocked(promised) is (slug == "calm")
        assert kept(promised) == []

    def test_a_page_is_moved_to_it_and_away(self, promised, site_tree):
        other = draft(QuestionPage, slug="calm")
        assert kept(promised) == []
        for index in (site_tree.blog, site_tree.questions):
            Page.objects.get(pk=other.pk).move(Page.objects.get(pk=index.pk), pos="last-child")
            assert self.is_blocked(promised) is (index == site_tree.blog)
        assert kept(promised) == []

    def test_another_plan_comes_first_and_is_given_up(self, promised, editor_client):
        other = published(BlogPostPage)
        other.slug, other.go_live_at = "calm", IN_A_WEEK - timedelta(days=1)
        other.save_revision().publish()
        assert len(kept(promised)) == len(told()) == 1
        other = BlogPostPage.objects.get(pk=other.pk)
        editor_client.post(
            reverse("wagtailadmin_pages:revisions_unschedule", args=[other.pk, other.scheduled_revision.pk])
        )
        assert kept(promised) == []


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
