"""Every page type as readers and as somebody halfway through a draft see it."""

import pytest
from wagtail.models import Page, get_page_models

from home.settings import SiteSettings
from tests.markup import faults, ids, links, words
from tests.publication import draft, factory_of, published

PAGE_TYPES = [model for model in get_page_models() if model is not Page and model.__module__.endswith(".models")]


def preview(page: Page) -> str:
    """A page as its live preview shows it."""
    response = page.make_preview_request()
    response.render()
    return response.content.decode()


def parent_for(page_type: type[Page]) -> Page:
    """A page of the tree below which a page of the type may stand."""
    allowed = [model for model in page_type.allowed_parent_page_models() if model is not page_type]
    return next(page for model in allowed for page in [model.objects.first()] if page)


def only_a_title(page_type: type[Page]) -> Page:
    """A page nobody has saved, with nothing but a title, at the place Wagtail gives it for its preview."""
    parent = parent_for(page_type)
    last = parent.get_last_child()
    path = last._inc_path() if last else page_type._get_path(parent.path, parent.depth + 1, 1)
    page = page_type(title="A first thought", slug="a-first-thought", path=path, depth=parent.depth + 1)
    page.set_url_path(parent)
    return page


@pytest.mark.django_db
@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda page_type: page_type.__name__)
class EveryPageTypeTests:
    def test_a_title_alone_previews(self, page_type):
        html = preview(only_a_title(page_type))

        assert "A first thought" in words(html)
        assert faults(html) == []

    def test_a_saved_draft_with_a_title_alone_previews(self, page_type):
        page = page_type(title="A first thought", slug="a-first-thought", live=False)
        parent_for(page_type).add_child(instance=page)

        html = preview(page_type.objects.get(pk=page.pk))

        assert "A first thought" in words(html)
        assert faults(html) == []

    def test_a_complete_page_reads_well(self, page_type, client):
        page = published(page_type)

        html = client.get(page.url).content.decode()

        assert page.title in words(html)
        assert html.count("<h1>") == 1
        assert faults(html) == []
        assert f'<link rel="canonical" href="{page.full_url}">' in html
        assert f'<meta property="og:title" content="{getattr(page, "full_name", page.title)}">' in html
        assert {"main", "header-search"} <= set(ids(html))
        assert links(html)[0] == "#main"


def test_every_page_type_is_tried():
    assert len(PAGE_TYPES) == 16
    assert all(factory_of(page_type) for page_type in PAGE_TYPES)


@pytest.mark.django_db
class BaseTemplateTests:
    def test_userbar_is_only_in_previews(self, client):
        from blog.models import BlogPostPage

        page = published(BlogPostPage)
        response = client.get(page.url)

        assert "wagtail-userbar" not in response.content.decode()
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_words_of_the_site_stand_at_the_foot(self, client, site_tree):
        SiteSettings.objects.update_or_create(
            site=site_tree.home.get_site(),
            defaults={"name": "Plain Skin", "footer": "Checked by doctors.", "contact_email": "hello@example.org"},
        )

        html = client.get("/").content.decode()

        assert "Checked by doctors." in words(html[html.index("<footer") :])
        assert "mailto:hello@example.org" in links(html)

    def test_disclaimer_stands_on_clinical_pages(self, client, site_tree):
        from conditions.models import ConditionPage
        from products.models import ProductPage

        SiteSettings.objects.update_or_create(
            site=site_tree.home.get_site(), defaults={"disclaimer": "Not a diagnosis."}
        )

        assert "Not a diagnosis." in client.get(published(ConditionPage).url).content.decode()
        assert "Not a diagnosis." not in client.get(published(ProductPage).url).content.decode()


@pytest.mark.django_db
class EmptyListTests:
    @pytest.mark.parametrize(
        "place", ["blog", "conditions", "questions", "products", "ingredients", "people", "topics"]
    )
    def test_an_empty_list_says_what_will_appear(self, place, client, site_tree):
        html = client.get(f"/{place}/").content.decode()

        assert 'class="empty"' in html
        assert faults(html) == []


@pytest.mark.django_db
class QuestionPageTests:
    def test_answer_then_help_then_causes(self, client):
        from conditions.models import QuestionPage
        from tests.conditions.bodies import causes
        from tests.core import bodies

        page = published(QuestionPage, body=[causes(), bodies.seek_help("urgent"), bodies.seek_help("emergency")])

        text = words(client.get(page.url).content.decode())

        first_screen = ("Yes Yes, nearly", "When to get help", "Emergency: get help now", "Get advice today")
        places = [text.index(said) for said in (*first_screen, "Possible causes")]
        assert places == sorted(places)
        assert text.count("Get advice today") == 2
        assert text.count("Emergency: get help now") == 2

    def test_what_the_page_is_about_is_said_before_the_contents_list(self, client):
        from conditions.models import QuestionPage
        from tests.core import bodies

        body = [bodies.seek_help(), bodies.text(), bodies.triggers(), bodies.dos_and_donts()]
        page = published(QuestionPage, standfirst="What can be behind it.", body=body)

        text = words(client.get(page.url).content.decode().partition("<main")[2])

        assert text.count("What can be behind it.") == 1
        assert text.index("What can be behind it.") < text.index("On this page")


@pytest.mark.django_db
class PageHeadingTests:
    @pytest.mark.parametrize(
        ("letters", "heading"), [(55, "<h1>"), (56, '<h1 class="is-long">'), (91, '<h1 class="is-very-long">')]
    )
    def test_a_long_title_is_set_smaller(self, client, letters, heading):
        from blog.models import BlogPostPage

        page = published(BlogPostPage, title="o" * letters)

        assert f"{heading}{page.title}</h1>" in client.get(page.url).content.decode()


@pytest.mark.django_db
class ProductPageTests:
    def test_the_price_stands_with_the_day_it_was_looked_up(self, client):
        from products.models import ProductPage

        page = published(ProductPage)

        assert "£12.50 Price checked on 5 January 2026" in words(client.get(page.url).content.decode())

    def test_links_to_shops_carry_label_and_rel(self, client):
        from products.models import ProductPage

        page = published(ProductPage, commercial_relation="affiliate")
        html = client.get(page.url).content.decode()
        link = page.offer_links[0]

        assert "Ad: affiliate link" in words(html)
        assert f'href="{link.address}" rel="{page.link_rel}"' in html
        assert "sponsored" in page.link_rel


@pytest.mark.django_db
class PersonPageTests:
    def test_somebody_who_left_keeps_the_page(self, client):
        from datetime import date

        from people.models import PersonPage

        page = published(PersonPage, left_on=date(2026, 3, 31))

        assert "Left in March 2026." in words(client.get(page.url).content.decode())

    @pytest.mark.parametrize("said", ["None.", "none", "Paid by a maker of creams."])
    def test_interests_are_shown_as_they_were_declared(self, client, said):
        from people.models import PersonPage

        html = client.get(published(PersonPage, interests=said).url).content.decode()

        assert f"Declared interests {said}" in words(html)

    def test_registration_number_can_be_checked(self, client):
        from people.models import Credential, PersonPage

        page = draft(PersonPage)
        page.credentials = [Credential(name="Registered dermatologist", issuer="A council", number="7012345")]
        page.save_revision().publish()

        assert "Number 7012345" in words(client.get(page.url).content.decode())
