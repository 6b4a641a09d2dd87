"""Readers' pages with pictures: nobody waits for one to be made."""

import re

import pytest
from wagtail.images.models import AbstractImage, Filter
from wagtail.models import Site

from home.models import SiteSettings
from images.fields import PictureFile
from images.models import Rendition
from tests.articles.company import everything
from tests.images.factories import SiteImageFactory

LISTS = ["/", "/blog/", "/products/", "/ingredients/", "/people/", "/topics/", "/search/?q=back"]
IMAGE = re.compile(r"<img\b[^>]*>")


@pytest.fixture
def addresses(site_tree) -> list[str]:
    """Pages of every kind, full of pictures."""
    site = SiteSettings.for_site(Site.objects.get())
    site.logo, site.logo_dark, site.favicon, site.share_image = (SiteImageFactory() for _ in range(4))
    site.save()
    return [*everything().values(), *LISTS]


@pytest.fixture
def nobody_waits(addresses, monkeypatch):
    """From here on nothing is made and no picture is opened."""

    def refuse(*args, **kwargs):
        raise AssertionError("a picture was opened or made while a reader waits")

    monkeypatch.setattr(Filter, "run", refuse)
    monkeypatch.setattr(AbstractImage, "create_rendition", refuse)
    monkeypatch.setattr(AbstractImage, "create_renditions", refuse)
    monkeypatch.setattr(PictureFile, "open", refuse)


def images(client, address: str) -> list[str]:
    """The images of a page as readers get it."""
    response = client.get(address)
    assert response.status_code == 200, address
    return IMAGE.findall(response.content.decode())


def shapeless(images: list[str]) -> list[str]:
    """Those whose place a browser could not keep before they are loaded."""
    return [one for one in images if not re.search(r' width="\d+" height="\d+"', one)]


@pytest.mark.django_db
class ReadersPagesTests:
    def test_every_page_is_shown_in_sizes_made_before(self, client, addresses, nobody_waits):
        count = Rendition.objects.count()

        found = {address: images(client, address) for address in addresses}

        assert {address for address, these in found.items() if not these} == set()
        assert [one for these in found.values() for one in shapeless(these)] == []
        assert [one for these in found.values() for one in these if "original_images" in one] == []
        assert Rendition.objects.count() == count

    def test_every_page_is_shown_while_all_sizes_are_missing(self, client, addresses, nobody_waits):
        Rendition.objects.all().delete()

        found = {address: images(client, address) for address in addresses}

        assert [one for these in found.values() for one in shapeless(these)] == []
        assert [one for these in found.values() for one in these if "original_images" not in one] == []
        assert not Rendition.objects.exists()

    def test_avif_and_webp_are_offered_and_at_most_one_picture_is_fetched_first(self, client, addresses):
        for address in addresses:
            html = client.get(address).content.decode()
            # The logo comes in one size.
            pictures = html.count("<img") - html.count('class="site-header__name"')
            assert (html.count('type="image/avif"'), html.count('.webp" srcset=')) == (pictures, pictures), address
            assert html.count("fetchpriority") <= 1, address
