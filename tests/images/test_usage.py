"""Which sizes a picture is needed in."""

import pytest
from wagtail.models import Site

from blog.models import BlogPostPage
from home.models import SiteSettings
from images.sizes import SIZES, names_for
from images.usage import wanted_by, wanted_of
from people.models import PersonPage
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    return SiteImageFactory()


def names_of(page_type, field: str) -> set[str]:
    """The sizes of one field."""
    return set(names_for(page_type._meta.get_field(field)))


class WantedByTests:
    def test_a_page_needs_its_own_picture_and_those_of_its_body(self, picture):
        inside = SiteImageFactory()
        page = draft(BlogPostPage, image=picture, body=[bodies.image(inside), bodies.text()])

        assert wanted_by(page) == {picture.pk: names_of(BlogPostPage, "image"), inside.pk: {"text"}}

    def test_a_picture_in_two_places_is_needed_for_both(self, picture):
        page = draft(BlogPostPage, image=picture, body=[bodies.image(picture)])

        assert wanted_by(page) == {picture.pk: names_of(BlogPostPage, "image") | {"text"}}

    def test_reading_it_costs_no_query(self, picture, django_assert_num_queries):
        page = BlogPostPage.objects.get(pk=draft(BlogPostPage, image=picture, body=[bodies.image(picture)]).pk)

        with django_assert_num_queries(0):
            assert list(wanted_by(page)) == [picture.pk]

    def test_the_site_needs_its_logo(self, picture):
        assert wanted_by(SiteSettings(site=Site.objects.get(), logo=picture)) == {picture.pk: {"logo"}}

    def test_a_page_without_pictures_needs_nothing(self):
        assert wanted_by(draft(PersonPage)) == {}


class WantedOfTests:
    def test_a_picture_is_needed_wherever_readers_see_it(self, picture):
        published(BlogPostPage, body=[bodies.image(picture)])
        published(PersonPage, photo=picture)
        settings = SiteSettings.for_site(Site.objects.get())
        settings.favicon = picture
        settings.save()

        assert wanted_of(picture) == {picture.pk: {"text", "favicon", "touch_icon"} | names_of(PersonPage, "photo")}

    def test_a_draft_needs_nothing_yet(self, picture):
        draft(BlogPostPage, image=picture)

        assert wanted_of(picture) == {}

    def test_every_name_is_that_of_a_size(self, picture):
        published(BlogPostPage, image=picture)

        assert wanted_of(picture)[picture.pk] <= set(SIZES)
