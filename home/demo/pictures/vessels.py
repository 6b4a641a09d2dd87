"""Containers without a label, each turned on a lathe of its own: tube, flacon, upside-down bottle, metal canister."""

from random import Random

from PIL import Image, ImageFilter, ImageOps

from home.demo.pictures.lathe import (
    GLAZED,
    MATT,
    METAL,
    SATIN,
    below,
    eased,
    room,
    silhouette,
    stand,
    throw,
    turned,
)
from home.demo.pictures.relief import (
    between,
    clouds,
    placed,
    positive_part,
    wave,
)
from home.demo.pictures.surface import (
    AMBER,
    CLAY,
    COAL,
    CREAM,
    HONEY,
    PALE,
    PINE,
    STONE,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    over,
    soften,
    toned,
)


def tube(size: Size, random: Random, tone: Tone = HONEY) -> Image.Image:
    """A tube standing on its cap before a low round sun."""
    ratio = size[0] / size[1]
    x, y = across(size), down(size)
    glow = compute(lambda a, b: 0.62 + 0.2 * b - 0.1 * a, x, y)
    a, b = placed(size, 0.98, 0.44)
    far = compute(lambda a, b: (a * a + b * b) ** 0.5, a, b)
    sun = compute(lambda f: between((0.33 - f) * 90), far)
    light = compute(lambda g, s, f, b: g - 0.12 + s * (0.26 - b * 0.3) + 0.1 / (1 + f * f * 9), glow, sun, far, b)
    picture = toned(light, tone)
    table = toned(compute(lambda a, b: 0.36 + b * 0.5 - a * 0.22, x, y), CLAY)
    picture = over(picture, table, soften(below(size, 0.8), size[1] / 300))
    cap = ((0.745, 0.0), (0.745, 0.092), (0.745, 0.092), (0.875, 0.098), (0.885, 0.094), (0.885, 0.0))
    skin = (
        (0.15, 0.0),
        (0.15, 0.158),
        (0.15, 0.158),
        (0.2, 0.158),
        (0.45, 0.146),
        (0.7, 0.122),
        (0.735, 0.108),
        (0.75, 0.09),
        (0.75, 0.0),
    )
    picture = throw(picture, 0.62, ((0.15, 0.15), (0.88, 0.1)), CLAY[0], 0.9, 0.05)
    picture = stand(picture, 0.62, cap, CLAY, SATIN, random, 1)
    points = eased(skin, 2)
    round_, flat = turned(size, 0.62, points, SATIN), turned(size, 0.62, points, ((0, 0.62), (0.5, 0.9), (1, 0.66)))
    crimp = compute(lambda a, b: wave(a * ratio * 58) * 0.05 * between((0.2 - b) * 120), x, y)
    fold = compute(lambda b: -0.16 * between(1 - abs(b - 0.202) * 160), y)
    value = compute(
        lambda r, f, b, c, k: r * between((b - 0.16) * 1.9) + f * (1 - between((b - 0.16) * 1.9)) + c + k,
        round_,
        flat,
        y,
        crimp,
        fold,
    )
    return over(picture, toned(value, CREAM), silhouette(size, 0.62, points))


def flacon(size: Size, random: Random, tone: Tone = STONE) -> Image.Image:
    """A broad-shouldered bottle in an arched niche."""
    picture = room(size, tone, random, horizon=0.83)

    def arch(pen, unit):
        pen.pieslice([0.42 * unit, 0.08 * unit, 1.08 * unit, 0.74 * unit], 180, 360, fill=255)
        pen.rectangle([0.42 * unit, 0.41 * unit, 1.08 * unit, 0.84 * unit], fill=255)

    niche = drawn(size, arch, 3)
    inner = soften(niche, size[1] / 14)
    deep = toned(compute(lambda x, i: 0.18 + x * 0.62 + (i - 1) * -0.12, across(size), inner), tone)
    picture = over(picture, deep, niche)
    body = (
        (0.4, 0.0),
        (0.4, 0.055),
        (0.4, 0.055),
        (0.45, 0.06),
        (0.47, 0.15),
        (0.5, 0.17),
        (0.6, 0.172),
        (0.8, 0.16),
        (0.855, 0.15),
        (0.865, 0.11),
        (0.865, 0.0),
    )
    cap = ((0.27, 0.0), (0.27, 0.06), (0.275, 0.068), (0.39, 0.07), (0.405, 0.066), (0.405, 0.0))
    picture = throw(picture, 0.74, body, tone[0], 0.9, 0.1, 0.4)
    picture = stand(picture, 0.74, body, CLAY, SATIN, random)
    return stand(picture, 0.74, cap, CREAM, GLAZED, random, 2)


def upside_down(size: Size, random: Random, tone: Tone = PALE) -> Image.Image:
    """A soft bottle standing on its cap, lit from the right."""
    picture = room(size, tone, random, horizon=0.7)
    body = (
        (0.2, 0.0),
        (0.2, 0.1),
        (0.21, 0.175),
        (0.3, 0.188),
        (0.5, 0.184),
        (0.68, 0.155),
        (0.75, 0.12),
        (0.77, 0.115),
        (0.77, 0.0),
    )
    cap = ((0.765, 0.0), (0.765, 0.12), (0.765, 0.12), (0.875, 0.128), (0.885, 0.12), (0.885, 0.0))
    picture = throw(picture, 0.5, ((0.2, 0.16), (0.5, 0.17), (0.885, 0.12)), tone[0], 1.2, 0.14)
    picture = stand(picture, 0.5, body, STONE, MATT, random)
    picture = stand(picture, 0.5, cap, PINE, SATIN, random, 1)
    return ImageOps.mirror(picture)


def canister(size: Size, random: Random, tone: Tone = COAL) -> Image.Image:
    """A bottle of brushed aluminium with its pump, standing on polished stone in the dark."""
    x, y = across(size), down(size)
    wall = compute(
        lambda a, b, n: 0.08 + 0.5 * positive_part(1 - ((a - 0.5) ** 2 * 6 + (b - 0.5) ** 2 * 3.4)) ** 2 + n * 0.008,
        x,
        y,
        clouds(size, (7, 5), random),
    )
    floor = compute(
        lambda a, b: 0.1 + 0.42 * positive_part(1 - (a - 0.52) ** 2 * 7) * between(1.25 - (b - 0.8) * 4), x, y
    )
    picture = over(toned(wall, tone), toned(floor, tone), soften(below(size, 0.8), size[1] / 240))
    body = ((0.36, 0.0), (0.36, 0.09), (0.365, 0.112), (0.4, 0.12), (0.865, 0.12), (0.875, 0.117), (0.88, 0.0))
    neck = ((0.27, 0.0), (0.27, 0.05), (0.27, 0.05), (0.365, 0.052), (0.365, 0.052), (0.365, 0.0))
    button = ((0.2, 0.0), (0.2, 0.056), (0.204, 0.062), (0.298, 0.064), (0.298, 0.064), (0.298, 0.0))

    def spout(pen, unit):
        pen.rounded_rectangle([0.9 * unit, 0.212 * unit, 1.03 * unit, 0.245 * unit], 0.014 * unit, fill=255)

    picture = stand(picture, 1.02, neck, AMBER, METAL, random, 1)
    picture = over(
        picture, toned(compute(lambda y: 0.95 - positive_part(y - 0.215) * 16, y), STONE), drawn(size, spout, 3)
    )
    picture = stand(picture, 1.02, button, STONE, METAL, random, 2)
    picture = stand(picture, 1.02, body, STONE, METAL, random, 2)
    # What stands on polished stone is seen in it once more, upside down and fading.
    edge = round(size[1] * 0.88)
    mirrored = picture.copy()
    mirrored.paste(ImageOps.flip(picture.crop((0, 2 * edge - size[1], size[0], edge))), (0, edge))
    fading = compute(
        lambda b, s: between((b - 0.879) * 900) * positive_part(1 - (b - 0.88) * 11) * 0.4 * s,
        y,
        silhouette(size, 1.02, [(0.88, 0.12), (1.0, 0.12)]),
    )
    return over(picture, mirrored.filter(ImageFilter.GaussianBlur(size[1] / 260)), fading)
