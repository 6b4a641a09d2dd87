"""Scenes of cloth: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import cloth
from home.demo.pictures.surface import HONEY, STONE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "knit": lambda random: cloth.knit(SIZE, HONEY, random),
    "towels": lambda random: cloth.towels(SIZE, STONE, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class TowelsTests:
    def test_the_pile_leaves_the_right_of_the_picture_free(self):
        picture = cloth.towels(SIZE, STONE, Random(1)).convert("L")
        pile, wall = picture.crop((10, 45, 80, 88)).getextrema(), picture.crop((120, 10, 150, 60)).getextrema()
        assert pile[1] - pile[0] > wall[1] - wall[0] + 60
