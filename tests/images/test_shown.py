"""The files readers are offered, with nothing made for them."""

import pytest
from django.conf import settings
from django.core.cache import caches
from wagtail.images.models import AbstractImage
from wagtail.images.rect import Rect

from core.pictures import load_pictures
from images.making import make
from images.models import SiteImage
from images.shown import focus_of, shown
from tests.images.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    """A large photo, of which nothing was made yet."""
    return SiteImageFactory(file__width=1500, file__height=1000)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch):
    """Nothing is made by what is tested here; ``make`` is given its own way round."""

    def refuse(self, *filters):
        raise AssertionError(f"made while a reader waits: {[one.spec for one in filters]}")

    monkeypatch.setattr(AbstractImage, "get_rendition", refuse)
    monkeypatch.setattr(AbstractImage, "get_renditions", refuse)


def widths(srcset: str) -> list[int]:
    """The widths a browser is offered."""
    return [int(one.rpartition(" ")[2].removesuffix("w")) for one in srcset.split(", ")]


class MadeTests:
    def test_a_browser_chooses_from_all_files_of_each_format(self, photo):
        make(photo, ["lead"])

        found = shown(SiteImage.objects.get(), "lead")

        assert [(kind, widths(srcset)) for kind, srcset in found.sources] == [("avif", [400, 800, 1440])]
        assert widths(found.srcset) == [400, 800, 1440]
        assert all(".avif " in one for one in found.sources[0][1].split(", "))
        assert (found.url.endswith(".webp"), found.width, found.height) == (True, 1440, 900)

    def test_pictures_loaded_with_their_sizes_cost_nothing_more(self, photo, django_assert_num_queries):
        make(photo, ["card"])
        loaded = load_pictures([photo.pk])[photo.pk]

        with django_assert_num_queries(0):
            assert shown(loaded, "card").sources
            assert shown(loaded, "portrait").url

    def test_a_picture_of_every_page_costs_a_query_once(self, photo, django_assert_num_queries):
        make(photo, ["logo"])
        with django_assert_num_queries(1):
            assert shown(photo, "logo").url.endswith(".png")
        with django_assert_num_queries(1):
            assert shown(SiteImage.objects.get(), "logo").url.endswith(".png")

    def test_other_sites_get_a_whole_address(self, photo, settings):
        settings.WAGTAILADMIN_BASE_URL = "https://linden.example.com"
        make(photo, ["share"])

        assert shown(photo, "share").full_url == f"https://linden.example.com{shown(photo, 'share').url}"

    def test_an_address_at_a_store_of_pictures_stays(self, photo, monkeypatch):
        monkeypatch.setattr(type(photo.file), "url", property(lambda file: f"https://files.example.com/{file.name}"))

        assert shown(photo, "share").full_url == f"https://files.example.com/{photo.file.name}"


class MissingTests:
    def test_a_picture_of_which_nothing_was_made_is_shown_as_uploaded(self, photo):
        found = shown(photo, "card")

        assert (found.url, found.srcset, found.sources) == (photo.file.url, "", ())
        assert (found.width, found.height) == (1500, 1000)

    def test_a_missing_size_is_replaced_by_the_one_most_like_it(self, photo):
        make(photo, ["card", "portrait"])

        found = shown(photo, "text")

        assert (found.width, found.height, found.sources) == (800, 500, ())

    def test_a_far_too_small_one_never_stands_in(self, photo):
        make(photo, ["portrait"])

        assert shown(photo, "lead").url == photo.file.url

    def test_a_missing_format_is_not_offered(self, photo):
        make(photo, ["card"])
        photo.renditions.filter(filter_spec__endswith="avif").delete()

        assert [kind for kind, _ in shown(SiteImage.objects.get(), "card").sources] == []

    def test_a_missing_width_is_not_offered(self, photo):
        make(photo, ["lead"])
        photo.renditions.filter(filter_spec__startswith="fill-800").delete()

        assert widths(shown(SiteImage.objects.get(), "lead").srcset) == [400, 1440]

    def test_a_cut_around_a_former_focal_point_is_not_used(self, photo):
        make(photo, ["card"])
        changed = SiteImage.objects.get()
        changed.set_focal_point(Rect(1300, 100, 1400, 200))
        changed.save()
        caches["renditions"].clear()

        assert shown(SiteImage.objects.get(), "card").url == photo.file.url


class FocusTests:
    @pytest.mark.parametrize(
        ("point", "words"),
        [
            (None, ""),
            (Rect.from_point(150, 150, 1, 1), ""),
            (Rect.from_point(20, 150, 1, 1), "x0"),
            (Rect.from_point(205, 150, 1, 1), "x8"),
            (Rect.from_point(280, 20, 1, 1), "x10 y0"),
            (Rect.from_point(150, 180, 1, 1), "y8"),
        ],
        ids=["none", "middle", "left", "right of the middle", "corner", "below the middle"],
    )
    def test_the_style_is_told_where_to_crop(self, point, words):
        assert focus_of(point, 300, 300) == words

    def test_the_style_knows_every_place(self):
        style = (settings.BASE_DIR / "static/css/components/picture.css").read_text()
        for place in range(0, 300, 5):
            for word in focus_of(Rect.from_point(place, place, 1, 1), 300, 300).split():
                assert f'[data-focus~="{word}"]' in style

    def test_it_is_told_about_the_file_that_is_shown(self, photo):
        photo.set_focal_point(Rect(1400, 450, 1480, 550))
        assert shown(photo, "card").focus == "x10"

        make(photo, ["card"])

        assert shown(photo, "card").focus == "x10"
        assert shown(photo, "text").focus == "x10"
