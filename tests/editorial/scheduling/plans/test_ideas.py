"""Planning a page that nobody has begun to write."""

import pytest
from wagtail.models import PageLogEntry

from blog.models import BlogPostPage
from core.status import IDEA, status_of
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.ideas import places, plan_page
from tests.editorial.scheduling.mornings import NINE
from tests.publication import published
from tests.users.factories import UserFactory
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def place_of(user, name="blogpostpage"):
    """Where a page of a type is planned."""
    return next(place for place in places(user) if place.name == name)


class PlacesTests:
    def test_each_type_somebody_may_add_has_one_in_the_order_of_the_words(self, site_tree, writer, administrator):
        labels = [place.label for place in places(administrator)]
        assert labels == sorted(labels)
        assert {"Post", "Condition", "Question", "Ingredient", "Product"} <= set(labels)
        assert {"Post"} <= {place.label for place in places(writer)} <= set(labels)
        assert place_of(writer).parent.specific == site_tree.blog

    def test_who_may_add_nothing_plans_nothing(self, site_tree):
        assert places(UserFactory()) == []

    def test_it_costs_the_same_for_many_pages(self, site_tree, administrator, django_assert_max_num_queries):
        for _ in range(5):
            published(BlogPostPage)
        with django_assert_max_num_queries(12):
            places(administrator)


class PlanPageTests:
    def test_it_is_an_idea_with_its_starting_blocks_and_what_was_agreed_on(self, site_tree, clock, editor, writer):
        topic = published(TopicPage)
        page = plan_page(
            place_of(editor), "Calm skin", editor, topic=topic, moment=NINE, assignee=writer, brief="For evenings."
        )
        page = BlogPostPage.objects.get(pk=page.pk)
        assert (status_of(page), page.live, page.slug) == (IDEA, False, "calm-skin")
        plan = PlannedPage.objects.get(page=page)
        assert (plan.moment, plan.assignee, plan.brief, plan.is_idea) == (NINE, writer, "For evenings.", True)
        draft = page.get_latest_revision_as_object()
        assert (draft.go_live_at, list(draft.topics.all())) == (NINE, [topic])
        assert [block.block_type for block in draft.body] == list(BlogPostPage.starter_blocks)
        assert PageLogEntry.objects.filter(page=page, action="wagtail.create", user=editor).exists()

    def test_whoever_writes_it_may(self, site_tree, clock, editor, writer):
        page = plan_page(place_of(editor), "Calm skin", editor, assignee=writer)
        assert page.permissions_for_user(writer).can_edit()
        assert plan_page(place_of(editor), "Calm skin", editor).owner == editor

    def test_a_second_page_of_one_title_has_an_address_of_its_own(self, site_tree, clock, editor):
        slugs = [plan_page(place_of(editor), title, editor).slug for title in ("Calm", "Calm", "!!!")]
        assert slugs == ["calm", "calm-1", "blogpostpage"]
