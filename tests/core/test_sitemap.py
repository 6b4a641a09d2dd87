"""The sitemap."""

from datetime import datetime

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core import sitemap as module
from home.models import StandardPage
from images.models import Rendition
from people.models import PersonPage
from tests.core import bodies
from tests.core.crowd import multiply
from tests.core.privacy import keep_private
from tests.images.factories import SiteImageFactory
from tests.publication import draft, publish, published

NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
HOME = "http://127.0.0.1:8000"


def entries(client, address: str = "/sitemap.xml", kind: str = "url") -> dict[str, datetime]:
    """What a sitemap lists, by address, with the moment of its last change."""
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    rows = fromstring(response.content).findall(f"map:{kind}", NAMES)
    return {
        row.findtext("map:loc", namespaces=NAMES): datetime.fromisoformat(row.findtext("map:lastmod", namespaces=NAMES))
        for row in rows
    }


def pictures(client, page) -> list[str]:
    """The pictures listed for a page."""
    for row in fromstring(client.get("/sitemap.xml").content).findall("map:url", NAMES):
        if row.findtext("map:loc", namespaces=NAMES) == page.full_url:
            return [place.text for place in row.findall("image:image/image:loc", NAMES)]
    raise AssertionError(f"{page} is not listed.")


class SitemapTests:
    def test_every_readable_page_is_listed_by_the_name_of_the_site(self, client, site_tree):
        published(BlogPostPage, slug="calm")
        listed = entries(client)
        assert {f"{HOME}/", f"{HOME}/blog/", f"{HOME}/blog/calm/", f"{HOME}/conditions/"} <= set(listed)

    def test_drafts_private_pages_and_copies_of_others_are_left_out(self, client, site_tree):
        draft(BlogPostPage, slug="not-yet")
        keep_private(published(BlogPostPage, slug="for-some"))
        published(BlogPostPage, slug="calm").create_alias(parent=site_tree.blog, update_slug="calm-too")
        addresses = " ".join(entries(client))
        for slug in ("not-yet", "for-some", "calm-too"):
            assert slug not in addresses

    def test_every_address_listed_is_the_one_its_page_names(self, client, site_tree):
        published(BlogPostPage)
        for address in entries(client):
            html = client.get(address.removeprefix(HOME)).content.decode()
            assert f'<link rel="canonical" href="{address}">' in html
            assert "noindex" not in html

    def test_a_page_changed_when_readers_last_saw_a_change(self, client, site_tree, time_machine):
        post = published(BlogPostPage, slug="calm")
        before = entries(client)[post.full_url]
        time_machine.move_to(post.last_published_at.replace(year=2035))
        post.standfirst = "Another beginning."
        post.save_revision()
        assert entries(client)[post.full_url] == before
        post = publish(post)
        assert (
            entries(client)[post.full_url] == post.last_published_at.replace(microsecond=0) > before.replace(year=2000)
        )

    def test_a_list_changed_when_the_newest_page_in_it_did(self, client, site_tree, time_machine):
        time_machine.move_to(site_tree.home.last_published_at.replace(year=2035))
        post = published(BlogPostPage)
        listed = entries(client)
        moment = listed[post.full_url]
        assert listed[f"{HOME}/blog/"] == listed[f"{HOME}/"] == moment
        assert listed[f"{HOME}/conditions/"] < moment

    def test_a_page_that_only_stands_above_another_did_not_change_with_it(self, client, site_tree, time_machine):
        about = StandardPage.objects.get(slug="about")
        time_machine.move_to(site_tree.home.last_published_at.replace(year=2035))
        below = published(StandardPage, parent=about)
        listed = entries(client)
        assert listed[about.full_url] < listed[below.full_url]

    def test_an_unchanged_sitemap_is_not_sent_again(self, client, site_tree):
        post = published(BlogPostPage)
        first = client.get("/sitemap.xml")
        assert first["Last-Modified"] == http_date(post.last_published_at.timestamp())
        assert client.get("/sitemap.xml", headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
        assert first["X-Robots-Tag"] == "noindex"

    def test_it_may_only_be_read(self, client, site_tree):
        assert client.post("/sitemap.xml").status_code == 405


class PicturesTests:
    @pytest.fixture
    def post(self, site_tree):
        """A post with a lead picture, and the same picture and another in its text."""
        lead, other = SiteImageFactory(), SiteImageFactory()
        return published(BlogPostPage, image=lead, body=[bodies.image(other), bodies.image(lead), bodies.image(other)])

    def test_pictures_of_a_page_are_listed_once_each_the_lead_first(self, client, post):
        other = post.body[0].value["image"]
        found = pictures(client, post)
        assert found[0] == f"{HOME}{post.image.at('lead').url}"
        assert found[-1] == f"{HOME}{other.at('text').url}"
        assert len(found) == len(set(found)) == 3

    def test_a_portrait_is_a_picture_too(self, client, site_tree):
        person = published(PersonPage, photo=SiteImageFactory())
        assert pictures(client, person) == [f"{HOME}{person.photo.at('portrait').url}"]

    def test_none_is_made(self, client, post):
        Rendition.objects.all().delete()
        assert all("/media/original_images/" in address for address in pictures(client, post))
        assert Rendition.objects.count() == 0

    def test_a_page_without_any_has_none(self, client, site_tree):
        assert pictures(client, published(ConditionPage)) == []


class SheetsTests:
    @pytest.fixture
    def sheets(self, site_tree, monkeypatch):
        """Several sheets of pages."""
        multiply(published(BlogPostPage, slug="calm"), 30)
        monkeypatch.setattr(module, "PER_SHEET", 20)

    def test_many_pages_are_spread_over_sheets_that_are_listed(self, client, sheets):
        listed = entries(client, kind="sitemap")
        assert list(listed) == [f"{HOME}/sitemap-{number}.xml" for number in range(1, len(listed) + 1)]
        pages = [address for sheet in listed for address in entries(client, sheet.removeprefix(HOME))]
        assert len(pages) == len(set(pages)) == 20 * (len(listed) - 1) + len(pages) % 20
        assert {f"{HOME}/", f"{HOME}/blog/calm-30/"} <= set(pages)

    def test_a_sheet_is_as_new_as_its_newest_page(self, client, sheets):
        for sheet, changed_at in entries(client, kind="sitemap").items():
            assert changed_at == max(entries(client, sheet.removeprefix(HOME)).values())

    @pytest.mark.parametrize("number", ["0", "99", "9" * 30, "-1", "x"])
    def test_there_are_no_others(self, client, sheets, number):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404

    def test_the_only_sheet_of_few_pages_is_the_sitemap_itself(self, client, site_tree):
        assert client.get("/sitemap-1.xml").content == client.get("/sitemap.xml").content

    def test_queries_are_few_and_the_same_for_any_number_of_pages(self, client, site_tree):
        post = published(BlogPostPage, image=SiteImageFactory())
        counts = []
        for times in (1, 300):
            multiply(post, times)
            client.get("/sitemap.xml")
            with CaptureQueriesContext(connection) as queries:
                client.get("/sitemap.xml")
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 5
