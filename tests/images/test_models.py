"""What is known about a picture."""

from re import fullmatch

import pytest

from images.models import SiteImage
from tests.images.factories import SiteImageFactory


@pytest.mark.django_db
class SiteImageTests:
    def test_the_description_is_offered_wherever_it_is_used(self):
        assert SiteImage(title="IMG_0001", description="A forearm").default_alt_text == "A forearm"

    def test_the_name_of_a_file_never_poses_as_a_description(self):
        assert SiteImage(title="IMG_0001").default_alt_text == ""

    def test_readers_get_it_at_a_named_size(self):
        image = SiteImageFactory()

        assert image.at("card").url == image.file.url

    def test_without_a_file_readers_get_nothing(self):
        assert SiteImage().at("card") is None

    def test_its_file_has_a_name_that_nobody_guesses(self):
        name = SiteImage().get_upload_to("New Serum 2027.PNG")
        assert fullmatch(r"original_images/[0-9a-f]{16}\.png", name)
        assert SiteImage().get_upload_to("New Serum 2027.PNG") != name
