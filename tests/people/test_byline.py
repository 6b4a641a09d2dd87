"""Who answers for an article."""

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core.publishing import Problem
from home.models import HomePage, StandardPage
from people.byline import NAMED_TWICE, NOBODY, doubled_name, missing_byline
from people.models import Contribution, PersonPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


def problems(page):
    """What the byline of a page is told off for."""
    return list(missing_byline(page, timezone.now()))


class MissingBylineTests:
    """An article has an author or is the organisation's."""

    def post(self, *roles, **fields):
        page = BlogPostPage(title="Milia", **fields)
        page.contributions = [Contribution(role=role) for role in roles]
        return page

    def test_nobody_is_refused_at_the_byline(self):
        assert problems(self.post()) == [Problem("contributions", NOBODY)]

    def test_an_author_is_enough(self):
        assert problems(self.post("author")) == []

    def test_reviewer_and_contributor_do_not_make_an_author(self):
        assert problems(self.post("reviewer", "contributor")) == [Problem("contributions", NOBODY)]

    def test_the_organisation_is_enough(self):
        assert problems(self.post(has_organisation_byline=True)) == []

    def test_pages_that_show_no_byline_need_none(self):
        assert problems(StandardPage(title="About")) == []
        assert problems(HomePage(title="Home")) == []


class DoubledNameTests:
    """A name stands once for each part somebody had."""

    def said(self, *rows, page_type=BlogPostPage):
        page = page_type(title="Milia")
        page.contributions = [Contribution(person=person, role=role) for person, role in rows]
        return list(doubled_name(page, timezone.now()))

    def test_the_same_person_twice_in_a_role_is_refused(self):
        ana = PersonPage(pk=1, title="Ana Ruiz")
        assert self.said((ana, "author"), (ana, "author")) == [Problem("contributions", NAMED_TWICE)]

    def test_one_person_may_have_two_parts_and_two_people_the_same(self):
        ana, ben = PersonPage(pk=1, title="Ana Ruiz"), PersonPage(pk=2, title="Ben Adler")
        assert self.said((ana, "author"), (ben, "author"), (ana, "reviewer")) == []

    def test_pages_that_show_no_byline_are_not_asked(self):
        ana = PersonPage(pk=1, title="Ana Ruiz")
        assert self.said((ana, "author"), (ana, "author"), page_type=StandardPage) == []
