"""Makes the demo's pictures and files them with description, credit and licence."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from django.core.files.images import ImageFile
from PIL import Image, ImageOps
from wagtail.models import Collection

from home.demo import ledger
from home.demo.content import CONTENT, read
from home.demo.finder import Finder
from home.demo.pictures import (
    botanicals,
    cloth,
    daylight,
    dispensary,
    marks,
    scenes,
    still_life,
    surface,
    table_top,
    textures,
    vessels,
)
from images.models import SiteImage

CREDIT = "Demo artwork"
LICENCE = "Own work"
SCENES: dict[str, Callable] = {
    "barley": botanicals.barley,
    "blinds": daylight.blinds,
    "bloom": botanicals.bloom,
    "bottle": still_life.bottle,
    "canister": vessels.canister,
    "crystals": textures.crystals,
    "dabs": textures.dabs,
    "drops": scenes.drops,
    "dunes": scenes.dunes,
    "fine_print": dispensary.fine_print,
    "flacon": vessels.flacon,
    "foam": scenes.foam,
    "gel": scenes.gel,
    "jar": still_life.jar,
    "knit": cloth.knit,
    "leaf": botanicals.leaf,
    "leaf_shadows": still_life.leaf_shadows,
    "linen": scenes.linen,
    "low_sun": daylight.low_sun,
    "mortar": dispensary.mortar,
    "orange": botanicals.orange,
    "page": table_top.page,
    "pair": still_life.pair,
    "panes": daylight.panes,
    "pearls": scenes.pearls,
    "pebbles": table_top.pebbles,
    "pipette": dispensary.pipette,
    "pump": still_life.pump,
    "quotation": textures.quotation,
    "smear": scenes.smear,
    "soap": table_top.soap,
    "squeezed": table_top.squeezed,
    "swatches": textures.swatches,
    "tin": table_top.tin,
    "towels": cloth.towels,
    "tube": vessels.tube,
    "upside_down": vessels.upside_down,
    "veil": textures.veil,
    "wax": textures.wax,
    "wet_glass": daylight.wet_glass,
    "whirl": textures.whirl,
    "monogram": marks.monogram,
    "favicon": marks.favicon,
    "logo": marks.logo,
    "share": marks.share,
}
#: Share of the full width, and width in heights: people are shown small and square, shared links as networks crop them.
SHAPES = {"wide": (1, 1.5), "square": (0.5, 1), "shared": (0.75, 1200 / 630)}
#: Pixels painted beyond every edge and cut off, because light on a relief is worked out from its neighbours.
MARGIN = 4


def load_pictures(finder: Finder, known: dict, width: int) -> None:
    """Make and file every picture that is not there yet, ``width`` pixels wide."""
    for name, values in read(CONTENT / "pictures.toml").items():
        finder.pictures[name] = known.get((SiteImage, name)) or filed(name, dict(values), width)


def paint(values: dict, width: int) -> Image.Image:
    """One picture as its content file describes it; the same values give the same picture."""
    scene, words = SCENES[values["scene"]], values.get("words", {})
    if "shape" not in values:
        return scene(**words)
    random = Random(values["seed"])
    share, ratio = SHAPES[values["shape"]]
    size = (round(width * share) + 2 * MARGIN, round(width * share / ratio) + 2 * MARGIN)
    tone = {"tone": getattr(surface, values["tone"])} if "tone" in values else {}
    picture = surface.grained(scene(size=size, random=random, **tone, **words), random)
    return ImageOps.crop(picture, MARGIN)


def filed(name: str, values: dict, width: int) -> SiteImage:
    """A picture painted and put into its collection."""
    picture = paint(values, width)
    kind = "PNG" if picture.mode == "RGBA" else "JPEG"
    content = BytesIO()
    picture.save(content, kind, quality=82)
    image = SiteImage(
        title=values["title"],
        description=values.get("alt", ""),
        credit=CREDIT,
        licence=LICENCE,
        skin_tone=values.get("skin_tone", ""),
        collection=collection(values["collection"]),
        file=ImageFile(content, name=f"demo-{name}.{kind.lower()}"),
        **focal_point(values, picture.size),
    )
    image.save()
    # Wagtail fills these in when first asked, which later would look like somebody's change.
    image.get_file_size()
    image.get_file_hash()
    ledger.remember(image, name)
    return image


def focal_point(values: dict, size: tuple[int, int]) -> dict[str, int]:
    """What must stay in view when the picture is cropped, in pixels; described as middle and extent in fractions."""
    if "focus" not in values:
        return {}
    sides = {"x": size[0], "y": size[1], "width": size[0], "height": size[1]}
    parts = zip(sides, values["focus"], strict=True)
    return {f"focal_point_{side}": round(part * sides[side]) for side, part in parts}


def collection(name: str) -> Collection:
    """The collection of this name, or the one everything is in."""
    return Collection.objects.filter(name=name).first() or Collection.get_first_root_node()
