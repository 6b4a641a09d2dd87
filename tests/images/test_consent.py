"""Photos of patients are shown only with consent on file."""

from datetime import date

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from images.consent import missing_consent
from tests.core import bodies
from tests.images.factories import SiteImageFactory

WORDS = (
    "“Back” is a clinical photo: note on the image where the signed consent is kept and its date, "
    "or choose another picture."
)


def problems(page):
    """Where and why the pictures of a page may not be shown."""
    return [(problem.where, problem.words) for problem in missing_consent(page, timezone.now())]


@pytest.mark.django_db
class MissingConsentTests:
    """A clinical photo needs reference and date of its consent."""

    @pytest.mark.parametrize(
        "consent",
        [{}, {"consent_reference": "File 14"}, {"consent_given_on": date(2026, 1, 2), "consent_reference": " "}],
    )
    def test_a_clinical_photo_without_full_consent_is_refused_wherever_it_stands(self, consent):
        photo = SiteImageFactory(title="Back", is_clinical=True, **consent)
        page = BlogPostPage(title="Milia", image=photo, body=[bodies.text(), bodies.image(photo)])
        assert problems(page) == [("image", WORDS), ("body.1:image", WORDS)]

    def test_consent_with_reference_and_date_is_enough(self):
        photo = SiteImageFactory(is_clinical=True, consent_reference="File 14", consent_given_on=date(2026, 1, 2))
        assert problems(BlogPostPage(title="Milia", image=photo)) == []

    def test_other_pictures_need_none(self):
        page = BlogPostPage(title="Milia", image=SiteImageFactory(), body=[bodies.image(SiteImageFactory())])
        assert problems(page) == []

    def test_a_page_without_pictures_passes(self):
        assert problems(BlogPostPage(title="Milia", body=[bodies.text()])) == []
