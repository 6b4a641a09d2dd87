"""The home page."""

from datetime import UTC, datetime

import pytest

from articles.models import Change, ChangeKind
from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from home.models import StandardPage
from home.reading import POSTS
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(site_tree):
    """The home page of the fixed site."""
    return site_tree.home


def post(day, **values):
    """A post published on one day of a January."""
    return published(BlogPostPage, published_at=datetime(2026, 1, day, 9, tzinfo=UTC), **values)


class LeadTests:
    def test_the_newest_post_leads_where_nobody_chose(self, home, client):
        post(1)
        newest = post(2)

        assert client.get("/").context["lead"] == newest

    def test_the_chosen_piece_leads_as_its_own_type(self, home, client):
        post(1)
        condition = published(ConditionPage)
        home.lead = condition
        publish(home)

        assert client.get("/").context["lead"] == condition
        assert isinstance(client.get("/").context["lead"], ConditionPage)
        assert condition not in client.get("/").context["conditions"]

    def test_a_chosen_piece_readers_may_not_see_gives_way(self, home, client):
        newest = post(1)
        home.lead = draft(ConditionPage)
        publish(home)

        assert client.get("/").context["lead"] == newest

    def test_an_empty_site_has_no_lead(self, home, client):
        assert client.get("/").context["lead"] is None


class SectionTests:
    def test_the_lead_is_not_repeated_and_the_list_is_cut(self, home, client):
        posts = [post(day) for day in range(1, POSTS + 3)]

        shown = client.get("/").context["posts"]

        assert [page.pk for page in shown] == [page.pk for page in reversed(posts[-POSTS - 1 : -1])]

    def test_each_section_holds_its_own_type(self, home, client):
        question, condition = published(QuestionPage), published(ConditionPage)

        context = client.get("/").context

        assert question in context["questions"]
        assert condition in context["conditions"]


class CorrectionsTests:
    def record(self, page, kind, day):
        return Change.objects.create(page=page, kind=kind, happened_at=datetime(2025, 1, day, tzinfo=UTC))

    def test_every_correction_is_listed_newest_first(self, client, site_tree):
        post, condition = published(BlogPostPage), published(ConditionPage)
        old, new = self.record(post, ChangeKind.CORRECTION, 1), self.record(condition, ChangeKind.CORRECTION, 2)
        self.record(post, ChangeKind.UPDATE, 3)
        assert StandardPage.objects.get(slug="corrections").corrections == [new, old]
        published(StandardPage, slug="put-right", is_corrections=True)
        assert condition.title in client.get("/put-right/").content.decode()

    def test_pages_readers_may_not_see_are_not_named(self, site_tree):
        post = published(BlogPostPage)
        self.record(post, ChangeKind.CORRECTION, 1)
        post.unpublish()
        assert StandardPage.objects.get(slug="corrections").corrections == []
