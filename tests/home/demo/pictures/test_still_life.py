"""Bottles, jars and the shade of leaves."""

from random import Random

import pytest

from home.demo.pictures import still_life
from home.demo.pictures.surface import BROWN, PALE, ROSE, SAGE

SIZE = (150, 100)
SCENES = {
    "bottle": lambda random: still_life.bottle(SIZE, random),
    "jar": lambda random: still_life.jar(SIZE, random, BROWN),
    "leaf_shadows": lambda random: still_life.leaf_shadows(SIZE, PALE, random),
    "pair": lambda random: still_life.pair(SIZE, random, ROSE),
    "pump": lambda random: still_life.pump(SIZE, random, SAGE),
}


@pytest.mark.parametrize("name", SCENES)
class StillLifeTests:
    def test_a_scene_fills_its_size_and_repeats(self, name):
        picture = SCENES[name](Random(4))
        assert (picture.size, picture.mode) == (SIZE, "RGB")
        assert picture.tobytes() == SCENES[name](Random(4)).tobytes()


class JarTests:
    def test_the_jar_stands_out_from_the_wall(self):
        picture = still_life.jar(SIZE, Random(4), BROWN)
        assert sum(picture.getpixel((90, 58))) > sum(picture.getpixel((140, 20))) + 60


class PumpTests:
    def test_its_shadow_is_darker_than_the_wall(self):
        picture = still_life.pump(SIZE, Random(4), SAGE)
        assert sum(picture.getpixel((95, 50))) < sum(picture.getpixel((140, 50))) - 40
