"""Foundation shared by every page: base page, blocks, publish checks. No tables."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Registers the checks every page must pass."""

    name = "core"

    def ready(self) -> None:
        from core import publishing
        from core.clinical import clinical_order, emergency_links
        from core.completeness import missing_parts
        from core.publication_window import window_is_open

        publishing.register(missing_parts)
        publishing.register(clinical_order)
        publishing.register(emergency_links)
        publishing.register(window_is_open)
