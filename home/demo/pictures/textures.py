"""Scenes of what skin is given, under one lamp: dabs, swatches, a veil, a whirl of cream, wax, crystals, plaster."""

from math import cos, pi, sin
from random import Random

from PIL import Image

from home.demo.pictures.marks import typeface
from home.demo.pictures.relief import (
    between,
    clouds,
    heap,
    highest,
    lay,
    patch,
    placed,
    positive_part,
    shaded,
    sharp,
    slab,
    step,
    turning,
    wave,
)
from home.demo.pictures.surface import (
    BROWN,
    CREAM,
    DEEP,
    PALE,
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


def pores(size: Size, random: Random) -> Image.Image:
    """The fine unevenness of skin, too fine to see as anything but softness."""
    fine, broad = noise(size, (size[0] // 4, size[1] // 4), random), clouds(size, (7, 6), random)
    return compute(lambda f, b: f * 0.00025 + b * 0.008, fine, broad)


def dabs(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Three small dabs of cream set down in a row on skin, each with the curl the finger left."""
    skin = pores(size, random)
    cream, rims = level(size, 0), level(size, 0)
    for x, y, radius in ((0.3, 0.73, 0.1), (0.56, 0.6, 0.078), (0.78, 0.49, 0.058)):
        along, beside = placed(size, x, y, random.uniform(0, 6))
        wobble = clouds(size, (9, 7), random, random.uniform(0, 3))
        far = compute(lambda a, b, w, r=radius: (a * a + b * b) ** 0.5 / r + w * 0.1, along, beside, wobble)
        curl = compute(lambda f, t: 1 - abs(step(f * 1.5 - t + 0.2) * 2 - 1) ** 2, far, turning(along, beside))
        dab = compute(
            lambda f, c, r=radius: (
                positive_part(1 - f * f) ** 0.5 * r * (0.45 + c * 0.16 * between(f * 3))
                + r * 0.4 * positive_part(1 - f * 1.9)
            ),
            far,
            curl,
        )
        cream = highest(cream, dab)
        rims = highest(rims, sharp(compute(lambda f, r=radius: (f - 0.985) * r, far), 2))
    cream = soften(cream, size[1] / 220)
    arm = compute(lambda a, b: 0.16 - (b * 0.9 + a * 0.5 - 0.62) ** 2 * 0.18, across(size), down(size))
    light, shine = shaded(compute(lambda s, c, a: s + c + a, skin, cream, arm), (-0.5, -0.62, 0.6), gloss=26)
    picture = toned(compute(lambda v, g: v * 0.86 + g * 0.06 - 0.05, light, shine), tone)
    return over(picture, toned(compute(lambda v, g: v * 0.8 + 0.12 + g * 0.35, light, shine), CREAM), rims)


def swatches(size: Size, random: Random) -> Image.Image:
    """The same sunscreen drawn over three tones of skin: white, milky, almost gone."""
    x, y = across(size), down(size)
    lean = compute(lambda a, b: a + (b - 0.5) * 0.16, x, y)
    picture = toned(level(size, 0.5), PALE)
    skin = pores(size, random)
    lumps, comb = clouds(size, (10, 8), random), noise(size, (3, 60), random)
    bodies = compute(lambda u: 0.09 * (1 - (step(u * 3.05 + 0.03) * 2 - 1) ** 4), lean)
    streak = compute(
        lambda a, b, c, n: positive_part(
            1
            - ((b - 0.52 + a * 0.1) / (0.13 - a * 0.03 + n * 0.02)) ** 2
            - positive_part(0.09 - a) * 20
            - positive_part(a - 0.9) * 9
            + c * (0.1 + a * 0.4)
        ),
        x,
        y,
        comb,
        lumps,
    )
    thick = compute(lambda s, c, a: between(s * 2) * (0.022 + c * 0.006) * (1.2 - a), streak, comb, x)
    height = compute(lambda s, b, t: s + b + t, skin, bodies, soften(thick, 3))
    light, shine = shaded(height, (-0.35, -0.7, 0.62), gloss=22, radius=0.03)
    value = compute(lambda v, g: v * 0.9 + g * 0.1 - 0.06, light, shine)
    for tone, start in ((PALE, -1.0), (BROWN, 0.318), (DEEP, 0.646)):
        picture = over(picture, toned(value, tone), sharp(compute(lambda u, s=start: s - u, lean)))
    veil = compute(lambda s, a: between(s * 3) * (0.97 - a * 0.5), streak, x)
    white = toned(compute(lambda v, g: v * 0.75 + 0.16 + g * 0.3, light, shine), CREAM)
    return over(picture, white, veil)


def veil(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Lotion spread with a flat hand in one wide bow, so thin that the skin shows through where it ends."""
    along, beside = placed(size, 0.34, 1.3)
    warp = clouds(size, (5, 4), random)
    far = compute(lambda a, b, n: (a * a + b * b) ** 0.5 + n * 0.014, along, beside, warp)
    # 0 where the hand set out on the left, 1 where it would touch the table again.
    way = compute(lambda t: t * 2 + 1, turning(along, beside))
    comb = compute(
        lambda f, n: (wave(f * 11.3 + n * 0.1) + wave(f * 19.7 + 0.3) + wave(f * 33.1 - n * 0.2)) / 3, far, warp
    )
    lumps = clouds(size, (13, 9), random, 0.9)
    spread = compute(
        lambda f, w, c, n: (
            1.15
            - positive_part(abs(f - 0.83) / 0.3) ** 4
            - positive_part(w - 0.36) * 2.1
            + c * (0.12 + positive_part(w - 0.2) * 1.1)
            + n * 0.1
        ),
        far,
        way,
        comb,
        lumps,
    )
    film = compute(lambda s: between(s * 1.1), spread)
    arm = compute(lambda f: 0.3 * positive_part(1 - ((f - 0.7) / 1.1) ** 2) ** 0.5, far)
    thick = compute(lambda s, c, w: s * (0.014 + c * 0.011) * (1.15 - w), film, comb, way)
    height = compute(lambda s, a, t: s + a + t, pores(size, random), arm, soften(thick, size[1] / 400))
    light, shine = shaded(height, (-0.5, -0.62, 0.6), gloss=22, radius=0.03)
    picture = toned(compute(lambda v, g: v * 0.8 + g * 0.1 - 0.1, light, shine), tone)
    white = toned(compute(lambda v, g: v * 0.78 + 0.14 + g * 0.3, light, shine), CREAM)
    return over(picture, white, compute(lambda s, w: s * (1.02 - w * 0.75), film, way))


def whirl(size: Size, random: Random, tone: Tone = CREAM) -> Image.Image:
    """Cream turned with a spatula, seen from so near that it fills the picture."""
    along, beside = placed(size, 1.02, 0.6)
    warp = clouds(size, (6, 5), random)
    far = compute(lambda a, b, w: ((a * a + b * b * 1.5) ** 0.5) + w * 0.03, along, beside, warp)
    turn = turning(along, beside)
    arms = compute(lambda f, t, w: (positive_part(f) + 0.002) ** 0.62 * 4.4 - t + w * 0.1, far, turn, warp)
    ridges = compute(lambda v: (1 - (step(v) * 2 - 1) ** 2) ** 1.5, arms)
    height = compute(
        lambda r, f, w: r * 0.06 * between(f * 3.2) + w * 0.02 + 0.09 / (1 + f * f * 60), soften(ridges, 2), far, warp
    )
    light, shine = shaded(height, (-0.66, -0.42, 0.5), gloss=34, radius=0.06, ambient=0.2)
    return toned(compute(lambda v, g: v * 0.96 + g * 0.26 - 0.1, light, shine), tone)


def crystals(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A spill of clear crystals, coarse as sea salt, thinning out to single grains."""
    heaped = level(size, 0)
    for number in range(760):
        spread = (1 - number / 760) ** 0.8
        angle, far = random.uniform(0, 2 * pi), spread * random.uniform(0.25, 1.0) ** 0.8
        x, y = 0.2 + cos(angle) * far * 0.82 + far * 0.12, 0.12 + sin(angle) * far * 0.66 + far * 0.1
        edge = random.uniform(0.007, 0.02) + random.random() ** 5 * 0.026
        reach = max(3, round(edge * size[1] * 1.7))
        place = patch(size, x, y, reach)
        if place is None:
            continue
        a, b = placed((reach * 2 + 1, reach * 2 + 1), 0.5, 0.5, random.uniform(0, 3))
        long, wide = random.uniform(0.2, 0.33), random.uniform(0.16, 0.22)
        lean_x, lean_y = random.uniform(-1.6, 1.6), random.uniform(-1.6, 1.6)
        pile = max(0, 0.1 * (1 - spread) ** 1.5)
        grain = compute(
            lambda a, b, u=long, w=wide, e=edge, p=lean_x, q=lean_y, z=pile: (
                between(-slab(a, b, (u, w), 0.03) * 22)
                * (z + e * (0.85 + a * p + b * q - positive_part(a * 0.7 + b - 0.1) * 1.6))
            ),
            a,
            b,
        )
        heap(heaped, grain, place)
    mask = compute(lambda h: between(h * 320), heaped)
    table = clouds(size, (8, 6), random)
    value, shine = shaded(compute(lambda h, n: h + n * 0.002, heaped, table), (-0.5, 0.62, 0.5), gloss=14, radius=0.03)
    picture = toned(compute(lambda v, x, n: v * 0.88 - 0.04 - x * 0.1 + n * 0.006, value, across(size), table), tone)
    icy = toned(compute(lambda v, g: 0.04 + v * 0.78 + g * 0.5, value, shine), CREAM)
    return over(picture, icy, compute(lambda m, v: m * between(0.5 + v * 0.5), mask, value))


def wax(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Soft wax spread with a knife in short flat strokes, one over the other."""
    height = compute(lambda n: 0.03 + n * 0.006, clouds(size, (9, 7), random))
    for number in range(20):
        share = number / 19
        x, y = random.uniform(-0.1, 1.6), random.uniform(-0.08, 0.16) + share * 0.92
        angle = random.uniform(-0.35, 0.3) + (0.5 if number % 3 == 0 else 0)
        long, wide = random.uniform(0.22, 0.4), random.uniform(0.085, 0.14)
        reach = round(long * 1.15 * size[1])
        place = patch(size, x, y, reach)
        if place is None:
            continue
        part = (reach * 2 + 1, reach * 2 + 1)
        a, b = (compute(lambda v, u=2.3 * long: v * u, field) for field in placed(part, 0.5, 0.5, angle))
        lines = noise(part, (3, 70), random).rotate(-angle * 57.3, resample=Image.Resampling.BILINEAR)
        ragged = noise(part, (14, 14), random)
        rim = compute(lambda a, b, r, u=long, w=wide: slab(a, b, (u, w), 0.03) + r * 0.006, a, b, ragged)
        bow = random.uniform(-0.05, 0.09)
        stroke = compute(
            lambda a, b, n, z=0.03 + share * 0.012, t=bow, w=wide, u=long: (
                z
                + b * t
                + 0.035 * positive_part(a / u) ** 3
                + 0.05 * positive_part(abs(b) / w - 0.72) ** 2
                + n * 0.0009
            ),
            a,
            b,
            lines,
        )
        mask = compute(lambda e, u=size[1] / 2.0: between(0.5 - e * u), rim)
        lay(height, stroke, mask, place)
    value, shine = shaded(soften(height, 1.8), (-0.62, -0.5, 0.46), gloss=30, radius=0.03, ambient=0.3)
    glow = compute(lambda v, g, h: v * 0.62 + g * 0.4 + 0.12 + (0.05 - h) * 0.8, value, shine, height)
    return toned(glow, tone)


def quotation(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Two large quotation marks pressed into plaster, in raking light."""

    def marks(pen, unit):
        pen.text((0.13 * unit, 1.1 * unit), "\u201c", font=typeface(unit * 1.15), fill=255, anchor="ls")
        pen.text((1.37 * unit, 1.42 * unit), "\u201d", font=typeface(unit * 1.15), fill=255, anchor="rs")

    pressed = feathered(drawn(size, marks), size[1] / 110)
    trowel, fine = clouds(size, (5, 9), random, 0.4), noise(size, (size[0] // 4, size[1] // 4), random)
    height = compute(lambda p, t, f: 0.05 - p * 0.042 + t * 0.012 + f * 0.0002 * (1 - p), pressed, trowel, fine)
    value, shine = shaded(soften(height, 1.8), (-0.74, 0.4, 0.5), gloss=10, radius=0.04)
    fall = compute(lambda v, g, x: v * 0.9 + g * 0.05 - 0.04 - x * 0.1, value, shine, across(size))
    return toned(fall, tone)
