"""The filters of page listings."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from blog.models import BlogPostPage
from editorial.scheduling.models import Attempt, Kind
from people.models import Contribution
from tests.blog.factories import BlogPostPageFactory
from tests.ingredients.factories import IngredientPageFactory
from tests.people.factories import PersonPageFactory, written_by
from tests.products.factories import ProductIndexPageFactory, ProductPageFactory
from tests.publication import publish
from tests.topics.factories import TopicPageFactory
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def overdue(page):
    """A page that should have gone live an hour ago."""
    Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    return page


class FilterTests:
    @pytest.fixture
    def posts(self):
        """A draft by Ana under Acne, and a live post by Bo under none."""
        ana, bo = PersonPageFactory(title="Ana"), PersonPageFactory(title="Bo")
        topic = TopicPageFactory(title="Acne")
        BlogPostPageFactory(title="Draft care", contributions=written_by(ana), topics=[topic])
        publish(BlogPostPageFactory(title="Live care", contributions=written_by(bo), topics=[]))
        return {"ana": ana, "bo": bo}

    @pytest.mark.parametrize("q", ["", "care"])
    def test_narrows_by_status_author_and_topic_also_while_searching(self, posts, q, titles):
        address = reverse("posts:index")
        topic = TopicPage.objects.get(title="Acne")
        assert titles(address, q=q, status="Live") == ["Live care"]
        assert len(titles(address, q=q, status=["Live", "Draft"])) == 2
        assert titles(address, q=q, author=posts["ana"].pk) == ["Draft care"]
        assert titles(address, q=q, topic=topic.pk) == ["Draft care"]
        assert titles(address, q=q, first_published_at_from="2020-01-01") == ["Live care"]

    @pytest.mark.parametrize("q", ["", "care"])
    @pytest.mark.parametrize("is_below_index", [False, True])
    def test_narrows_by_what_asks_for_somebody(self, posts, site_tree, q, is_below_index, titles):
        for title in ("Late care", "Failed care"):
            page = overdue(BlogPostPageFactory(title=title))
        Attempt.objects.create(
            kind=Kind.GO_LIVE,
            target_id=page.latest_revision_id,
            started_at=timezone.now(),
            next_try_at=timezone.now(),
            is_running=False,
            error="No",
        )
        below = reverse("wagtailadmin_explore", args=[site_tree.blog.pk])
        address = below if is_below_index else reverse("posts:index")
        assert titles(address, q=q, flag="Failed") == ["Failed care"]
        assert titles(address, q=q, flag="Overdue") == ["Late care"]
        assert set(titles(address, q=q, flag=["Failed", "Overdue"])) == {"Late care", "Failed care"}

    def test_stand_in_the_order_they_are_asked_for(self, desk):
        form = desk.get(reverse("posts:index")).context["filters"].form
        assert [field.label for field in form] == ["Status", "Flag", "Author", "Topic", "Published", "Updated"]

    def test_offers_only_people_who_wrote_something(self, desk, posts):
        reviewer = PersonPageFactory(title="Rae")
        page = BlogPostPage.objects.get(title="Draft care")
        page.contributions.add(Contribution(person=reviewer, role=Contribution.Role.REVIEWER))
        page.contributions.commit()
        offered = desk.get(reverse("posts:index")).context["filters"].form.fields["author"].queryset
        assert reviewer not in offered
        assert posts["ana"] in offered

    def test_products_are_narrowed_by_brand_and_relation(self, titles):
        own = ProductPageFactory(commercial_relation="own_brand")
        other = ProductPageFactory(commercial_relation="affiliate")
        address = reverse("products:index")
        assert titles(address, brand=own.brand.pk) == [own.title]
        assert titles(address, commercial_relation="affiliate") == [other.title]
        below = reverse("wagtailadmin_explore", args=[ProductIndexPageFactory().pk])
        assert titles(below, commercial_relation="affiliate", q=other.title) == [other.title]

    def test_ingredients_are_narrowed_by_topic(self, titles):
        topic = TopicPageFactory()
        page = IngredientPageFactory(topics=[topic])
        IngredientPageFactory(topics=[])
        assert titles(reverse("ingredients:index"), topic=topic.pk) == [page.title]
