"""Naming other pages."""

import pytest

from blog.models import BlogPostPage
from core.publishing import Problem
from editorial.scheduling.naming import ProblemWithPage, may_name, named, words_for
from tests.publication import draft, published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


class WordsForTests:
    def test_a_page_is_named_to_those_who_may_know_and_to_nobody_else(self, site_tree, editor):
        page = draft(BlogPostPage, title="Calm skin")
        problems = [
            ProblemWithPage("", "It links to another page, which is a draft.", about=page.pk),
            Problem("", "No."),
        ]
        assert words_for(editor, problems) == ["It links to “Calm skin”, which is a draft.", "No."]
        assert words_for(UserFactory(), problems) == ["It links to another page, which is a draft.", "No."]

    def test_what_is_said_twice_is_said_once(self, site_tree, editor):
        problems = [ProblemWithPage("", "It is gone.", about=pk) for pk in (900001, 900002)]
        assert words_for(editor, problems) == ["It is gone."]

    def test_a_handful_of_problems_costs_a_handful_of_queries(
        self, site_tree, administrator, django_assert_max_num_queries
    ):
        problems = [ProblemWithPage("", "another page", about=draft(BlogPostPage).pk) for _ in range(6)]
        words_for(administrator, problems)
        with django_assert_max_num_queries(15):
            assert len(words_for(administrator, problems)) == 6


class MayNameTests:
    def test_what_readers_see_everybody_may_be_told(self, site_tree):
        assert may_name(UserFactory(), published(BlogPostPage))
        assert not may_name(UserFactory(), draft(BlogPostPage))
        assert not may_name(UserFactory(), None)


class NamedTests:
    def test_the_title_of_the_draft_stands_in_place_of_the_words(self, site_tree):
        page = published(BlogPostPage, title="Calm skin")
        page.draft_title = "Calmer skin"
        assert named("It stands below another page.", page) == "It stands below “Calmer skin”."
