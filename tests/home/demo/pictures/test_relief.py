"""Reliefs: formulas, places and the shadows of true heights."""

from math import pi
from random import Random

import pytest

from home.demo.pictures import relief
from home.demo.pictures.surface import compute, level

SIZE = (60, 40)


def worked(formula, *values):
    """What a formula makes of some values."""
    return compute(formula, *(level((1, 1), value) for value in values)).getpixel((0, 0))


def mound(height=0.2):
    """A round block in the middle of a flat field."""
    a, b = relief.placed(SIZE, 0.75, 0.5)
    return compute(lambda a, b: relief.side(0.02 - a * a - b * b) * height, a, b)


class FormulaTests:
    def test_values_are_kept_in_bounds(self):
        assert [worked(relief.positive_part, value) for value in (-2, 3)] == [0, 3]
        assert [worked(relief.between, value) for value in (-2, 0.5, 3)] == [0, 0.5, 1]
        assert worked(relief.larger, 1, 4) == 4 and worked(relief.smaller, 1, 4) == 1
        assert [round(worked(relief.side, value)) for value in (-1, 1)] == [0, 1]

    def test_a_wave_repeats_below_zero_too(self):
        assert worked(relief.step, -0.25) == 0.75
        assert worked(relief.wave, 0.75) == worked(relief.wave, -0.25) == 1
        assert worked(relief.wave, 0.25) == -1

    def test_distance_to_a_slab_is_negative_inside(self):
        inside, edge, outside = (worked(lambda a, b: relief.slab(a, b, (2, 1), 0.5), x, 0) for x in (0, 2, 5))
        assert inside < edge == 0 < outside == 3

    def test_an_edge_rises_like_a_quarter_of_a_circle(self):
        heights = [worked(lambda d: relief.rounded_edge(d, 1), -depth) for depth in (0, 0.5, 1, 9)]
        assert heights == pytest.approx([0, 0.866, 1, 1], abs=0.001)


class PlaceTests:
    def test_coordinates_turn_round_their_point(self):
        along, beside = relief.placed((31, 21), 0.75, 0.5, pi / 2)
        assert along.getpixel((15, 20)) == pytest.approx(0.5, abs=0.03)
        assert beside.getpixel((15, 20)) == pytest.approx(0, abs=0.03)

    def test_turning_goes_once_round(self):
        wheel = {(1, 0): 0, (0, 1): 0.25, (0, -1): -0.25, (-1, 0.001): 0.5, (1, 1): 0.125, (-1, -1): -0.375}
        for (a, b), share in wheel.items():
            turn = relief.turning(level((1, 1), a), level((1, 1), b)).getpixel((0, 0))
            assert turn == pytest.approx(share, abs=0.003)

    def test_turning_leaves_no_seam_where_it_begins_again(self):
        turns = [relief.turning(level((1, 1), -0.3), level((1, 1), b)).getpixel((0, 0)) for b in (-1e-5, 1e-5)]
        assert turns == pytest.approx([-0.5, 0.5], abs=0.001)

    def test_a_patch_is_cut_where_the_picture_ends(self):
        assert relief.patch((100, 50), 1, 0.5, 10) == ((0, 0, 21, 21), (40, 15, 61, 36))
        assert relief.patch((100, 50), 0, 0, 10) == ((10, 10, 21, 21), (0, 0, 11, 11))
        assert relief.patch((100, 50), 5, 5, 10) is None

    def test_a_heap_keeps_the_higher_and_a_layer_covers(self):
        place = relief.patch((9, 9), 0.5, 0.5, 1)
        ground = level((9, 9), 2)
        relief.heap(ground, level((3, 3), 1), place)
        assert ground.getextrema() == (2, 2)
        relief.lay(ground, level((3, 3), 1), level((3, 3), 1), place)
        assert ground.getpixel((4, 4)) == 1 and ground.getpixel((0, 0)) == 2

    def test_the_highest_of_several_shows(self):
        assert relief.highest(level(SIZE, 1), level(SIZE, 3), level(SIZE, 2)).getextrema() == (3, 3)

    def test_a_mask_is_sharp_but_not_ragged(self):
        a, _ = relief.placed(SIZE, 0.75, 0.5)
        mask = relief.sharp(a)
        assert mask.getpixel((5, 5)) == 1 and mask.getpixel((55, 5)) == 0


class ShadowTests:
    def test_a_shadow_falls_away_from_the_lamp(self):
        shadow = relief.cast(mound(), (-0.7, 0, 0.5))
        assert shadow.getpixel((40, 20)) > 0.3 > shadow.getpixel((12, 20))

    def test_flat_ground_has_no_shadow_whatever_its_height(self):
        assert relief.cast(level(SIZE, -0.3), (-0.7, 0, 0.5)).getextrema()[1] < 0.2

    def test_the_foot_of_a_block_is_a_hollow_and_its_top_is_not(self):
        hollow = relief.hollows(mound(), 0.1)
        assert hollow.getpixel((37, 20)) > hollow.getpixel((2, 2)) == pytest.approx(0, abs=0.01)
        assert hollow.getpixel((37, 20)) > hollow.getpixel((30, 20)) + 0.1

    def test_a_slope_towards_the_lamp_is_brighter(self):
        a, b = relief.placed(SIZE, 0.75, 0.5)
        hill = compute(lambda a, b: relief.positive_part(0.16 - a * a - b * b), a, b)
        light, _ = relief.shaded(hill, (-0.7, 0, 0.5))
        assert light.getpixel((20, 20)) > light.getpixel((40, 20)) + 0.2


class CloudsTests:
    @pytest.mark.parametrize("cells", [(4, 4), (40, 40)])
    def test_clouds_fill_the_size_and_repeat_with_their_seed(self, cells):
        one, same = (relief.clouds(SIZE, cells, Random(1)) for _ in range(2))
        assert one.size == SIZE and one.tobytes() == same.tobytes()
        low, high = one.getextrema()
        assert -1.3 < low < high < 1.3
