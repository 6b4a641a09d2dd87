"""The picture of somebody who signs in: held to what every other picture is held to."""

from wagtail.admin.forms.account import AvatarPreferencesForm

from images.fields import PictureFormField


class AvatarForm(AvatarPreferencesForm):
    """Wagtail's form for one's own picture, which else takes any size and keeps the place a photo was taken."""

    avatar = PictureFormField(label="Upload a profile picture", required=False)
