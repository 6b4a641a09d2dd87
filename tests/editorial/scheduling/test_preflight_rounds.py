"""Looks before planned pages go live, and what is kept."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.scheduling import preflight_rounds, runner
from editorial.scheduling.models import Concern, Look
from editorial.scheduling.moving import move
from editorial.scheduling.preflight_rounds import (
    addresses_of,
    claim,
    is_due,
    linking_to,
    look_at,
    order_due_looks,
    order_looks,
    order_looks_at_picture,
)
from tests.core import bodies
from tests.editorial.scheduling.looks import DAY_BEFORE, HOUR_BEFORE, IN_A_WEEK, kept, linking, round_at
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, is_live, planned
from tests.publication import draft, publish, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
SOON = EIGHT + timedelta(minutes=30)
IS_DRAFT = "It links to another page, which is a draft."


class RoundsTests:
    def test_what_is_found_when_scheduling_is_kept_and_mailed_to_nobody(self, site_tree, clock, writer):
        assert kept(linking(draft(BlogPostPage), owner=writer)) == [IS_DRAFT]
        assert mail.outbox == []

    def test_a_day_before_the_author_hears_of_it_once(self, site_tree, clock, writer):
        linking(draft(BlogPostPage, owner=writer, title="Sore skin"), owner=writer)
        assert round_at(clock, DAY_BEFORE - SECOND) == []
        (body,) = round_at(clock, DAY_BEFORE)
        assert "It links to “Sore skin”, which is a draft." in body
        assert round_at(clock, DAY_BEFORE + SECOND) == []
        assert round_at(clock, HOUR_BEFORE) == []

    def test_each_problem_has_a_mail_of_its_own(self, site_tree, clock, writer):
        linking(draft(BlogPostPage), published(BlogPostPage), planned(IN_A_WEEK + SECOND), owner=writer)
        assert len(round_at(clock, DAY_BEFORE)) == 2

    def test_an_hour_before_only_what_is_new_is_told(self, site_tree, clock, writer):
        other = published(BlogPostPage)
        page = linking(draft(BlogPostPage), other, owner=writer)
        round_at(clock, DAY_BEFORE)
        # Past every signal, as a program may.
        Page.objects.filter(pk=other.pk).update(expire_at=HOUR_BEFORE + SECOND)
        (body,) = round_at(clock, HOUR_BEFORE)
        assert "which goes offline on" in body
        assert len(kept(page)) == 2

    def test_with_less_than_a_day_to_go_the_next_round_is_the_hour(self, site_tree, clock, writer):
        linking(draft(BlogPostPage), moment=EIGHT + timedelta(hours=3), owner=writer)
        assert round_at(clock, EIGHT + SECOND) == []
        assert len(round_at(clock, TEN)) == 1

    def test_what_is_mended_is_forgotten_and_told_anew_when_it_comes_back(self, site_tree, clock, writer):
        other = draft(BlogPostPage)
        page = linking(other, owner=writer)
        round_at(clock, DAY_BEFORE)
        other = publish(other)
        assert kept(page) == []
        other.unpublish()
        assert kept(page) == ["It links to another page, which was taken offline."]
        assert round_at(clock, HOUR_BEFORE) == []

    def test_a_new_version_for_the_same_moment_is_the_same_plan(self, site_tree, clock, writer):
        page = linking(draft(BlogPostPage), owner=writer)
        round_at(clock, DAY_BEFORE)
        page = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        page.standfirst = "Shorter."
        page.save_revision().publish()
        assert round_at(clock, HOUR_BEFORE) == []
        assert kept(page) == [IS_DRAFT]

    def test_another_moment_is_another_plan(self, site_tree, clock, writer):
        page = linking(draft(BlogPostPage), owner=writer)
        assert len(round_at(clock, DAY_BEFORE)) == 1
        later = IN_A_WEEK + timedelta(days=7)
        move(page.scheduled_revision, later)
        assert (kept(page), Look.objects.get().moment) == ([IS_DRAFT], later)
        assert len(round_at(clock, later - timedelta(hours=24))) == 1

    def test_a_plan_that_is_over_is_forgotten(self, site_tree, clock):
        page = linking(draft(BlogPostPage), moment=NINE)
        assert kept(page)
        clock(NINE)
        runner.run()
        assert is_live(page)
        assert not Look.objects.exists()
        late = break_revision(planned(TEN), contributions=[])
        clock(TEN)
        order_due_looks(TEN)
        assert not Look.objects.filter(pk=late.pk).exists()

    def test_a_version_that_cannot_be_read_is_told_in_words(self, site_tree, clock, writer):
        break_revision(planned(IN_A_WEEK, owner=writer), published_at="yesterday")
        (body,) = round_at(clock, DAY_BEFORE)
        assert "The scheduled version cannot be read any more" in body

    def test_a_database_that_does_not_answer_is_no_concern(self, site_tree, clock, monkeypatch):
        def silent(revision, moment):
            raise OperationalError("gone away")

        page = planned(IN_A_WEEK)
        monkeypatch.setattr(preflight_rounds, "problems", silent)
        with pytest.raises(OperationalError):
            look_at.call(page.pk, is_round=True)
        assert kept(page) == []

    def test_a_page_nobody_noted_is_looked_at_when_its_time_comes(self, site_tree, clock, writer):
        linking(draft(BlogPostPage), owner=writer)
        Look.objects.all().delete()
        assert len(round_at(clock, DAY_BEFORE)) == 1

    def test_a_pass_costs_the_same_however_much_is_planned(self, site_tree, clock, django_assert_num_queries):
        for _ in range(3):
            planned(NINE)
        with django_assert_num_queries(3):
            assert order_due_looks(EIGHT) == 0


class GonePageTests:
    """A version that outlives its page is nothing to look at, and keeps nobody from the others."""

    @pytest.fixture
    def gone(self, site_tree, clock):
        page = planned(NINE)
        Look.objects.all().delete()
        page.revisions.update(object_id="999999")
        return 999999

    def test_no_round_begins(self, gone):
        assert order_due_looks(EIGHT) == 0
        assert not Look.objects.exists()

    def test_a_look_finds_nothing(self, gone):
        assert look_at.call(gone) == 0
        assert not Look.objects.exists()

    def test_a_plan_is_not_noted(self, gone):
        preflight_rounds.note_plan(gone, NINE)
        assert not Look.objects.exists()


class IsDueTests:
    def test_once_for_each_round_that_has_come(self):
        def due(looked_at, now):
            return is_due(Look(moment=IN_A_WEEK, looked_at=looked_at), IN_A_WEEK, now)

        assert not due(EIGHT, DAY_BEFORE - SECOND)
        assert due(EIGHT, DAY_BEFORE)
        assert not due(DAY_BEFORE, HOUR_BEFORE - SECOND)
        assert due(DAY_BEFORE, HOUR_BEFORE)
        assert not due(HOUR_BEFORE, IN_A_WEEK)
        assert due(None, DAY_BEFORE)
        assert not is_due(None, IN_A_WEEK, DAY_BEFORE - SECOND)
        assert is_due(Look(moment=NINE, looked_at=HOUR_BEFORE), IN_A_WEEK, HOUR_BEFORE)


class ClaimTests:
    def test_of_two_workers_one_looks(self, site_tree, clock):
        page = planned(IN_A_WEEK)
        look = Look.objects.get()
        assert claim(page.pk, look, IN_A_WEEK, DAY_BEFORE)
        assert not claim(page.pk, look, IN_A_WEEK, DAY_BEFORE)
        assert not claim(page.pk, None, IN_A_WEEK, DAY_BEFORE)

    def test_a_moment_that_was_changed_unseen_starts_anew(self, site_tree, clock):
        page = linking(draft(BlogPostPage))
        assert claim(page.pk, Look.objects.get(), IN_A_WEEK + SECOND, DAY_BEFORE)
        assert kept(page) == []
        assert Look.objects.get().moment == IN_A_WEEK + SECOND


class LookAtTests:
    def test_what_is_not_planned_any_more_is_forgotten(self, site_tree, clock):
        page = linking(draft(BlogPostPage))
        page.revisions.update(approved_go_live_at=None)
        assert look_at.call(page.pk) == 0
        assert not Concern.objects.exists()

    def test_a_moment_that_was_changed_unseen_starts_anew(self, site_tree, clock):
        page = linking(draft(BlogPostPage))
        Concern.objects.update(told_at=EIGHT)
        page.revisions.filter(approved_go_live_at=IN_A_WEEK).update(approved_go_live_at=TEN)
        assert look_at.call(page.pk, is_round=True) == 1
        assert Look.objects.get().moment == TEN

    def test_a_change_that_brings_nothing_new_is_not_told_before_the_round(self, site_tree, clock, writer):
        other = draft(BlogPostPage)
        page = linking(other, owner=writer)
        assert look_at.call(page.pk, is_change=True) == 0
        assert len(round_at(clock, DAY_BEFORE)) == 1


class LastLookTests:
    """Less than an hour before there is no round to come: who did not plan the page would hear of nothing."""

    def test_the_author_hears_what_a_reviewer_saw_on_approving(self, site_tree, clock, writer, editor_client, approve):
        link = bodies.text(f'<p><a linktype="page" id="{draft(BlogPostPage).pk}">More</a></p>')
        page = draft(BlogPostPage, owner=writer, title="Calm skin", go_live_at=SOON, body=[link])
        page.get_workflow().start(page, writer)
        mail.outbox.clear()
        approve(editor_client, page)
        assert kept(page) == [IS_DRAFT]
        (message,) = [one for one in mail.outbox if IS_DRAFT in one.body]
        assert message.to == [writer.email]

    def test_and_what_a_colleague_saw_on_moving_it(self, site_tree, clock, writer, editor_client):
        page = linking(draft(BlogPostPage), moment=TEN, owner=writer)
        assert mail.outbox == []
        data = {"page": page.pk, "before": TEN.isoformat(), "day": "2026-03-02", "slot": SOON.isoformat()}
        editor_client.post(reverse("calendar_drop"), data)
        (message,) = mail.outbox
        assert (message.to, Look.objects.get().moment) == ([writer.email], SOON)
        assert look_at.call(page.pk, is_round=True) == 0

    def test_whoever_plans_it_has_seen_it_on_the_screen(self, site_tree, clock, writer, editor):
        with LogContext(user=writer):
            page = linking(draft(BlogPostPage), moment=SOON, owner=writer)
        assert kept(page) == [IS_DRAFT]
        assert mail.outbox == []
        with LogContext(user=editor):
            linking(draft(BlogPostPage), moment=SOON, owner=writer)
        assert [message.to for message in mail.outbox] == [[writer.email]]

    def test_what_a_program_plans_nobody_has_seen(self, site_tree, clock, writer):
        linking(draft(BlogPostPage), moment=NINE, owner=writer)
        assert [message.to for message in mail.outbox] == [[writer.email]]
        linking(draft(BlogPostPage), moment=NINE + SECOND, owner=writer)
        assert len(mail.outbox) == 1


class OrderLooksTests:
    def test_while_nothing_is_planned_one_query_is_all_it_costs(self, site_tree, clock, django_assert_num_queries):
        for order in (order_looks, order_looks_at_picture):
            with django_assert_num_queries(1):
                order(site_tree.blog.pk)


class LinkingToTests:
    def test_planned_pages_that_name_it(self, site_tree, clock):
        other = draft(BlogPostPage)
        page, elsewhere = linking(other), draft(BlogPostPage)
        assert page.pk in linking_to(other.pk)
        assert linking_to(page.pk) == set()
        assert elsewhere.pk not in linking_to(other.pk)

    def test_all_of_them_when_others_stand_below_it(self, site_tree, clock):
        below, elsewhere = planned(NINE), planned(NINE)
        assert linking_to(site_tree.blog.pk) == {below.pk, elsewhere.pk}
        draft(TopicPage)
        assert linking_to(site_tree.topics.pk) == {below.pk, elsewhere.pk}

    def test_those_that_want_the_address_it_has_or_takes(self, site_tree, clock):
        page, other = published(BlogPostPage), published(BlogPostPage, slug="warm")
        page.slug, page.go_live_at = "calm", TEN
        page.save_revision().publish()
        assert addresses_of(other) == {"warm"}
        other.slug, other.go_live_at = "calm", NINE
        other.save_revision().publish()
        assert addresses_of(Page.objects.get(pk=other.pk)) == {"warm", "calm"}
        assert page.pk in linking_to(other.pk)
        BlogPostPage.objects.filter(pk=other.pk).update(slug="calm")
        other.revisions.update(approved_go_live_at=None)
        assert page.pk in linking_to(other.pk)
