"""Sources in the library."""

from wagtail.admin.ui.tables import Column, DateColumn

from core.library import LibraryViewSet
from sources.models import Source

KIND = Column("kind", label="Kind", accessor="get_kind_display", sort_key="kind")
YEAR = Column("published_year", label="Year", sort_key="published_year")


class SourceViewSet(LibraryViewSet):
    """Publications, guidelines and public bodies pages cite."""

    model = Source
    icon = "openquote"
    menu_label = "Sources"
    menu_order = 10
    add_item_label = "Add source"
    list_display = [
        "title",
        Column("publisher", label="Publisher", sort_key="publisher"),
        KIND,
        YEAR,
        DateColumn("checked_on", label="Checked", sort_key="checked_on"),
    ]
    list_filter = {"kind": ["exact"], "publisher": ["icontains"], "checked_on": ["lte"]}
    chooser_columns = [
        Column("kind", label="Kind", accessor="get_kind_display"),
        Column("published_year", label="Year"),
    ]
    create_fields = ["title", "publisher", "kind", "url", "published_year"]
