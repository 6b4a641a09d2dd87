"""Scenes of what skin is given: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import textures
from home.demo.pictures.surface import CLAY, DEEP, HONEY, PALE, ROSE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "dabs": lambda random: textures.dabs(SIZE, PALE, random),
    "swatches": lambda random: textures.swatches(SIZE, random),
    "veil": lambda random: textures.veil(SIZE, DEEP, random),
    "whirl": lambda random: textures.whirl(SIZE, random),
    "crystals": lambda random: textures.crystals(SIZE, ROSE, random),
    "wax": lambda random: textures.wax(SIZE, HONEY, random),
    "quotation": lambda random: textures.quotation(SIZE, CLAY, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class SwatchesTests:
    def test_three_tones_of_skin_lie_side_by_side(self):
        picture = textures.swatches(SIZE, Random(2))
        pale, brown, deep = (sum(picture.getpixel((x, 90))) for x in (25, 72, 118))
        assert pale > brown + 90 > deep + 150

    def test_the_sunscreen_shows_on_the_deepest(self):
        picture = textures.swatches(SIZE, Random(2))
        assert sum(picture.getpixel((110, 44))) > sum(picture.getpixel((110, 90))) + 90


class VeilTests:
    def test_the_lotion_thins_out_along_its_way(self):
        picture = textures.veil(SIZE, DEEP, Random(1)).convert("L")
        begun, later, skin = (
            sum(picture.crop(box).get_flattened_data())
            for box in ((2, 48, 12, 58), (92, 48, 102, 58), (135, 5, 145, 15))
        )
        assert begun > later + 4000 > skin + 5000
