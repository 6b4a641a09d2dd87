"""Cross-links between pages."""

from django.apps import AppConfig


class EditorialLinkingConfig(AppConfig):
    """Puts the views that know of links in place of Wagtail's."""

    name = "editorial.linking"
    label = "editorial_linking"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core.offline import register_memory
        from core.page_views import register_page_view
        from editorial.linking.edit_views import LinkingCreateView, LinkingEditView
        from editorial.linking.gone import is_gone
        from editorial.linking.leaving_views import LinkingDeleteView, LinkingMoveView, LinkingUnpublishView

        register_page_view("edit_view_class", LinkingEditView)
        register_page_view("add_view_class", LinkingCreateView)
        register_page_view("unpublish_view_class", LinkingUnpublishView)
        register_page_view("delete_view_class", LinkingDeleteView)
        register_page_view("move_confirm_view_class", LinkingMoveView)
        register_memory(is_gone)
