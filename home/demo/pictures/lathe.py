"""Upright bodies turned from an outline, the room they stand in and the shadow they throw."""

import itertools
from random import Random

from PIL import Image

from home.demo.pictures.relief import between
from home.demo.pictures.surface import (
    Colour,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    feathered,
    level,
    noise,
    over,
    soften,
    toned,
)

#: How light runs round each kind of body, from its left edge to its right: (place, light).
Stops = tuple[tuple[float, float], ...]
GLAZED: Stops = ((0, 0.34), (0.06, 0.62), (0.16, 0.95), (0.24, 0.98), (0.4, 0.8), (0.72, 0.52), (0.92, 0.3), (1, 0.46))
MATT: Stops = ((0, 0.36), (0.1, 0.56), (0.34, 0.86), (0.5, 0.88), (0.76, 0.66), (1, 0.38))
SATIN: Stops = ((0, 0.3), (0.08, 0.5), (0.3, 0.86), (0.42, 0.9), (0.7, 0.56), (0.93, 0.24), (1, 0.36))
METAL: Stops = (
    (0, 0.2),
    (0.06, 0.75),
    (0.12, 0.3),
    (0.2, 0.95),
    (0.3, 1.0),
    (0.36, 0.5),
    (0.6, 0.34),
    (0.8, 0.66),
    (0.9, 0.2),
    (1, 0.5),
)
GLASS: Stops = (
    (0, 0.5),
    (0.05, 0.16),
    (0.12, 0.5),
    (0.17, 1.0),
    (0.21, 1.0),
    (0.25, 0.46),
    (0.55, 0.3),
    (0.84, 0.5),
    (0.93, 0.72),
    (0.97, 0.24),
    (1, 0.4),
)
#: How wide a body is at each height, from its middle to its edge: (height from the top, half its width).
Outline = tuple[tuple[float, float], ...]


def room(size: Size, tone: Tone, random: Random, horizon: float = 0.74) -> Image.Image:
    """A wall and a table of the same plaster, with the soft bend between them."""
    wall = compute(
        lambda x, y, n: 0.86 - x * 0.26 - (0.5 - y) ** 2 * 0.3 + n * 0.01,
        across(size),
        down(size),
        noise(size, (60, 40), random),
    )
    table = compute(lambda x, y: 0.98 - x * 0.2 - (1 - y) * 0.16, across(size), down(size))
    bend = feathered(below(size, horizon), size[1] / 60)
    return toned(compute(lambda w, t, b: w * (1 - b) + t * b, wall, table, bend), tone)


def below(size: Size, horizon: float) -> Image.Image:
    """Mask of everything under a height."""
    return drawn(size, lambda pen, unit: pen.rectangle([0, horizon * unit, 9 * unit, 2 * unit], fill=255))


def profile(width: int, stops: Stops) -> Image.Image:
    """One line of light round a body from its left edge to its right."""
    values = []
    for x in range(width):
        place = x / (width - 1)
        after = next(index for index, stop in enumerate(stops) if stop[0] >= place)
        (a, low), (b, high) = stops[max(0, after - 1)], stops[after]
        share = 0 if b == a else (place - a) / (b - a)
        values.append(low + (high - low) * share * share * (3 - 2 * share))
    row = Image.new("F", (width, 1))
    row.putdata(values)
    return row


def eased(outline: Outline, rounds: int = 3) -> list[tuple[float, float]]:
    """An outline with its corners cut round; a point given twice stays a corner."""
    points = list(outline)
    for _ in range(rounds):
        cut = [points[0]]
        for (y, r), (foot, wide) in itertools.pairwise(points):
            cut += [(y * 0.75 + foot * 0.25, r * 0.75 + wide * 0.25), (y * 0.25 + foot * 0.75, r * 0.25 + wide * 0.75)]
        points = [*cut, points[-1]]
    return points


def radius_at(points: list[tuple[float, float]], y: float) -> float:
    """Half the width of an outline at a height; above and below it, that of its ends."""
    for (top, r), (foot, wide) in itertools.pairwise(points):
        if top <= y <= foot:
            return r if foot == top else r + (wide - r) * (y - top) / (foot - top)
    return points[0][1] if y < points[0][0] else points[-1][1]


def turned(size: Size, middle: float, points: list[tuple[float, float]], stops: Stops) -> Image.Image:
    """Light round a turned body, line by line; what faces upwards gets a little more of it."""
    unit, field, rises = size[1], level(size, 0.5), []
    strip = profile(max(2, unit), stops)
    for row in range(unit):
        y, radius = row / unit, radius_at(points, row / unit)
        slope = (radius_at(points, y + 0.004) - radius_at(points, y - 0.004)) / 0.008
        rises.append(max(-0.2, min(0.16, slope * 0.16)))
        wide = max(2, round(radius * 2 * unit) + 2)
        line = strip.resize((wide, 1), Image.Resampling.BILINEAR)
        field.paste(line, (round((middle - radius) * unit) - 1, row))
    column = Image.new("F", (1, unit))
    column.putdata(rises)
    return compute(lambda f, u: f + u, field, soften(column.resize((8, unit)), 3).resize(size))


def silhouette(size: Size, middle: float, points: list[tuple[float, float]]) -> Image.Image:
    """Mask of a turned body."""
    right = [(middle + r, y) for y, r in points]
    left = [(middle - r, y) for y, r in reversed(points)]
    return drawn(size, lambda pen, unit: pen.polygon([(x * unit, y * unit) for x, y in right + left], fill=255), 3)


def stand(
    picture: Image.Image, middle: float, outline: Outline, tone: Tone, stops: Stops, random: Random, rounds: int = 3
) -> Image.Image:
    """A turned body set into the picture, lit from the left, with the faintest unevenness of a real surface."""
    size, points = picture.size, eased(outline, rounds)
    light = compute(
        lambda p, y, n: p * (1.05 - y * 0.14) + n * 0.008,
        turned(size, middle, points, stops),
        down(size),
        noise(size, (40, 30), random),
    )
    return over(picture, toned(light, tone), silhouette(size, middle, points))


def throw(
    picture: Image.Image,
    middle: float,
    outline: Outline,
    colour: Colour,
    lean: float = 1.1,
    rise: float = 0.16,
    darkness: float = 0.55,
) -> Image.Image:
    """The shadow a turned body throws over the table to the right, sharp at its foot and soft at its far end."""
    size, points = picture.size, eased(outline, 1)
    foot, wide = points[-1][0], max(r for y, r in points if y > points[-1][0] - 0.04)
    ring = [(middle + (foot - y) * lean + r, foot - (foot - y) * rise + r * 0.1) for y, r in points]
    ring += [(middle + (foot - y) * lean - r, foot - (foot - y) * rise - r * 0.05) for y, r in reversed(points)]
    shade = drawn(size, lambda pen, unit: pen.polygon([(x * unit, y * unit) for x, y in ring], fill=255))
    ratio = size[0] / size[1]
    away = compute(lambda x: between((x * ratio - middle) / 0.55), across(size))
    mask = compute(
        lambda near, far, a: (near * (1 - a) + far * a) * (1 - a * 0.55) * darkness,
        feathered(shade, size[1] / 120),
        feathered(shade, size[1] / 26),
        away,
    )

    def sole(pen, unit):
        sides = (middle - wide, foot - 0.012, middle + wide * 1.15, foot + 0.016)
        pen.ellipse([side * unit for side in sides], fill=255)

    contact = feathered(drawn(size, sole), size[1] / 140)
    return over(over(picture, colour, mask), colour, compute(lambda c: c * 0.8, contact))
