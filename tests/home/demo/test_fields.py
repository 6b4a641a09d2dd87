"""Values from content files become what fields and blocks take."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage, ConditionSite
from home.demo.fields import fill, pointer
from home.demo.finder import Finder
from people.models import PersonPage
from products.models import Offer, ProductPage
from sources.models import ListedSource, Source


class PointerTests:
    def test_it_is_what_a_row_points_at_besides_its_parent(self):
        assert pointer(ListedSource) == "source"
        assert pointer(PostCondition) == "condition"
        assert pointer(ConditionSite) == "body_site"


@pytest.mark.django_db
class FillTests:
    def test_words_are_stripped_and_numbers_kept(self):
        page = ConditionPage()
        fill(page, {"definition": "\nA bump.\n", "size_min_mm": 1}, Finder())
        assert (page.definition, page.size_min_mm) == ("A bump.", 1)

    def test_a_number_in_a_date_counts_days_back(self):
        page = PersonPage()
        fill(page, {"left_on": 3}, Finder())
        assert page.left_on == timezone.localdate() - timedelta(days=3)

    def test_an_address_on_the_site_is_stored_in_full(self, settings):
        settings.WAGTAILADMIN_BASE_URL = "https://skin.example.org"
        here, elsewhere = Offer(), Offer()
        fill(here, {"url": "/about/"}, Finder())
        fill(elsewhere, {"url": "https://shop.example.org/oil"}, Finder())
        assert here.url == "https://skin.example.org/about/"
        assert elsewhere.url == "https://shop.example.org/oil"

    def test_rich_text_is_stored_as_html(self):
        page = PersonPage()
        fill(page, {"biography": "One.\n\nTwo."}, Finder())
        assert page.biography == "<p>One.</p><p>Two.</p>"

    def test_a_name_stands_for_a_row_that_points_at_it(self):
        finder, source = Finder(), Source(pk=2)
        finder.shelf(Source)["nice"] = source
        page = BlogPostPage(title="Oil")
        fill(page, {"listed_sources": ["nice"]}, finder)
        assert [row.source for row in page.listed_sources.all()] == [source]

    def test_rows_are_numbered_in_the_order_they_are_written(self):
        finder, first, second = Finder(), Source(pk=2), Source(pk=3)
        finder.shelf(Source).update({"nice": first, "nhs": second})
        page = BlogPostPage(title="Oil")
        fill(page, {"listed_sources": ["nhs", "nice"]}, finder)
        assert [(row.sort_order, row.source) for row in page.listed_sources.all()] == [(0, second), (1, first)]

    def test_a_row_with_more_to_say_is_written_out(self):
        page = ProductPage(title="Lotion")
        fill(page, {"offers": [{"currency": "EUR", "checked_on": 1}]}, Finder())
        (offer,) = page.offers.all()
        assert isinstance(offer, Offer)
        assert offer.currency == "EUR"

    def test_a_stream_takes_one_block_a_row(self):
        finder, other = Finder(), ConditionPage(pk=5, title="Whiteheads")
        finder.pages["conditions/whiteheads"] = other
        page = ConditionPage()
        row = {"name": "Whiteheads", "condition": "conditions/whiteheads", "difference": "Softer."}
        fill(page, {"body": [{"text": "Hello."}, {"differential": {"items": [row]}}]}, finder)
        text, differential = page.body
        assert text.value.source == "<p>Hello.</p>"
        assert differential.value["title"] == "What else it could be"
        assert differential.value["items"][0]["condition"] is other

    def test_a_box_a_block_does_not_have_is_said(self):
        with pytest.raises(ImproperlyConfigured, match="SummaryBlock has no lines"):
            fill(ConditionPage(), {"body": [{"summary": {"lines": "x"}}]}, Finder())
