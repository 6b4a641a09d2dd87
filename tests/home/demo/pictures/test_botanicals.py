"""Scenes of plants: the right size, nothing flat, the same again from the same seed."""

from math import cos, pi, sin
from random import Random

import pytest

from home.demo.pictures import botanicals
from home.demo.pictures.surface import CLAY, DEEP, PINE, ROSE
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "leaf": lambda random: botanicals.leaf(SIZE, PINE, random),
    "bloom": lambda random: botanicals.bloom(SIZE, ROSE, random),
    "barley": lambda random: botanicals.barley(SIZE, DEEP, random),
    "orange": lambda random: botanicals.orange(SIZE, CLAY, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class OrangeTests:
    def test_flesh_lies_within_a_pale_rind_on_the_table(self):
        picture = botanicals.orange(SIZE, CLAY, Random(1))
        flesh, table = (
            picture.crop(box).resize((1, 1)).getpixel((0, 0)) for box in ((30, 40, 70, 72), (115, 10, 145, 40))
        )
        assert flesh[0] - flesh[2] > table[0] - table[2] + 30

    def test_pulp_lies_round_its_middle_only(self):
        pulp = botanicals.vesicles(SIZE, 0.5, 0.5, Random(1))
        assert pulp.crop((30, 20, 70, 80)).getextrema()[1] > 0.5
        assert pulp.crop((100, 0, 150, 100)).getextrema() == (0, 0)

    @pytest.mark.parametrize("part", range(10))
    def test_no_part_of_the_fruit_is_empty(self, part):
        pulp = botanicals.vesicles((300, 200), 0.5, 0.5, Random(1))
        spokes = [(part / 5 + turn / 25) * pi for turn in range(-2, 3)]
        found = [
            pulp.getpixel((round(100 + cos(spoke) * far), round(100 + sin(spoke) * far)))
            for spoke in spokes
            for far in (20, 26, 32, 40, 48, 56, 62)
        ]
        assert found.count(0) < len(found) / 4


class HuskTests:
    def test_a_grain_is_highest_in_its_middle(self):
        husk = botanicals.husk(20, 0, 0.03)
        assert husk.getpixel((20, 20)) > husk.getpixel((20, 25)) and husk.getpixel((0, 0)) == 0
