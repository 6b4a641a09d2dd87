"""The command that fills a site with the demo, and what it leaves behind."""

import logging
import re
from io import StringIO
from urllib.parse import urldefrag, urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.test import TestCase
from django.utils.html import escape
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, Site, WorkflowState

from articles.models import Change
from blog.models import BlogPostPage
from core import publishing
from home.demo import ledger
from home.models import SiteSettings
from products.models import Offer
from products.outgoing import outgoing_address
from users.models import User

#: Loading is slow and each test looks at the same result, so pictures are tiny and a class shares one load.
TINY = 60


def load_demo(**options) -> str:
    """Run the command; what it prints."""
    out = StringIO()
    call_command("load_demo", stdout=out, picture_width=TINY, **options)
    return out.getvalue()


def demo_pages() -> list[Page]:
    """Every page of the demo, whatever its state."""
    return [one.instance for one in ledger.loaded() if isinstance(one.instance, Page)]


def sentences(page: Page) -> set[str]:
    """Every sentence of five words or more on a page."""
    words = []
    for field in page._meta.get_fields():
        collect(getattr(page, field.name, None) if not field.is_relation else None, words)
    text = re.sub(r"<[^>]+>", "\n", "\n".join(words))
    found = re.split(r"(?<=[.!?;:])\s+|\n", text)
    return {sentence.strip().lower() for sentence in found if len(sentence.split()) >= 5}


def collect(value, words: list[str]) -> None:
    """Gather the words of a field or of a stored stream."""
    if hasattr(value, "get_prep_value"):
        collect(value.get_prep_value(), words)
    elif isinstance(value, dict):
        for name, inner in value.items():
            collect(inner if name not in {"id", "title"} else None, words)
    elif isinstance(value, list):
        for inner in value:
            collect(inner, words)
    elif isinstance(value, str):
        words.append(value)


class LoadedDemoTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        with cls.settings(cls(), DEMO_LOGINS_ALLOWED=True):
            cls.printed = load_demo()

    def test_loading_twice_changes_nothing(self):
        def state():
            return (
                Page.objects.order_by("pk").values_list("pk", "latest_revision_id", "live_revision_id")[::1],
                Revision.objects.count(),
                get_image_model().objects.order_by("pk").values_list("pk", "file_hash")[::1],
                Change.objects.count(),
                User.objects.count(),
                len(list(ledger.loaded())),
                WorkflowState.objects.count(),
            )

        before = state()
        with self.settings(DEMO_LOGINS_ALLOWED=True):
            printed = load_demo()
        assert state() == before
        assert "Demo: everything was there already." in printed

    def test_every_live_page_answers(self):
        live = [page for page in demo_pages() if page.live]
        assert len(live) >= 22
        for page in live:
            response = self.client.get(page.get_url())
            assert response.status_code == 200, page
            assert escape(page.title) in response.content.decode(), page

    def test_every_way_to_a_shop_ends_where_the_shop_is_said_to_be_invented(self):
        offers = Offer.objects.filter(product__live=True)
        assert len(offers) >= 12
        for offer in offers:
            way = self.client.get(outgoing_address(offer.product, offer))
            place, anchor = urldefrag(way.get("Location", offer.product.get_url()))
            answer = self.client.get(urlsplit(place).path)
            assert answer.status_code == 200, offer.url
            if not offer.product.is_retired:
                assert f'id="{anchor}">{escape(offer.merchant)}<' in answer.content.decode(), offer.url

    def test_every_live_page_passes_the_publish_checks(self):
        found = {page.title: publishing.check(page) for page in demo_pages() if page.live}
        assert {title: problems for title, problems in found.items() if problems} == {}

    def test_every_state_a_listing_shows_is_there(self):
        assert len([page for page in demo_pages() if page.approved_schedule]) == 2
        assert WorkflowState.objects.filter(status="in_progress", requested_by__username="writer").count() == 2
        drafts = [page for page in demo_pages() if not page.live and not page.approved_schedule]
        assert len([page for page in drafts if page.current_workflow_state is None]) == 2

    def test_an_update_and_a_correction_are_told_with_their_own_dates(self):
        kinds = dict(Change.objects.values_list("kind").annotate(Count("pk")))
        assert kinds == {"update": 6, "correction": 2}
        for change in Change.objects.all():
            page = change.page.specific
            assert page.published_at < change.happened_at == page.updated_at

    def test_publication_dates_lie_in_the_past_and_differ_from_the_loading(self):
        dates = [page.published_at for page in demo_pages() if page.live and page.get_parent().depth > 2]
        assert all(date.date() < publishing.timezone.now().date() for date in dates)
        assert len(set(dates)) > 15

    def test_no_two_pages_share_a_sentence(self):
        seen: dict[str, str] = {}
        for page in demo_pages():
            for sentence in sentences(page):
                assert sentence not in seen, f"{page.title} and {seen[sentence]}: {sentence}"
                seen[sentence] = page.title
        assert len(seen) > 500

    def test_every_picture_has_credit_and_licence(self):
        pictures = get_image_model().objects.all()
        assert {(picture.credit, picture.licence) for picture in pictures} == {("Demo artwork", "Own work")}
        assert {"light", "brown", "black"} <= {picture.skin_tone for picture in pictures}

    def test_the_site_says_that_it_is_a_demo(self):
        site = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        assert site.logo and site.logo_dark and site.favicon and site.share_image
        assert site.disclaimer.startswith("Demo content")
        assert escape(site.name) in self.client.get("/").content.decode()

    def test_logins_are_printed_with_the_address_to_use_them(self):
        assert "/admin/login/" in self.printed
        for name, role in [("writer", "Writer"), ("reviewer", "Medical reviewer"), ("admin", "Administrator")]:
            assert re.search(rf"^  {name} +{role} +\S+$", self.printed, re.MULTILINE)

    def test_if_empty_does_nothing_once_there_is_an_article(self):
        BlogPostPage.objects.first().delete()
        count = Page.objects.count()
        assert load_demo(if_empty=True) == ""
        assert Page.objects.count() == count

    def test_a_page_an_editor_renamed_is_not_made_again(self):
        post = BlogPostPage.objects.get(slug="how-to-read-a-body-lotion-label")
        post.slug = "labels"
        post.save_revision(user=User.objects.get(username="editor")).publish()
        load_demo(no_logins=True)
        assert not BlogPostPage.objects.filter(slug="how-to-read-a-body-lotion-label").exists()


@pytest.mark.django_db
class RefusedDemoTests:
    def test_logins_are_refused_outside_development(self, settings):
        settings.DEBUG = False
        with pytest.raises(CommandError, match="load_demo --no-logins"):
            load_demo()
        assert not BlogPostPage.objects.exists()

    def test_the_log_is_quiet_only_while_it_works(self, monkeypatch, caplog):
        def load(logins, width):
            logging.getLogger("wagtail").info("a page")
            logging.getLogger("wagtail").warning("a fault")
            return 0, []

        monkeypatch.setattr("home.demo.loader.load", load)
        caplog.set_level(logging.INFO)
        load_demo(no_logins=True)
        logging.getLogger("wagtail").info("afterwards")
        assert [record.message for record in caplog.records if record.name == "wagtail"] == ["a fault", "afterwards"]

    def test_without_logins_it_may_be_loaded_anywhere(self, settings, monkeypatch):
        asked = []
        monkeypatch.setattr("home.demo.loader.load", lambda logins, width: asked.append((logins, width)) or (3, []))
        settings.DEBUG = False
        assert load_demo(no_logins=True) == "Demo: 3 pages loaded.\n"
        assert asked == [(False, TINY)]
