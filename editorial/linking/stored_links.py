"""Links in texts as they are stored, read without building the pages: the reference index forgets what is deleted."""

from collections.abc import Iterable, Iterator

from wagtail.fields import RichTextField, StreamField
from wagtail.models import get_page_models

from core.contents import texts_within
from core.prose import links


def text_links(keys: Iterable[int]) -> Iterator[tuple[int, set[int]]]:
    """For each of these pages the keys of the pages its texts link to, those of deleted ones among them."""
    keys = set(keys)
    for model in get_page_models():
        fields = [one for one in model._meta.get_fields() if isinstance(one, StreamField | RichTextField)]
        if not fields:
            continue
        for pk, *values in model.objects.filter(pk__in=keys).values_list("pk", *(field.name for field in fields)):
            texts = (text for value in values for text in texts_of(value))
            found = {key for text in texts if "linktype" in text for kind, key in links(text) if kind == "page"}
            if found:
                yield pk, found


def texts_of(value) -> Iterator[str]:
    """Every text in a stored rich text or stream."""
    return texts_within(value if isinstance(value, str) else list(value.raw_data))
