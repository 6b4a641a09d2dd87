"""Browsing the site as it will be."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.bundles.preview import keep_inside
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import bundle_of, changed_home, launch, new_post, scheduled
from tests.editorial.scheduling.mornings import NINE, break_revision, is_live, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def preview_of(bundle, page=None):
    """The address of a page in the preview; of the home page without one."""
    root = reverse("bundle_preview", args=[bundle.pk])
    return f"{root}{page.get_url().lstrip('/')}" if page else root


class PreviewTests:
    def test_every_member_is_as_it_will_be_and_links_between_them_stay_inside(
        self, site_tree, clock, queue, administrator_client
    ):
        bundle, (post, condition, _) = launch()
        home = administrator_client.get(preview_of(bundle))
        assert "New promise" in said(home) and "New balm" in said(home)
        assert f'href="{preview_of(bundle, post)}"' in home.content.decode()
        assert "New balm" in said(administrator_client.get(preview_of(bundle, post)))
        html = administrator_client.get(preview_of(bundle, condition)).content.decode()
        assert "New words" in html
        assert f'href="{preview_of(bundle, post)}"' in html

    def test_lists_show_them_too_and_nothing_else_unpublished(self, site_tree, clock, queue, administrator_client):
        bundle, _ = launch()
        hidden, unplanned = planned(NINE, title="Not in it"), draft(BlogPostPage, title="Nor this")
        words = said(administrator_client.get(preview_of(bundle, site_tree.blog)))
        assert "New balm" in words
        assert "Not in it" not in words and "Nor this" not in words
        for page in (hidden, unplanned):
            assert administrator_client.get(preview_of(bundle, page)).status_code == 404

    def test_every_page_says_when_and_is_kept_by_nobody(self, site_tree, clock, queue, administrator_client):
        bundle, (post, _, _) = launch()
        for address in (preview_of(bundle), preview_of(bundle, post), f"{preview_of(bundle)}nowhere/"):
            response = administrator_client.get(address)
            assert "As it will be on Mon 2 Mar 09:00 (London)." in said(response)
            assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
            assert "noindex" in response["X-Robots-Tag"]

    def test_nothing_has_happened_to_the_site(self, site_tree, clock, queue, administrator_client, client):
        bundle, (post, _, _) = launch()
        administrator_client.get(preview_of(bundle))
        assert not is_live(post)
        assert "New promise" not in said(client.get("/"))
        assert "As it will be" not in said(client.get("/"))

    def test_strangers_get_the_sign_in_page(self, site_tree, clock, queue):
        bundle, (post, _, _) = launch()
        for address in (preview_of(bundle), preview_of(bundle, post)):
            response = Client().get(address)
            assert response.status_code == 302
            assert response["Location"].startswith(reverse("wagtailadmin_login"))

    def test_who_may_not_edit_every_page_is_sent_away(self, site_tree, clock, queue, commerce_client):
        response = commerce_client.get(preview_of(bundle_of(new_post())), follow=True)
        assert "do not have permission" in said(response)
        assert "New balm" not in said(response)

    def test_files_and_the_admin_are_not_served_from_it(self, site_tree, clock, queue, administrator_client):
        bundle, _ = launch()
        for path in ("admin/", "feed/", "sitemap.xml", "health/ready", "media/x.png"):
            assert administrator_client.get(f"{preview_of(bundle)}{path}").status_code == 404

    def test_one_that_cannot_be_shown_is_said(self, site_tree, clock, queue, administrator_client):
        bundle, (post, _, _) = launch()
        break_revision(post, contributions=[])
        words = said(administrator_client.get(preview_of(bundle), follow=True))
        assert "The site cannot be shown with it yet. “New balm”: Name at least one author" in words

    def test_what_is_live_is_looked_at_where_it_is(self, site_tree, clock, queue, administrator_client):
        bundle, _ = launch()
        clock(NINE)
        runner.run()
        assert "All of it is live" in said(administrator_client.get(preview_of(bundle), follow=True))

    def test_a_new_lead_is_shown_first(self, site_tree, clock, queue, administrator_client):
        post = new_post()
        bundle = scheduled(post, changed_home(post))
        assert "New balm" in said(administrator_client.get(preview_of(bundle)))
        assert Page.objects.get(pk=post.pk).live is False


class KeepInsideTests:
    def test_links_and_forms_are_led_and_files_are_not(self):
        html = (
            '<a class="x" href="/blog/">B</a><form action="/search/"><a href="/go/x/1/">G</a><img src="/media/a.png">'
        )
        found = keep_inside(HttpResponse(html), "/p/").content.decode()
        assert found == (
            '<a class="x" href="/p/blog/">B</a><form action="/p/search/">'
            '<a href="/go/x/1/">G</a><img src="/media/a.png">'
        )

    def test_other_sites_are_left_alone(self):
        html = '<a href="//example.org/">O</a><a href="https://example.org/">O</a><a href="#main">M</a>'
        assert keep_inside(HttpResponse(html), "/p/").content.decode() == html

    def test_what_leads_on_leads_on_inside(self):
        assert keep_inside(HttpResponseRedirect("/blog/?page=2"), "/p/")["Location"] == "/p/blog/?page=2"
