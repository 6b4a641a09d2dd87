"""Scenes of things lying on a table, seen from above: stones, a tin of balm, soap, printed paper."""

from math import cos, sin
from random import Random

from PIL import Image

from home.demo.pictures.relief import (
    between,
    clouds,
    highest,
    larger,
    placed,
    positive_part,
    rounded_edge,
    shaded,
    sharp,
    slab,
    step,
    wave,
)
from home.demo.pictures.scenes import dome
from home.demo.pictures.surface import (
    AMBER,
    CLAY,
    COAL,
    CREAM,
    HONEY,
    SAGE,
    STONE,
    Size,
    Tone,
    compute,
    drawn,
    feathered,
    level,
    noise,
    over,
    soften,
    toned,
)


def pebbles(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Three river stones on washed linen, with the light coming low from the right."""
    stones = (
        (1.1, 0.5, 0.36, 0.26, 0.5, COAL),
        (0.74, 0.66, 0.17, 0.13, -0.4, CREAM),
        (1.34, 0.86, 0.14, 0.12, 0.2, CLAY),
    )
    light = (0.68, -0.38, 0.5)
    height, parts = level(size, 0), []
    for x, y, long, wide, angle, stone in stones:
        a, b = placed(size, x, y, angle)
        swell = clouds(size, (4, 3), random, angle)
        reach = compute(lambda a, b, s, u=long, w=wide: ((a / u) ** 2 + (b / w) ** 2) * (1 + s * 0.08), a, b, swell)
        one = compute(lambda r, w=wide: positive_part(1 - r) ** 0.5 * w * 0.75, reach)
        parts.append((sharp(compute(lambda r, w=wide: (r - 1) * w * 0.5, reach)), stone))
        height = highest(height, one)
    weave = compute(
        lambda p, q: (p + q) * 0.0012, noise(size, (size[0] // 4, 60), random), noise(size, (90, size[1] // 4), random)
    )
    cloth = compute(lambda w, c: w + c * 0.03, weave, clouds(size, (5, 4), random))
    bare = compute(lambda h: 1 - between(h * 90), height)
    height = compute(lambda h, c, m: h + c * m, soften(height, 2), cloth, bare)
    value, shine = shaded(height, light, gloss=16, radius=0.07)
    speck = noise(size, (size[0] // 3, size[1] // 3), random)
    seam = clouds(size, (3, 4), random, 0.9)
    veined = compute(lambda s, v: s + positive_part(1 - abs(v - 0.1) * 26) * 7, speck, seam)
    picture = toned(compute(lambda v: v * 0.86 - 0.04, value), tone)
    for mask, stone in parts:
        surface = toned(
            compute(
                lambda v, g, s: v * 0.84 + g * 0.18 + s * 0.025 - 0.02, value, shine, veined if stone is COAL else speck
            ),
            stone,
        )
        picture = over(picture, surface, mask)
    return picture


def tin(size: Size, tone: Tone, random: Random) -> Image.Image:
    """An open tin of balm with a swipe taken out of it, and its lid beside it."""
    a, b = placed(size, 0.62, 0.56)
    far = compute(lambda a, b: (a * a + b * b) ** 0.5, a, b)
    wall = compute(lambda f: between((0.345 - f) * 180) * between((f - 0.322) * 180) * 0.13, far)
    c, d = placed(size, 0.62, 0.56, -0.5)
    grain = noise(size, (14, 5), random)
    scoop = compute(
        lambda c, d, g: (
            positive_part(1 - ((c + 0.04) / 0.3) ** 2 - ((d + 0.05 - c * c * 1.1) / 0.085) ** 2) ** 0.5
            * (0.05 + g * 0.002)
        ),
        c,
        d,
        grain,
    )
    comb = compute(lambda d, c, s: wave((d - c * c * 1.1) * 26) * 0.0022 * between(s * 60), d, c, scoop)
    lip = compute(
        lambda c, d: 0.03 * positive_part(1 - ((c - 0.255) / 0.05) ** 2 - ((d + 0.05 - 0.07) / 0.085) ** 2) ** 0.5, c, d
    )
    balm = compute(
        lambda f, s, k, u, n: between((0.324 - f) * 160) * (0.1 - s + k + u + n * 0.003 - f * f * 0.06),
        far,
        scoop,
        comb,
        lip,
        clouds(size, (7, 5), random),
    )
    p, q = placed(size, 1.22, 0.24)
    lid_far = compute(lambda p, q: (p * p + q * q) ** 0.5, p, q)
    lid = compute(
        lambda f: between((0.355 - f) * 140) * 0.07 - 0.012 * between((f - 0.3) * 90) * between((0.33 - f) * 90),
        lid_far,
    )
    height = soften(highest(wall, balm, lid), 1.6)
    value, shine = shaded(height, (-0.6, 0.42, 0.55), gloss=46, radius=0.04)
    picture = toned(compute(lambda v, n: v * 0.86 - 0.03 + n * 0.008, value, clouds(size, (9, 7), random)), tone)
    brushed = compute(lambda p, q: wave((p * p + q * q) ** 0.5 * 30) * 0.02, p, q)
    # A turned lid throws back the room in two opposite fans.
    fans = compute(lambda p, q: ((p * 0.8 + q * 0.6) ** 2 / (p * p + q * q + 0.0004)) ** 3 * 0.3, p, q)
    metal = compute(lambda v, g, k, f: v * 0.62 + g * 0.5 + k + f, value, shine, brushed, fans)
    picture = over(picture, toned(metal, STONE), sharp(compute(lambda f: f - 0.357, lid_far)))
    picture = over(
        picture,
        toned(compute(lambda v, g: v * 0.7 + g * 0.6, value, shine), STONE),
        sharp(compute(lambda f: f - 0.348, far)),
    )
    return over(
        picture,
        toned(compute(lambda v, g: v * 0.82 + g * 0.35 + 0.04, value, shine), HONEY),
        sharp(compute(lambda f: f - 0.323, far)),
    )


def squeezed(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A dark metal tube, half used and creased, with a worm of gel beside it."""
    a, b = placed(size, 0.84, 0.42, 2.7)
    share = compute(lambda a: between((a + 0.42) / 0.86), a)
    half = compute(lambda a, t: 0.118 + t * 0.03 - positive_part(-0.36 - a) ** 2 * 9, a, share)
    broad, fine = clouds(size, (7, 7), random), clouds(size, (15, 15), random, 1.3)
    crease = compute(lambda c, d: 1 - abs(c + d * 0.4) * 2, broad, fine)
    rim = compute(lambda a, b, h: larger(abs(b) - h, abs(a - 0.01) - 0.43), a, b, half)
    swell = compute(
        lambda b, h, t, c: (
            positive_part(1 - (b / h) ** 2) ** 0.5 * (0.012 + 0.11 * (1 - t) ** 0.8) + c * 0.026 * t * (1 - t)
        ),
        b,
        half,
        share,
        crease,
    )
    crimp = compute(lambda a, b: between((a - 0.37) * 300) * (0.012 + wave(b * 60) * 0.0015), a, b)
    body = compute(lambda r, s, c: between(-r * 200) * (larger(s, c) + 0.006), rim, swell, crimp)
    lid = compute(lambda a, b: slab(a + 0.5, b, (0.085, 0.088), 0.012), a, b)
    cap = compute(
        lambda r, b: between(-r * 200) * (positive_part(1 - (b / 0.09) ** 2) ** 0.5 * 0.1 + wave(b * 70) * 0.002),
        lid,
        b,
    )
    beads = [(0.78 + part * 0.0044, 0.83 + 0.06 * sin(part * 0.075), 0.03 - (part / 160) ** 6) for part in range(90)]
    worm = dome(size, beads)
    value, shine = shaded(soften(highest(body, cap, worm), 1.8), (-0.5, 0.6, 0.55), gloss=30, radius=0.04)
    picture = toned(compute(lambda v, n: v * 0.86 - 0.03 + n * 0.008, value, broad), tone)
    picture = over(picture, toned(compute(lambda v, g: v * 0.56 + g * 0.7 - 0.04, value, shine), COAL), sharp(rim))
    picture = over(picture, toned(compute(lambda v, g: v * 0.7 + g * 0.6, value, shine), AMBER), sharp(lid))
    gel = toned(compute(lambda v, g: v * 0.7 + 0.16 + g * 0.6, value, shine), CREAM)
    return over(picture, gel, compute(lambda w: between(w * 120), worm))


def soap(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Two bars of soap on a slatted tray, the upper one worn round and still wet."""
    a, b = placed(size, 0.74, 0.55, -0.3)
    plank = compute(lambda b: positive_part(1 - abs(step(b * 7.2 + 0.2) - 0.5) * 2.6), b)
    grain = noise(size, (5, 140), random).rotate(17, resample=Image.Resampling.BILINEAR)
    tray = compute(
        lambda p, e, g: between(p * 5) * between(-e * 160) * (0.03 + g * 0.0012),
        plank,
        compute(lambda a, b: slab(a, b, (0.66, 0.4), 0.03), a, b),
        grain,
    )
    c, d = placed(size, 0.64, 0.46, -0.16)
    low = compute(lambda c, d: rounded_edge(slab(c, d, (0.3, 0.19), 0.08), 0.07) * 0.1, c, d)
    e, f = placed(size, 0.86, 0.62, 0.32)
    swell = clouds(size, (5, 4), random)
    rim = compute(lambda e, f, s: slab(e, f, (0.26, 0.165), 0.13) + s * 0.008, e, f, swell)
    high = compute(lambda r: rounded_edge(r, 0.12) * 0.12 + between(-r * 120) * 0.13, rim)
    stamp = compute(lambda c, d: 0.008 * between((0.012 - abs(slab(c, d, (0.2, 0.1), 0.05))) * 200), c, d)
    low = compute(lambda u, s: u - s * between(u * 30 - 2), low, stamp)
    height = soften(highest(tray, compute(lambda u: u + 0.03 * between(u * 90), low), high), 1.8)
    value, shine = shaded(height, (0.55, -0.6, 0.55), gloss=40, radius=0.05)
    picture = toned(compute(lambda v, n: v * 0.84 - 0.02 + n * 0.01, value, swell), tone)
    picture = over(
        picture,
        toned(compute(lambda v, g: v * 0.9 + g * 0.02, value, grain), AMBER),
        compute(lambda t: between(t * 60), tray),
    )
    picture = over(
        picture,
        toned(compute(lambda v, g: v * 0.84 + 0.04 + g * 0.14, value, shine), SAGE),
        sharp(compute(lambda c, d: slab(c, d, (0.3, 0.19), 0.08), c, d)),
    )
    return over(picture, toned(compute(lambda v, g: v * 0.8 + 0.08 + g * 0.45, value, shine), CREAM), sharp(rim))


def page(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Two printed sheets on a dark table, too soft to read, and the light of a window across them."""
    wood = noise(size, (6, 150), random)
    table = compute(lambda c: c * 0.006, clouds(size, (6, 5), random))
    height, prints = table, []
    for x, y, angle, level_at in ((0.42, 0.62, 0.24, 0.008), (0.6, 0.7, -0.13, 0.02)):
        a, b = placed(size, x, y, angle)
        curl = compute(
            lambda a, b, z=level_at: z + positive_part(a - 0.14) ** 2 * 0.8 + positive_part(-b - 0.3) ** 2 * 0.7, a, b
        )
        edge = compute(lambda a, b: slab(a, b, (0.36, 0.5), 0.004), a, b)
        mask = sharp(edge, 1.6)
        height = compute(lambda h, c, m: h + (c + 0.004 - h) * m, height, curl, mask)
        prints.append((mask, printed(size, x, y, angle, random)))
    value, _ = shaded(soften(height, 1.5), (-0.7, -0.3, 0.45), radius=0.03)
    window = feathered(drawn(size, slats), size[1] / 60)
    lamp = compute(lambda v, w: v * (0.46 + w * 0.54), value, window)
    picture = toned(compute(lambda v, g: v * 0.85 + g * 0.035 * (0.3 + v) - 0.03, lamp, wood), tone)
    for mask, ink in prints:
        paper = toned(compute(lambda v, i: 0.06 + v * 0.86 - i * 0.7 * v, lamp, ink), CREAM)
        picture = over(picture, paper, mask)
    return picture


def slats(pen, unit: float) -> None:
    """Where a window lets the sun through, askew."""
    for left in (-0.35, 0.2, 0.75, 1.3):
        pen.polygon(
            [
                (x * unit, y * unit)
                for x, y in ((left, -0.1), (left + 0.44, -0.1), (left + 0.75, 1.1), (left + 0.31, 1.1))
            ],
            fill=255,
        )


def printed(size: Size, x: float, y: float, angle: float, random: Random) -> Image.Image:
    """Ink of a page: a heading and paragraphs, each word a bar."""

    def draw(pen, unit):
        def bar(left, top, right, foot):
            corners = [(left, top), (right, top), (right, foot), (left, foot)]
            pen.polygon(
                [
                    ((x + a * cos(angle) - b * sin(angle)) * unit, (y + a * sin(angle) + b * cos(angle)) * unit)
                    for a, b in corners
                ],
                fill=255,
            )

        bar(-0.29, -0.44, 0.08, -0.415)
        bar(-0.29, -0.4, -0.05, -0.375)
        top = -0.33
        while top < 0.46:
            left, right = -0.29, 0.29 if random.random() > 0.2 else random.uniform(-0.1, 0.2)
            while left < right:
                word = random.uniform(0.012, 0.055)
                bar(left, top, min(right, left + word), top + 0.0085)
                left += word + 0.009
            top += 0.021 if random.random() > 0.13 else 0.042

    return soften(drawn(size, draw), 1.6)
