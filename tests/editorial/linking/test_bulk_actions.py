"""Taking several pages offline, deleting and moving them."""

import pytest
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.bulk_actions import (
    LinkingDeleteBulkAction,
    LinkingMoveBulkAction,
    LinkingUnpublishBulkAction,
)
from editorial.linking.models import GoneAddress, Sweep
from home.models import StandardPage
from people.models import PersonPage
from tests.edit_form import parsed, said
from tests.editorial.linking.linked import draft_linking, live_linking, newest, texts
from tests.people.factories import written_by
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
ACTIONS = ["unpublish", "delete"]


def screen(action, *pages) -> str:
    """Where somebody is asked before some pages leave."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}"


def leave(client, action, *pages, **values):
    """Let some pages leave with these answers; what is said afterwards."""
    sent = {name: getattr(value, "pk", value) for name, value in values.items()}
    return client.post(f"{screen(action, *pages)}&next=/admin/", sent, follow=True)


def are_there(*pages) -> list[bool]:
    """Which of some pages readers see."""
    return [Page.objects.filter(pk=page.pk, live=True).exists() for page in pages]


@pytest.fixture
def pair(site_tree):
    """Two posts that are to leave."""
    return [published(BlogPostPage, title=f"Offers {number}", slug=f"offers-{number}") for number in (1, 2)]


@pytest.fixture
def other(site_tree):
    """A post that takes their place."""
    return published(BlogPostPage, title="Spring offers", slug="spring-offers")


class RegistryTests:
    @pytest.mark.parametrize(
        ("action", "view"),
        [
            ("unpublish", LinkingUnpublishBulkAction),
            ("delete", LinkingDeleteBulkAction),
            ("move", LinkingMoveBulkAction),
        ],
    )
    def test_these_stand_in_the_place_of_wagtails(self, action, view):
        assert bulk_action_registry.get_bulk_action_class("wagtailcore", "page", action) is view

    def test_no_action_is_offered_twice(self):
        offered = [one.action_type for one in bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")]
        assert len(offered) == len(set(offered))


@pytest.mark.parametrize("action", ACTIONS)
class LeavingTogetherTests:
    def test_it_asks_and_shows_what_leads_to_each(self, action, pair, administrator_client):
        for number, page in enumerate(pair):
            live_linking(page, title=f"Source {number}")
        words = said(administrator_client.get(screen(action, *pair)))
        assert "What leads to “Offers 1” Linked in the text of Source 0" in words
        assert "What leads to “Offers 2” Linked in the text of Source 1" in words
        assert words.count("Readers who come to its address") == 1
        assert "Let the links to it lead to the other page as well" in words
        assert are_there(*pair) == [True, True]

    def test_without_links_it_does_not_ask_about_them(self, action, pair, administrator_client):
        words = said(administrator_client.get(screen(action, *pair)))
        assert "Readers who come to its address" in words
        assert "Let the links to it lead" not in words

    def test_gone_is_gone(self, action, pair, administrator_client, client):
        leave(administrator_client, action, *pair, answer="gone")
        assert are_there(*pair) == [False, False]
        assert [client.get(f"/blog/offers-{number}/").status_code for number in (1, 2)] == [410, 410]

    def test_lead_leads_to_the_other_page(self, action, pair, other, administrator_client, client):
        leave(administrator_client, action, *pair, answer="lead", instead=other)
        assert are_there(*pair) == [False, False]
        for number in (1, 2):
            response = client.get(f"/blog/offers-{number}/")
            assert (response.status_code, response["Location"]) == (301, "/blog/spring-offers/")

    def test_links_follow_for_readers_and_in_drafts(self, action, pair, other, administrator_client, client):
        live, unseen = live_linking(*pair, slug="live"), draft_linking(*pair)
        leave(administrator_client, action, *pair, answer="lead", instead=other, replace="on")
        for page in (live, unseen):
            assert texts(newest(page)).count(f'id="{other.pk}"') == 2
        assert client.get("/blog/live/").content.decode().count('href="/blog/spring-offers/">there</a>') == 2

    @pytest.mark.parametrize("which", ["none", "draft", "one of them"])
    def test_a_choice_that_cannot_be_keeps_them_and_says_why(self, action, which, pair, administrator_client):
        instead = {"none": "", "draft": draft(BlogPostPage).pk, "one of them": pair[1].pk}[which]
        response = leave(administrator_client, action, *pair, answer="lead", instead=instead, replace="on")
        words = {
            "none": "Choose the page that readers shall be led to.",
            "draft": "Readers cannot see this page: choose one they can.",
            "one of them": "Choose another page: this one leaves as well.",
        }
        assert words[which] in said(response)
        assert are_there(*pair) == [True, True]
        assert not Sweep.objects.exists()

    def test_an_answer_that_nobody_offered_keeps_them(self, action, pair, administrator_client):
        leave(administrator_client, action, *pair, answer="stay")
        assert are_there(*pair) == [True, True]

    def test_who_was_not_asked_lets_them_go_as_ever(self, action, pair, administrator_client, client):
        leave(administrator_client, action, *pair)
        assert are_there(*pair) == [False, False]
        assert client.get("/blog/offers-1/").status_code == 410

    def test_who_may_not_is_told_so(self, action, pair, commerce_client):
        leave(commerce_client, action, *pair, answer="gone")
        assert are_there(*pair) == [True, True]


class LinkingUnpublishBulkActionTests:
    def test_what_somebody_may_not_take_offline_stays(self, pair, editor_client):
        condition = published(ConditionPage)
        leave(editor_client, "unpublish", *pair, condition, answer="gone")
        assert are_there(*pair, condition) == [False, False, True]

    def test_subpages_leave_where_that_is_ticked(self, site_tree, administrator_client):
        above = published(StandardPage)
        below = published(StandardPage, parent=above)
        assert "Their subpages, too" in said(administrator_client.get(screen("unpublish", above)))
        leave(administrator_client, "unpublish", above, answer="gone", include_descendants="on")
        assert are_there(above, below) == [False, False]

    def test_and_stay_where_it_is_not(self, site_tree, administrator_client):
        above = published(StandardPage)
        below = published(StandardPage, parent=above)
        leave(administrator_client, "unpublish", above, answer="gone")
        assert are_there(above, below) == [False, True]


class LinkingDeleteBulkActionTests:
    def test_pages_that_readers_never_saw_ask_nothing(self, site_tree, administrator_client, client):
        pages = [draft(BlogPostPage, slug=f"never-{number}") for number in (1, 2)]
        response = administrator_client.get(screen("delete", *pages))
        assert "Readers who come to its address" not in said(response)
        boxes = parsed(response).select("form[action*='bulk'] input[name]")
        sent = {box["name"]: box.get("value", "") for box in boxes}
        assert sent["answer"] == "gone"
        administrator_client.post(screen("delete", *pages), sent)
        assert not Page.objects.filter(pk__in=[page.pk for page in pages]).exists()
        assert not GoneAddress.objects.exists()
        assert client.get("/blog/never-1/").status_code == 404

    def test_a_person_who_wrote_something_stays_with_all_that_was_chosen(self, pair, other, administrator_client):
        person = published(PersonPage)
        published(BlogPostPage, contributions=written_by(person))
        source = live_linking(*pair)
        leave(administrator_client, "delete", *pair, person, answer="lead", instead=other, replace="on")
        assert are_there(*pair, person) == [True, True, True]
        assert f'id="{other.pk}"' not in texts(newest(source))
        assert not GoneAddress.objects.exists()

    def test_many_at_once_ask_for_the_name_of_the_site_first(self, pair, settings, administrator_client):
        settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 2
        leave(administrator_client, "delete", *pair, answer="gone", confirm_site_name="Another")
        assert are_there(*pair) == [True, True]
        name = settings.WAGTAIL_SITE_NAME
        leave(administrator_client, "delete", *pair, answer="gone", confirm_site_name=name)
        assert are_there(*pair) == [False, False]


class LinkingMoveBulkActionTests:
    def test_links_and_old_addresses_follow_as_it_says(self, site_tree, administrator_client, client):
        above, *pair = [published(StandardPage, slug=slug) for slug in ("house", "one", "two")]
        live_linking(*pair, slug="live", title="Source")
        words = said(administrator_client.get(screen("move", *pair)))
        for page in pair:
            assert f"What leads to “{page.title}” Linked in the text of Source" in words
        assert "the old addresses lead there, too" in words
        leave(administrator_client, "move", *pair, chooser=above)
        assert client.get("/house/two/").status_code == 200
        assert client.get("/two/")["Location"] == "/house/two/"
        html = client.get("/blog/live/").content.decode()
        assert 'href="/house/one/"' in html
        assert 'href="/house/two/"' in html

    def test_without_links_it_says_nothing_of_them(self, site_tree, administrator_client):
        words = said(administrator_client.get(screen("move", published(StandardPage))))
        assert "What leads to" not in words
        assert "old addresses" not in words
