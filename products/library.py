"""Brands and merchants in the library."""

from wagtail.admin.ui.tables import BooleanColumn, Column

from core.library import LibraryViewSet
from products.models import Brand, Merchant


class BrandViewSet(LibraryViewSet):
    """Who makes products."""

    model = Brand
    icon = "tag"
    menu_label = "Brands"
    menu_order = 50
    list_display = [
        "name",
        BooleanColumn("is_own", label="Our own", sort_key="is_own"),
        Column("url", label="Address"),
    ]
    list_filter = ["is_own"]
    chooser_columns = [Column("url", label="Address")]
    create_fields = ["name", "url", "is_own"]


class MerchantViewSet(LibraryViewSet):
    """Shops that sell products."""

    model = Merchant
    icon = "site"
    menu_label = "Merchants"
    menu_order = 60
    list_display = ["name", Column("url", label="Address")]
    chooser_columns = [Column("url", label="Address")]
    create_fields = ["name", "url"]
