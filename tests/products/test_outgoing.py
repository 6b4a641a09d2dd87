"""The way out to a shop."""

from datetime import date

import pytest

from products.models import Merchant, Offer, ProductPage
from products.outgoing import outgoing_address
from tests.core.privacy import keep_private
from tests.products.factories import MerchantFactory
from tests.publication import draft, published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


@pytest.fixture
def cream(site_tree):
    offers = [
        Offer(merchant=MerchantFactory(), url="https://one.example.org/?a=1&b=2", sort_order=0),
        Offer(merchant=MerchantFactory(), url="https://two.example.org/", sort_order=1),
    ]
    return published(ProductPage, slug="cream", offers=offers)


class GoTests:
    def test_the_first_offer_is_reached_by_the_product_alone(self, client, cream):
        response = client.get("/go/cream/")
        assert (response.status_code, response["Location"]) == (302, "https://one.example.org/?a=1&b=2")

    def test_each_offer_has_an_address(self, client, cream):
        second = cream.offer_links[1]
        assert client.get(second.address)["Location"] == "https://two.example.org/"

    def test_search_engines_and_caches_keep_out_and_the_shop_learns_no_page(self, client, cream):
        response = client.get("/go/cream/")
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "strict-origin"

    def test_an_address_typed_in_by_a_stranger_is_no_destination(self, client, cream):
        assert client.get("/go/cream/", {"url": "https://evil.example.org/"})["Location"].startswith("https://one.")
        assert client.get("/go/https://evil.example.org/").status_code == 404

    @pytest.mark.parametrize("address", ["", "nothing/", "cream/0/", f"cream/{10**30}/", "cream/x/"])
    def test_an_unknown_offer_is_not_found(self, client, cream, address):
        assert client.get(f"/go/{address}").status_code == 404

    def test_the_offer_of_another_product_is_not_found(self, client, cream):
        other = published(ProductPage)
        assert client.get(f"/go/cream/{other.offers.get().pk}/").status_code == 404

    def test_drafts_and_private_products_lead_nowhere(self, client, cream):
        assert client.get(f"/go/{draft(ProductPage).slug}/").status_code == 404
        keep_private(cream)
        assert client.get("/go/cream/").status_code == 404

    def test_a_product_without_a_commercial_relation_leads_nowhere(self, client, cream):
        ProductPage.objects.update(commercial_relation="")
        assert client.get("/go/cream/").status_code == 404

    def test_a_product_no_longer_sold_leads_to_its_page(self, client, cream):
        second = cream.offer_links[1].address
        ProductPage.objects.update(retired_on=date(2025, 5, 3))
        for address in ("/go/cream/", second, "/go/cream/0/"):
            assert client.get(address)["Location"] == cream.url

    def test_only_reading_is_allowed(self, client, cream):
        assert client.post("/go/cream/").status_code == 405


class OutgoingAddressTests:
    def test_an_offer_not_saved_yet_is_linked_directly(self):
        offer = Offer(merchant=Merchant(name="Shop"), url="https://one.example.org/")
        assert outgoing_address(ProductPage(slug="cream"), offer) == "https://one.example.org/"
