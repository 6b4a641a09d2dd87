"""Listings of pages of one type."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blog.models import BlogPostPage
from home.models import HomePage
from tests.blog.factories import BlogPostPageFactory
from tests.edit_form import parsed
from tests.people.factories import PersonPageFactory, written_by
from tests.topics.factories import TopicPageFactory

pytestmark = pytest.mark.django_db


class OrderingTests:
    @pytest.mark.parametrize("ordering", ["title", "live", "first_published_at", "-latest_revision_created_at"])
    def test_can_be_ordered_also_while_searching(self, ordering, titles):
        BlogPostPageFactory(title="Calm skin")
        assert titles(reverse("posts:index"), ordering=ordering) == ["Calm skin"]
        assert titles(reverse("posts:index"), ordering=ordering, q="calm") == ["Calm skin"]

    def test_what_is_planned_comes_first_whichever_way_it_is_ordered_by_moment(self, titles):
        for title, day in (("Second", 2), ("Unplanned", None), ("First", 1)):
            moment = day and datetime(2099, 3, day, 9, tzinfo=UTC)
            BlogPostPageFactory(title=title).save_revision(approved_go_live_at=moment)
        address = reverse("posts:index")
        assert titles(address, ordering="planned_moment") == ["First", "Second", "Unplanned"]
        assert titles(address, ordering="-planned_moment") == ["Second", "First", "Unplanned"]
        assert titles(address, ordering="planned_moment", q="first") == ["First"]


class ExplorerTests:
    def test_mixed_pages_show_the_same_words(self, desk):
        html = desk.get(reverse("wagtailadmin_explore", args=[HomePage.objects.get().pk])).content.decode()
        assert "#icon-view" in html
        assert "Live" in html

    def test_details_of_mixed_pages_give_way_on_a_narrow_screen(self, desk):
        table = parsed(desk.get(reverse("wagtailadmin_explore", args=[HomePage.objects.get().pk])))
        kept = [cell.text.split() for cell in table.select("table.listing th:not(.listing-detail)")]
        assert [words[0] for words in kept if words] == ["Title", "Status"]

    def test_mixed_pages_can_be_narrowed_by_status(self, titles):
        draft = BlogPostPageFactory()
        shown = titles(
            reverse("wagtailadmin_explore", args=[HomePage.objects.get().pk]),
            status="Draft",
            content_type=ContentType.objects.get_for_model(BlogPostPage).pk,
        )
        assert shown == [draft.title]


class QueryCountTests:
    @pytest.mark.parametrize("query", [{}, {"goes_live_from": "2020-01-01", "flag": "Overdue"}], ids=["all", "some"])
    def test_is_the_same_for_few_and_many_posts(self, desk, where_posts_are, query):
        person, topic = PersonPageFactory(), TopicPageFactory()

        def add(count):
            for _ in range(count):
                page = BlogPostPageFactory(contributions=written_by(person), topics=[topic])
                page.save_revision(approved_go_live_at=timezone.now() - timedelta(hours=1))

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                desk.get(where_posts_are, query)
            return len(captured)

        add(4)
        queries()
        few = queries()
        add(16)
        assert queries() == few
