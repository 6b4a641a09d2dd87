"""Soft surfaces under light: the floating-point fields every demo picture is made of.

A field is a Pillow image of mode F. Heights become normals, normals become light and shine, and a tone
maps light to colour, so that shadows stay warm instead of turning grey.
"""

from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageMath, ImageOps

Size = tuple[int, int]
Colour = tuple[int, int, int]
Tone = tuple[Colour, Colour, Colour]
Light = tuple[float, float, float]

#: Shadow, middle and light of each surface; one warm palette for all pictures.
PALE: Tone = ((176, 122, 104), (236, 204, 186), (255, 243, 234))
TAN: Tone = ((118, 66, 46), (206, 152, 118), (250, 222, 196))
BROWN: Tone = ((58, 28, 20), (148, 92, 64), (226, 172, 136))
DEEP: Tone = ((20, 9, 8), (84, 49, 38), (190, 134, 106))
CREAM: Tone = ((196, 172, 152), (246, 236, 224), (255, 254, 250))
SAGE: Tone = ((52, 62, 50), (150, 164, 138), (230, 234, 216))
CLAY: Tone = ((104, 48, 36), (200, 124, 96), (246, 206, 180))
AMBER: Tone = ((48, 18, 8), (150, 76, 30), (246, 186, 112))
STONE: Tone = ((110, 98, 90), (206, 194, 184), (248, 242, 236))
HONEY: Tone = ((112, 58, 16), (226, 164, 86), (255, 236, 196))
ROSE: Tone = ((96, 44, 50), (204, 138, 134), (252, 226, 216))
PINE: Tone = ((10, 26, 23), (58, 98, 86), (190, 218, 202))
CITRUS: Tone = ((140, 50, 8), (232, 140, 46), (255, 226, 158))
PITH: Tone = ((176, 120, 70), (246, 222, 178), (255, 248, 232))
#: Cream paper whose shadows are the colour of ink.
INKED: Tone = ((58, 40, 34), (206, 184, 166), (255, 252, 246))
COAL: Tone = ((12, 10, 11), (66, 58, 57), (198, 188, 182))

FROM_UPPER_LEFT: Light = (-0.55, -0.6, 0.58)


def compute(formula: Callable, *fields: Image.Image) -> Image.Image:
    """A field from a formula over others, pixel by pixel."""
    names = {f"field_{place}": field for place, field in enumerate(fields)}
    return ImageMath.lambda_eval(lambda known: formula(*(known[name] for name in names)), **names)


def level(size: Size, value: float) -> Image.Image:
    """The same value everywhere."""
    return Image.new("F", size, value)


def across(size: Size) -> Image.Image:
    """0 at the left edge, 1 at the right."""
    row = Image.new("F", (size[0], 1))
    row.putdata([x / (size[0] - 1) for x in range(size[0])])
    return row.resize(size, Image.Resampling.NEAREST)


def down(size: Size) -> Image.Image:
    """0 at the top edge, 1 at the bottom."""
    column = Image.new("F", (1, size[1]))
    column.putdata([y / (size[1] - 1) for y in range(size[1])])
    return column.resize(size, Image.Resampling.NEAREST)


def noise(size: Size, cells: Size, random: Random) -> Image.Image:
    """Smooth noise between -1 and 1, with about ``cells`` bumps across and down."""
    grid = Image.frombytes("L", cells, random.randbytes(cells[0] * cells[1])).convert("F")
    smooth = grid.resize(size, Image.Resampling.BICUBIC)
    return compute(lambda value: value / 127.5 - 1, smooth)


def soften(field: Image.Image, radius: float) -> Image.Image:
    """A blur that keeps the full precision of a field, which Pillow's own blurs do not."""
    width, height = field.size
    small = (max(2, round(width / radius)), max(2, round(height / radius)))
    return field.resize(small, Image.Resampling.HAMMING).resize(field.size, Image.Resampling.BICUBIC)


def feathered(mask: Image.Image, radius: float) -> Image.Image:
    """A mask with soft edges; eight bits are enough for it, and leave no steps along slanted edges."""
    grey = compute(lambda value: value * 255, mask).convert("L").filter(ImageFilter.GaussianBlur(radius))
    return compute(lambda value: value / 255, grey.convert("F"))


def drawn(size: Size, draw: Callable[[ImageDraw.ImageDraw, float], None], detail: int = 2) -> Image.Image:
    """A mask between 0 and 1 from plain drawing, with smooth edges; ``draw`` gets the pixels per unit of height."""
    large = Image.new("L", (size[0] * detail, size[1] * detail))
    draw(ImageDraw.Draw(large), size[1] * detail)
    return compute(lambda value: value / 255, large.reduce(detail).convert("F"))


def moved(field: Image.Image, right: float, below: float) -> Image.Image:
    """A field shifted by so many pixels."""
    shift = (1, 0, -right, 0, 1, -below)
    return field.transform(field.size, Image.Transform.AFFINE, shift, resample=Image.Resampling.BILINEAR)


def lit(height: Image.Image, relief: float, light: Light, gloss: float = 40) -> tuple[Image.Image, Image.Image]:
    """Light and shine on a relief: the share of light each point gets, and its mirror highlight, both 0 to 1."""
    step = 1.5
    slope_x = compute(lambda a, b: (a - b) * relief, moved(height, step, 0), moved(height, -step, 0))
    slope_y = compute(lambda a, b: (a - b) * relief, moved(height, 0, step), moved(height, 0, -step))
    length = compute(lambda x, y: (x * x + y * y + 1) ** 0.5, slope_x, slope_y)
    lx, ly, lz = light
    half = (lx, ly, lz + 1)
    norm = sum(part * part for part in half) ** 0.5
    hx, hy, hz = (part / norm for part in half)
    diffuse = compute(lambda x, y, n: (x * lx + y * ly + lz) / n, slope_x, slope_y, length)
    mirror = compute(lambda x, y, n: (x * hx + y * hy + hz) / n, slope_x, slope_y, length)
    return positive(diffuse), compute(lambda value: value**gloss, positive(mirror))


def positive(field: Image.Image) -> Image.Image:
    """A field with nothing below zero."""
    return compute(lambda value: (value + abs(value)) * 0.5, field)


def toned(light: Image.Image, tone: Tone) -> Image.Image:
    """A colour picture of light between 0 and 1 on a surface of this tone."""
    shadow, middle, bright = tone
    return ImageOps.colorize(compute(lambda value: value * 255, light).convert("L"), shadow, bright, middle)


def over(picture: Image.Image, layer: Image.Image | Colour, mask: Image.Image) -> Image.Image:
    """A layer, or plain colour, laid over a picture where the mask between 0 and 1 says."""
    if isinstance(layer, tuple):
        layer = Image.new("RGB", picture.size, layer)
    return Image.composite(layer, picture, compute(lambda value: value * 255, mask).convert("L"))


def grained(picture: Image.Image, random: Random, strength: float = 5) -> Image.Image:
    """The picture with film grain, which also hides the steps of soft gradients."""
    size = picture.size
    grains = [Image.frombytes("L", size, random.randbytes(size[0] * size[1])) for _ in range(2)]
    grain = compute(lambda a, b: (a + b - 255) * (strength / 100), *(single.convert("F") for single in grains))
    channels = [compute(lambda a, b: a + b, band.convert("F"), grain).convert("L") for band in picture.split()]
    return Image.merge("RGB", channels)
