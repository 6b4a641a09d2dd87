"""Containers without a label: the right size, nothing flat, the same again from the same seed."""

from random import Random

import pytest

from home.demo.pictures import vessels
from tests.home.demo.painted import SIZE, PaintedScene

SCENES = {
    "tube": lambda random: vessels.tube(SIZE, random),
    "flacon": lambda random: vessels.flacon(SIZE, random),
    "upside_down": lambda random: vessels.upside_down(SIZE, random),
    "canister": lambda random: vessels.canister(SIZE, random),
}


@pytest.mark.parametrize("name", SCENES)
class SceneTests(PaintedScene):
    scenes = SCENES


class CanisterTests:
    def test_the_bottle_is_seen_once_more_in_the_stone(self):
        picture = vessels.canister(SIZE, Random(1))
        under, beside = (sum(picture.getpixel((x, 90))) for x in (100, 130))
        assert under > beside + 20
