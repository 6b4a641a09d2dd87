"""Foundation shared by every page: base page, blocks, publish checks. No tables."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Registers the checks every page must pass, what is noted of a save, and the box every moment is typed into."""

    name = "core"

    def ready(self) -> None:
        from django.db.models import DateTimeField
        from django.db.models.signals import post_delete, post_save
        from wagtail.admin.forms.models import register_form_field_override

        from core import publishing, references
        from core.clinical import clinical_order, emergency_links
        from core.company import goes_alone
        from core.completeness import missing_parts
        from core.moments import MomentField, MomentInput
        from core.publication_window import window_is_open

        publishing.register(missing_parts)
        publishing.register(clinical_order)
        publishing.register(emergency_links)
        publishing.register(window_is_open)
        publishing.register_last(goes_alone)
        post_save.connect(references.note_saved, dispatch_uid="core.note_saved")
        post_delete.connect(references.forget_deleted, dispatch_uid="core.forget_deleted")
        register_form_field_override(DateTimeField, override={"form_class": MomentField, "widget": MomentInput})
