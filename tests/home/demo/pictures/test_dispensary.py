"""Scenes of a pharmacy: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import dispensary
from home.demo.pictures.surface import HONEY, TAN
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "mortar": lambda random: dispensary.mortar(SIZE, random),
    "pipette": lambda random: dispensary.pipette(SIZE, HONEY, random),
    "fine_print": lambda random: dispensary.fine_print(SIZE, TAN, random, "Aqua, Glycerin"),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class FinePrintTests:
    def test_other_words_give_another_label(self):
        one, other = (dispensary.fine_print(SIZE, TAN, Random(1), words) for words in ("Aqua", "Aqua, Glycerin"))
        assert one.tobytes() != other.tobytes()

    def test_a_long_list_goes_on_in_the_next_line(self):
        short, long = (dispensary.small_print(100, words).getbbox() for words in ("Aqua", "Aqua, " * 20))
        assert long[3] > short[3] + 10

    def test_a_label_shows_only_where_the_bottle_is(self):
        flat = dispensary.small_print(100, "Aqua").point(lambda _: 255)
        label = dispensary.bent_round(flat, SIZE, 1.0, 0.3)
        assert label.getpixel((100, 50)) == pytest.approx(1, abs=0.01)


class MortarTests:
    def test_the_bowl_stands_on_the_right_before_a_green_wall(self):
        picture = dispensary.mortar(SIZE, Random(1))
        red, green, _ = picture.getpixel((12, 30))
        assert green > red
        red, green, _ = picture.getpixel((95, 60))
        assert red >= green
