"""The fixed pages are there, are restored, and stay as editors left them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site

from blog.models import BlogIndexPage
from home.ensure_site import ensure_site
from home.ensure_site.tree import INDEXES
from home.models import HomePage, SiteSettings, StandardPage
from tests.publication import publish


@pytest.mark.django_db
class TreeTests:
    def test_home_is_the_root_of_the_default_site(self, site_tree):
        assert Site.objects.get().root_page_id == site_tree.home.pk

    def test_the_stock_page_is_gone(self):
        assert list(Page.objects.filter(depth=2)) == [HomePage.objects.get().page_ptr]

    @pytest.mark.parametrize(
        "address",
        [
            "/",
            "/blog/",
            "/conditions/",
            "/questions/",
            "/products/",
            "/ingredients/",
            "/people/",
            "/topics/",
            "/about/",
            "/about/editorial-policy/",
            "/about/how-we-make-money/",
            "/about/corrections/",
        ],
    )
    def test_the_promised_addresses_are_live_through_a_revision(self, address):
        page = Page.objects.get(url_path=f"/home{address}")
        assert page.live
        assert page.live_revision_id == page.latest_revision_id
        assert not page.has_unpublished_changes

    def test_privacy_waits_as_a_draft_for_facts_only_the_people_behind_the_site_know(self, client):
        privacy = StandardPage.objects.get(slug="privacy")
        assert not privacy.live
        assert "who is responsible" in str(privacy.get_latest_revision_as_object().body)
        assert client.get("/privacy/").status_code == 404

    def test_only_the_corrections_page_lists_corrections(self):
        assert [page.slug for page in StandardPage.objects.filter(is_corrections=True)] == ["corrections"]

    def test_the_site_has_settings(self):
        assert SiteSettings.objects.get().name == "Untitled site"


@pytest.mark.django_db
class EnsureTreeAgainTests:
    def test_a_missing_index_is_restored(self, site_tree):
        site_tree.topics.delete()
        ensure_site()
        assert Page.objects.get(url_path="/home/topics/").live
        assert Page.find_problems() == ([], [], [], [], [])

    def test_a_missing_standing_page_is_restored_below_its_parent(self):
        StandardPage.objects.get(slug="corrections").delete()
        ensure_site()
        assert Page.objects.get(url_path="/home/about/corrections/").live

    def test_an_editors_words_are_kept(self, site_tree):
        site_tree.blog.title = "Journal"
        site_tree.blog.introduction = "Slow reading about skin."
        publish(site_tree.blog)
        ensure_site()
        blog = BlogIndexPage.objects.get()
        assert (blog.title, blog.introduction, blog.slug) == ("Journal", "Slow reading about skin.", "blog")

    def test_a_page_taken_offline_stays_offline(self, site_tree):
        site_tree.products.unpublish()
        ensure_site()
        site_tree.products.refresh_from_db()
        assert not site_tree.products.live

    def test_a_standing_page_moved_elsewhere_is_not_made_twice(self, site_tree):
        StandardPage.objects.get(slug="corrections").move(site_tree.home, pos="last-child")
        ensure_site()
        assert StandardPage.objects.filter(slug="corrections").count() == 1


@pytest.mark.django_db
class DefaultSiteTests:
    @pytest.mark.parametrize(
        ("address", "hostname", "port"),
        [
            ("http://127.0.0.1:8000", "127.0.0.1", 8000),
            ("https://www.example.org", "www.example.org", 443),
            ("http://example.org", "example.org", 80),
        ],
    )
    def test_the_address_follows_the_environment(self, settings, address, hostname, port):
        settings.WAGTAILADMIN_BASE_URL = address
        ensure_site()
        site = Site.objects.get()
        assert (site.hostname, site.port) == (hostname, port)
        assert site.root_url == address


@pytest.mark.django_db
class FixedSlugTests:
    def test_every_index_names_its_slug(self):
        assert {model: len(model.fixed_slugs) for model, _, _ in INDEXES} == {model: 1 for model, _, _ in INDEXES}

    def test_the_slug_of_an_index_cannot_be_changed(self, site_tree):
        site_tree.blog.slug = "journal"
        with pytest.raises(ValidationError) as error:
            site_tree.blog.full_clean()
        assert error.value.message_dict["slug"] == [
            "The address “blog” is fixed: menus and links from elsewhere count on it. The title can be changed."
        ]

    def test_not_in_a_draft_either(self, site_tree):
        site_tree.blog.slug = "journal"
        with pytest.raises(ValidationError, match="is fixed"):
            site_tree.blog.minimal_clean()

    def test_an_editor_is_told_at_the_field(self, administrator_client, site_tree):
        response = administrator_client.post(
            f"/admin/pages/{site_tree.blog.pk}/edit/", {"title": "Journal", "slug": "journal", "introduction": ""}
        )
        assert "slug" in response.context["form"].errors
        site_tree.blog.refresh_from_db()
        assert site_tree.blog.slug == "blog"

    def test_a_standing_page_of_ones_own_may_change_its_slug(self, site_tree):
        page = site_tree.home.add_child(instance=StandardPage(title="Help", slug="help", live=False))
        page.slug = "getting-help"
        page.minimal_clean()
        assert page.slug == "getting-help"
