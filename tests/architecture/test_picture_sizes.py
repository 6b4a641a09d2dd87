"""Sizes of pictures."""

import pytest

from images.sizes import SIZES
from tests.architecture.picture_sizes import made_while_a_reader_waits, sizes_elsewhere, unnamed_sizes
from tests.architecture.project import ROOT, write


class PictureSizeTests:
    def test_sizes_are_named_in_one_module(self):
        assert sizes_elsewhere(ROOT) == []

    @pytest.mark.parametrize(
        "size", ["fill-120x90", "width-{400,800}", "max-100x100", "format-{avif,webp}", "format-png", "webpquality-60"]
    )
    def test_a_size_planted_in_a_template_is_found(self, tmp_path, size):
        write(tmp_path, "templates/blog/post.html", f"{{% image page.image {size} %}}")

        assert [one.partition(": ")[0] for one in sizes_elsewhere(tmp_path)] == ["templates/blog/post.html"]

    def test_a_size_planted_in_a_module_is_found_and_in_its_own_it_passes(self, tmp_path):
        write(tmp_path, "images/sizes.py", 'WIDE = "fill-400x250"\n')
        write(tmp_path, "blog/cards.py", 'CARD = "fill-400x250"\n')

        assert sizes_elsewhere(tmp_path) == ["blog/cards.py: fill-400x250"]

    def test_nothing_is_made_while_a_reader_waits(self):
        assert made_while_a_reader_waits(ROOT) == []

    def test_wagtails_own_tags_are_found_in_a_readers_template_alone(self, tmp_path):
        write(tmp_path, "templates/blog/post.html", "{% load static wagtailimages_tags %}")
        write(tmp_path, "templates/wagtailadmin/home.html", "{% load wagtailimages_tags %}")

        assert made_while_a_reader_waits(tmp_path) == ["templates/blog/post.html: Wagtail's own tags"]

    def test_a_call_that_makes_a_size_is_found(self, tmp_path):
        write(tmp_path, "images/making.py", "image.create_rendition(one)\n")
        write(tmp_path, "blog/cards.py", "page.image.get_rendition(CARD)\n")

        assert made_while_a_reader_waits(tmp_path) == ["blog/cards.py: .get_rendition(…)"]

    def test_templates_ask_for_sizes_that_have_a_name(self):
        assert unnamed_sizes(ROOT, SIZES) == []

    def test_a_size_nobody_named_is_found(self, tmp_path):
        write(tmp_path, "templates/blog/post.html", '{% picture page.image "poster" alt="" %}')

        assert unnamed_sizes(tmp_path, SIZES) == ["templates/blog/post.html: poster"]
