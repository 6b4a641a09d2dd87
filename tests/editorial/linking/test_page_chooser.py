"""A chooser to which anything may be sent."""

import pytest

from blog.models import BlogPostPage
from editorial.linking.page_chooser import PageChooser
from tests.publication import published

pytestmark = pytest.mark.django_db


class PageChooserTests:
    @pytest.mark.parametrize("value", ["nonsense", "-1", "1.5", "", None, "\x00"])
    def test_what_is_no_key_is_shown_as_nothing_chosen(self, site_tree, value):
        assert PageChooser().get_value_data(value) is None

    def test_a_page_and_its_key_are_shown(self, site_tree):
        page = published(BlogPostPage, title="Calm skin")
        for value in (page, page.pk, str(page.pk)):
            assert PageChooser().get_value_data(value)["display_title"] == "Calm skin"
