"""The “Cite a source” button of the rich text editor."""

from django.urls import reverse_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from sources.models import Source

#: The name the feature has in lists of rich text features, and of its ``linktype``.
FEATURE = "source"
ENTITY = "SOURCE"


class CitationElementHandler(LinkElementHandler):
    """Reads a stored citation into the editor, with the words the tooltip shows."""

    def get_attribute_data(self, attrs: dict) -> dict[str, object]:
        """Identity, name and edit address of the source; only the identity when it is gone."""
        try:
            source_id = int(attrs["id"])
        except (KeyError, ValueError):
            return {}
        source = Source.objects.filter(pk=source_id).first()
        if source is None:
            return {"id": source_id}
        return {"id": source.pk, "label": str(source), "url": AdminURLFinder().get_edit_url(source)}


def citation(props: dict):
    """Writes a citation of the editor the way it is stored."""
    return DOM.create_element("a", {"linktype": FEATURE, "id": props.get("id")}, props["children"])


CONVERSION_RULE = {
    "from_database_format": {f'a[linktype="{FEATURE}"]': CitationElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: citation}},
}


def register_citation_tool(features: FeatureRegistry) -> None:
    """Give rich text with the feature “source” its button and its conversion."""
    button = EntityFeature(
        {
            "type": ENTITY,
            "icon": "openquote",
            "description": "Cite a source",
            "chooserUrls": {"sourceChooser": reverse_lazy("wagtailsnippetchoosers_sources_source:choose")},
        },
        js=["wagtailadmin/js/chooser-modal.js", "js/admin/source_entity.js"],
    )
    features.register_editor_plugin("draftail", FEATURE, button)
    features.register_converter_rule("contentstate", FEATURE, CONVERSION_RULE)
