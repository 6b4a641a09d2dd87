"""Scenes of things seen from above: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import table_top
from home.demo.pictures.surface import DEEP, SAGE, STONE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "pebbles": lambda random: table_top.pebbles(SIZE, STONE, random),
    "tin": lambda random: table_top.tin(SIZE, SAGE, random),
    "squeezed": lambda random: table_top.squeezed(SIZE, STONE, random),
    "soap": lambda random: table_top.soap(SIZE, STONE, random),
    "page": lambda random: table_top.page(SIZE, DEEP, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class TinTests:
    def test_the_balm_is_golden_on_a_green_table(self):
        picture = table_top.tin(SIZE, SAGE, Random(1))
        red, _, blue = picture.getpixel((60, 66))
        assert red > blue + 50
        red, green, _ = picture.getpixel((10, 90))
        assert green > red


class PageTests:
    def test_paper_is_bright_and_printed_on(self):
        picture = table_top.page(SIZE, DEEP, Random(1))
        assert sum(picture.getpixel((60, 95))) > sum(picture.getpixel((140, 90))) + 200
        ink = table_top.printed(SIZE, 0.5, 0.6, 0, Random(1))
        assert ink.getextrema()[1] > 0.5 and ink.getpixel((140, 50)) == pytest.approx(0, abs=0.01)
