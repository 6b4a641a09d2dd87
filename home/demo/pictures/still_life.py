"""Scenes of things: a dropper bottle, a jar, a pump, and leaves between a wall and the sun."""

from math import cos, pi, sin
from random import Random

from PIL import Image, ImageOps

from home.demo.pictures.lathe import (
    GLASS,
    GLAZED,
    METAL,
    SATIN,
    Outline,
    below,
    eased,
    room,
    silhouette,
    stand,
    throw,
)
from home.demo.pictures.relief import (
    between,
    clouds,
    placed,
    positive_part,
)
from home.demo.pictures.surface import (
    AMBER,
    COAL,
    CREAM,
    STONE,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    feathered,
    noise,
    over,
    soften,
    toned,
)


def leaf_shadows(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Sun through a plant on a plastered wall: near leaves sharp, far ones melting away."""
    light = compute(
        lambda x, y, n: 0.92 - x * 0.2 - y * 0.16 + n * 0.012, across(size), down(size), noise(size, (90, 60), random)
    )
    for blur, darkness in ((60, 0.2), (120, 0.26), (280, 0.34)):
        fronds = [frond(random) for _ in range(3)]
        shade = feathered(drawn(size, lambda pen, unit, those=fronds: draw_fronds(pen, unit, those)), size[1] / blur)
        light = compute(lambda value, s, d=darkness: value - s * d * value, light, shade)
    return toned(light, tone)


def frond(random: Random) -> tuple[float, float, float, float, float]:
    """Where a frond starts, which way it goes, how long it is and how much it bends."""
    start = (random.uniform(1.2, 1.75), random.uniform(-0.35, 0.1))
    return (*start, random.uniform(1.9, 2.9), random.uniform(1.1, 1.6), random.uniform(-0.3, 0.7))


def draw_fronds(pen, unit: float, fronds: list[tuple]) -> None:
    """Stems with pairs of slender curved leaves, shorter towards the tip."""
    for x, y, angle, length, bend in fronds:
        for step in range(24):
            share = step / 24
            heading = angle + bend * share
            x, y = x + cos(heading) * length / 24, y + sin(heading) * length / 24
            for side in (-1, 1):
                reach = 0.42 * length * (1 - share * 0.75) * min(1, 0.3 + share * 3)
                pen.polygon(leaf(x, y, heading + side * (0.95 - share * 0.5), reach, unit), fill=255)


def leaf(x: float, y: float, heading: float, reach: float, unit: float) -> list[tuple[float, float]]:
    """Outline of one leaf: a slender blade, wider before its middle."""
    upper, lower = [], []
    for place in range(9):
        share = place / 8
        half = reach * 0.055 * sin(pi * share) * (1.3 - share * 0.6)
        upper.append((reach * share, half + reach * 0.1 * share**2))
        lower.append((reach * share, -half + reach * 0.1 * share**2))
    turn_x, turn_y = cos(heading), sin(heading)
    return [
        ((x + a * turn_x - b * turn_y) * unit, (y + a * turn_y + b * turn_x) * unit) for a, b in upper + lower[::-1]
    ]


def bottle(size: Size, random: Random, tone: Tone = STONE, glass: Tone = AMBER) -> Image.Image:
    """A bottle of brown glass with its dropper in the light of one tall window."""
    picture = room(size, tone, random, 0.8)

    def window(pen, unit):
        for left, right in ((0.02, 0.36), (0.4, 0.74)):
            sides = ((left, -0.1), (right, -0.1), (right + 0.3, 0.8), (left + 0.3, 0.8))
            pen.polygon([(x * unit, y * unit) for x, y in sides], fill=255)
            floor = ((left + 0.3, 0.8), (right + 0.3, 0.8), (right + 0.62, 1.1), (left + 0.62, 1.1))
            pen.polygon([(x * unit, y * unit) for x, y in floor], fill=255)

    sun = feathered(drawn(size, window), size[1] / 90)
    picture = over(picture, tone[0], compute(lambda s, x: (1 - s) * (0.26 + x * 0.16), sun, across(size)))
    body: Outline = (
        (0.37, 0.0),
        (0.37, 0.045),
        (0.37, 0.045),
        (0.4, 0.047),
        (0.43, 0.118),
        (0.48, 0.13),
        (0.865, 0.13),
    )
    body = (*body, (0.88, 0.125), (0.885, 0.1), (0.885, 0.0))
    picture = throw(picture, 0.5, body, tone[0], 1.0, 0.12, 0.5)
    glow = feathered(silhouette(size, 0.72, [(0.868, 0.12), (0.892, 0.14)]), size[1] / 22)
    picture = over(picture, glass[2], compute(lambda mask: mask * 0.75, glow))
    picture = stand(picture, 0.5, body, glass, GLASS, random, 2)
    serum = ((0.6, 0.0), (0.6, 0.12), (0.6, 0.12), (0.87, 0.12), (0.875, 0.09), (0.875, 0.0))
    level_of_serum = compute(lambda m: m * 0.34, soften(silhouette(size, 0.5, eased(serum, 2)), 3))
    picture = over(picture, glass[0], level_of_serum)
    rubber = ((0.13, 0.0), (0.13, 0.028), (0.16, 0.04), (0.25, 0.04), (0.26, 0.05), (0.27, 0.05), (0.27, 0.0))
    collar = ((0.265, 0.0), (0.265, 0.062), (0.265, 0.062), (0.375, 0.064), (0.38, 0.06), (0.38, 0.0))
    picture = stand(picture, 0.5, rubber, COAL, SATIN, random, 2)
    return stand(picture, 0.5, collar, CREAM, GLAZED, random, 2)


def jar(size: Size, random: Random, tone: Tone, glaze: Tone = CREAM) -> Image.Image:
    """A low glazed jar on a plinth by lamplight."""
    a, b = placed(size, 0.3, 0.3)
    lamp = compute(
        lambda a, b, n: 0.2 + 0.62 / (1 + (a * a + b * b) * 2.6) + n * 0.008, a, b, clouds(size, (8, 6), random)
    )
    picture = toned(lamp, tone)
    table = compute(lambda t, x: t * (0.5 - x * 0.3), below(size, 0.9), across(size))
    picture = over(picture, tone[0], table)
    plinth = ((0.72, 0.0), (0.72, 0.33), (0.72, 0.33), (1.2, 0.33))
    pot = ((0.475, 0.0), (0.475, 0.19), (0.475, 0.19), (0.68, 0.19), (0.715, 0.16), (0.72, 0.12), (0.72, 0.0))
    lid = ((0.37, 0.0), (0.37, 0.185), (0.376, 0.197), (0.47, 0.2), (0.48, 0.2), (0.48, 0.0))
    picture = throw(picture, 0.94, ((0.72, 0.33), (1.1, 0.33)), tone[0], 1.0, 0.1, 0.6)
    picture = stand(picture, 0.94, plinth, tone, SATIN, random, 1)
    picture = stand(picture, 0.94, pot, glaze, GLAZED, random, 2)
    return stand(picture, 0.94, lid, AMBER, METAL, random, 2)


def pump(size: Size, random: Random, tone: Tone) -> Image.Image:
    """A tall pump bottle in hard sun, its shadow climbing the wall."""
    picture = room(size, tone, random, 0.84)
    body = (
        (0.36, 0.0),
        (0.36, 0.05),
        (0.37, 0.125),
        (0.42, 0.145),
        (0.89, 0.145),
        (0.91, 0.14),
        (0.915, 0.1),
        (0.915, 0.0),
    )
    collar = ((0.29, 0.0), (0.29, 0.056), (0.29, 0.056), (0.368, 0.058), (0.368, 0.058), (0.368, 0.0))
    neck = ((0.2, 0.0), (0.2, 0.022), (0.2, 0.022), (0.3, 0.022), (0.3, 0.0))

    def nozzle(pen, unit, dx=0.0, dy=0.0):
        pen.rounded_rectangle(
            [(0.5 + dx) * unit, (0.15 + dy) * unit, (0.715 + dx) * unit, (0.21 + dy) * unit], 0.026 * unit, fill=255
        )
        pen.polygon(
            [((x + dx) * unit, (y + dy) * unit) for x, y in ((0.5, 0.17), (0.54, 0.2), (0.5, 0.235), (0.485, 0.235))],
            fill=255,
        )

    def wall_shadow(pen, unit):
        for part in (body, collar, neck):
            points = eased(part, 2)
            sides = [(0.66 + r, y) for y, r in points] + [(0.66 - r, y) for y, r in reversed(points)]
            pen.polygon([((x + 0.3) * unit, (y - 0.1) * unit) for x, y in sides], fill=255)
        nozzle(pen, unit, 0.3, -0.1)

    shade = feathered(drawn(size, wall_shadow), size[1] / 80)
    picture = over(picture, tone[0], compute(lambda s, y: s * 0.5 * between((0.86 - y) * 30), shade, down(size)))
    floor = drawn(
        size,
        lambda pen, unit: pen.polygon(
            [(x * unit, y * unit) for x, y in ((0.53, 0.915), (0.79, 0.92), (1.1, 0.84), (0.82, 0.84))], fill=255
        ),
    )
    picture = over(picture, tone[0], compute(lambda f: f * 0.52, feathered(floor, size[1] / 110)))
    picture = stand(picture, 0.66, neck, STONE, GLAZED, random, 1)
    light = compute(lambda y, x: 0.95 - positive_part(y - 0.16) * 8 + x * 0.02, down(size), across(size))
    picture = over(picture, toned(light, STONE), drawn(size, nozzle, 3))
    picture = stand(picture, 0.66, collar, STONE, GLAZED, random, 1)
    return stand(picture, 0.66, body, tone, GLAZED, random)


def pair(size: Size, random: Random, tone: Tone) -> Image.Image:
    """A slender pump bottle and a small jar on a shelf, close together, lit from the right."""
    picture = room(size, tone, random, 0.7)
    tall = ((0.4, 0.0), (0.4, 0.04), (0.41, 0.1), (0.46, 0.112), (0.84, 0.112), (0.855, 0.105), (0.86, 0.0))
    low = ((0.68, 0.0), (0.68, 0.15), (0.68, 0.15), (0.84, 0.15), (0.875, 0.13), (0.88, 0.09), (0.88, 0.0))
    lid = ((0.6, 0.0), (0.6, 0.148), (0.604, 0.156), (0.68, 0.158), (0.685, 0.158), (0.685, 0.0))
    neck = ((0.29, 0.0), (0.29, 0.018), (0.29, 0.018), (0.35, 0.018), (0.35, 0.0))
    collar = ((0.34, 0.0), (0.34, 0.046), (0.34, 0.046), (0.405, 0.048), (0.405, 0.048), (0.405, 0.0))
    for middle, outline in ((0.56, tall), (0.86, ((0.6, 0.15), *low))):
        picture = throw(picture, middle, outline, tone[0], 0.8, 0.1, 0.5)

    def nozzle(pen, unit):
        pen.rounded_rectangle([0.43 * unit, 0.25 * unit, 0.605 * unit, 0.296 * unit], 0.02 * unit, fill=255)

    light = compute(lambda y: 0.95 - positive_part(y - 0.26) * 9, down(size))
    picture = stand(picture, 0.56, neck, STONE, GLAZED, random, 1)
    picture = over(picture, toned(light, STONE), drawn(size, nozzle, 3))
    picture = stand(picture, 0.56, collar, STONE, GLAZED, random, 1)
    picture = stand(picture, 0.56, tall, CREAM, SATIN, random)
    picture = stand(picture, 0.86, low, CREAM, GLAZED, random, 2)
    return ImageOps.mirror(stand(picture, 0.86, lid, COAL, SATIN, random, 2))
