"""Moderation workflow."""

from django.apps import AppConfig
from django.db.models.signals import pre_save


class EditorialReviewConfig(AppConfig):
    """Settles which text an approval is about, and which reviews end by publishing."""

    name = "editorial.review"
    label = "editorial_review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import TaskState
        from wagtail.signals import page_published

        from editorial.review.signal_handlers import end_review_of_published, settle_approved_text

        pre_save.connect(settle_approved_text, sender=TaskState)
        page_published.connect(end_review_of_published, dispatch_uid="review.end_superseded")
