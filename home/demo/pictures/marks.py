"""The site's own marks: monogram portraits, logo, favicon and the picture shown when a page is shared."""

from pathlib import Path
from random import Random

from django.conf import settings
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from home.demo.pictures.scenes import ground, smear
from home.demo.pictures.surface import (
    CREAM,
    FROM_UPPER_LEFT,
    TAN,
    Colour,
    Size,
    Tone,
    compute,
    drawn,
    lit,
    noise,
    over,
    soften,
    toned,
)

DETAIL = 4
INK: Colour = (42, 33, 30)
PAPER: Colour = (252, 244, 238)
LEAF: Colour = (23, 89, 77)
PETAL: Colour = (206, 122, 92)


def typeface(size: float) -> ImageFont.FreeTypeFont:
    """The site's display face at a size in pixels; Pillow's own where it is not at hand."""
    path = Path(settings.BASE_DIR) / "static/fonts/literata/literata-semibold-latin.woff2"
    try:
        return ImageFont.truetype(path, round(size))
    except OSError:
        return ImageFont.load_default(round(size))


def monogram(size: Size, random: Random, tone: Tone, initials: str) -> Image.Image:
    """A portrait without a face: initials pressed into soft clay."""
    picture = ground(size, tone, random)

    def letters(pen, unit):
        pen.text((unit / 2, unit * 0.52), initials, font=typeface(unit * 0.3), fill=255, anchor="mm")

    pressed = drawn(size, letters, 3)
    rim = drawn(size, lambda pen, unit: pen.ellipse([unit * 0.13, unit * 0.13, unit * 0.87, unit * 0.87], fill=255))
    height = compute(
        lambda p, r, n: r * 0.42 - p * 0.15 + n * 0.014,
        rounded(pressed, size[1] / 260),
        rounded(rim, size[1] / 60),
        noise(size, (9, 9), random),
    )
    light, shine = lit(height, size[1] * 0.08, FROM_UPPER_LEFT, gloss=24)
    return over(picture, toned(compute(lambda v, g: 0.06 + v * 0.86 + g * 0.22, light, shine), tone), soften(rim, 3))


def rounded(mask: Image.Image, radius: float) -> Image.Image:
    """A mask with round shoulders; eight bits are enough where edges are steep, and leave no steps along curves."""
    grey = compute(lambda value: value * 255, mask).convert("L").filter(ImageFilter.GaussianBlur(radius))
    return soften(compute(lambda value: value / 255, grey.convert("F")), 2)


def leaves(pen: ImageDraw.ImageDraw, left: float, top: float, high: float, leaf: Colour, petal: Colour) -> None:
    """The mark: a leaf and a smaller petal leaning towards each other, each a circle with one corner."""
    pen.ellipse([left, top, left + high, top + high], fill=leaf)
    pen.rectangle([left, top, left + high / 2, top + high / 2], fill=leaf)
    small, x, y = high * 0.56, left + high * 0.78, top + high * 0.44
    pen.ellipse([x, y, x + small, y + small], fill=petal)
    pen.rectangle([x + small / 2, y, x + small, y + small / 2], fill=petal)


def logo(name: str, dark: bool = False) -> Image.Image:
    """Mark and name on nothing, for light or for dark backgrounds."""
    unit = 96 * DETAIL
    ink, leaf = (PAPER, (150, 211, 193)) if dark else (INK, LEAF)
    font = typeface(unit * 0.52)
    width = round(unit * 1.0 + font.getlength(name) + unit * 0.06)
    picture = Image.new("RGBA", (width, unit), (*ink, 0))
    pen = ImageDraw.Draw(picture)
    leaves(pen, unit * 0.04, unit * 0.24, unit * 0.5, (*leaf, 255), (*PETAL, 255))
    pen.text((unit * 0.9, unit * 0.5), name, font=font, fill=(*ink, 255), anchor="lm")
    return picture.reduce(DETAIL)


def favicon() -> Image.Image:
    """The mark on a soft square."""
    unit = 512 * 2
    picture = Image.new("RGBA", (unit, unit), (*PAPER, 0))
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle([0, 0, unit, unit], radius=unit * 0.22, fill=(*PAPER, 255))
    leaves(pen, unit * 0.17, unit * 0.25, unit * 0.5, (*LEAF, 255), (*PETAL, 255))
    return picture.reduce(2)


def share(size: Size, random: Random, name: str, tagline: str) -> Image.Image:
    """A sweep of cream with the name over it, for links shared elsewhere."""
    picture = smear(size, TAN, random, CREAM)
    pen = ImageDraw.Draw(picture)
    unit = size[1]
    pen.text((unit * 0.1, unit * 0.88), name, font=typeface(unit * 0.13), fill=INK, anchor="ls")
    pen.text((unit * 0.1, unit * 0.955), tagline, font=typeface(unit * 0.05), fill=INK, anchor="ls")
    return picture
