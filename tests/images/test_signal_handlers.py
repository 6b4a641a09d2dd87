"""Publishing has the sizes of pictures made."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPostPage
from images.models import Rendition
from people.models import PersonPage
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    return SiteImageFactory()


def formats(picture) -> set[str]:
    """The formats in which something was made of a picture."""
    return {spec.rpartition("-")[2] for spec in picture.renditions.values_list("filter_spec", flat=True)}


class PublishedPageTests:
    def test_a_draft_has_nothing_made(self, picture):
        draft(BlogPostPage, image=picture)

        assert not Rendition.objects.exists()

    def test_once_published_its_pictures_are_there_in_every_format(self, picture):
        inside, portrait = SiteImageFactory(), SiteImageFactory()
        published(BlogPostPage, image=picture, body=[bodies.image(inside)])
        published(PersonPage, photo=portrait)

        # JPEG is for other sites that show what a link leads to.
        shared = {"avif", "webp", "jpeg"}
        assert [formats(one) for one in (picture, inside, portrait)] == [shared, {"avif", "webp"}, shared]

    def test_a_published_change_brings_the_new_picture(self, picture):
        page = published(BlogPostPage)
        page.image = picture
        page.save_revision()
        assert not Rendition.objects.exists()

        publish(page)

        assert "avif" in formats(picture)

    def test_a_scheduled_page_has_its_pictures_made_when_it_goes_live(self, picture, clock):
        page = draft(BlogPostPage, image=picture)
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        assert not Rendition.objects.exists()

        clock(page.go_live_at)
        call_command("publish_scheduled")

        assert Page.objects.get(pk=page.pk).live
        assert "avif" in formats(picture)

    def test_an_alias_shows_what_its_source_shows(self, picture, site_tree):
        page = published(BlogPostPage)
        page.create_alias(parent=BlogIndexPage.objects.get(), update_slug="another-address")
        page.image = picture
        publish(page)

        assert "avif" in formats(picture)
