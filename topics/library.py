"""Body sites and the glossary in the library."""

from wagtail.admin.ui.tables import Column

from core.library import LibraryViewSet
from topics.models import BodySite, GlossaryTerm


class BodySiteViewSet(LibraryViewSet):
    """Places on the body."""

    model = BodySite
    icon = "crosshairs"
    menu_label = "Body sites"
    menu_order = 30
    list_display = ["name", Column("clinical_name", label="Clinical name", sort_key="clinical_name")]
    chooser_columns = [Column("clinical_name", label="Clinical name")]
    create_fields = ["name", "clinical_name"]


class GlossaryTermViewSet(LibraryViewSet):
    """Technical words in plain words."""

    model = GlossaryTerm
    icon = "title"
    menu_label = "Glossary"
    menu_order = 40
    list_display = ["term", Column("meaning", label="Meaning")]
    chooser_columns = [Column("meaning", label="Meaning")]
    create_fields = ["term", "meaning"]
