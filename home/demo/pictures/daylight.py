"""Scenes made of light: panes on a wall, a blind across a shoulder, a low sun behind it, a wet window."""

from math import cos, pi, sin
from random import Random

from PIL import Image

from home.demo.pictures.relief import (
    between,
    clouds,
    highest,
    placed,
    positive_part,
    shaded,
    sharp,
    step,
    wave,
)
from home.demo.pictures.scenes import dome, scattered
from home.demo.pictures.surface import (
    HONEY,
    ROSE,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    feathered,
    level,
    lit,
    noise,
    over,
    soften,
    toned,
)


def panes(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Late light through a window, thrown askew on a plastered wall with the shade of a single stem."""
    plaster = compute(
        lambda c, f: c * 0.012 + f * 0.0006, clouds(size, (14, 10), random), clouds(size, (160, 160), random)
    )
    rough, _ = lit(plaster, size[1] * 0.16, (-0.8, -0.2, 0.5))

    def draw(pen, unit):
        for column in range(2):
            for row in range(3):
                x, y = 0.16 + column * 0.3, 0.1 + row * 0.27
                corners = ((x, y), (x + 0.27, y + 0.075), (x + 0.27, y + 0.32), (x, y + 0.245))
                pen.polygon([((a + 0.06 * b) * unit, b * unit) for a, b in corners], fill=255)

    sun = drawn(size, draw)
    stem = drawn(size, lambda pen, unit: sprig(pen, unit, 0.62, 1.05, -1.9, 0.75, 9))
    x, y = across(size), down(size)
    soft = compute(lambda n, f, a: n * (1 - a) + f * a, feathered(sun, size[1] / 180), feathered(sun, size[1] / 70), y)
    shade = feathered(stem, size[1] / 90)
    value = compute(
        lambda s, u, r, a, b: 0.26 + r * 0.16 - a * 0.14 + s * (1 - u * 0.8) * (0.5 - a * 0.16),
        soft,
        shade,
        rough,
        x,
        y,
    )
    return toned(value, tone)


def sprig(pen, unit: float, x: float, y: float, heading: float, length: float, pairs: int) -> None:
    """A stem with round leaves in pairs."""
    for place in range(pairs):
        share = place / pairs
        bow = heading + share * 0.5
        before = (x, y)
        x, y = x + cos(bow) * length / pairs, y + sin(bow) * length / pairs
        pen.line([before[0] * unit, before[1] * unit, x * unit, y * unit], fill=255, width=max(1, round(0.008 * unit)))
        for turn in (bow - 1.05, bow + 1.05):
            reach, ahead, aside, rim = 0.07 * (1.15 - share * 0.7), cos(turn), sin(turn), []
            for angle in (part * pi / 12 for part in range(24)):
                long, wide = (1 + cos(angle)) * reach, sin(angle) * reach * 0.55
                rim.append(((x + long * ahead - wide * aside) * unit, (y + long * aside + wide * ahead) * unit))
            pen.polygon(rim, fill=255)


def blinds(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Sun through a blind, its stripes bent by the curve they fall on."""
    a, b = placed(size, 0.62, 1.15, -0.5)
    curve = compute(lambda a, b: positive_part(1 - (a / 1.5) ** 2 - (b / 0.86) ** 2) ** 0.5 * 0.62, a, b)
    c, d = placed(size, 1.5, 0.1, 0.4)
    second = compute(lambda c, d: positive_part(1 - (c / 0.8) ** 2 - (d / 0.55) ** 2) ** 0.5 * 0.4, c, d)
    skin = noise(size, (size[0] // 4, size[1] // 4), random)
    height = compute(lambda m, f: m + f * 0.0003, soften(highest(curve, second), 6), skin)
    value, shine = shaded(height, (-0.55, -0.45, 0.62), gloss=12, ambient=0.2)
    x, y = across(size), down(size)
    slats = compute(lambda a, b, h: step((b + a * 0.42 + h * 0.75) * 6.2), x, y, height)
    stripe = compute(lambda s: between((abs(s - 0.5) - 0.2) * 9), slats)
    light = compute(lambda v, g, s: 0.06 + v * (0.3 + s * 0.56) + g * s * 0.16, value, shine, stripe)
    return toned(light, tone)


def low_sun(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A bare shoulder line against a low sun: an edge of light, and dusk below it."""
    x, y, sway = across(size), down(size), clouds(size, (3, 3), random)
    depth = compute(lambda a, b, n: b - 0.57 + 0.3 * wave(a * 0.62 + 0.04) - a * 0.1 - n * 0.006, x, y, sway)
    p, q = placed(size, 1.06, 0.5)
    far = compute(lambda p, q: (p * p + q * q) ** 0.5, p, q)
    sky = toned(compute(lambda f, b: 0.16 + 0.8 / (1 + (f * 1.5) ** 2) - b * 0.02, far, y), ROSE)
    sky = over(sky, HONEY[2], compute(lambda f: 0.9 / (1 + (f * 2.4) ** 2) ** 2, far))
    fine = noise(size, (size[0] // 4, size[1] // 4), random)
    light = compute(
        lambda e, f, n: (
            0.1 + (0.16 + 1.1 / (1 + f * f * 7)) / (1 + (e * 11) ** 2) + 0.16 / (1 + f * f * 4) - e * 0.1 + n * 0.012
        ),
        depth,
        far,
        fine,
    )
    picture = over(sky, toned(light, tone), sharp(compute(lambda e: -e, depth), 5))
    return over(picture, (255, 236, 200), compute(lambda f: 0.5 / (1 + (f * 5) ** 2), far))


def wet_glass(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Drops and runs on a cold pane with a blurred green morning behind it."""
    p, q = placed(size, 0.4, 0.2)
    back = compute(
        lambda b, c, d, p, q: 0.26 + 0.5 / (1 + (p * p + q * q) * 3) + c * 0.16 + d * 0.07 - b * 0.12,
        down(size),
        clouds(size, (4, 4), random),
        clouds(size, (9, 8), random),
        p,
        q,
    )
    picture = toned(back, tone)
    mist = noise(size, (300, 200), random)
    picture = over(picture, tone[2], compute(lambda m: 0.14 + m * 0.04, mist))
    lanes = ((0.34, 0.66, 0.9), (0.98, 0.9, 1.2), (1.3, 0.4, 0.6), (0.72, 0.24, 0.5))
    wander = noise(size, (3, 10), random)
    runs, wiped = level(size, 0), level(size, 0)
    for place, (left, foot, long) in enumerate(lanes):
        a, b = placed(size, left, foot)
        a = compute(lambda a, w, k=0.016 + place * 0.004: a - w * k, a, wander)
        head = compute(
            lambda a, b: positive_part(1 - (a / (0.03 - b * 0.18)) ** 2 - (b / 0.046) ** 2) ** 0.5 * 0.036, a, b
        )
        lane = compute(
            lambda a, b, u=long: between((0.016 - abs(a)) * 160) * between(-b * 60) * between((b + u) * 20), a, b
        )
        runs, wiped = highest(runs, head), highest(wiped, lane)
    picture = over(picture, toned(compute(lambda v: v - 0.1, back), tone), compute(lambda w: w * 0.9, wiped))
    beads = []
    for x, y, r in scattered(random, 400, 0.003, 0.034, gap=1.06):
        # A run takes with it what hung in its way.
        if not any(abs(x - left) < 0.03 + r and foot - long < y < foot + 0.06 for left, foot, long in lanes):
            beads += [(x, y, r), (x + r * random.uniform(-0.5, 0.5), y + r * random.uniform(0.1, 0.6), r * 0.85)]
    beads += [
        (left + random.uniform(-0.007, 0.007), foot - share * long, random.uniform(0.003, 0.007))
        for left, foot, long in lanes
        for share in (0.15, 0.24, 0.36, 0.43, 0.6, 0.74)
    ]
    height = soften(highest(compute(lambda h: h * 0.6, dome(size, beads)), runs), 2.0)
    mask = compute(lambda h: between(h * 260 - 0.3), height)
    inside, _ = lit(height, size[1] / 3, (0.1, 0.85, 0.42))
    _, shine = lit(height, size[1] / 3, (-0.5, -0.7, 0.6), gloss=50)
    lens = compute(lambda i, k: k * 0.6 + i * 0.62 - 0.08, inside, back)
    picture = over(picture, toned(lens, tone), mask)
    return over(picture, (250, 255, 250), compute(lambda s, m: s * m * 0.85, shine, mask))
