"""Reliefs under one lamp: heights in picture heights, the shadows they throw and the dark in their hollows."""

from math import cos, degrees, hypot, sin
from random import Random

from PIL import Image, ImageMath

from home.demo.pictures.surface import (
    FROM_UPPER_LEFT,
    Light,
    Size,
    across,
    compute,
    down,
    level,
    lit,
    moved,
    noise,
    positive,
    soften,
)


def positive_part(operand):
    """Nothing below zero, for formulas."""
    return ImageMath.imagemath_max(operand, 0.0)


def larger(one, other):
    """The larger of two, for formulas."""
    return ImageMath.imagemath_max(one, other)


def between(operand):
    """Kept between 0 and 1, for formulas."""
    return ImageMath.imagemath_min(positive_part(operand), 1.0)


def step(operand):
    """What is left of a number above its whole part, below zero too, for formulas."""
    return (operand + 64) % 1


def wave(operand):
    """A soft wave between -1 and 1 that repeats with every whole number, for formulas."""
    saw = step(operand) * 2 - 1
    return saw * (1 - abs(saw)) * 4


def placed(size: Size, x: float, y: float, angle: float = 0) -> tuple[Image.Image, Image.Image]:
    """Coordinates in picture heights round a point, turned by an angle."""
    ratio, c, s = size[0] / size[1], cos(angle), sin(angle)
    a, b = across(size), down(size)
    along = compute(lambda a, b: (a * ratio - x) * c + (b - y) * s, a, b)
    beside = compute(lambda a, b: (b - y) * c - (a * ratio - x) * s, a, b)
    return along, beside


def turning(along: Image.Image, beside: Image.Image) -> Image.Image:
    """The direction from the middle as a share of a full turn, from -0.5 to 0.5 (arc tangent, near enough)."""
    flat = compute(lambda a, b: smaller(abs(a), abs(b)) / (larger(abs(a), abs(b)) + 1e-6), along, beside)
    bow = compute(lambda z: z * (0.1659 - 0.0409 * abs(z) + z * 0), flat)
    steep = compute(lambda w, a, b: w + side(abs(b) - abs(a)) * (0.25 - w * 2), bow, along, beside)
    return compute(lambda w, a, b: (w + side(-a) * (0.5 - w * 2)) * (side(b) * 2 - 1), steep, along, beside)


def smaller(one, other):
    """The smaller of two, for formulas."""
    return ImageMath.imagemath_min(one, other)


def side(operand):
    """1 above zero and 0 below it, for formulas."""
    return (operand / (abs(operand) + 1e-12) + 1) * 0.5


def slab(along, beside, half: tuple[float, float], corner: float):
    """Distance to the edge of a rectangle with round corners, negative inside, for formulas."""
    out_x, out_y = abs(along) - half[0] + corner, abs(beside) - half[1] + corner
    inside = larger(out_x, out_y)
    outside = (positive_part(out_x) ** 2 + positive_part(out_y) ** 2) ** 0.5
    return outside + (inside - abs(inside)) * 0.5 - corner


def rounded_edge(distance, width: float):
    """Height from 0 to 1 behind an edge, round like a quarter of a circle, for formulas."""
    flat = positive_part(1 - positive_part(distance * (-1 / width)))
    return (positive_part(1 - flat * flat)) ** 0.5


def sharp(field: Image.Image, pixels: float = 1.5) -> Image.Image:
    """A mask that is 1 where a distance field, in picture heights, is below zero, with a soft rim."""
    unit = field.size[1] / pixels
    return compute(lambda d: between(0.5 - d * unit), field)


def highest(*fields: Image.Image) -> Image.Image:
    """The highest of several fields."""
    top, *others = fields
    for other in others:
        top = compute(larger, top, other)
    return top


def cast(height: Image.Image, light: Light, steps: int = 26) -> Image.Image:
    """How much of the lamp each point loses to what stands in its way; sharp at the foot, softer further off."""
    width, high = height.size
    small = height.resize((max(2, width // 4), max(2, high // 4)), Image.Resampling.BOX)
    unit, flat = small.size[1], hypot(light[0], light[1])
    low, top = small.getextrema()
    # Nothing outside the picture throws a shadow into it.
    small, reach = compute(lambda h: h - low, small), (top - low) * flat / light[2]
    shadow = level(small.size, 0)
    for place in range(1, steps + 1):
        far = reach * (place / steps) ** 1.3
        there = moved(small, -far * unit * light[0] / flat, -far * unit * light[1] / flat)
        rise, soft = far * light[2] / flat, 1 / (0.007 + far * 0.4)
        shadow = compute(
            lambda s, h, t, r=rise, k=soft: larger(s, between((t - h - r) * k + 0.15)), shadow, small, there
        )
    return soften(shadow, 1.5).resize(height.size, Image.Resampling.BICUBIC)


def hollows(height: Image.Image, radius: float) -> Image.Image:
    """How deep each point lies below what is round it, within a radius in picture heights."""
    width, high = height.size
    cell = max(1, high * radius / 3)
    small = height.resize((max(2, round(width / cell)), max(2, round(high / cell))), Image.Resampling.BOX)
    weight = level(small.size, 1)
    for _ in range(3):
        for right, under in ((1, 0), (0, 1)):
            small, weight = (
                compute(
                    lambda a, b, c: (a + b + b + c) * 0.25,
                    moved(field, -right, -under),
                    field,
                    moved(field, right, under),
                )
                for field in (small, weight)
            )
    mean = compute(lambda s, w: s / w, small, weight).resize(height.size, Image.Resampling.BICUBIC)
    return positive(compute(lambda h, m: (m - h) / radius, height, mean))


def shaded(
    height: Image.Image,
    light: Light = FROM_UPPER_LEFT,
    gloss: float = 30,
    radius: float = 0.05,
    ambient: float = 0.24,
) -> tuple[Image.Image, Image.Image]:
    """Light and shine on a relief of true heights, with cast shadows and darker hollows."""
    diffuse, shine = lit(height, height.size[1] / 3, light, gloss)
    shadow, hollow = cast(height, light), hollows(height, radius)
    norm = hypot(*light)
    value = compute(
        lambda d, s, h: (d * (1 / norm) * (1 - s * 0.86) + ambient) * (1 - between(h * 0.9) * 0.75),
        diffuse,
        shadow,
        hollow,
    )
    return value, compute(lambda g, s: g * (1 - s), shine, shadow)


def clouds(size: Size, cells: Size, random: Random, angle: float = 0.6) -> Image.Image:
    """Smooth noise that is turned, so that no grid shows; what is coarse is made small and enlarged."""
    scale = 4 if max(cells) <= 30 else 1
    width, high = (max(2, round(side / scale)) for side in size)
    span = round(max(width, high) * 1.5)
    field = noise((span, span), cells, random).rotate(degrees(angle), resample=Image.Resampling.BILINEAR)
    left, top = (span - width) // 2, (span - high) // 2
    field = field.crop((left, top, left + width, top + high))
    return field if scale == 1 else field.resize(size, Image.Resampling.BICUBIC)


#: Where a small square lies in a picture: the part of it that shows, and the place it takes.
Patch = tuple[tuple[int, int, int, int], tuple[int, int, int, int]]


def patch(size: Size, x: float, y: float, reach: int) -> Patch | None:
    """A square of so many pixels round a point given in picture heights, or nothing where it lies outside."""
    left, top = round(x * size[1]) - reach, round(y * size[1]) - reach
    box = (max(0, left), max(0, top), min(size[0], left + 2 * reach + 1), min(size[1], top + 2 * reach + 1))
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    return (box[0] - left, box[1] - top, box[2] - left, box[3] - top), box


def heap(field: Image.Image, part: Image.Image, place: Patch) -> None:
    """Set a small relief into a large one, the higher of the two showing."""
    cut, box = place
    field.paste(compute(larger, field.crop(box), part.crop(cut)), box[:2])


def lay(field: Image.Image, part: Image.Image, mask: Image.Image, place: Patch) -> None:
    """Lay a small field over a large one where a mask says."""
    cut, box = place
    field.paste(compute(lambda o, n, m: o + (n - o) * m, field.crop(box), part.crop(cut), mask.crop(cut)), box[:2])
