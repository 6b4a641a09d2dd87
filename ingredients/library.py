"""Medicines in the library."""

from wagtail.admin.ui.tables import Column

from core.library import LibraryViewSet
from ingredients.models import Medicine


def routes(medicine: Medicine) -> str:
    """How a medicine is taken, in one line."""
    return ", ".join(medicine.routes)


class MedicineViewSet(LibraryViewSet):
    """Medicines by substance, with their status by region."""

    model = Medicine
    icon = "form"
    menu_label = "Medicines"
    menu_order = 20
    list_display = [
        "substance",
        Column("medicine_class", label="Class", sort_key="medicine_class"),
        Column("routes", label="Routes", accessor=routes),
    ]
    list_filter = ["medicine_class", "is_topical", "is_oral", "is_injected"]
    chooser_columns = [Column("medicine_class", label="Class"), Column("routes", label="Routes", accessor=routes)]
    create_fields = ["substance", "medicine_class", "is_topical", "is_oral", "is_injected"]
