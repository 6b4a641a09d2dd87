"""The filters of page listings."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from blog.models import BlogPostPage
from editorial.listings.viewsets import LISTINGS
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
    def test_narrows_by_what_asks_for_somebody(self, posts, where_posts_are, q, titles):
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
        over = BlogPostPage.objects.filter(title="Live care")
        over.update(expire_at=timezone.now() - timedelta(hours=1))
        assert titles(where_posts_are, q=q, flag="Failed") == ["Failed care"]
        assert set(titles(where_posts_are, q=q, flag="Overdue")) == {"Late care", "Live care"}
        assert set(titles(where_posts_are, q=q, flag=["Failed", "Overdue"])) == {
            "Late care",
            "Live care",
            "Failed care",
        }

    def test_stand_in_the_order_they_are_asked_for(self, desk):
        form = desk.get(reverse("posts:index")).context["filters"].form
        assert [field.label for field in form] == [
            *("Status", "Flag", "Author", "Topic"),
            *("Goes live", "Published", "Updated"),
        ]

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


class GoesLiveFilterTests:
    @pytest.fixture
    def planned(self):
        """``planned(title, moment)``: a post that goes live then."""
        return lambda title, moment: BlogPostPageFactory(title=title).save_revision(approved_go_live_at=moment)

    @pytest.mark.parametrize("q", ["", "care"])
    def test_narrows_by_the_days_of_the_schedule_also_while_searching(self, planned, where_posts_are, q, titles):
        BlogPostPageFactory(title="No care", go_live_at=datetime(2099, 3, 2, 9, tzinfo=UTC))
        for day in (1, 2, 3):
            planned(f"Care {day}", datetime(2099, 3, day, 9, tzinfo=UTC))
        first, last = {"goes_live_from": "2099-03-02"}, {"goes_live_to": "2099-03-02"}
        assert set(titles(where_posts_are, q=q, **first)) == {"Care 2", "Care 3"}
        assert set(titles(where_posts_are, q=q, **last)) == {"Care 1", "Care 2"}
        assert titles(where_posts_are, q=q, **first, **last) == ["Care 2"]

    def test_a_change_to_a_live_page_goes_live_too(self, planned, titles):
        page = publish(BlogPostPageFactory(title="Live care"))
        page.save_revision(approved_go_live_at=datetime(2099, 3, 2, 9, tzinfo=UTC))
        assert titles(reverse("posts:index"), goes_live_from="2099-03-02") == ["Live care"]

    def test_a_day_is_one_of_the_sites_clock(self, planned, settings, titles):
        settings.TIME_ZONE = "Asia/Tokyo"
        planned("Just before midnight", datetime(2099, 3, 2, 14, 59, 59, tzinfo=UTC))
        planned("Midnight", datetime(2099, 3, 2, 15, tzinfo=UTC))
        for day, title in (("2099-03-02", "Just before midnight"), ("2099-03-03", "Midnight")):
            assert titles(reverse("posts:index"), goes_live_from=day, goes_live_to=day) == [title]

    @pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
    def test_every_listing_has_it(self, desk, listing):
        assert "goes_live" in desk.get(reverse(f"{listing.name}:index")).context["filters"].form.fields

    def test_what_is_chosen_is_said_and_can_be_taken_back(self, planned, where_posts_are, desk, titles):
        planned("Care", datetime(2099, 3, 2, 9, tzinfo=UTC))
        query = {"goes_live_from": "2099-03-02", "goes_live_to": "2099-03-04", "status": "Scheduled"}
        response = desk.get(where_posts_are, query)
        (pill,) = [one for one in response.context["active_filters"] if one.field_label == "Goes live"]
        assert pill.value == "2 Mar 2099 - 4 Mar 2099"
        assert pill.removed_filter_url in response.content.decode().replace("&amp;", "&")
        left = parse_qs(urlsplit(pill.removed_filter_url).query)
        assert not [name for name in left if name.startswith("goes_live")]
        assert left["status"] == ["Scheduled"]
        assert titles(pill.removed_filter_url) == ["Care"]
