"""What the rest of the schedule makes of bundles: one item with one attempt, one mail, one row on the dashboard."""

from datetime import timedelta

import pytest
from django.core import mail
from wagtail.log_actions import registry
from wagtail.models import Page

from blog.models import BlogPostPage
from core.status import FAILED, HELD, SCHEDULED, flag_of, status_of
from editorial.scheduling import runner
from editorial.scheduling.calendar.entries import entries
from editorial.scheduling.due import due, held, next_moment
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.health import count, untried
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.overview import today
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
from tests.publication import draft

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
        assert untried(due(NINE), NINE + timedelta(minutes=2)) == 1

    def test_what_is_moved_to_a_later_day_is_settled(self, failed, clock):
        assert count(due(NINE), Attempt.objects.all()) == 1
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
        }

    def test_the_version_stays_the_pages_scheduled_one(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        assert BlogPostPage.objects.get(pk=page.pk).scheduled_revision == planned_revision(page)
