"""Portraits, logo, favicon and share picture."""

from random import Random

from PIL import Image

from home.demo.pictures import marks
from home.demo.pictures.surface import CLAY, SAGE


class TypefaceTests:
    def test_pillows_own_face_stands_in_for_a_missing_one(self, settings, tmp_path):
        settings.BASE_DIR = tmp_path
        assert marks.typeface(20).getlength("Skin") > 20


class MonogramTests:
    def test_other_initials_give_another_portrait(self):
        one, other = (marks.monogram((90, 90), Random(1), CLAY, initials) for initials in ("MA", "TO"))
        assert one.size == (90, 90)
        assert one.tobytes() != other.tobytes()

    def test_the_tone_colours_the_clay(self):
        red, _, blue = marks.monogram((90, 90), Random(1), CLAY, "MA").getpixel((45, 12))
        assert red > blue + 30
        red, green, _ = marks.monogram((90, 90), Random(1), SAGE, "MA").getpixel((45, 12))
        assert green > red


class LogoTests:
    def test_a_longer_name_makes_a_wider_logo(self):
        assert marks.logo("A long name").width > marks.logo("A").width

    def test_the_ground_is_clear_and_the_ink_suits_it(self):
        for is_dark, bright in ((False, False), (True, True)):
            logo = marks.logo("Name", dark=is_dark)
            assert logo.getpixel((0, 0))[3] == 0
            solid = [pixel for pixel in logo.crop((90, 0, logo.width, 96)).get_flattened_data() if pixel[3] == 255]
            assert (sum(solid[0][:3]) > 600) is bright


class FaviconTests:
    def test_it_is_square_with_rounded_corners(self):
        icon = marks.favicon()
        assert icon.size == (512, 512)
        assert icon.getpixel((0, 0))[3] == 0
        assert icon.getpixel((256, 20)) == (*marks.PAPER, 255)


class ShareTests:
    def test_the_name_stands_on_the_picture(self):
        without, named = (marks.share((300, 158), Random(2), name, "") for name in ("", "Name"))
        assert isinstance(named, Image.Image)
        assert without.tobytes() != named.tobytes()
