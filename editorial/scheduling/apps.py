"""Publishing on time."""

from django.apps import AppConfig
from django.core.signals import request_finished
from django.db.models.signals import post_save


class EditorialSchedulingConfig(AppConfig):
    """Carries out what is due, whatever breaks, and says what did not go through."""

    name = "editorial.scheduling"
    label = "editorial_scheduling"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import Revision
        from wagtail.signals import page_published, page_unpublished

        from core import coming_changes, company, not_live, publishing
        from core.status import FAILED, HELD, IDEA, register_flag, register_stage
        from editorial.scheduling import signal_handlers
        from editorial.scheduling.address import promised_address
        from editorial.scheduling.bundles import blocked_mail
        from editorial.scheduling.bundles.company import bundled
        from editorial.scheduling.bundles.membership import coming_ends, coming_ends_of_aliases, ends_offline
        from editorial.scheduling.catch_up import catch_up
        from editorial.scheduling.flags import has_failed, is_held
        from editorial.scheduling.plans import in_step

        publishing.register(promised_address)
        company.register_company(bundled)
        coming_changes.register_changes(coming_ends)
        coming_changes.register_changes(coming_ends_of_aliases)
        not_live.register_ends(ends_offline)
        signal_handlers.connect()
        blocked_mail.connect()
        # In this order: nobody tries what is held, whatever became of it before.
        register_flag(HELD, is_held)
        register_flag(FAILED, has_failed)
        register_stage(IDEA, in_step.is_idea)
        request_finished.connect(catch_up.after_response, dispatch_uid="scheduling.catch_up")
        post_save.connect(in_step.note_revision, sender=Revision, dispatch_uid="scheduling.note_revision")
        post_save.connect(in_step.note_row, dispatch_uid="scheduling.note_row")
        page_published.connect(in_step.note_page, dispatch_uid="scheduling.in_step_published")
        page_unpublished.connect(in_step.note_page, dispatch_uid="scheduling.in_step_unpublished")
