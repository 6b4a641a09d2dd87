"""What review does by itself."""

from wagtail.models import Revision

from editorial.review.approved_text import cover_own_edits
from editorial.review.same_text import carry_over, is_page
from editorial.review.superseded import end_superseded


def settle_approved_text(sender, instance, **kwargs) -> None:
    """Settle which text an approval is about, before it is stored."""
    cover_own_edits(instance)


def keep_approval_of_same_text(sender, instance: Revision, update_fields=None, **kwargs) -> None:
    """Let a version that only names another time keep what was approved; connected to ``post_save``."""
    if (update_fields is None or "content" in update_fields) and is_page(instance):
        carry_over(instance)


def end_review_of_published(sender, instance, revision, **kwargs) -> None:
    """End a review whose text is live now; a newer one goes on.

    Connected to ``page_published``, which is sent for a page that is merely scheduled as well, but not for a change to
    a live one: while a text is planned, its review goes on in both.
    """
    if instance.live:
        end_superseded(instance, revision)
