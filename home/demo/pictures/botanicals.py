"""Scenes of plants: a leaf near enough to be a landscape, a flower from above, ears of barley, a cut orange."""

from math import cos, sin
from random import Random

from PIL import Image

from home.demo.pictures.relief import (
    between,
    clouds,
    heap,
    larger,
    lay,
    patch,
    placed,
    positive_part,
    shaded,
    sharp,
    side,
    smaller,
    step,
    turning,
    wave,
)
from home.demo.pictures.surface import (
    CITRUS,
    HONEY,
    PITH,
    Size,
    Tone,
    across,
    compute,
    drawn,
    level,
    noise,
    over,
    soften,
    toned,
)


def leaf(size: Size, tone: Tone, random: Random) -> Image.Image:
    """One leaf so near that it is a landscape of veins."""
    a, b = placed(size, 0.2, 0.62, -0.36)
    sway = clouds(size, (4, 3), random)
    mid = compute(lambda a, b, s: b - 0.1 * (a - 0.6) ** 2 + s * 0.012, a, b, sway)
    rib = compute(lambda m, a: positive_part(1 - (abs(m) / (0.017 - a * 0.006)) ** 2) ** 0.5 * 0.02, mid, a)
    wobble = clouds(size, (11, 9), random)
    # Side veins start a little later on one side, so that they do not meet in pairs.
    beat = compute(
        lambda a, m, w: (a - abs(m) * 0.75 + abs(m) ** 2 * 0.35) * 5.6 + w * 0.07 + side(m) * 0.38, a, mid, wobble
    )
    saw = compute(lambda v: abs(step(v) - 0.5) * 2, beat)
    ribs = compute(lambda s, m: positive_part(1 - (1 - s) * (11 + abs(m) * 14)) * 0.009, saw, mid)
    quilt = compute(lambda s, m: (1 - s * s) * 0.028 * between(abs(m) * 9), saw, mid)
    net = [clouds(size, (70, 70), random, angle) for angle in (0.2, 0.9)]
    mesh = compute(lambda p, q: positive_part(1 - smaller(abs(p), abs(q)) * 7) * 0.0008, *net)
    height = compute(lambda r, s, q, n, w: r + s + q + n + w * 0.012, rib, ribs, quilt, mesh, sway)
    value, shine = shaded(soften(height, 1.8), (-0.3, -0.72, 0.5), gloss=22, radius=0.05)
    back = compute(lambda r, s, n: r * 5 + s * 11 + n * 22, rib, ribs, mesh)
    return toned(
        compute(lambda v, g, k, x: v * 0.66 + g * 0.16 + k + 0.06 - x * 0.1, value, shine, back, across(size)), tone
    )


def bloom(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A many-petalled flower from straight above, the largest petals outside the picture."""
    height, shade = level(size, 0), level(size, 0)
    for number in range(46):
        share = number / 45
        # The golden angle, by which petals never cover one another quite.
        turn = number * 2.39996 + random.uniform(-0.16, 0.16)
        ring = 0.62 * (1 - share) ** 0.85 + 0.01
        span = 0.2 * (1 - share) ** 0.6 + 0.045
        reach = round(span * size[1] * 1.35)
        place = patch(size, 0.98 + cos(turn) * ring, 0.58 + sin(turn) * ring, reach)
        if place is None:
            continue
        part = (reach * 2 + 1, reach * 2 + 1)
        a, b = placed(part, 0.5, 0.5, turn)
        frill = noise(part, (5, 5), random)
        edge = compute(
            lambda a, b, f: ((a * 2.7 / 0.95) ** 2 + (b * 2.7 / 1.12) ** 2) ** 0.5 - 0.92 + f * 0.05, a, b, frill
        )
        vein = compute(lambda a, b: wave(b / (1.1 + a) * 13) * 0.0005, a, b)
        petal = compute(
            lambda a, b, v, e, z=0.06 + share * 0.22, s=span: (
                z + (a * 2.7) * s * 0.34 + (a * a + b * b) * s * 0.9 + v + positive_part(e + 0.14) * s * 0.5
            ),
            a,
            b,
            vein,
            edge,
        )
        mask = compute(lambda e, r=reach: between(0.5 - e * r / 2.7), edge)
        tint = compute(lambda a, s=share: 0.1 - a * 0.34 + s * 0.12, a)
        lay(height, petal, mask, place)
        lay(shade, tint, mask, place)
    value, _ = shaded(soften(height, 1.6), (-0.5, 0.5, 0.62), radius=0.05, ambient=0.3)
    return toned(compute(lambda v, t: v * 0.78 - t * 0.5 + 0.06, value, shade), tone)


def barley(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Two ears of barley lying on plaster in low light."""
    grains, straws = level(size, 0), []
    for x, y, heading, bend in ((0.3, 0.98, -0.62, 0.012), (0.1, 0.46, -0.02, -0.012)):
        along_x, along_y = cos(heading), sin(heading)
        straws.append((x - 0.8 * along_x, y - 0.8 * along_y, x + 0.1 * along_x, y + 0.1 * along_y, 0.011))
        for row in range(15):
            heading += bend
            along_x, along_y = cos(heading), sin(heading)
            x, y = x + along_x * 0.043, y + along_y * 0.043
            for turn in (-1, 0, 1):
                lean = heading + turn * 0.36
                left = x + cos(lean) * 0.03 - along_y * turn * 0.021
                top = y + sin(lean) * 0.03 + along_x * turn * 0.021
                aim = heading + turn * random.uniform(0.02, 0.2)
                far = 0.66 - row * 0.012 + random.uniform(-0.05, 0.05)
                straws.append((left, top, left + cos(aim) * far, top + sin(aim) * far, 0.0016))
                reach = round(0.05 * size[1])
                place = patch(size, left, top, reach)
                if place is not None:
                    heap(grains, husk(reach, lean, 0.042 if turn == 0 else 0.03), place)

    def draw(pen, unit):
        for *ends, width in straws:
            pen.line([end * unit for end in ends], fill=255, width=max(1, round(width * unit)))

    lines = drawn(size, draw, 3)
    table = compute(lambda c: c * 0.004, clouds(size, (9, 7), random))
    height = compute(lambda g, s, t: larger(g, s * 0.026) + t, grains, lines, table)
    value, shine = shaded(soften(height, 1.5), (-0.25, 0.7, 0.42), gloss=20, radius=0.03)
    picture = toned(compute(lambda v: v * 0.84 - 0.04, value), tone)
    straw = compute(lambda g, s: between(g * 120 + s * 0.95), grains, lines)
    return over(picture, toned(compute(lambda v, g: v * 0.8 + g * 0.25 + 0.02, value, shine), HONEY), straw)


def husk(reach: int, lean: float, lift: float) -> Image.Image:
    """One grain in its husk, deeper at its foot, on a square just large enough for it."""
    a, b = placed((reach * 2 + 1, reach * 2 + 1), 0.5, 0.5, lean)
    inside = compute(lambda a, b: positive_part(1 - (a / 0.42) ** 2 - (b / (0.17 - a * 0.12)) ** 2), a, b)
    return compute(
        lambda i, a, b: positive_part(
            i**0.5 * 0.024 + between(i * 8) * (lift - (0.4 - a) * 0.014) + wave(b * 13) * 0.0007 - 0.004
        ),
        inside,
        a,
        b,
    )


def orange(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Half an orange on a warm table, cut side up and cropped by the picture's edge."""
    a, b = placed(size, 0.5, 0.56, 0.4)
    far = compute(lambda a, b: (a * a + b * b) ** 0.5, a, b)
    wob = clouds(size, (9, 8), random)
    turn = turning(a, b)
    parts = compute(lambda t, w: t * 10 + w * 0.1, turn, wob)
    rim = compute(lambda p: abs(step(p) - 0.5) * 2, parts)
    wall = compute(lambda r, f: positive_part(1 - (1 - r) * f * 26), rim, far)
    reach = compute(lambda f, w: f + w * 0.004, far, wob)
    flesh = compute(
        lambda f, r: between((0.35 - f - 0.03 * positive_part(r - 0.6) ** 2 * 4) * 60) * between((f - 0.035) * 50),
        reach,
        rim,
    )
    juice = soften(vesicles(size, 0.5, 0.56, random), 2)
    zest = clouds(size, (90, 90), random, 0.7)
    disc = compute(lambda f: between((0.395 - f) * 220), reach)
    height = compute(lambda d, f, j, w: d * (0.16 + f * (0.004 + j * 0.011) * (1 - w)), disc, flesh, juice, wall)
    value, shine = shaded(soften(height, 1.6), (-0.55, -0.55, 0.5), gloss=40, radius=0.03)
    picture = toned(compute(lambda v, n: v * 0.84 - 0.03 + n * 0.008, value, wob), tone)
    peel = sharp(compute(lambda f: f - 0.395, reach))
    picture = over(picture, toned(compute(lambda v, z: v * 0.7 + z * 0.03 - 0.02, value, zest), CITRUS), peel)
    pith = sharp(compute(lambda f: f - 0.378, reach), 5)
    picture = over(picture, toned(compute(lambda v: v * 0.8 + 0.05, value), PITH), pith)
    pulp = compute(lambda v, g, j: v * 0.5 + 0.06 + g * 0.42 + j * 0.12, value, shine, juice)
    return over(picture, toned(pulp, CITRUS), compute(lambda f, w: f * (1 - w * 0.85), flesh, wall))


def vesicles(size: Size, x: float, y: float, random: Random) -> Image.Image:
    """Height of the pulp: drops with their points towards the middle of the fruit."""
    pulp = level(size, 0)
    for number in range(900):
        share = (number / 900) ** 0.6
        # Each a golden angle further than the one before, so that no part of the fruit stays empty.
        heading, at = number * 2.39996 + random.uniform(-0.3, 0.3), 0.05 + 0.3 * share + random.uniform(-0.015, 0.015)
        long, wide, high = 0.02 + 0.028 * share, 0.003 + 0.0035 * share, random.uniform(0.8, 1.1)
        reach = round(long * size[1] * 1.1)
        place = patch(size, x + cos(heading) * at, y + sin(heading) * at, reach)
        if place is not None:
            a, b = placed((reach * 2 + 1, reach * 2 + 1), 0.5, 0.5, heading + random.uniform(-0.25, 0.25))
            drop = compute(
                lambda a, b, k=wide / long, h=high: (
                    positive_part(1 - (a / 0.46) ** 2 - (b / (k * (1.05 + a * 1.3))) ** 2) ** 0.5 * h
                ),
                a,
                b,
            )
            heap(pulp, drop, place)
    return pulp
