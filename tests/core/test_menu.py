"""The links of the menu."""

import pytest
from django.template import Context, Template
from wagtail.models import Site

from blog.models import BlogPostPage
from core.menu import nearest
from home.models import MenuLink, MenuSettings
from tests.core.privacy import keep_private
from tests.publication import draft

MENU = Template(
    "{% load core_tags %}{% menu place as links %}{% for link in links %}{{ link.label }}={{ link.url }} {% endfor %}"
)


@pytest.fixture
def menu(site_tree):
    settings = MenuSettings.for_site(Site.objects.get(is_default_site=True))
    settings.links.all().delete()
    MenuLink.objects.create(menu=settings, page=site_tree.blog, place="header", label="Read")
    MenuLink.objects.create(menu=settings, page=site_tree.people, place="footer", sort_order=1)
    return settings


def printed(rf, place):
    """The menu at one place as a template prints it."""
    return MENU.render(Context({"request": rf.get("/"), "place": place})).strip()


class MenuTests:
    def test_each_place_has_its_links(self, rf, menu):
        assert printed(rf, "header") == "Read=/blog/"

    def test_without_a_label_the_title_is_printed(self, rf, menu, site_tree):
        assert printed(rf, "footer") == f"{site_tree.people.title}=/people/"

    def test_drafts_and_private_pages_are_left_out(self, rf, menu, site_tree):
        MenuLink.objects.create(menu=menu, page=draft(BlogPostPage), place="header", sort_order=2)
        keep_private(site_tree.blog)
        assert printed(rf, "header") == ""

    def test_both_places_cost_three_queries(self, rf, menu, django_assert_max_num_queries):
        request = rf.get("/")
        with django_assert_max_num_queries(5):
            for place in ("header", "footer"):
                MENU.render(Context({"request": request, "place": place}))

    def test_without_a_request_there_is_no_menu(self, db):
        assert MENU.render(Context({"place": "header"})) == ""


class NearestTests:
    @pytest.mark.parametrize(
        ("path", "url"),
        [
            ("/blog/", "/blog/"),
            ("/blog/a/", "/blog/"),
            ("/", "/"),
            ("/elsewhere/", None),
            ("/about/", "/about/"),
            ("/about/corrections/", "/about/corrections/"),
        ],
    )
    def test_one_link_says_that_the_reader_is_there_or_on_a_page_below(self, path, url):
        assert nearest(["/", "/blog/", "/about/", "/about/corrections/"], path) == url
