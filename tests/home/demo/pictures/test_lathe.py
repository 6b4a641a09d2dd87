"""Bodies turned from an outline, their room and their shadow."""

from random import Random

import pytest

from home.demo.pictures import lathe
from home.demo.pictures.surface import CLAY, COAL, CREAM

SIZE = (150, 100)
POST: lathe.Outline = ((0.2, 0.1), (0.8, 0.1))


class OutlineTests:
    def test_corners_are_cut_round_and_doubled_ones_stay(self):
        soft = lathe.eased(((0, 0), (0, 1), (1, 1)))
        assert (0, 1) not in soft and soft[0] == (0, 0) and soft[-1] == (1, 1)
        hard = lathe.eased(((0, 0), (0, 1), (0, 1), (1, 1)), 1)
        assert (0, 1) in hard

    def test_a_width_is_read_between_two_points_and_kept_beyond_them(self):
        cone = [(0.2, 0.1), (0.6, 0.3)]
        assert [lathe.radius_at(cone, y) for y in (0, 0.4, 0.9)] == pytest.approx([0.1, 0.2, 0.3])


class LightTests:
    def test_light_runs_round_a_body_from_edge_to_edge(self):
        row = lathe.profile(51, ((0, 0.2), (0.5, 1), (1, 0.4)))
        assert [row.getpixel((x, 0)) for x in (0, 25, 50)] == pytest.approx([0.2, 1, 0.4])

    def test_a_body_shows_its_light_and_nothing_outside_itself(self):
        light = lathe.turned(SIZE, 0.75, list(POST), ((0, 0), (1, 1)))
        assert light.getpixel((67, 50)) < 0.2 < 0.8 < light.getpixel((83, 50))
        mask = lathe.silhouette(SIZE, 0.75, list(POST))
        assert mask.getpixel((75, 50)) == 1 and mask.getpixel((75, 5)) == mask.getpixel((40, 50)) == 0

    def test_what_widens_downwards_catches_the_light_from_above(self):
        straight, flared = ([(0, 0.1), (1, 0.1)], [(0, 0.1), (1, 0.3)])
        light = [
            lathe.turned(SIZE, 0.75, points, ((0, 0.5), (1, 0.5))).getpixel((75, 50)) for points in (straight, flared)
        ]
        assert light[1] > light[0]


class RoomTests:
    def test_a_table_begins_at_its_horizon(self):
        assert [lathe.below(SIZE, 0.7).getpixel((9, y)) for y in (60, 80)] == [0, 1]
        assert lathe.room(SIZE, CLAY, Random(1)).size == SIZE

    def test_a_body_stands_out_and_its_shadow_lies_to_the_right(self):
        bare = lathe.room(SIZE, CLAY, Random(1))
        shade = lathe.throw(bare, 0.75, POST, CLAY[0])
        assert sum(shade.getpixel((100, 75))) < sum(bare.getpixel((100, 75))) - 20
        assert shade.getpixel((20, 75)) == bare.getpixel((20, 75))
        dark, pale = (lathe.stand(bare, 0.75, POST, tone, lathe.SATIN, Random(1)) for tone in (COAL, CREAM))
        assert sum(pale.getpixel((73, 50))) > sum(dark.getpixel((73, 50))) + 150
