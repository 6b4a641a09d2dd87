"""The library: lists, forms and choosers of snippets."""

import pytest
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from ingredients.models import Medicine
from products.models import Brand
from sources.models import Source
from tests.ingredients.factories import MedicineFactory
from tests.products.factories import BrandFactory, MerchantFactory
from tests.sources.factories import SourceFactory
from tests.topics.factories import BodySiteFactory, GlossaryTermFactory

pytestmark = pytest.mark.django_db
FACTORIES = [SourceFactory, MedicineFactory, BodySiteFactory, GlossaryTermFactory, BrandFactory, MerchantFactory]


def address(model, view: str, **kwargs) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), **kwargs)


def chooser_address(model, view: str) -> str:
    return reverse(model.snippet_viewset.chooser_viewset.get_url_name(view))


class LibraryViewSetTests:
    @pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory._meta.model.__name__)
    def test_every_kind_is_listed_searched_edited_and_chosen(self, client, editor, factory):
        client.force_login(editor)
        item = factory()
        model = type(item)
        for response in (
            client.get(address(model, "list"), {"q": str(item)[:6]}),
            client.get(chooser_address(model, "choose")),
            client.get(chooser_address(model, "choose_results"), {"q": str(item)[:6]}),
            client.get(address(model, "edit", args=[item.pk])),
        ):
            assert response.status_code == 200
            assert str(item).split(": ")[-1] in response.content.decode()

    def test_everything_is_in_the_library_and_nothing_under_snippets(self):
        assert len(get_snippet_models()) == len(FACTORIES)
        assert all(model.snippet_viewset.get_menu_item_is_registered() for model in get_snippet_models())

    def test_a_small_library_is_chosen_from_without_leafing(self, client, editor):
        client.force_login(editor)
        medicines = MedicineFactory.create_batch(30)
        chooser = client.get(chooser_address(Medicine, "choose")).content.decode()
        assert all(medicine.substance in chooser for medicine in medicines)

    def test_commerce_manages_brands_and_not_medicines(self, client, commerce):
        client.force_login(commerce)
        assert client.get(address(Brand, "add")).status_code == 200
        assert client.get(address(Medicine, "add")).status_code == 302

    def test_medicine_has_its_status_by_region_in_the_same_form(self, client, editor):
        client.force_login(editor)
        assert "statuses-TOTAL_FORMS" in client.get(address(Medicine, "add")).content.decode()


class LibraryChooserTests:
    def test_shows_more_than_the_title(self, client, editor):
        client.force_login(editor)
        SourceFactory(kind="guideline", published_year=2021)
        html = client.get(chooser_address(Source, "choose")).json()["html"]
        assert "Guideline" in html
        assert "2021" in html

    def test_offers_a_new_source_to_a_writer_who_may_add_one(self, client, writer):
        client.force_login(writer)
        assert "New source" in client.get(chooser_address(Source, "choose")).json()["html"]

    def test_offers_no_new_medicine_to_a_writer(self, client, writer):
        client.force_login(writer)
        assert "New medicine" not in client.get(chooser_address(Medicine, "choose")).json()["html"]

    def test_adds_a_source_and_chooses_it(self, client, writer):
        client.force_login(writer)
        data = {"title": "Rosacea", "publisher": "NICE", "kind": "guideline", "url": "nice.example"}
        response = client.post(chooser_address(Source, "create"), data)
        assert response.json()["step"] == "chosen"
        assert Source.objects.get().url == "https://nice.example"
