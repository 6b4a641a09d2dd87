"""Home, standard pages, site settings and the fixed tree."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class HomeConfig(AppConfig):
    """Makes the fixed site after every migrate, and the sizes of its own pictures."""

    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from home.settings import SiteSettings
        from home.signal_handlers import ensure_site_after_migrate, order_sizes_of_site_pictures

        # Permissions exist by now: this app is the last in INSTALLED_APPS, and auth connected its handler earlier.
        post_migrate.connect(ensure_site_after_migrate, sender=self)
        # Pages are registered by Wagtail: an image that is the logo says so, too, and is cut anew when it changes.
        ReferenceIndex.register_model(SiteSettings)
        post_save.connect(order_sizes_of_site_pictures, sender=SiteSettings, dispatch_uid="home.order_sizes")
