"""Links inside rich text that is rendered without its page, such as a note or a preview of one block."""

from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from core.readable import is_readable


class ReadablePageLinkHandler(PageLinkHandler):
    """Links to a page only when readers may see it: a link to a draft would lead nowhere and give its address away."""

    @classmethod
    def get_many(cls, attrs_list):
        """The pages linked to, in one query; nothing in place of those that are not live and public."""
        keys = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else None for attrs in attrs_list]
        pages = cls.get_model().objects.in_bulk({key for key in keys if key is not None})
        return [page if is_readable(page := pages.get(key)) else None for key in keys]


def register_page_links(features: FeatureRegistry) -> None:
    """Take the place of Wagtail's own handler for links to pages."""
    features.register_link_type(ReadablePageLinkHandler)
