"""Moderation workflow."""

from django.apps import AppConfig
from django.db.models.signals import post_save, pre_save


class EditorialReviewConfig(AppConfig):
    """Settles which text an approval is about, what it does, and which reviews end by publishing."""

    name = "editorial.review"
    label = "editorial_review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import Revision, TaskState
        from wagtail.signals import page_published

        from editorial.review import signal_handlers

        pre_save.connect(signal_handlers.settle_approved_text, sender=TaskState)
        keep = signal_handlers.keep_approval_of_same_text
        post_save.connect(keep, sender=Revision, dispatch_uid="review.keep_approval")
        page_published.connect(signal_handlers.end_review_of_published, dispatch_uid="review.end_superseded")
