"""Who sees which listing in the menu."""

import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from editorial.listings.viewsets import LISTINGS

pytestmark = pytest.mark.django_db


def menu_labels(client) -> list[str]:
    """The labels of the main menu, from top to bottom."""
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    return [str(item.label) for item in items]


class MayListTests:
    def test_leads_an_administrator_through_the_site_in_order(self, client, administrator):
        client.force_login(administrator)
        labels = menu_labels(client)
        wanted = [
            *["Posts", "Questions", "Conditions", "Products", "Ingredients", "People"],
            *["Pages", "Images", "Documents", "Library", "Reports", "Settings"],
        ]
        assert [label for label in labels if label in wanted] == wanted

    def test_commerce_sees_products_only(self, client, commerce):
        client.force_login(commerce)
        names = {listing.name.capitalize() for listing in LISTINGS}
        assert names & set(menu_labels(client)) == {"Products"}

    def test_writer_sees_no_products(self, client, writer):
        client.force_login(writer)
        assert "Products" not in menu_labels(client)
        assert "Posts" in menu_labels(client)
