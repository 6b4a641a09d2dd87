"""The topics of an article, as links of it."""

from collections.abc import Iterable, Iterator

from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page


class TopicsField(ParentalManyToManyField):
    """Topics that stand in Wagtail's reference index, as whatever else a page names.

    Wagtail asks foreign keys and relations of their own, and any field that can say what it refers to; of a
    many-to-many relation it knows nothing, so that a topic could go without a word about the pages filed under it.
    """

    def extract_references(self, topics: Iterable[Page]) -> Iterator[tuple[type[Page], str, str, str]]:
        """Model and key of each topic, and its place as kind and as itself: what Wagtail asks a field for."""
        for topic in topics:
            yield type(topic), str(topic.pk), "item", "item"

    def deconstruct(self):
        """To the database it is what it was."""
        name, _, args, kwargs = super().deconstruct()
        return name, "modelcluster.fields.ParentalManyToManyField", args, kwargs
