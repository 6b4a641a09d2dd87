"""What every article carries: byline of facts, related pages, change log."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Registers the check that an announced change is explained."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from articles.change_log import unexplained_change
        from core import publishing

        publishing.register(unexplained_change)
