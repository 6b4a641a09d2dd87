"""What there is to mend, on the dashboard."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from editorial.scheduling.before_live import before_they_go_live
from editorial.scheduling.models import Look
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


class BeforeTheyGoLiveTests:
    def test_the_soonest_comes_first_with_all_there_is_to_mend(self, site_tree, clock, editor):
        late = linking(draft(BlogPostPage, title="Sore skin"), moment=TEN)
        soon = linking(draft(BlogPostPage, title="One"), draft(BlogPostPage, title="Two"), moment=NINE)
        first, second = before_they_go_live(editor)
        assert (first.page.pk, first.when, len(first.words)) == (soon.pk, "Mon 2 Mar 09:00 (London)", 2)
        assert (second.page.pk, second.words) == (late.pk, ["It links to “Sore skin”, which is a draft."])

    def test_what_keeps_a_page_offline_comes_first_and_is_marked(self, site_tree, clock, editor):
        linking(draft(BlogPostPage))
        assert not before_they_go_live(editor)[0].is_blocked
        Look.objects.get().concerns.create(words="Name an author.", is_blocking=True)
        (one,) = before_they_go_live(editor)
        assert one.is_blocked
        assert one.words[0] == "Name an author."

    def test_pages_of_others_are_neither_listed_nor_named(self, site_tree, clock, writer):
        hidden = draft(BlogPostPage, title="Sore skin")
        linking(hidden)
        assert before_they_go_live(writer) == []
        assert before_they_go_live(UserFactory()) == []
        linking(hidden, owner=writer)
        (one,) = before_they_go_live(writer)
        assert one.words == ["It links to another page, which is a draft."]

    def test_what_is_due_is_no_matter_of_before(self, site_tree, clock, editor):
        linking(draft(BlogPostPage), moment=NINE)
        clock(NINE)
        assert before_they_go_live(editor) == []

    def test_the_number_of_queries_is_the_same_for_one_and_for_many(
        self, site_tree, clock, editor, django_assert_num_queries
    ):
        linking(draft(BlogPostPage))
        before_they_go_live(editor)
        with CaptureQueriesContext(connection) as spent:
            before_they_go_live(editor)
        for _ in range(4):
            linking(draft(BlogPostPage), draft(BlogPostPage))
        with django_assert_num_queries(len(spent)):
            assert len(before_they_go_live(editor)) == 5
