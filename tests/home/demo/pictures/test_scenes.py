"""Scenes of texture: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import scenes
from home.demo.pictures.surface import BROWN, CREAM, DEEP, STONE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "dunes": lambda random: scenes.dunes(SIZE, DEEP, random),
    "smear": lambda random: scenes.smear(SIZE, BROWN, random),
    "drops": lambda random: scenes.drops(SIZE, BROWN, random),
    "foam": lambda random: scenes.foam(SIZE, BROWN, random),
    "gel": lambda random: scenes.gel(SIZE, random),
    "linen": lambda random: scenes.linen(SIZE, STONE, random),
    "pearls": lambda random: scenes.pearls(SIZE, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class ScatteredTests:
    def test_circles_keep_their_distance(self):
        circles = scenes.scattered(Random(1), 12, 0.02, 0.1, gap=1.2)
        assert len(circles) == 12
        for index, (x, y, radius) in enumerate(circles):
            for a, b, other in circles[:index]:
                assert (x - a) ** 2 + (y - b) ** 2 > ((radius + other) * 0.9) ** 2


class DomeTests:
    def test_a_dome_is_highest_in_its_middle_and_may_leave_the_picture(self):
        field = scenes.dome((100, 100), [(0.5, 0.5, 0.2), (0, 0, 0.1), (3, 3, 0.1)])
        assert field.getpixel((50, 50)) > field.getpixel((60, 50)) > field.getpixel((90, 50)) == 0
        assert field.getpixel((1, 1)) > 0


class SmearTests:
    def test_cream_lies_light_on_deep_skin(self):
        picture = scenes.smear(SIZE, DEEP, Random(5), CREAM)
        assert sum(picture.getpixel((60, 52))) > sum(picture.getpixel((5, 95))) + 200
