"""Which pages a page leads readers to, wherever on it that is said."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, Revision, get_default_page_content_type

from core.contents import chosen_keys
from core.prose import KEY

#: Not shown on the page: where its address leads once it is offline.
NOT_SHOWN = frozenset({"forward_to"})


class Link(NamedTuple):
    """One link or choice of a page: the key of the page it names, and where it stands.

    ``box`` is the kind of place, as “body.causes.items.item.condition”; ``place`` is the very one, with the keys of
    blocks. Both are empty for a chosen page that has been deleted.
    """

    target: int
    box: str
    place: str


def links_of(page: Page) -> list[Link]:
    """What prose, choosers and relations of a page in memory name, pages that were deleted since as well.

    Wagtail's reference index knows rows alone; this is what fills it, asked about a page as a revision has it.
    """
    pages = get_default_page_content_type().pk
    named = [
        Link(int(key), box, place)
        for kind, key, box, place in ReferenceIndex._extract_references_from_object(page)
        if kind == pages and box not in NOT_SHOWN and KEY.fullmatch(key) and int(key) != page.pk
    ]
    # A chosen page that is deleted has no value to be extracted from, but still stands in what is stored.
    chosen = {key for model, key in chosen_keys(page) if issubclass(model, Page)} - {page.pk}
    return [*dict.fromkeys(named), *(Link(key, "", "") for key in sorted(chosen - {link.target for link in named}))]


def naming_in(box: str, page: Page) -> QuerySet:
    """The keys of the pages that name a page in one kind of box, inside a query; what readers see, not drafts."""
    pages = get_default_page_content_type().pk
    rows = ReferenceIndex.objects.filter(base_content_type=pages, model_path=box)
    named = rows.filter(to_content_type=pages, to_object_id=str(page.pk))
    return named.annotate(key=Cast("object_id", BigIntegerField())).values("key")


def linked_pages(page: Page) -> set[int]:
    """The keys of the pages that a page names."""
    return {link.target for link in links_of(page)}


def as_written(version: Revision) -> Page:
    """A page as a version has it; what it names and has been deleted since is not left out."""
    model = ContentType.objects.get_for_id(version.content_type_id).model_class()
    return model.from_serializable_data(version.content, check_fks=False)


def that_may_name(versions: QuerySet[Revision], key: int) -> QuerySet[Revision]:
    """The versions with the digits of a page's key in them: one too many, but none that names the page is missed."""
    return versions.annotate(text=Cast("content", TextField())).filter(text__contains=str(key))
