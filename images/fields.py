"""The file of a picture: one form field that refuses, one model field through which nothing enters uncleaned."""

from io import BytesIO

from django.conf import settings
from django.core.files.base import File
from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField as StockFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from images.metadata import CleanPicture, clean_picture
from images.uploads import megabytes, opened, refuse_too_heavy, refuse_too_many_pixels


class PictureFormField(StockFormField):
    """Accepts a picture by its content, names its own size and the limit when it is too large, and cleans it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail's script would refuse by this limit without saying how large the file is.
        self.max_upload_size = None
        self.help_text = (
            f"JPEG, PNG, WebP, AVIF, GIF or HEIC, up to {megabytes(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)} and "
            f"{self.max_image_pixels / 1e6:.0f} megapixels. Place and camera data are removed."
        )

    def to_python(self, data):
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        refuse_too_heavy(upload.size)
        upload.seek(0)
        content = BytesIO(upload.read())
        refuse_too_many_pixels(opened(content))
        return clean_picture(content, upload.name)


class PictureFile(WagtailImageFieldFile):
    """The stored file of a picture; whatever way it comes in, its metadata stays outside."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        if not isinstance(getattr(content, "file", content), CleanPicture) and not isinstance(content, CleanPicture):
            content = clean_picture(BytesIO(content.read()), name)
            name = content.name
        super().save(name, content, save)

    save.alters_data = True


class PictureField(WagtailImageField):
    """The model field behind every picture."""

    attr_class = PictureFile
