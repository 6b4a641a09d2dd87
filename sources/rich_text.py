"""Citations in rich text, stored as ``<a linktype="source" id="…">words</a>``.

``{% prose %}`` numbers them across a page; rendered alone, the words stand without a number.
"""

from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry


class SourceLinkHandler(LinkHandler):
    """Makes the reference index see what a page cites."""

    identifier = "source"

    @staticmethod
    def get_model():
        from sources.models import Source

        return Source

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """An anchor that leads nowhere: without the page there is no source list to lead to."""
        return ["<a>" for _ in attrs_list]

    @classmethod
    def extract_references(cls, attrs):
        """The source cited."""
        if attrs.get("id"):
            yield cls.get_model(), attrs["id"], "", ""


def register_citations(features: FeatureRegistry) -> None:
    """Make rich text understand citations."""
    features.register_link_type(SourceLinkHandler)
