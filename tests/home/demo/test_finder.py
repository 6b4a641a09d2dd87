"""Names in content files lead to what was loaded under them."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

from blog.models import BlogPostPage
from home.demo.finder import Finder
from images.models import SiteImage
from sources.models import Source
from users.models import User


@pytest.mark.django_db
class FinderTests:
    def test_pages_of_every_type_are_found_by_address(self):
        finder, post = Finder(), BlogPostPage(pk=4)
        finder.pages["blog/oil"] = post
        assert finder.find(Page, "blog/oil") is finder.find(BlogPostPage, "blog/oil") is post
        assert finder.key_of("page", "blog/oil") == 4

    def test_pictures_and_library_items_are_found_by_name(self):
        finder, picture, source = Finder(), SiteImage(pk=1), Source(pk=9)
        finder.pictures["foam"] = picture
        finder.shelf(Source)["nice"] = source
        assert finder.find(SiteImage, "foam") is picture
        assert finder.key_of("source", "nice") == 9

    def test_a_missing_login_is_nobody(self):
        assert Finder().find(User, "writer") is None

    def test_a_misspelt_name_is_said(self):
        with pytest.raises(ImproperlyConfigured, match="The demo has no source called “nicee”"):
            Finder().find(Source, "nicee")
