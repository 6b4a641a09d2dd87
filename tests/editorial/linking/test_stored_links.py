"""Links in texts as they are stored."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.stored_links import text_links
from people.models import PersonPage
from tests.core import bodies
from tests.editorial.linking.linked import change, link_to, live_linking
from tests.publication import published

pytestmark = pytest.mark.django_db


def found(*pages) -> dict[int, set[int]]:
    """What the texts of some pages link to."""
    return dict(text_links([page.pk for page in pages]))


class TextLinksTests:
    def test_they_are_told_by_page(self, site_tree):
        one, two = published(ConditionPage), published(ConditionPage)
        first, second = live_linking(one, two), live_linking(two)
        assert found(first, second) == {first.pk: {one.pk, two.pk}, second.pk: {two.pk}}

    def test_those_to_deleted_pages_are_among_them(self, site_tree):
        target = published(ConditionPage)
        page = live_linking(target)
        Page.objects.get(pk=target.pk).delete()
        assert found(page) == {page.pk: {target.pk}}

    def test_those_deep_in_a_block_and_in_a_field_are(self, site_tree):
        target = published(ConditionPage)
        question = {"question": "And then?", "answer": f"<p>{link_to(target)}</p>"}
        post = published(BlogPostPage, body=[("faq", {"title": "Questions", "items": [question]})])
        person = published(PersonPage, biography=f"<p>{link_to(target)}</p>")
        assert found(post, person) == {post.pk: {target.pk}, person.pk: {target.pk}}

    def test_choices_addresses_and_mere_words_are_not(self, site_tree):
        words = '<p><a href="https://example.org/">out</a> linktype="page" id="7"</p>'
        assert found(published(BlogPostPage, body=[bodies.text(words)])) == {}

    def test_what_only_a_draft_says_is_not(self, site_tree):
        page = change(published(BlogPostPage), body=[bodies.text(f"<p>{link_to(published(ConditionPage))}</p>")])
        assert found(page) == {}

    def test_other_pages_are_not_read(self, site_tree):
        live_linking(published(ConditionPage))
        assert found() == {}

    def test_the_number_of_queries_does_not_grow_with_the_pages(self, site_tree, django_assert_num_queries):
        pages = [live_linking(published(ConditionPage)) for _ in range(6)]
        with CaptureQueriesContext(connection) as few:
            found(pages[0])
        with django_assert_num_queries(len(few)):
            assert len(found(*pages)) == 6
