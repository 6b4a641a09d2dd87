"""A reader with a worry finds the page that answers it, whichever way they look and whatever they read it on."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from products.models import ProductPage
from tests.conditions.factories import about
from tests.images.factories import SiteImageFactory
from tests.journeys.reader import DESK, PHONE
from tests.publication import published

SCREENS = {"phone": PHONE, "desk": DESK, "phone without JavaScript": PHONE | {"java_script_enabled": False}}


@pytest.fixture
def pages(site_tree, uploads):
    """One live page of each kind a reader may look for."""
    condition = published(ConditionPage, title="Back acne", also_known_as="BackNe\nBacne", image=SiteImageFactory())
    return SimpleNamespace(
        condition=condition,
        question=published(QuestionPage, title="Why is my back so oily?", question_conditions=about(condition)),
        post=published(BlogPostPage, title="A calmer back in six weeks", image=SiteImageFactory()),
        product=published(ProductPage, title="Even lotion", image=SiteImageFactory()),
    )


@pytest.fixture(params=SCREENS.values(), ids=SCREENS.keys())
def reader(request, reader_with, pages):
    """A reader on one of these screens."""
    return reader_with(**request.param)


@pytest.mark.django_db(transaction=True)
class ReaderFindsTests:
    def test_each_kind_of_page_from_the_home_page(self, reader, pages):
        for found in vars(pages).values():
            reader.opens("/")
            reader.follows(found.title)
            assert reader.page.url.endswith(found.get_url())
        assert reader.complaints == []

    def test_each_kind_of_page_by_searching_from_the_menu(self, reader, pages):
        searches = {"oily": pages.question, "BackNe": pages.condition, "calmer": pages.post, "lotion": pages.product}
        for words, found in searches.items():
            reader.opens("/")
            reader.searches(words)
            reader.follows(found.title)
        assert reader.complaints == []

    def test_the_condition_by_its_everyday_name_in_the_a_to_z_and_its_question_from_there(self, reader, pages):
        page = reader.opens("/")
        reader.menu().get_by_role("link", name="Conditions").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Conditions")
        page.get_by_role("navigation", name="Letters").get_by_role("link", name="B").click()
        reader.follows("BackNe → Back acne")
        assert page.url.endswith(pages.condition.get_url())
        reader.follows(pages.question.title)
        assert reader.complaints == []
