"""The icon where browsers look for one."""

from django.conf import settings
from PIL import Image
from wagtail.models import Site

from home.models import SiteSettings
from tests.images.factories import SiteImageFactory


class FaviconTests:
    def test_a_site_without_an_icon_has_the_house_icon_in_three_sizes(self, client, site_tree):
        response = client.get("/favicon.ico")
        assert (response.status_code, response["Location"]) == (302, "/static/img/favicon.ico")
        assert response["Cache-Control"] == "public, max-age=86400"
        with Image.open(settings.BASE_DIR / "static" / "img" / "favicon.ico") as icon:
            assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}

    def test_the_icon_an_editor_chose_takes_its_place(self, client, site_tree):
        site = SiteSettings.for_site(site_tree.home.get_site())
        site.favicon = SiteImageFactory()
        site.save()
        assert client.get("/favicon.ico")["Location"] == site.favicon.at("favicon").url

    def test_a_site_without_a_name_has_the_house_icon_too(self, client, site_tree):
        Site.objects.all().delete()
        assert client.get("/favicon.ico")["Location"] == "/static/img/favicon.ico"

    def test_it_may_only_be_read(self, client, site_tree):
        assert client.post("/favicon.ico").status_code == 405
