"""What the site is called, and its menu."""

import pytest
from wagtail.models import Page, Site

from home.models import MenuLink, SiteSettings
from tests.images.factories import SiteImageFactory

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class SiteSettingsTests:
    def test_settings_with_their_pictures_cost_one_query(self, django_assert_num_queries):
        site = Site.objects.get()
        settings = SiteSettings.for_site(site)
        settings.logo, settings.logo_dark, settings.favicon = (SiteImageFactory() for _ in range(3))
        settings.save()
        shown = settings.logo.get_rendition("width-20")

        with django_assert_num_queries(1):
            settings = SiteSettings.for_site(site)
            assert settings.logo.get_rendition("width-20") == shown
            assert all([settings.logo_dark, settings.favicon])
            assert settings.share_image is None

    def test_an_image_tells_that_it_is_the_logo(self, administrator_client):
        settings = SiteSettings.for_site(Site.objects.get())
        settings.logo = SiteImageFactory()
        settings.save()

        html = administrator_client.get(settings.logo.usage_url).content.decode()

        assert settings.logo.get_usage().count() == 1
        assert "/admin/settings/home/sitesettings/" in html


class MenuLinkTests:
    @pytest.mark.parametrize(("label", "words"), [("Skin A to Z", "Skin A to Z"), ("", "Conditions")])
    def test_a_link_says_its_label_or_else_the_title_of_its_page(self, label, words):
        assert str(MenuLink(label=label, page=Page(title="Conditions"))) == words
