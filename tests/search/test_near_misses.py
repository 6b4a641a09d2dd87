"""Live addresses close to one that is not."""

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Site

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from ingredients.models import IngredientPage
from search.near_misses import (
    COMPARED,
    LONGEST,
    TOO_LONG,
    closest,
    live_addresses,
    near_misses,
    parts_of,
    same_but_for_spelling,
    words_of,
)
from tests.core.crowd import multiply
from tests.core.privacy import keep_private
from tests.publication import draft, published

BOUNDED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


MEANT = [
    "/conditions/bak-acne/",
    "/conditions/back-acen/",
    "/conditions/backacne/",
    "/conditions/back--acne/",
    "/conditions/back_acne/",
    "/conditions/bäck-acné/",
    "/back-acne/",
    "/blog/back-acne/",
    "/condition/back-acne",
    "/conditions/back-acne).",
    "/conditions/back-acne/)",
    "/conditions/back-acne.html",
    "/conditions/back-acne/index.php",
    "/conditions/back-acne/amp/",
    "/conditions/back-acne/feed/more/",
    "/2024/03/17/back-acne/",
    "/2024/03/back-acne-17.html",
    "/conditions/what-is-back-acne/",
    "/conditions/bacne/",
    "/conditions/shoulder-spots/",
]
UNLIKE = ["/", "/zebra/", "/2024/", "/a/", "/all-about-eczema/", "/wp-login.php", "/.env", "/%FF/", "/\x00/"]
RESERVED = ["/media/back-acne/", "/static/css/back-acne.css", "/GO/back-acne/", "//admin/back-acne"]
SPELLED = ["/Conditions/Back-Acne/", "/conditions/back-acne", "//conditions//back-acne//"]
SPELLED_OTHERWISE = ["/conditions/backacne/", "/back-acne/", "/conditions/back-acne.", "/", "//", "/Go/"]


@pytest.fixture
def pages(site_tree):
    """A condition, a post and an ingredient with names of their own."""
    return (
        published(ConditionPage, title="Back acne", slug="back-acne", also_known_as="Bacne\nShoulder spots"),
        published(BlogPostPage, title="What to do about sweat", slug="what-to-do-about-sweat"),
        published(IngredientPage, title="Azelaic acid", slug="azelaic-acid"),
    )


def offered(path: str) -> list[str]:
    """The titles of the pages offered for an address."""
    return [page.title for page in near_misses(path, Site.objects.get())]


class NearMissesTests:
    def test_the_page_meant_is_offered(self, pages):
        assert {path: offered(path) for path in MEANT} == {key: ["Back acne"] for key in MEANT}

    def test_a_long_name_is_known_by_its_end(self, pages):
        assert offered("/blog/about-sweat/") == ["What to do about sweat"]

    def test_a_section_is_offered_where_only_that_is_known(self, pages):
        assert offered("/conditoins/") == offered("/conditions/no-such-rash/") == ["Conditions"]

    def test_nothing_is_offered_for_an_address_like_no_other(self, pages):
        assert {path: offered(path) for path in UNLIKE} == {key: [] for key in UNLIKE}

    def test_nothing_is_offered_where_the_site_keeps_no_pages(self, pages):
        assert {path: offered(path) for path in RESERVED} == {key: [] for key in RESERVED}

    def test_no_more_than_three_are_offered(self, site_tree):
        for number in range(5):
            published(ConditionPage, title=f"Dry hands {number}", slug=f"dry-hands-{number}")
        assert offered("/conditions/dry-hands-9/") == ["Dry hands 0", "Dry hands 1", "Dry hands 2"]

    def test_the_likeliest_comes_first(self, site_tree):
        for name in ("dry-hands", "dry-hand"):
            published(ConditionPage, title=name, slug=name)
        assert offered("/conditions/dry-hant/") == ["dry-hand", "dry-hands"]

    def test_nothing_else_is_offered_beside_the_very_same_name(self, pages):
        published(ConditionPage, title="Black acne", slug="black-acne")
        assert offered("/blog/back-acne/") == ["Back acne"]

    def test_drafts_private_pages_and_those_taken_down_are_never_offered(self, site_tree):
        draft(ConditionPage, slug="hidden-rash")
        keep_private(published(ConditionPage, slug="private-rash"))
        gone = published(ConditionPage, slug="former-rash")
        assert offered("/former-rash/") == [gone.title]
        gone.unpublish()
        assert offered("/hidden-rash/") == offered("/private-rash/") == offered("/former-rash/") == []

    def test_asking_costs_few_queries_however_many_pages_there_are(self, pages, django_assert_num_queries):
        site = Site.objects.select_related("root_page").get()
        multiply(pages[0], 200)
        # The restrictions and the addresses, then the restrictions and the pages found; within a request one less.
        with django_assert_num_queries(4):
            near_misses("/conditions/bak-acne/", site)
        with django_assert_num_queries(2):
            near_misses("/conditions/bak-acne/", site)

    @BOUNDED
    @given(path=st.text(max_size=300))
    def test_any_address_is_answered(self, pages, path):
        assert len(near_misses(f"/{path}", Site.objects.get())) <= 3


class SameButForSpellingTests:
    def test_capitals_and_slashes_are_spelling(self, pages):
        site = Site.objects.get()
        assert [same_but_for_spelling(path, site).title for path in SPELLED] == ["Back acne"] * len(SPELLED)

    def test_anything_else_is_not(self, pages):
        site = Site.objects.get()
        assert [path for path in SPELLED_OTHERWISE if same_but_for_spelling(path, site)] == []

    def test_a_long_address_is_not_taken_for_its_beginning(self, pages):
        site = Site.objects.get()
        for slashes in (LONGEST, TOO_LONG):
            assert same_but_for_spelling(f"/conditions{'/' * slashes}no-such-rash/", site) is None

    def test_where_two_pages_differ_in_capitals_neither_is_chosen(self, site_tree):
        for name in ("milia", "MILIA"):
            published(BlogPostPage, slug=name)
        assert same_but_for_spelling("/blog/Milia/", Site.objects.get()) is None

    def test_a_page_taken_down_a_moment_ago_is_not_chosen(self, pages):
        live_addresses(Site.objects.get())
        pages[0].unpublish()
        assert same_but_for_spelling("/Conditions/Back-Acne/", Site.objects.get()) is None


class WordsOfTests:
    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("/conditions/back-acne/", "back acne"),
            ("/2024/03/Milk_Spots.html", "milk spots"),
            ("/blog/3-creams/", "3 creams"),
            ("/2024/03/", ""),
            ("/", ""),
        ],
    )
    def test_they_are_those_of_the_last_part_that_names_something(self, path, words):
        assert words_of(path) == words

    def test_of_a_very_long_address_only_the_beginning_is_read(self):
        assert len(words_of("/" + "a-" * 5000)) < 200
        assert parts_of("/" + "x/" * 100_000 + "milia") == [["x"]] * 59 + [["x"]]


class LiveAddressesTests:
    def test_they_are_read_once_a_minute(self, pages, django_assert_num_queries):
        site = Site.objects.select_related("root_page").get()
        assert ("conditions/back-acne/", pages[0].pk) in live_addresses(site)
        with django_assert_num_queries(0):
            live_addresses(site)

    def test_a_copy_that_follows_another_page_has_no_place_among_them(self, pages, site_tree):
        pages[0].create_alias(parent=site_tree.blog, update_slug="back-acne-too")
        cache.clear()
        assert "blog/back-acne-too/" not in dict(live_addresses(Site.objects.get()))


class ClosestTests:
    def test_of_very_many_addresses_only_the_most_promising_are_compared(self, monkeypatch):
        compared = []
        monkeypatch.setattr("search.near_misses.alike", lambda words, name: compared.append(name) or 0)
        closest(["skin"], tuple((f"blog/skin-{number}/", number) for number in range(10_000)))
        assert len(compared) == COMPARED

    def test_one_letter_wrong_is_found_among_ten_thousand(self):
        addresses = tuple((f"blog/skin-and-more-{number}/", number) for number in range(10_000))
        assert closest(["milla"], (*addresses, ("conditions/milia/", -1))) == [-1]


@pytest.mark.django_db
def test_pages_are_offered_as_what_they_are(pages):
    (page,) = near_misses("/back-acne/", Site.objects.get())
    assert isinstance(page, ConditionPage)
    assert isinstance(page, Page)
