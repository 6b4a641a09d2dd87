"""What review does by itself."""

from editorial.review.approved_text import cover_own_edits
from editorial.review.superseded import end_superseded


def settle_approved_text(sender, instance, **kwargs) -> None:
    """Settle which text an approval is about, before it is stored."""
    cover_own_edits(instance)


def end_review_of_published(sender, instance, revision, **kwargs) -> None:
    """End a review whose text is live or planned now; a newer one goes on."""
    end_superseded(instance, revision)
