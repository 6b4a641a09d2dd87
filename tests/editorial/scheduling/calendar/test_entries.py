"""What a calendar shows, and to whom."""

from datetime import UTC, timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.status import DRAFT, EXPIRING, LIVE, LIVE_CHANGES, OVERDUE, SCHEDULED
from editorial.scheduling.calendar.entries import articles, entries
from tests.editorial.scheduling.mornings import EIGHT, NINE
from tests.publication import draft, published

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def seen(user, start=EIGHT - DAY, end=EIGHT + DAY):
    """Page, moment, word and flag of each entry."""
    found = entries(user, Page.objects.type(BlogPostPage), start, end)
    return [(one.page.pk, one.moment, one.status, one.flag) for one in found]


def scheduled(page, moment):
    """The page with its latest changes waiting for a moment."""
    page.go_live_at = moment
    page.save_revision().publish()
    return page


class EntriesTests:
    def test_each_kind_stands_at_its_moment_the_earliest_first(self, clock, administrator, site_tree):
        live = published(BlogPostPage, published_at=EIGHT - timedelta(hours=3), expire_at=NINE + timedelta(hours=3))
        waiting = scheduled(draft(BlogPostPage), NINE)
        loose = draft(BlogPostPage, go_live_at=NINE + timedelta(hours=1))
        change = scheduled(published(BlogPostPage, published_at=EIGHT - 9 * DAY), NINE + timedelta(hours=2))

        assert seen(administrator) == [
            (live.pk, live.published_at, LIVE, None),
            (waiting.pk, NINE, SCHEDULED, None),
            (loose.pk, loose.go_live_at, DRAFT, None),
            (change.pk, NINE + timedelta(hours=2), LIVE_CHANGES, None),
            (live.pk, live.expire_at, EXPIRING, None),
        ]

    def test_a_date_nothing_waits_for_is_told_apart(self, clock, administrator, site_tree):
        draft(BlogPostPage, go_live_at=NINE)
        scheduled(draft(BlogPostPage), NINE)
        pages = Page.objects.type(BlogPostPage)
        assert sorted(one.is_loose for one in entries(administrator, pages, EIGHT, EIGHT + DAY)) == [False, True]

    def test_what_should_have_happened_is_overdue(self, clock, administrator, site_tree):
        page = scheduled(draft(BlogPostPage), NINE)
        clock(NINE + timedelta(hours=1))
        assert seen(administrator) == [(page.pk, NINE, SCHEDULED, OVERDUE)]

    def test_the_first_moment_belongs_to_it_and_the_last_does_not(self, clock, administrator, site_tree):
        scheduled(draft(BlogPostPage), NINE)
        assert len(seen(administrator, NINE, NINE + DAY)) == 1
        assert seen(administrator, EIGHT, NINE) == []

    def test_a_writer_sees_what_is_live_and_no_plan_of_others(self, clock, writer, site_tree):
        live = published(BlogPostPage, published_at=EIGHT, expire_at=NINE)
        own = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        scheduled(draft(BlogPostPage), NINE)
        draft(BlogPostPage, go_live_at=NINE)

        assert [(page, status) for page, _, status, _ in seen(writer)] == [(live.pk, LIVE), (own.pk, DRAFT)]

    def test_the_newest_title_is_for_those_who_may_edit_the_page(self, clock, administrator, writer, site_tree):
        page = published(BlogPostPage, title="Calm skin", published_at=EIGHT)
        page.title = "Calmer skin"
        page.save_revision()
        for user, title in ((administrator, "Calmer skin"), (writer, "Calm skin")):
            (entry,) = entries(user, Page.objects.type(BlogPostPage), EIGHT, NINE)
            assert entry.title == title

    def test_its_words_are_what_it_can_be_filtered_by(self, clock, administrator, site_tree):
        scheduled(draft(BlogPostPage), NINE)
        clock(NINE + timedelta(hours=1))
        entry = entries(administrator, Page.objects.type(BlogPostPage), EIGHT, EIGHT + DAY)[0]
        assert (entry.words, entry.time) == ({"Scheduled", "Overdue"}, NINE.astimezone(UTC).strftime("%H:%M"))


class ArticlesTests:
    def test_articles_alone_are_planned(self, site_tree):
        post = draft(BlogPostPage)
        assert post.pk in set(articles().values_list("pk", flat=True))
        assert site_tree.blog.pk not in set(articles().values_list("pk", flat=True))
