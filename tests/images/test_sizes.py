"""The sizes, and that none is missing or idle."""

import pytest
from django.apps import apps
from django.db import models
from wagtail.blocks import Block
from wagtail.fields import StreamField

from images.models import SiteImage
from images.sizes import SIZES, filter_of, filters_of, names_for

# A picture looks up its collection as soon as it is made, saved or not.
pytestmark = pytest.mark.django_db

BROWSERS_READ = {"webp", "jpeg", "png"}


def picture(width: int, height: int) -> SiteImage:
    """A picture of these measures, without a file."""
    return SiteImage(width=width, height=height)


def specs(image: SiteImage, name: str, kind: str) -> list[str]:
    """The specs of a size in one format."""
    return [one.spec for one in filters_of(image, name)[kind]]


def holds_pictures(block: Block) -> bool:
    """Whether pictures can be chosen in a block, however deep."""
    if getattr(block, "model_class", None) is SiteImage:
        return True
    inner = [*getattr(block, "child_blocks", {}).values(), *filter(None, [getattr(block, "child_block", None)])]
    return any(map(holds_pictures, inner))


def is_of_pictures(field: models.Field) -> bool:
    """Whether pictures can be chosen in a field."""
    if isinstance(field, StreamField):
        return holds_pictures(field.stream_block)
    return isinstance(field, models.ForeignKey) and field.related_model is SiteImage


def picture_fields() -> list[models.Field]:
    """Every field of the project in which pictures can be chosen."""
    own = [model for model in apps.get_models() if not model.__module__.startswith(("wagtail", "images."))]
    return [field for model in own for field in model._meta.get_fields() if is_of_pictures(field)]


class SizesTests:
    @pytest.mark.parametrize("name", SIZES)
    def test_every_size_has_a_format_every_browser_reads(self, name):
        assert SIZES[name].formats[-1] in BROWSERS_READ

    @pytest.mark.parametrize("name", [name for name, size in SIZES.items() if len(size.specs) > 1])
    def test_a_size_a_browser_chooses_from_goes_from_small_to_large_and_says_its_width(self, name):
        widths = [filter_of(spec).get_transform(picture(4000, 3000)).size[0] for spec in SIZES[name].specs]

        assert widths == sorted(set(widths))
        assert SIZES[name].width

    @pytest.mark.parametrize("name", [name for name, size in SIZES.items() if len(size.specs) > 1])
    def test_photos_are_made_as_avif_and_webp(self, name):
        assert SIZES[name].formats[:2] == ("avif", "webp")

    def test_every_field_that_holds_pictures_has_a_size(self):
        fields = picture_fields()

        assert len(fields) > 10
        assert [str(field) for field in fields if not names_for(field)] == []

    @pytest.mark.parametrize("name", SIZES)
    def test_every_size_is_that_of_a_field(self, name):
        assert any(name in names_for(field) for field in picture_fields())


class NamesForTests:
    def test_a_size_can_be_meant_for_the_field_of_one_type(self):
        product = apps.get_model("products.ProductPage")._meta.get_field("image")
        post = apps.get_model("blog.BlogPostPage")._meta.get_field("image")

        assert set(names_for(product)) - set(names_for(post)) == {"product"}


class FiltersOfTests:
    def test_a_large_picture_is_made_in_every_width(self):
        widths = ["fill-400x250", "fill-800x500", "fill-1440x900"]

        assert specs(picture(3000, 2000), "lead", "avif") == [f"{width}|format-avif" for width in widths]

    def test_what_would_only_repeat_a_smaller_one_is_left_out(self):
        assert specs(picture(900, 600), "lead", "webp")[1:] == ["fill-800x500|format-webp", "fill-1440x900|format-webp"]
        assert specs(picture(700, 500), "lead", "webp")[1:] == ["fill-800x500|format-webp"]
        assert specs(picture(64, 48), "lead", "webp") == ["fill-400x250|format-webp"]
