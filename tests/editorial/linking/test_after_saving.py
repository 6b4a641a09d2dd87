"""What somebody is told about links once a page is saved, and once it is live."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.after_saving import gaps_of, show_live_card
from people.models import PersonPage
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.edit_form import PUBLISH, create_url, edit_url, opened, parsed, said, stream
from tests.editorial.linking.linked import draft_linking, live_post_saying, newest, words_with_links
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, planned
from tests.editorial.undo.pressing import publish_in_form, undo_button
from tests.images.factories import SiteImageFactory
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db
GAPS = "Readers will see these words without a link:"


@pytest.fixture
def no_worker(settings):
    """Tasks wait in the database, and nobody takes them."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def save(client, page, **changes):
    """Save the draft of a page; what is said afterwards."""
    return client.post(edit_url(page), opened(client, edit_url(page)) | changes, follow=True)


class WarnOfGapsTests:
    def test_a_save_names_what_the_page_leads_to_that_nobody_sees(self, site_tree, no_worker, editor_client):
        page = draft_linking(draft(ConditionPage, title="Sore skin"))
        assert f"{GAPS} “Sore skin” is a draft." in said(save(editor_client, page))
        assert not DBTaskResult.objects.filter(status="SUCCESSFUL").exists()

    def test_so_does_the_save_that_brings_the_link_in(self, site_tree, no_worker, editor_client):
        page, target = draft(BlogPostPage), draft(ConditionPage, title="Sore skin")
        changes = stream(page, words_with_links(target))
        assert f"{GAPS} “Sore skin” is a draft." in said(save(editor_client, page, **changes))

    def test_so_does_the_first_save_of_a_new_page(self, site_tree, editor_client):
        target = draft(ConditionPage, title="Sore skin")
        url = create_url(BlogPostPage, site_tree.blog)
        data = opened(editor_client, url) | {"title": "Calm", "slug": "calm"}
        data |= stream(BlogPostPage(), words_with_links(target))
        assert f"{GAPS} “Sore skin” is a draft." in said(editor_client.post(url, data, follow=True))

    def test_so_does_publishing(self, site_tree, editor_client):
        page = draft_linking(draft(ConditionPage, title="Sore skin"))
        assert f"{GAPS} “Sore skin” is a draft." in said(save(editor_client, page, **PUBLISH))

    def test_every_one_is_named_with_its_reason(self, site_tree, clock, editor_client):
        gone, hidden = published(ConditionPage, title="Gone"), published(ConditionPage, title="Hidden")
        gone.unpublish()
        keep_private(hidden)
        page = draft_linking(gone, hidden, planned(NINE, title="Later"))
        words = said(save(editor_client, page))
        assert "“Gone” was taken offline" in words
        assert "“Hidden” is private" in words
        assert "“Later” goes live only on Mon 2 Mar 09:00" in words

    def test_a_deleted_one_is_said(self, site_tree, editor_client):
        target = published(ConditionPage)
        page = draft_linking(target)
        Page.objects.get(pk=target.pk).delete()
        assert f"{GAPS} a page that has been deleted." in said(save(editor_client, page))

    def test_what_readers_get_to_is_no_word_worth(self, site_tree, editor_client):
        assert GAPS not in said(save(editor_client, draft_linking(published(ConditionPage))))

    def test_a_choice_counts_like_a_link(self, site_tree, editor_client):
        other = draft(BlogPostPage, title="Sore skin")
        page = draft(BlogPostPage, related_pages=[RelatedPage(target=other)])
        assert f"{GAPS} “Sore skin” is a draft." in said(save(editor_client, page))

    def test_a_form_that_saves_itself_is_not_spoken_to(self, site_tree, editor_client):
        page = draft_linking(draft(ConditionPage, title="Sore skin"))
        data = opened(editor_client, edit_url(page))
        response = editor_client.post(edit_url(page), data, headers={"Accept": "application/json"})
        assert response.json()["success"]
        assert GAPS not in said(editor_client.get("/admin/"))

    def test_what_is_live_when_the_page_is_to_be_live_is_no_gap(self, site_tree, clock, editor_client):
        page = draft_linking(planned(NINE, title="Later"))
        assert GAPS not in said(save(editor_client, page, go_live_at="2026-03-02 10:00"))
        assert GAPS in said(save(editor_client, page, go_live_at="2026-03-02 08:30"))

    def test_whoever_schedules_is_told_once(self, site_tree, clock, editor_client):
        page = draft_linking(draft(ConditionPage, title="Sore skin"))
        words = said(save(editor_client, page, go_live_at="2026-03-02 10:00", **PUBLISH))
        assert words.count("“Sore skin”") == 1
        assert GAPS not in words

    def test_a_title_is_no_markup(self, site_tree, editor_client):
        page = draft_linking(draft(ConditionPage, title="<b>Sore</b>"))
        assert "<b>Sore" not in save(editor_client, page).content.decode()


class GapsOfTests:
    def test_who_may_not_know_of_a_page_is_not_told_its_name(self, site_tree, commerce):
        page = draft_linking(draft(ConditionPage, title="Secret"), page_type=ProductPage)
        assert gaps_of(newest(page), commerce, timezone.now()) == ["a page you cannot see is a draft"]

    def test_what_ends_before_is_said(self, site_tree, clock, editor):
        page = draft_linking(expiring(published(BlogPostPage, title="Offer"), NINE))
        assert gaps_of(newest(page), editor, TEN) == ["“Offer” goes offline on Mon 2 Mar 09:00"]
        assert gaps_of(newest(page), editor, NINE - timedelta(minutes=1)) == []


def live_card(response):
    """The card in the messages of a response."""
    return parsed(response).select_one(".messages .live-card")


class LiveCardTests:
    def test_it_says_where_the_page_is_and_how_to_take_it_back(self, site_tree, no_worker, editor_client):
        page = draft(BlogPostPage, title="Calm skin", slug="calm-skin", image=SiteImageFactory(), image_alt="Cream")
        response = publish_in_form(editor_client, page)
        card = live_card(response)
        assert "“Calm skin” has been published." in card.text
        address = page.get_full_url()
        assert card.select_one("a")["href"] == address == card.select_one("a").text
        assert card.select_one("img.live-card__picture")["src"].startswith(("/", "http"))
        assert card.select_one("a[href='" + edit_url(page) + "']")
        assert undo_button(response)

    def test_it_is_the_only_thing_said_of_it(self, site_tree, editor_client):
        response = publish_in_form(editor_client, draft(BlogPostPage, title="Calm skin"))
        assert len(parsed(response).select(".messages li")) == 1

    def test_without_a_picture_it_shows_none(self, site_tree, editor_client):
        card = live_card(publish_in_form(editor_client, draft(BlogPostPage)))
        assert card.select("img") == []

    def test_it_asks_who_mentions_the_page(self, site_tree, editor_client):
        page = draft(PersonPage, title="Nadia Okafor")
        card = live_card(publish_in_form(editor_client, page))
        assert card.select_one("[data-mention-count]")["data-mention-count"] == count_of(page)

    def test_it_leads_where_publishing_leads(self, site_tree, editor_client):
        page = draft(BlogPostPage)
        form = opened(editor_client, edit_url(page)) | PUBLISH
        assert editor_client.post(edit_url(page), form)["Location"] == f"/admin/pages/{site_tree.blog.pk}/"
        form = opened(editor_client, edit_url(page)) | PUBLISH | {"next": "/admin/reports/"}
        assert editor_client.post(edit_url(page), form)["Location"] == "/admin/reports/"
        form = opened(editor_client, edit_url(page)) | PUBLISH | {"next": "https://example.org/"}
        assert editor_client.post(edit_url(page), form)["Location"] == f"/admin/pages/{site_tree.blog.pk}/"

    def test_what_goes_live_later_is_not_live(self, site_tree, clock, editor_client):
        response = publish_in_form(editor_client, draft(BlogPostPage), go_live_at="2026-03-02 09:00")
        assert live_card(response) is None

    def test_nor_is_a_change_for_later_of_a_live_page(self, site_tree, clock, editor_client):
        response = publish_in_form(editor_client, published(BlogPostPage), go_live_at="2026-03-02 09:00")
        assert live_card(response) is None

    def test_nor_is_what_readers_cannot_see(self, site_tree, rf):
        page = published(BlogPostPage)
        keep_private(page)
        assert show_live_card(rf.get("/"), page) is None

    def test_a_title_is_no_markup(self, site_tree, editor_client):
        response = publish_in_form(editor_client, draft(BlogPostPage, title="<b>Calm</b> skin"))
        assert "<b>Calm" not in response.content.decode()
        assert "“<b>Calm</b> skin” has been published." in live_card(response).text


def count_of(page) -> str:
    """The address that says how many older pages mention a page."""
    return reverse("links_mention_count", args=[page.pk])


class MentionCountTests:
    def test_it_is_the_number_of_older_pages_that_name_it(self, site_tree, no_worker, editor_client):
        for _ in range(2):
            live_post_saying("We asked Nadia Okafor.")
        page = draft(PersonPage, title="Nadia Okafor")
        publish_in_form(editor_client, page)
        response = editor_client.get(count_of(page))
        assert said(response) == "2 older pages mention this: link them?"
        assert parsed(response).a["href"] == reverse("links_mentions", args=[page.pk])

    def test_of_one_it_speaks_in_the_singular(self, site_tree, editor_client):
        live_post_saying("We asked Nadia Okafor.")
        page = published(PersonPage, title="Nadia Okafor")
        assert said(editor_client.get(count_of(page))) == "1 older page mentions this: link it?"

    def test_without_any_it_says_nothing(self, site_tree, editor_client):
        for page in (published(PersonPage, title="Nadia Okafor"), published(BlogPostPage), published(TopicPage)):
            assert said(editor_client.get(count_of(page))) == ""

    def test_it_is_not_for_who_may_not_edit_the_page_nor_to_be_posted(self, site_tree, editor_client, commerce_client):
        page = published(BlogPostPage)
        assert "do not have permission" in said(commerce_client.get(count_of(page), follow=True))
        assert editor_client.post(count_of(page)).status_code == 405
