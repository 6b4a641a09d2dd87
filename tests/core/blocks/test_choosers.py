"""Choosers that load what they chose once."""

import pytest

from blog.models import BlogPostPage
from core import shelf
from core.blocks.choosers import PageChoice
from tests.publication import published

pytestmark = pytest.mark.django_db


class FromShelfTests:
    def test_choices_come_in_their_order_and_what_is_gone_is_nothing(self):
        first, second = published(BlogPostPage), published(BlogPostPage)
        block = PageChoice(page_type="blog.BlogPostPage")

        assert block.bulk_to_python([second.pk, 0, first.pk]) == [second, None, first]

    def test_what_another_block_loaded_is_not_loaded_again(self, django_assert_num_queries):
        post = published(BlogPostPage)
        block = PageChoice(page_type="blog.BlogPostPage")

        with shelf.open_shelf():
            block.bulk_to_python([post.pk])
            with django_assert_num_queries(0):
                assert block.bulk_to_python([post.pk]) == [post]
