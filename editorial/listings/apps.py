"""Page listings in the admin: columns, filters, status words."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class EditorialListingsConfig(AppConfig):
    """Keeps drafts as findable as live pages."""

    name = "editorial.listings"
    label = "editorial_listings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial.listings.signal_handlers import keep_draft_findable

        post_save.connect(keep_draft_findable, dispatch_uid="editorial_listings.keep_draft_findable")
