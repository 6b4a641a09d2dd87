"""Pictures with the sizes they were made in."""

import pytest

from core.pictures import load_pictures
from tests.images.factories import SiteImageFactory


class LoadPicturesTests:
    def test_a_picture_comes_with_every_size_in_one_query(self, db, django_assert_num_queries):
        picture = SiteImageFactory()
        sizes = [picture.get_rendition(spec) for spec in ("width-20", "width-30")]
        with django_assert_num_queries(1):
            found = load_pictures([picture.pk])[picture.pk]
            assert [found.get_rendition(spec) for spec in ("width-20", "width-30")] == sizes
            assert found.get_rendition("width-20").image is found

    def test_a_picture_without_any_size_comes_in_the_same_query(self, db, django_assert_num_queries):
        made, plain = SiteImageFactory(), SiteImageFactory()
        made.get_rendition("width-20")
        with django_assert_num_queries(1):
            found = load_pictures([made.pk, plain.pk])
            assert [len(found[picture.pk].prefetched_renditions) for picture in (made, plain)] == [1, 0]
            assert found[plain.pk].file.url == plain.file.url

    def test_a_picture_never_shown_before_can_be_shown(self, db):
        picture = SiteImageFactory()
        assert load_pictures([picture.pk])[picture.pk].get_rendition("width-20").width == 20

    @pytest.mark.parametrize("keys", [[], [987]])
    def test_pictures_that_are_gone_are_left_out(self, db, keys):
        assert load_pictures(keys) == {}
