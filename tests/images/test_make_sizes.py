"""The command that makes missing sizes."""

from io import StringIO

import pytest
from django.core.management import call_command

from blog.models import BlogPostPage
from images.models import Rendition
from tests.images.factories import SiteImageFactory
from tests.publication import draft, published


def make_sizes() -> str:
    """Run the command; what it prints."""
    out = StringIO()
    call_command("make_sizes", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
class MakeSizesTests:
    def test_it_makes_what_is_missing_of_what_readers_see(self):
        picture = SiteImageFactory()
        published(BlogPostPage, image=picture)
        draft(BlogPostPage, image=SiteImageFactory())
        count = Rendition.objects.count()
        Rendition.objects.all().delete()

        assert make_sizes() == f"{count} files made.\n"
        assert set(Rendition.objects.values_list("image", flat=True)) == {picture.pk}

    def test_a_second_time_there_is_nothing_to_do(self):
        published(BlogPostPage, image=SiteImageFactory())

        assert make_sizes() == "Every size was there already.\n"
