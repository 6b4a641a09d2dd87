"""What the calendar's address narrows it to."""

from datetime import date

import pytest
from django.http import QueryDict

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.scheduling.calendar.filters import CalendarForm
from editorial.scheduling.calendar.period import View
from people.models import PersonPage
from tests.people.factories import written_by
from tests.publication import published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def asked(address: str) -> CalendarForm:
    return CalendarForm(QueryDict(address), TODAY)


def keys(form: CalendarForm) -> set[int]:
    return set(form.pages().values_list("pk", flat=True))


class PeriodTests:
    def test_it_opens_with_this_month(self):
        assert (asked("").period.view, asked("").period.on) == (View.MONTH, TODAY)

    def test_view_and_day_stand_in_the_address(self):
        period = asked("view=week&on=2027-01-05").period
        assert (period.view, period.on) == (View.WEEK, date(2027, 1, 5))

    @pytest.mark.parametrize("address", ["view=year&on=yesterday", "on=2027-13-40", "view=&on=%00", "author=x&type=9"])
    def test_what_makes_no_sense_counts_as_not_said(self, site_tree, address):
        form = asked(address)
        assert (form.period.view, form.period.on, form.is_narrowed) == (View.MONTH, TODAY, False)
        assert form.pages().count() >= 0


class PagesTests:
    @pytest.fixture
    def post(self, site_tree):
        self.ana, self.backs = published(PersonPage), published(TopicPage)
        return published(BlogPostPage, contributions=written_by(self.ana), topics=[self.backs])

    def test_articles_alone_are_planned(self, site_tree, post):
        assert keys(asked("")) >= {post.pk}
        assert not keys(asked("")) & {self.ana.pk, self.backs.pk, site_tree.blog.pk}

    def test_type_author_and_topic_narrow_it(self, post):
        other = published(ConditionPage)
        assert other.pk in keys(asked(""))
        for address in ("type=blogpostpage", f"author={self.ana.pk}", f"topic={self.backs.pk}"):
            form = asked(address)
            assert form.is_narrowed
            assert keys(form) == {post.pk}
