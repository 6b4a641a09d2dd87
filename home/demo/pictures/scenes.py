"""Scenes of texture and skin: smears, drops, foam, gel, folds and soft bodies of light."""

from math import sin
from random import Random

from PIL import Image

from home.demo.pictures.relief import clouds, positive_part
from home.demo.pictures.surface import (
    CLAY,
    CREAM,
    FROM_UPPER_LEFT,
    SAGE,
    Size,
    Tone,
    across,
    compute,
    down,
    drawn,
    level,
    lit,
    moved,
    noise,
    over,
    soften,
    toned,
)


def ground(size: Size, tone: Tone, random: Random, brightest: tuple[float, float] = (0.25, 0.2)) -> Image.Image:
    """A calm surface with a pool of light and the faintest unevenness."""
    centre_x, centre_y = brightest
    light = compute(
        lambda x, y, rough: 0.78 - ((x - centre_x) ** 2 * 0.42 + (y - centre_y) ** 2 * 0.38) + rough * 0.02,
        across(size),
        down(size),
        noise(size, (9, 6), random),
    )
    return toned(light, tone)


def dunes(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Skin as a landscape: long curves of a shoulder in side light, no place in particular."""
    x, y = across(size), down(size)
    tilt, lift = random.uniform(0.3, 0.55), random.uniform(0.1, 0.25)
    ridge = compute(lambda a, b: b - lift - a * tilt * 0.9 - (a - 0.5) ** 2 * 0.5, x, y)
    height = compute(lambda r: 1 / (1 + (r * 3.1) ** 2), ridge)
    second = compute(lambda a, b: b - 1.12 + a * 0.42 + (a - 0.2) ** 2 * 0.3, x, y)
    height = compute(lambda h, r: h + 0.85 / (1 + (r * 4.2) ** 2), height, second)
    fine = noise(size, (size[0] // 4, size[1] // 4), random)
    broad = clouds(size, (6, 6), random)
    height = compute(lambda h, b, f: h + b * 0.022 + f * 0.0004, height, broad, fine)
    light, shine = lit(height, size[1] * 0.13, (-0.62, -0.5, 0.6), gloss=14)
    light = compute(
        lambda value, gloss, a: value * 0.72 + gloss * 0.26 - (a - 0.35) ** 2 * 0.16 + 0.04, light, shine, x
    )
    return toned(light, tone)


def stroke(size: Size, random: Random) -> tuple[Image.Image, Image.Image]:
    """Mask and height of one sweep of cream: thick where it was set down, combed out to nothing where it ends."""
    x, y = across(size), down(size)
    ridges = noise(size, (4, 46), random)
    fingers = noise(size, (5, 19), random)
    lumps = noise(size, (11, 8), random)
    reach = compute(
        lambda a, b, f, r: (
            1.05
            - ((b - 0.5) / 0.2) ** 2
            - positive_part(0.26 - a) ** 2 * 40
            - positive_part(a - 0.5) ** 2 * 7
            + f * (0.1 + a * 0.55)
            + r * positive_part(a - 0.42) * 1.5
        ),
        x,
        y,
        fingers,
        ridges,
    )
    mask = compute(lambda value: positive_step(value * 3 - 0.1), reach)
    body = compute(lambda value: positive_part(value) / (0.35 + positive_part(value)), reach)
    height = compute(
        lambda b, r, n, a: b * (1.25 - a * 0.85) + b * r * (0.05 + a * 0.06) + b * n * 0.1 * (1 - a),
        soften(body, size[1] / 70),
        soften(ridges, size[1] / 160),
        lumps,
        x,
    )
    return bent(soften(mask, 2.5)), bent(height)


def bent(field: Image.Image, rise: float = 0.34) -> Image.Image:
    """A straight stroke bent into a rising curve, strip by strip."""
    width, height = field.size
    strips = []
    for left in range(0, width, 4):
        right = min(width, left + 4)
        drop, after = (height * rise * ((edge / width - 0.1) ** 2 * 1.25 - 0.16) for edge in (left, right))
        corners = (left, drop, left, height + drop, right, height + after, right, after)
        strips.append(((left, 0, right, height), corners))
    return field.transform(field.size, Image.Transform.MESH, strips, resample=Image.Resampling.BILINEAR)


def positive_step(operand):
    """A steep but smooth step from 0 to 1 around zero, for formulas."""
    steep = operand * 9
    return (steep / (1 + steep * steep) ** 0.5 + 1) * 0.5


def smear(size: Size, tone: Tone, random: Random, cream: Tone = CREAM) -> Image.Image:
    """A sweep of cream on skin, with the ridges the spatula left and their wet highlights."""
    picture = ground(size, tone, random)
    mask, height = stroke(size, random)
    shadow = soften(moved(mask, size[1] * 0.008, size[1] * 0.014), size[1] / 70)
    picture = over(picture, tone[0], compute(lambda value: value * 0.5, shadow))
    light, shine = lit(soften(height, 2), size[1] * 0.05, FROM_UPPER_LEFT, gloss=40)
    bright = compute(lambda value, gloss: 0.2 + value * 0.76 + gloss * 0.4, light, shine)
    return over(picture, toned(bright, cream), mask)


def scattered(random: Random, count: int, small: float, large: float, gap: float = 1.05) -> list[tuple]:
    """Circles (x, y, radius, in heights) that do not touch, the largest first."""
    placed: list[tuple] = []
    for attempt in range(count * 40):
        radius = large - (large - small) * min(1, (attempt / (count * 22)) ** 0.6)
        x, y = random.uniform(-0.05, 1.55), random.uniform(-0.05, 1.05)
        if all((x - a) ** 2 + (y - b) ** 2 > ((radius + r) * gap) ** 2 for a, b, r in placed):
            placed.append((x, y, radius * random.uniform(0.9, 1.1)))
        if len(placed) == count:
            break
    return placed


def dome(size: Size, circles: list[tuple]) -> Image.Image:
    """Height of round drops, each a dome of its own."""
    unit = size[1]
    field = level(size, 0)
    for x, y, radius in circles:
        reach = max(3, round(radius * unit))
        left, top = round(x * unit) - reach, round(y * unit) - reach
        box = (max(0, left), max(0, top), min(size[0], left + 2 * reach + 1), min(size[1], top + 2 * reach + 1))
        if box[0] < box[2] and box[1] < box[3]:
            part = bowl(reach, reach / unit).crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
            field.paste(compute(lambda old, new: (old + new + abs(old - new)) * 0.5, field.crop(box), part), box[:2])
    return field


def bowl(reach: int, height: float) -> Image.Image:
    """Height of one half sphere on a square just large enough for it."""
    span = (reach * 2 + 1, reach * 2 + 1)
    return compute(
        lambda a, b: positive_part(1 - (a * 2 - 1) ** 2 - (b * 2 - 1) ** 2) ** 0.5 * height, across(span), down(span)
    )


def drops(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Clear drops of serum in a trail across skin: light enters above left and pools below right."""
    picture = ground(size, tone, random)
    loose = scattered(random, 44, 0.006, 0.15, gap=1.22)
    circles = [(x, y, radius) for x, y, radius in loose if abs(y - 0.98 + x * 0.62) < 0.3]
    height = dome(size, circles)
    mask = soften(compute(lambda h: positive_part(positive_step(h * 60 - 0.5) * 1.04 - 0.04), height), 2)
    shadow = soften(moved(mask, size[1] * 0.02, size[1] * 0.028), size[1] / 36)
    picture = over(picture, tone[0], compute(lambda value: value * 0.6, shadow))
    smooth = soften(height, 3)
    pooled, _ = lit(smooth, size[1] * 0.36, (0.55, 0.6, 0.5))
    _, shine = lit(smooth, size[1] * 0.36, (-0.6, -0.66, 0.72), gloss=150)
    inner = compute(lambda value: 0.2 + value * 0.82, pooled)
    picture = over(picture, toned(inner, tone), compute(lambda value: value * 0.8, mask))
    return over(picture, (255, 250, 244), compute(lambda s, m: s * m * 0.95, shine, mask))


def foam(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A bank of fine mousse on skin, whipped into soft peaks, with a few bubbles letting go along its crest."""
    picture = ground(size, tone, random, brightest=(0.2, 0.1))
    bend = random.uniform(0.18, 0.26)

    def crest(x: float) -> float:
        return 0.68 - bend * x + 0.09 * sin(x * 3.4)

    def draw_bank(pen, unit):
        outline = [(x / 50 * unit, (crest(x / 50) + 0.03) * unit) for x in range(-5, 90)]
        pen.polygon([*outline, (unit * 2, unit * 2), (-unit, unit * 2)], fill=255)
        for x, y, radius in puffs:
            pen.ellipse([(x - radius) * unit, (y - radius) * unit, (x + radius) * unit, (y + radius) * unit], fill=255)

    puffs = [
        (x, crest(x) + 0.07 + random.uniform(-0.02, 0.03), random.uniform(0.05, 0.11))
        for x in (step * 0.085 + random.uniform(-0.03, 0.03) for step in range(20))
    ]
    loose = [one for one in scattered(random, 60, 0.008, 0.026, gap=1.4) if -0.01 < one[1] - crest(one[0]) < 0.1]
    mask = soften(drawn(size, draw_bank), 3)
    domes = dome(size, [(x, y, radius * 1.25) for x, y, radius in puffs])
    swirl, fine = noise(size, (9, 7), random), noise(size, (size[0] // 6, size[1] // 6), random)
    height = compute(
        lambda p, m, s, f, d: p * 0.75 + m * 0.12 + s * 0.06 + f * 0.0016 + d * 0.7,
        soften(domes, size[1] / 30),
        soften(mask, size[1] / 12),
        swirl,
        fine,
        dome(size, loose),
    )
    shadow = soften(moved(mask, size[1] * 0.01, -size[1] * 0.012), size[1] / 24)
    picture = over(picture, tone[0], compute(lambda value: value * 0.5, shadow))
    light, shine = lit(soften(height, 2), size[1] * 0.16, FROM_UPPER_LEFT, gloss=30)
    bright = compute(lambda value, gloss: 0.26 + value * 0.72 + gloss * 0.2, light, shine)
    return over(picture, toned(bright, CREAM), mask)


def gel(size: Size, random: Random, tone: Tone = SAGE) -> Image.Image:
    """Thick clear gel pushed into waves, with a little air caught in it."""
    x, y = across(size), down(size)
    warp = compute(lambda a, b: a + b * 0.4, clouds(size, (6, 6), random), clouds(size, (11, 11), random, 1.1))
    folds = compute(lambda a, b, w: (a * 0.5 + b * 1.1 + w * 0.2) * 2.1, x, y, warp)
    waves = compute(lambda v: (((v % 1) * 2 - 1) ** 2 - 1) ** 2, folds)
    air = dome(size, scattered(random, 22, 0.004, 0.018, gap=2.2))
    height = compute(lambda s, a, n: s * 0.3 + a * 0.8 + n * 0.09, soften(waves, size[1] / 24), air, warp)
    light, shine = lit(soften(height, 2), size[1] * 0.1, FROM_UPPER_LEFT, gloss=70)
    return toned(compute(lambda v, g: 0.2 + v * 0.62 + g * 0.5, light, shine), tone)


def linen(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Washed cotton in loose folds, close enough to see the weave."""
    large = (size[0] * 2, size[1] * 2)
    folds = noise(large, (9, 3), random).rotate(28, resample=Image.Resampling.BICUBIC)
    left, top = size[0] // 2, size[1] // 2
    folds = folds.crop((left, top, left + size[0], top + size[1]))
    broad = noise(size, (4, 3), random)
    creases = compute(lambda f: 1 - (f * f + 0.004) ** 0.5, folds)
    warp, weft = noise(size, (size[0] // 3, 40), random), noise(size, (60, size[1] // 3), random)
    height = compute(
        lambda c, b, w, v: c * 0.34 + b * 0.1 + (w + v) * 0.0011, soften(creases, size[1] / 60), broad, warp, weft
    )
    light, shine = lit(height, size[1] * 0.15, (-0.6, -0.5, 0.62), gloss=6)
    return toned(compute(lambda v, g: v * 0.78 + g * 0.2, light, shine), tone)


def pearls(size: Size, random: Random, tone: Tone = CLAY) -> Image.Image:
    """Glazed beads resting on a warm tray, out of scale on purpose."""
    picture = ground(size, tone, random)
    circles = scattered(random, 11, 0.05, 0.17, gap=1.25)
    height = dome(size, circles)
    mask = soften(compute(lambda h: positive_step(h * 60 - 0.5), height), 2)
    shadow = soften(moved(mask, size[1] * 0.034, size[1] * 0.044), size[1] / 26)
    picture = over(picture, tone[0], compute(lambda value: value * 0.62, shadow))
    smooth = soften(height, 3)
    light, shine = lit(smooth, size[1] * 0.33, FROM_UPPER_LEFT, gloss=120)
    bright = compute(lambda v, g: 0.14 + v * 0.8 + g * 0.6, light, shine)
    return over(picture, toned(bright, CREAM), mask)
