"""What is due, and in which order."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from editorial.scheduling.due import due, forget_settled, held, next_moment, ready
from editorial.scheduling.models import Attempt, Kind
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, hold_all, item_of, planned
from tests.publication import published

pytestmark = pytest.mark.django_db


def tried(page, next_try_at):
    """A page that was tried before."""
    item = item_of(page)
    Attempt.objects.create(kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=next_try_at)
    return page


class DueTests:
    def test_pages_and_expiries_come_in_the_order_of_their_moments(self, site_tree, clock):
        late, early = planned(TEN), planned(NINE)
        gone = expiring(published(BlogPostPage), NINE)
        assert due(EIGHT) == []
        assert [(item.kind, item.moment) for item in due(TEN)] == [
            (Kind.EXPIRE, NINE),
            (Kind.GO_LIVE, NINE),
            (Kind.GO_LIVE, TEN),
        ]
        assert {item.target_id for item in due(TEN)} == {gone.pk, item_of(early).target_id, item_of(late).target_id}

    def test_what_was_tried_before_comes_last(self, site_tree, clock):
        stubborn, late = tried(planned(NINE), TEN), planned(TEN)
        assert [item.target_id for item in due(TEN)] == [item_of(late).target_id, item_of(stubborn).target_id]


class ReadyTests:
    def test_what_waits_for_its_next_try_is_left_out(self, site_tree, clock):
        tried(planned(NINE), TEN)
        assert len(due(NINE)) == 1
        assert ready(NINE) == []
        assert len(ready(TEN)) == 1


class HeldTests:
    def test_what_a_hold_covers_is_due_and_held_and_not_ready(self, site_tree, clock):
        tried(planned(NINE), NINE)
        expiring(published(BlogPostPage), NINE)
        hold_all(TEN)
        assert [(item.kind, item.is_held) for item in due(NINE)] == [(Kind.EXPIRE, False), (Kind.GO_LIVE, True)]
        assert [item.kind for item in ready(NINE)] == [Kind.EXPIRE]
        assert [item.kind for item in held(NINE)] == [Kind.GO_LIVE]

    def test_they_come_in_the_order_they_were_planned_in(self, site_tree, clock):
        stubborn, late = tried(planned(NINE), NINE), planned(NINE + timedelta(minutes=1))
        hold_all(TEN)
        assert [item.target_id for item in held(TEN)] == [item_of(stubborn).target_id, item_of(late).target_id]


class NextMomentTests:
    def test_it_is_the_nearest_of_what_is_planned_expires_or_is_tried_again(self, site_tree, clock):
        assert next_moment(EIGHT) is None
        planned(TEN)
        assert next_moment(EIGHT) == TEN
        expiring(published(BlogPostPage), NINE)
        assert next_moment(EIGHT) == NINE
        assert next_moment(NINE) == TEN
        assert next_moment(TEN) is None


class ForgetSettledTests:
    def test_attempts_of_what_is_no_longer_due_are_forgotten(self, site_tree, clock):
        page, other = tried(planned(NINE), TEN), tried(planned(NINE), TEN)
        page.revisions.update(approved_go_live_at=None)
        forget_settled(due(NINE))
        assert Attempt.objects.get().target_id == item_of(other).target_id

    def test_where_nothing_is_to_be_forgotten_nobody_who_writes_is_waited_for(self, site_tree, clock):
        tried(planned(NINE), TEN)
        with CaptureQueriesContext(connection) as queries:
            forget_settled(due(NINE))
        assert {query["sql"].split()[0] for query in queries} == {"SELECT"}
