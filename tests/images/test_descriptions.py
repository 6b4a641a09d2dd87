"""Pictures say what they show."""

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from core.publishing import Problem
from home.models import HomePage
from images.descriptions import UNDESCRIBED, undescribed_pictures
from images.models import SiteImage
from tests.core import bodies


def problems(**fields):
    """What pictures with these values are told off for."""
    picture = {"image": SiteImage(pk=1, title="Arm"), "alt": "", "is_decorative": False, **fields}
    page = BlogPostPage(title="Milia", body=[bodies.text(), ("image", picture)])
    return list(undescribed_pictures(page, timezone.now()))


@pytest.mark.django_db
class UndescribedPicturesTests:
    """A picture has a description or is decoration."""

    @pytest.mark.parametrize("alt", ["", "   ", None])
    def test_a_picture_without_description_is_refused_at_its_description(self, alt):
        assert problems(alt=alt) == [Problem("body.1:image.alt", UNDESCRIBED)]

    def test_a_description_is_enough(self):
        assert problems(alt="A smear of cream") == []

    def test_decoration_needs_no_description(self):
        assert problems(is_decorative=True) == []

    def test_a_block_without_picture_is_no_picture(self):
        assert problems(image=None) == []

    def test_a_page_without_a_body_passes(self):
        assert list(undescribed_pictures(HomePage(title="Home"), timezone.now())) == []
