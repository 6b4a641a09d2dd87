"""Scenes of cloth: a knitted blanket and a pile of towels."""

from random import Random

from PIL import Image

from home.demo.pictures.lathe import room, throw
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
from home.demo.pictures.surface import (
    CLAY,
    CREAM,
    SAGE,
    Size,
    Tone,
    compute,
    level,
    noise,
    over,
    soften,
    toned,
)


def knit(size: Size, tone: Tone, random: Random) -> Image.Image:
    """A woollen blanket in plain stitches, lying in one slow fold."""
    along, beside = placed(size, 0.75, 0.5, -0.42)
    drift = clouds(size, (4, 3), random)
    fold = compute(lambda b, d: 0.24 / (1 + ((b - 0.12 + d * 0.09) * 4.6) ** 2), beside, drift)
    column = compute(lambda a, d: (a + d * 0.03) * 9.0, along, drift)
    leg = compute(lambda c: abs(step(c) - 0.5), column)
    row = compute(lambda b, f, u, d: (b + f * 0.5 + d * 0.02) * 12.5 - u * 1.15, beside, fold, leg, drift)
    fibre = clouds(size, (size[1] // 7, size[1] // 7), random, 0.5)
    strand = compute(lambda u, r, f: wave((u * 2.4 + step(r) * 0.42) * 3.4 + f * 0.15), leg, row, fibre)
    yarn = compute(
        lambda u, r, t, f: (
            (
                positive_part(1 - ((u - 0.25) / 0.265) ** 2) ** 0.5
                * positive_part(1 - ((step(r) - 0.5) / 0.6) ** 2) ** 0.5
            )
            * (0.037 + t * 0.0011 + f * 0.0006)
        ),
        leg,
        row,
        strand,
        fibre,
    )
    value, _ = shaded(compute(lambda y, f: y + f, soften(yarn, 1.6), fold), (-0.45, -0.62, 0.56), radius=0.03)
    return toned(compute(lambda v, f: v * 0.82 - 0.06 + f * 0.012, value, fibre), tone)


def towels(size: Size, tone: Tone, random: Random) -> Image.Image:
    """Three folded towels in a pile, the fold towards us, against a plastered wall."""
    picture = room(size, tone, random, 0.8)
    pile = noise(size, (size[0] // 3, size[1] // 3), random)
    sag, give = clouds(size, (5, 3), random, 0.1), clouds(size, (9, 9), random)
    shapes = ((0.5, 0.815, 0.45, 0.078, CREAM), (0.53, 0.672, 0.425, 0.07, CLAY), (0.485, 0.54, 0.4, 0.067, SAGE))
    height, parts = level(size, 0), []
    for x, y, half, thick, stuff in shapes:
        a, b = placed(size, x, y)
        # The upper side sinks in the middle; the lower one lies flat on what is below it.
        b = compute(lambda b, a, s, t=thick: b - positive_part(t - b) * (0.05 - a * a * 0.3 + s * 0.07), b, a, sag)
        rim = compute(lambda a, b, g, h=half, t=thick: slab(a, b, (h, t), t * 0.8) + g * 0.0025, a, b, give)
        # Folded twice: the outer fold lies round the inner one on the right, and the ends are open on the left.
        inner = compute(
            lambda a, b, g, h=half, t=thick: slab(a + h, b, (h * 2 - t * 0.85, t * 0.48), t * 0.45) + g * 0.003,
            a,
            b,
            give,
        )
        seam = compute(
            lambda i, a, b, s, h=half, t=thick: larger(
                1 / (1 + (i / 0.0045) ** 2),
                between((h - t * 1.15 - a) * 16) / (1 + ((b + s * 0.006) / 0.0035) ** 2),
            ),
            inner,
            a,
            b,
            sag,
        )
        body = compute(
            lambda r, m, n, g, t=thick: (
                rounded_edge(r, t * 0.85) * t + between(-r * 90) * (n * 0.0013 + g * 0.003 - m * 0.034)
            ),
            rim,
            seam,
            pile,
            give,
        )
        parts.append((sharp(compute(lambda r, n: r + n * 0.0012, rim, pile), 2.5), stuff))
        height = highest(height, compute(positive_part, body))
    picture = throw(picture, 0.5, ((0.47, 0.42), (0.6, 0.43), (0.886, 0.45)), tone[0], 0.5, 0.04, 0.55)
    value, _ = shaded(soften(height, 1.5), (-0.42, -0.7, 0.6), radius=0.04, ambient=0.3)
    for mask, stuff in parts:
        picture = over(picture, toned(compute(lambda v, n: v * 0.82 + n * 0.025, value, pile), stuff), mask)
    return picture
