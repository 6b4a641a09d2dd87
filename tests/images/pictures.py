"""Picture files made while the tests run."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

GPS_INFO = 0x8825
ORIENTATION = 0x0112
CAMERA_MAKER = 0x010F


def picture_bytes(kind: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "tan", **options) -> bytes:
    """A plain picture of one colour."""
    mode = "RGB" if kind in {"JPEG", "HEIF", "WEBP", "AVIF"} else "RGBA"
    output = BytesIO()
    Image.new(mode, size, colour).save(output, kind, **options)
    return output.getvalue()


def upload(name: str = "arm.jpg", kind: str = "JPEG", **options) -> SimpleUploadedFile:
    """A plain picture as a browser sends it."""
    return SimpleUploadedFile(name, picture_bytes(kind, **options), content_type="application/octet-stream")


def telling_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes into a photo: camera, place, and which way up it was held."""
    exif = Image.Exif()
    exif[CAMERA_MAKER] = "Telltale Cameras"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS_INFO).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return exif


def colour_profile() -> bytes:
    """An ICC profile, without which colours would shift."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def moving_picture(kind: str = "GIF", size: tuple[int, int] = (20, 20), frames: int = 3) -> bytes:
    """A picture of several frames, each of its own colour."""
    output = BytesIO()
    shades = [Image.new("RGB", size, (80 * place % 256, 40, 40)) for place in range(frames)]
    shades[0].save(output, kind, save_all=True, append_images=shades[1:], duration=80, loop=0)
    return output.getvalue()


def spotted(size: tuple[int, int], spot: tuple[int, int], radius: int = 10) -> SimpleUploadedFile:
    """A pale picture with one red spot."""
    picture = Image.new("RGB", size, "#f4e4da")
    picture.paste("#d00000", (spot[0] - radius, spot[1] - radius, spot[0] + radius, spot[1] + radius))
    output = BytesIO()
    picture.save(output, "PNG")
    return SimpleUploadedFile("spot.png", output.getvalue(), content_type="image/png")


def has_spot(file) -> bool:
    """Whether the red spot is to be seen in a stored picture."""
    with file.open("rb"):
        picture = Image.open(BytesIO(file.read())).convert("RGB")
    return any(red > 150 and green < 90 for _, (red, green, _) in picture.getcolors(picture.width * picture.height))
