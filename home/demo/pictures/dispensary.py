"""Scenes of a pharmacy: a mortar, a pipette, the small print on the back of a bottle."""

from math import asin, pi
from random import Random
from textwrap import wrap

from PIL import Image, ImageDraw, ImageOps

from home.demo.pictures.lathe import GLASS, SATIN, Outline, eased, room, silhouette, stand, throw, turned
from home.demo.pictures.marks import typeface
from home.demo.pictures.relief import (
    between,
    clouds,
    placed,
    positive_part,
    slab,
    wave,
)
from home.demo.pictures.surface import (
    AMBER,
    INKED,
    SAGE,
    STONE,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    feathered,
    moved,
    noise,
    over,
    toned,
)

#: The bowl of the mortar, foot included.
BOWL: Outline = (
    (0.42, 0.0),
    (0.42, 0.3),
    (0.42, 0.3),
    (0.47, 0.305),
    (0.62, 0.285),
    (0.76, 0.2),
    (0.79, 0.17),
    (0.81, 0.17),
    (0.85, 0.21),
    (0.875, 0.215),
    (0.875, 0.0),
)


def mortar(size: Size, random: Random, tone: Tone = SAGE) -> Image.Image:
    """A stone mortar with its pestle at rest, lit from the right."""
    picture = room(size, tone, random, 0.7)
    picture = throw(picture, 0.56, ((0.42, 0.3), (0.6, 0.29), (0.76, 0.2), (0.9, 0.2)), tone[0], 1.1, 0.12, 0.75)
    shape, foot = silhouette(size, 0.56, eased(BOWL)), ring(size, (0.345, 0.835, 0.775, 0.92))
    rim, hollow = ring(size, (0.26, 0.362, 0.86, 0.482)), ring(size, (0.28, 0.372, 0.84, 0.468))
    x, y = across(size), down(size)
    lip = toned(compute(lambda x: 1.04 - x * 0.5, x), STONE)
    sole = toned(compute(lambda u: u * 0.86, turned(size, 0.56, [(0.0, 0.215), (1.0, 0.215)], SATIN)), STONE)
    stone = over(stand(over(picture, sole, foot), 0.56, BOWL, STONE, SATIN, random), lip, rim)
    inside = compute(lambda x, y: 0.02 + (x * 1.5 - 0.26) * 0.95 + (y - 0.4) * 2.0, x, y)
    picture = over(stone, toned(inside, STONE), hollow)
    light, mask = pestle(size)
    shade = feathered(moved(mask, size[1] * 0.035, size[1] * 0.012), size[1] / 70)
    picture = over(picture, STONE[0], compute(lambda s, h: s * h * 0.5, shade, hollow))
    picture = over(picture, toned(light, STONE), mask)
    # The front wall hides what stands in the bowl.
    front = compute(lambda s, h, y: s * (1 - h) * between((y - 0.424) * 300), shape, hollow, y)
    picture = over(picture, stone, front)
    flecks, drift = clouds(size, (150, 150), random), clouds(size, (5, 5), random)
    speckle = compute(lambda a, b: positive_part(positive_part(a - 0.55) * 0.5 + b * 0.1) * 0.5, flecks, drift)
    outside = compute(lambda s, f, h: between(s + f) * (1 - h), shape, foot, hollow)
    return ImageOps.mirror(over(picture, STONE[0], compute(lambda k, o: k * o, speckle, outside)))


def ring(size: Size, sides: tuple[float, float, float, float]) -> Image.Image:
    """Mask of an ellipse: a round opening or foot seen from a little above."""
    return drawn(size, lambda pen, unit: pen.ellipse([side * unit for side in sides], fill=255), 3)


def pestle(size: Size) -> tuple[Image.Image, Image.Image]:
    """Light and mask of a pestle leaning on the rim of the mortar."""
    a, b = placed(size, 0.68, 0.3, -1.0)
    half = compute(lambda a: 0.026 + 0.03 * between((a - 0.13) * 8) ** 2 + 0.012 * between(0.5 - a * 3), a)
    ends = compute(lambda a, b: slab(a, b, (0.25, 0.056), 0.05), a, b)
    mask = compute(lambda b, h, e: between((h - abs(b)) * 300) * between(0.5 - e * 300), b, half, ends)
    return compute(lambda b, h: 0.78 - (b / h) * 0.34 - positive_part(abs(b / h) - 0.7) * 0.6, b, half), mask


def pipette(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A drop about to leave a glass pipette, over its own rings."""
    unit, x, y = size[1], across(size), down(size)
    a, b = placed(size, 0.5, 0.86)
    far = compute(lambda a, b: (a * a + (b * 2.9) ** 2) ** 0.5, a, b)
    sky = compute(lambda p, q, n: 0.92 - 0.5 * q - abs(p - 0.3) * 0.3 + n * 0.01, x, y, clouds(size, (5, 4), random))
    surface = compute(lambda b: between((b + 0.18) * 5), b)
    rings = compute(lambda f: wave(f * 5.2) * 0.16 / (1 + f * f * 6) * between(1.25 - f), far)
    picture = toned(
        compute(lambda s, k, r, y: s * (1 - k) + k * (0.5 + (y - 0.7) * 0.8 + r), sky, surface, rings, y), tone
    )
    tube = ((-0.2, 0.052), (0.26, 0.05), (0.36, 0.026), (0.46, 0.018), (0.5, 0.017))
    inner = ((-0.2, 0.04), (0.26, 0.038), (0.36, 0.017), (0.46, 0.01), (0.5, 0.011))
    glass = turned(size, 0.5, eased(tube), GLASS)
    shape, core = silhouette(size, 0.5, eased(tube)), silhouette(size, 0.5, eased(inner))
    picture = over(
        picture, toned(compute(lambda g, s: s * 0.55 + g * 0.5, glass, sky), tone), compute(lambda m: m * 0.85, shape)
    )
    fill = compute(lambda g, y: 0.3 + g * 0.55 - y * 0.1, glass, y)
    picture = over(picture, toned(fill, AMBER), compute(lambda m, y: m * between((y - 0.1) * 200) * 0.8, core, y))
    drop = eased(
        ((0.49, 0.012), (0.5, 0.017), (0.53, 0.03), (0.57, 0.046), (0.605, 0.044), (0.625, 0.024), (0.628, 0.0))
    )
    lens = turned(size, 0.5, drop, ((0, 0.3), (0.1, 0.14), (0.5, 0.5), (0.85, 0.95), (0.95, 0.8), (1, 0.4)))
    picture = over(
        picture, toned(compute(lambda u, y: u * 0.5 + (y - 0.47) * 3.6, lens, y), AMBER), silhouette(size, 0.5, drop)
    )
    spark = feathered(
        drawn(size, lambda pen, u: pen.ellipse([0.472 * u, 0.54 * u, 0.486 * u, 0.57 * u], fill=255)), unit / 300
    )
    return over(picture, (255, 252, 244), spark)


def fine_print(size: Size, tone: Tone, random: Random, words: str) -> Image.Image:
    """The back of a bottle, so near that its small print fills the picture; far from the eye it blurs."""
    unit, x, y = size[1], across(size), down(size)
    middle, radius = 1.12, 0.66
    wall = compute(lambda a, b, n: 0.6 - a * 0.5 + n * 0.012 - b * 0.12, x, y, clouds(size, (5, 4), random))
    shape = silhouette(size, middle, [(-0.1, radius), (1.1, radius)])
    shade = feathered(moved(shape, -unit * 0.04, 0), unit / 22)
    picture = over(toned(wall, tone), tone[0], compute(lambda s: s * 0.5, shade))
    ink = bent_round(small_print(unit, words), size, middle, radius)
    away = compute(lambda a: between(abs(a - 0.56) * 3.2 - 0.25), x)
    ink = compute(lambda s, f, a: s * (1 - a) + f * a, ink, feathered(ink, unit / 110), away)
    light = turned(size, middle, [(0.0, radius), (1.0, radius)], SATIN)
    paper = compute(lambda u, n, y: u * 1.02 + n * 0.012 - y * 0.06, light, noise(size, (300, 200), random), y)
    return over(picture, toned(compute(lambda p, i: p - i * (0.3 + p * 0.62), paper, ink), INKED), shape)


def small_print(unit: int, words: str) -> Image.Image:
    """A label before it is bent round its bottle: a heading and a list."""
    flat = Image.new("L", (round(unit * 2.1), unit * 2), 0)
    pen = ImageDraw.Draw(flat)
    pen.text((unit * 0.34, unit * 0.16), "Ingredients", font=typeface(unit * 0.1), fill=255)
    for place, line in enumerate(wrap(words, 40)):
        pen.text((unit * 0.34, unit * (0.335 + place * 0.125)), line, font=typeface(unit * 0.078), fill=255)
    return flat


def bent_round(flat: Image.Image, size: Size, middle: float, radius: float) -> Image.Image:
    """A flat label laid round an upright bottle, strip by strip."""
    width, unit = size
    strips = []
    for left in range(0, width, 4):
        right = min(width, left + 4)
        a, b = (
            (asin(max(-1, min(1, (edge / unit - middle) / radius))) / pi + 0.5) * flat.width for edge in (left, right)
        )
        strips.append(((left, 0, right, unit), (a, 0, a, flat.height, b, flat.height, b, 0)))
    ink = flat.transform(size, Image.Transform.MESH, strips, resample=Image.Resampling.BICUBIC)
    return compute(lambda value: value / 255, ink.convert("F"))
