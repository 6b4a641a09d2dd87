"""Fields, light and tones."""

from random import Random

from PIL import Image

from home.demo.pictures.surface import (
    CREAM,
    PALE,
    across,
    compute,
    down,
    drawn,
    feathered,
    grained,
    level,
    lit,
    moved,
    noise,
    over,
    positive,
    soften,
    toned,
)

SIZE = (12, 8)


class FieldTests:
    def test_coordinates_run_from_edge_to_edge(self):
        assert [across(SIZE).getpixel((x, 3)) for x in (0, 11)] == [0, 1]
        assert [down(SIZE).getpixel((5, y)) for y in (0, 7)] == [0, 1]

    def test_a_formula_is_worked_out_for_every_pixel(self):
        assert compute(lambda a, b: a * 2 + b, level(SIZE, 3), level(SIZE, 1)).getextrema() == (7, 7)

    def test_nothing_stays_below_zero(self):
        assert positive(compute(lambda a: a - 0.5, across(SIZE))).getextrema() == (0, 0.5)

    def test_noise_repeats_with_its_seed_and_keeps_its_bounds(self):
        one, same, other = (noise(SIZE, (4, 4), Random(seed)) for seed in (1, 1, 2))
        assert one.tobytes() == same.tobytes() != other.tobytes()
        assert -1.3 < one.getextrema()[0] < one.getextrema()[1] < 1.3

    def test_moving_and_softening_change_where_and_how_sharp(self):
        dot = drawn((40, 40), lambda pen, unit: pen.rectangle([0, 0, unit / 4, unit / 4], fill=255))
        assert dot.getpixel((5, 5)) == 1 and dot.getpixel((30, 30)) == 0
        assert moved(dot, 25, 25).getpixel((30, 30)) == 1
        assert 0 < soften(dot, 8).getpixel((9, 9)) < 1
        assert 0 < feathered(dot, 3).getpixel((11, 5)) < 1 and feathered(dot, 3).getpixel((39, 39)) == 0


class LightTests:
    def test_a_slope_towards_the_light_is_brighter(self):
        hill = compute(lambda x: 1 - (x - 0.5) ** 2, across((40, 20)))
        light, shine = lit(hill, 60, (-0.6, -0.1, 0.7))
        assert light.getpixel((8, 10)) > light.getpixel((32, 10))
        assert shine.getextrema()[0] >= 0

    def test_a_tone_runs_from_its_shadow_to_its_light(self):
        assert toned(level(SIZE, 0), PALE).getpixel((0, 0)) == PALE[0]
        assert toned(level(SIZE, 1), PALE).getpixel((0, 0)) == PALE[2]


class LayerTests:
    def test_a_mask_decides_what_shows(self):
        white = over(Image.new("RGB", SIZE), CREAM[2], level(SIZE, 1))
        assert white.getpixel((2, 2)) == CREAM[2]
        assert over(white, Image.new("RGB", SIZE), level(SIZE, 0)).getpixel((2, 2)) == CREAM[2]

    def test_grain_is_fine_and_repeats(self):
        grey = Image.new("RGB", (60, 60), (128, 128, 128))
        one, same = grained(grey, Random(1)), grained(grey, Random(1))
        assert one.tobytes() == same.tobytes() != grey.tobytes()
        assert one.convert("L").getextrema()[0] > 110
