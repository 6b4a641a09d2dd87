"""Scenes made of light: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import daylight
from home.demo.pictures.surface import BROWN, DEEP, PINE, ROSE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "panes": lambda random: daylight.panes(SIZE, ROSE, random),
    "blinds": lambda random: daylight.blinds(SIZE, BROWN, random),
    "low_sun": lambda random: daylight.low_sun(SIZE, DEEP, random),
    "wet_glass": lambda random: daylight.wet_glass(SIZE, PINE, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class PanesTests:
    def test_the_window_lies_bright_on_the_left(self):
        picture = daylight.panes(SIZE, ROSE, Random(1))
        assert sum(picture.getpixel((30, 24))) > sum(picture.getpixel((130, 24))) + 90


class LowSunTests:
    def test_the_sky_is_bright_and_the_shoulder_dark(self):
        picture = daylight.low_sun(SIZE, DEEP, Random(1))
        assert sum(picture.getpixel((105, 40))) > sum(picture.getpixel((140, 96))) + 300
