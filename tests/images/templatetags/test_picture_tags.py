"""Pictures in templates."""

import re

import pytest
from django.template import Context, Template

from images.making import make
from images.models import SiteImage
from tests.images.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    """A photo in every size of an article."""
    image = SiteImageFactory(file__width=900, file__height=600)
    make(image, ["card", "share"])
    return image


def rendered(source: str, **values) -> str:
    """What a template prints."""
    return Template("{% load picture_tags %}" + source).render(Context(values))


class PictureTests:
    def test_avif_and_webp_come_before_what_every_browser_reads(self, photo):
        html = rendered('{% picture photo "card" alt="" %}', photo=photo)

        assert re.findall(r'<source type="([^"]+)"', html) == ["image/avif"]
        assert re.search(r'<img src="[^"]+\.webp" srcset="[^"]+ 400w, [^"]+ 800w" sizes="', html)

    def test_its_place_is_kept_and_below_the_first_screen_it_waits(self, photo):
        html = rendered('{% picture photo "card" alt="" %}', photo=photo)

        assert 'width="800" height="500"' in html
        assert 'loading="lazy"' in html
        assert html.count('sizes="auto, ') == 2

    def test_a_lead_is_fetched_first(self, photo):
        html = rendered('{% picture photo "lead" alt="" %}', photo=photo)

        assert 'fetchpriority="high"' in html
        assert "lazy" not in html
        assert "auto" not in html

    def test_a_picture_cut_by_the_layout_says_how_wide_it_must_be(self, photo):
        html = rendered('{% picture photo "card_dense" alt="" %}', photo=photo)

        assert 'loading="lazy"' in html
        assert "auto" not in html

    def test_a_picture_as_uploaded_keeps_its_place_too(self, photo):
        photo.renditions.all().delete()

        html = rendered('{% picture photo "card" alt="" %}', photo=SiteImage.objects.get())

        assert f'src="{photo.file.url}"' in html
        assert 'width="900" height="600"' in html
        assert "srcset" not in html

    def test_words_for_those_who_cannot_see_it_are_escaped(self, photo):
        html = rendered('{% picture photo "card" alt=alt %}', photo=photo, alt='A "smear"')

        assert 'alt="A &quot;smear&quot;"' in html

    @pytest.mark.parametrize("alt", [None, ""])
    def test_a_picture_without_words_is_decoration(self, photo, alt):
        assert 'alt=""' in rendered('{% picture photo "card" alt=alt %}', photo=photo, alt=alt)

    def test_without_a_picture_nothing_is_printed(self):
        assert rendered('{% picture image "card" alt="" %}', image=None).strip() == ""
        assert rendered('{% picture image "card" alt="" %}', image=SiteImage()).strip() == ""

    def test_a_size_nobody_named_is_a_fault(self, photo):
        with pytest.raises(KeyError):
            rendered('{% picture photo "poster" alt="" %}', photo=photo)


class PictureAtTests:
    def test_it_gives_address_and_measures(self, photo):
        source = '{% picture_at photo "share" as share %}{{ share.full_url }} {{ share.width }} {{ share.height }}'

        address, width, height = rendered(source, photo=photo).split()

        assert address.startswith("http://") and address.endswith(".jpg")
        assert (width, height) == ("900", "474")

    def test_without_a_picture_there_is_nothing(self):
        assert rendered('{% picture_at photo "share" as share %}{% if share %}something{% endif %}', photo=None) == ""
