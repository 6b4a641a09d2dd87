"""The menu begins with the sections and then belongs to the editors."""

import pytest

from blog.models import BlogPostPage
from home.ensure_site import ensure_site
from home.ensure_site.menu import ensure_menu
from home.models import MenuLink, MenuSettings
from tests.publication import draft


def labels(place):
    """The titles behind the links of one place."""
    return [link.page.title for link in MenuLink.objects.filter(place=place).select_related("page")]


@pytest.mark.django_db
class MenuTests:
    def test_the_header_leads_to_the_sections(self):
        assert labels("header") == ["Conditions", "Questions", "Blog", "Ingredients", "Products"]

    def test_the_footer_leads_to_the_standing_pages(self):
        assert labels("footer") == [
            "About us",
            "Editorial policy",
            "How we make money",
            "Corrections",
            "People",
            "Privacy",
        ]

    def test_a_menu_somebody_edited_is_left_alone(self):
        menu = MenuSettings.objects.get()
        menu.links = [menu.links.first()]
        menu.save()
        ensure_site()
        assert labels("header") == ["Conditions"]
        assert labels("footer") == []

    def test_an_empty_menu_is_filled_again(self):
        MenuLink.objects.all().delete()
        ensure_site()
        assert len(labels("header")) == 5

    def test_a_section_that_is_missing_has_no_link(self, site_tree):
        MenuLink.objects.all().delete()
        site_tree.products.delete()
        ensure_menu(site_tree.home)
        assert labels("header") == ["Conditions", "Questions", "Blog", "Ingredients"]

    def test_a_post_with_the_slug_of_a_section_is_no_section(self, site_tree):
        MenuLink.objects.all().delete()
        draft(BlogPostPage, title="Five conditions", slug="conditions")
        ensure_site()
        assert MenuLink.objects.filter(page=site_tree.conditions).exists()
