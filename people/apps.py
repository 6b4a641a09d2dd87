"""Profiles and who did what on a page."""

from django.apps import AppConfig
from wagtail.signals import init_new_page


class PeopleConfig(AppConfig):
    """Names the author of a new page, and registers the checks of a byline."""

    name = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import publishing
        from people.byline import doubled_name, missing_byline
        from people.signal_handlers import preset_author

        init_new_page.connect(preset_author, dispatch_uid="people.preset_author")
        publishing.register(missing_byline)
        publishing.register(doubled_name)
