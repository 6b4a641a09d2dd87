"""Which pages a page leads readers to, wherever on it that is said."""

from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from core.contents import chosen_keys
from core.prose import KEY

#: Not shown on the page: where its address leads once it is offline.
NOT_SHOWN = frozenset({"forward_to"})


def linked_pages(page: Page) -> set[int]:
    """The keys of the pages that prose, choosers and relations of a page in memory name, those deleted since as well.

    Wagtail's reference index knows rows alone; this is what fills it, asked about a page as a revision has it.
    """
    pages = get_default_page_content_type().pk
    named = {
        key
        for kind, key, where, _ in ReferenceIndex._extract_references_from_object(page)
        if kind == pages and where not in NOT_SHOWN
    }
    # A chosen page that is deleted has no value to be extracted from, but still stands in what is stored.
    chosen = {key for model, key in chosen_keys(page) if issubclass(model, Page)}
    return ({int(key) for key in named if KEY.fullmatch(key)} | chosen) - {page.pk}
