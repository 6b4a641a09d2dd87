"""Pictures with credit, licence and consent."""

from django.apps import AppConfig
from wagtail.signals import page_published


class ImagesConfig(AppConfig):
    """Lets Pillow read the pictures phones take; says what a picture needs to be shown, and when its sizes are made."""

    name = "images"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from pillow_heif import register_heif_opener
        from wagtail.admin.views.account import AvatarSettingsPanel

        from core import publishing
        from images.avatars import AvatarForm
        from images.consent import missing_consent
        from images.descriptions import undescribed_pictures
        from images.signal_handlers import order_sizes_of_published_page

        register_heif_opener()
        # Wagtail has no setting for this form, and its panel cannot be left out.
        AvatarSettingsPanel.form_class = AvatarForm
        publishing.register(undescribed_pictures)
        publishing.register(missing_consent)
        page_published.connect(order_sizes_of_published_page, dispatch_uid="images.order_sizes")
