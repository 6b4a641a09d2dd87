"""What sources register with Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from sources.citation_tool import register_citation_tool
from sources.library import SourceViewSet
from sources.rich_text import register_citations

register_snippet(SourceViewSet)
hooks.register("register_rich_text_features", register_citations)
hooks.register("register_rich_text_features", register_citation_tool)
