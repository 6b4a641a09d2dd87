"""What happens when a draft is saved."""

from core.models import BasePage
from editorial.listings.drafts import copy_to_tables


def keep_draft_findable(instance, update_fields=None, raw=False, **kwargs) -> None:
    """Once a draft has a new revision, let listings show and filter by what it says."""
    is_new_revision = update_fields is not None and "latest_revision" in update_fields
    if is_new_revision and isinstance(instance, BasePage) and not instance.live and not raw:
        copy_to_tables(instance)
