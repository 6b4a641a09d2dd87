"""What the rest of the schedule makes of bundles: one item with one attempt, one mail, one row on the dashboard."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import registry
from wagtail.models import Page

from blog.models import BlogPostPage
from core.status import FAILED, HELD, SCHEDULED, flag_of, status_of
from editorial.scheduling import runner
from editorial.scheduling.bundles.moving_end import move_end
from editorial.scheduling.calendar.entries import entries
from editorial.scheduling.due import held, next_moment
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.health import is_neglected
from editorial.scheduling.models import Attempt, Bundle, Kind
from editorial.scheduling.overview import standings, today
from editorial.scheduling.preflight import problems
from editorial.scheduling.targets import authors_of, bundle_of, page_lists, pages_behind
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import (
    bundle_of as made_of,
)
from tests.editorial.scheduling.bundles.launches import (
    changed_condition,
    item_of,
    launch,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, hold_all, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed(site_tree, clock, administrator, editor):
    """A launch by an administrator that failed at nine because of its post, which an editor wrote."""
    post = new_post(owner=editor)
    bundle = scheduled(post, changed_condition(post), user=administrator)
    break_revision(post, contributions=[])
    clock(NINE)
    mail.outbox.clear()
    runner.run()
    return bundle


class DueTests:
    def test_its_moments_wake_the_worker(self, site_tree, clock):
        assert next_moment(EIGHT) is None
        scheduled(new_post(), moment=NINE, ends_at=TEN)
        assert (next_moment(EIGHT), next_moment(NINE)) == (NINE, TEN)

    def test_it_is_held_as_one(self, site_tree, clock):
        bundle, _ = launch()
        hold_all(TEN)
        assert [(item.kind, item.target_id) for item in held(NINE)] == [(Kind.BUNDLE, bundle.pk)]

    def test_monitors_count_it_as_one(self, site_tree, clock):
        launch()
        later = NINE + timedelta(minutes=2)
        assert [is_neglected(one, later) for one in standings(later)] == [True]

    def test_what_is_moved_to_a_later_day_is_settled(self, failed, clock):
        assert Attempt.objects.count() == 1
        type(failed).objects.update(moment=TEN)
        runner.run()
        assert not Attempt.objects.exists()


class TargetsTests:
    def test_its_pages_and_people(self, site_tree, clock, administrator):
        post = new_post()
        condition = changed_condition(post)
        bundle = scheduled(post, condition, user=administrator)
        item = item_of(bundle)
        assert sorted(page_lists([item])[Kind.BUNDLE, bundle.pk]) == sorted([post.pk, condition.pk])
        assert {page.pk for page in pages_behind(item)} == {post.pk, condition.pk}
        assert bundle_of(item) == bundle
        assert administrator.pk in authors_of(item)
        bundle.delete()
        assert (authors_of(item), pages_behind(item)) == (set(), [])


class MailTests:
    def test_one_mail_names_who_blocks_it_and_leads_to_the_bundle(self, failed, administrator, editor):
        (message,) = mail.outbox
        assert sorted(message.to) == sorted([administrator.email, editor.email])
        assert message.subject == "“Spring launch” did not go live"
        assert "none of its pages went live" in message.body
        assert "“New balm”: Name at least one author" in message.body
        assert f"/admin/bundles/{failed.pk}/" in message.body

    def test_who_may_not_edit_all_of_it_is_told_nothing(self, failed, editor):
        editor.groups.clear()
        mail.outbox.clear()
        assert tell_authors.call(Attempt.objects.get().pk) == 1


class DashboardTests:
    def test_it_is_one_row_with_its_reason(self, failed, administrator, commerce):
        (entry,) = today(administrator, NINE)
        assert (entry.title, entry.flag, entry.what) == ("Spring launch", FAILED, "Go live together")
        assert entry.failure.startswith("“New balm”: Name at least one author")
        assert entry.address.endswith(f"/bundles/{failed.pk}/")
        assert today(commerce, NINE) == []

    def test_the_panel_shows_it(self, failed, administrator_client):
        words = said(administrator_client.get("/admin/"))
        assert "Spring launch Bundle Failed" in words

    def test_its_pages_are_flagged_in_listings(self, failed, clock):
        for page in pages_behind(item_of(failed)):
            page = Page.objects.get(pk=page.pk)
            assert flag_of(page) is FAILED
        hold_all(TEN)
        assert flag_of(Page.objects.get(pk=page.pk)) is HELD


class CalendarTests:
    def test_cards_show_its_name_in_one_query_for_all(self, site_tree, clock, administrator, django_assert_num_queries):
        posts = [new_post(title=f"Balm {number}") for number in range(3)]
        scheduled(*posts)
        alone = planned(NINE)
        pages = Page.objects.type(BlogPostPage)
        with django_assert_num_queries(6, exact=False):
            found = entries(administrator, pages, EIGHT, TEN)
        assert {entry.page.pk: entry.bundle for entry in found} == {
            **{post.pk: "Spring launch" for post in posts},
            alone.pk: "",
        }
        assert [status_of(entry.page) for entry in found] == [SCHEDULED] * 4


class PreflightTests:
    def test_whom_a_page_goes_with_counts_as_live(self, site_tree, clock):
        post = draft(BlogPostPage)
        page = changed_condition(post)
        made_of(page, post)
        version = page.latest_revision
        assert len(problems(version, NINE)) == 1
        assert problems(version, NINE, {post.pk}) == []


class HistoryTests:
    def test_each_action_has_words(self):
        labels = dict(registry.get_choices())
        assert {name for name in labels if name.startswith("bundles.")} == {
            "bundles.join",
            "bundles.leave",
            "bundles.kept",
            "bundles.end",
            "bundles.move_end",
        }

    def test_the_version_stays_the_pages_scheduled_one(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        assert BlogPostPage.objects.get(pk=page.pk).scheduled_revision == planned_revision(page)


class CachesTests:
    def kept(self, client, page) -> str:
        """How many seconds a shared cache keeps a page."""
        return client.get(page.get_url()).headers["Cache-Control"].partition("s-maxage=")[2]

    @pytest.fixture
    def running(self, site_tree, clock):
        """A launch of three pages that is live and ends at ten; nobody has written about them since."""
        bundle, pages = launch(ends_at=TEN)
        clock(NINE)
        runner.run()
        return bundle, pages

    def test_no_page_is_kept_past_the_end(self, running, clock, client):
        _, pages = running
        other = published(BlogPostPage)
        assert [self.kept(client, page) for page in pages] == ["60"] * 3
        clock(TEN - timedelta(seconds=25))
        assert [self.kept(client, page) for page in (*pages, other)] == ["25", "25", "25", "60"]

    def test_an_end_that_is_moved_or_taken_away_counts_at_once(self, running, clock, client, administrator):
        bundle, pages = running
        clock(TEN - timedelta(seconds=25))
        move_end(bundle.pk, TEN, TEN - timedelta(seconds=15), administrator)
        assert self.kept(client, pages[1]) == "10"
        move_end(bundle.pk, TEN - timedelta(seconds=15), None, administrator)
        assert self.kept(client, pages[1]) == "60"

    def test_what_is_over_is_no_change_to_come(self, running, clock, client):
        _, pages = running
        clock(TEN)
        assert self.kept(client, pages[1]) == "60"
        runner.run()
        assert self.kept(client, pages[1]) == "60"

    def test_a_live_page_is_not_kept_past_the_start(self, site_tree, clock, client):
        _, pages = launch()
        clock(NINE - timedelta(seconds=25))
        assert [self.kept(client, page) for page in pages[1:]] == ["25", "25"]

    def test_a_feed_is_not_kept_past_the_end_of_what_is_in_it(self, running, clock, client):
        clock(TEN - timedelta(seconds=25))
        assert client.get("/feed/").headers["Cache-Control"].endswith("s-maxage=25")

    def test_it_costs_no_query_of_its_own(self, running, clock, client):
        costs = []
        for moment in (NINE, TEN - timedelta(seconds=25)):
            clock(moment)
            client.get(running[1][1].get_url())
            with CaptureQueriesContext(connection) as queries:
                client.get(running[1][1].get_url())
            costs.append(len(queries))
        Bundle.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            client.get(running[1][1].get_url())
        assert [*costs, len(queries)] == [len(queries)] * 3
