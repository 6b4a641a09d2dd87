"""Taking a page offline and deleting it."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.models import GoneAddress, Sweep
from home.models import StandardPage
from people.models import PersonPage
from tests.core.privacy import keep_private
from tests.edit_form import parsed, said
from tests.editorial.linking.linked import change, draft_linking, live_linking, newest, texts
from tests.people.factories import written_by
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db
ACTIONS = ["unpublish", "delete"]


def screen(action, page) -> str:
    """Where somebody is asked before a page leaves."""
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


def leave(client, action, page, **values):
    """Let a page leave with these answers; what is said afterwards."""
    sent = {name: getattr(value, "pk", value) for name, value in values.items()}
    return client.post(screen(action, page), sent, follow=True)


def is_there(page) -> bool:
    """Whether readers see a page."""
    return Page.objects.filter(pk=page.pk, live=True).exists()


@pytest.fixture
def leaving(site_tree):
    """A post that is to leave."""
    return published(BlogPostPage, title="Winter offers", slug="winter-offers")


@pytest.fixture
def other(site_tree):
    """A post that takes its place."""
    return published(BlogPostPage, title="Spring offers", slug="spring-offers")


@pytest.mark.parametrize("action", ACTIONS)
class LeavingTests:
    def test_it_asks_and_shows_what_leads_there(self, action, leaving, administrator_client):
        live_linking(leaving, title="A post")
        response = administrator_client.get(screen(action, leaving))
        words = said(response)
        assert "What leads to it Linked in the text of A post" in words
        assert "Say that the page was taken down, and offer the search (410)" in words
        assert "Let the links to it lead to the other page as well" in words
        assert is_there(leaving)

    def test_without_links_it_does_not_ask_about_them(self, action, leaving, administrator_client):
        words = said(administrator_client.get(screen(action, leaving)))
        assert "Readers who come to its address" in words
        assert "Let the links to it lead" not in words

    def test_gone_is_gone(self, action, leaving, administrator_client, client):
        leave(administrator_client, action, leaving, answer="gone")
        assert not is_there(leaving)
        assert client.get("/blog/winter-offers/").status_code == 410

    def test_lead_leads_to_the_other_page(self, action, leaving, other, administrator_client, client):
        leave(administrator_client, action, leaving, answer="lead", instead=other)
        assert not is_there(leaving)
        response = client.get("/blog/winter-offers/")
        assert (response.status_code, response["Location"]) == (301, "/blog/spring-offers/")

    def test_links_follow_for_readers_and_in_drafts(self, action, leaving, other, administrator_client, client):
        live, unseen = live_linking(leaving, slug="live"), draft_linking(leaving)
        edited = change(live_linking(leaving, slug="edited"), standfirst="Not yet for readers.")
        leave(administrator_client, action, leaving, answer="lead", instead=other, replace="on")
        for page in (live, unseen, edited):
            assert f'id="{other.pk}"' in texts(newest(page))
            assert f'id="{leaving.pk}"' not in texts(newest(page))
        for address in ("/blog/live/", "/blog/edited/"):
            assert 'href="/blog/spring-offers/">there</a>' in client.get(address).content.decode()
        assert newest(edited).standfirst == "Not yet for readers."
        assert BlogPostPage.objects.get(pk=edited.pk).standfirst != "Not yet for readers."

    def test_links_stay_where_nobody_asked_for_more(self, action, leaving, other, administrator_client, client):
        source = live_linking(leaving, slug="live")
        leave(administrator_client, action, leaving, answer="lead", instead=other)
        assert f'id="{leaving.pk}"' in texts(newest(source))
        assert "winter-offers" not in client.get("/blog/live/").content.decode()

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda page: "", "Choose the page that readers shall be led to."),
            (lambda page: draft(BlogPostPage).pk, "Readers cannot see this page: choose one they can."),
            (lambda page: page.pk, "Choose another page: this one leaves as well."),
            (lambda page: 10**9, "Select a valid choice."),
            (lambda page: "x", "Select a valid choice."),
        ],
        ids=["none", "draft", "itself", "no page", "no key"],
    )
    def test_a_choice_that_cannot_be_keeps_the_page_and_says_why(
        self, action, make, words, leaving, administrator_client
    ):
        response = leave(administrator_client, action, leaving, answer="lead", instead=make(leaving), replace="on")
        assert words in said(response)
        assert "Nothing has happened yet" in said(response)
        assert is_there(leaving)
        assert not Sweep.objects.exists()

    def test_so_does_an_answer_that_nobody_offered(self, action, leaving, administrator_client):
        response = leave(administrator_client, action, leaving, answer="stay")
        assert "Nothing has happened yet" in said(response)
        assert is_there(leaving)

    def test_who_was_not_asked_lets_it_go_as_ever(self, action, leaving, administrator_client, client):
        leave(administrator_client, action, leaving)
        assert not is_there(leaving)
        assert client.get("/blog/winter-offers/").status_code == 410

    def test_who_may_not_is_turned_away(self, action, leaving, commerce_client):
        assert "do not have permission" in said(leave(commerce_client, action, leaving, answer="gone"))
        assert is_there(leaving)

    def test_looking_changes_nothing(self, action, leaving, other, administrator_client):
        source = live_linking(leaving)
        before = source.latest_revision_id
        administrator_client.get(f"{screen(action, leaving)}?answer=lead&instead={other.pk}&replace=on")
        assert Page.objects.get(pk=source.pk).latest_revision_id == before
        assert is_there(leaving)


class LinkingUnpublishViewTests:
    def test_what_leaves_is_a_draft_that_may_come_back(self, leaving, other, administrator_client, client):
        leave(administrator_client, "unpublish", leaving, answer="lead", instead=other)
        publish(BlogPostPage.objects.get(pk=leaving.pk))
        assert client.get("/blog/winter-offers/").status_code == 200

    def test_gone_counts_even_where_the_form_of_the_page_named_another(self, other, administrator_client, client):
        page = published(BlogPostPage, slug="older", forward_to=other)
        leave(administrator_client, "unpublish", page, answer="gone")
        assert client.get("/blog/older/").status_code == 410

    def test_who_was_not_asked_lets_the_address_lead_where_the_form_of_the_page_says(
        self, other, administrator_client, client
    ):
        page = published(BlogPostPage, slug="older", forward_to=other)
        leave(administrator_client, "unpublish", page)
        assert client.get("/blog/older/")["Location"] == "/blog/spring-offers/"

    def test_an_editor_of_the_blog_may(self, leaving, editor_client):
        leave(editor_client, "unpublish", leaving, answer="gone")
        assert not is_there(leaving)

    def test_subpages_leave_with_it_where_that_is_ticked(self, site_tree, administrator_client, client):
        above = published(StandardPage, slug="guides")
        below = published(StandardPage, slug="sun", parent=above)
        leave(administrator_client, "unpublish", above, answer="gone", include_descendants="on")
        assert not is_there(below)
        assert client.get("/guides/sun/").status_code == 410


class LinkingDeleteViewTests:
    def test_a_page_that_readers_never_saw_asks_nothing(self, site_tree, administrator_client, client):
        page = draft(BlogPostPage, slug="never")
        response = administrator_client.get(screen("delete", page))
        assert "Readers who come to its address" not in said(response)
        sent = {box["name"]: box.get("value", "") for box in parsed(response).select("main form input[name]")}
        administrator_client.post(screen("delete", page), sent)
        assert not Page.objects.filter(pk=page.pk).exists()
        assert not GoneAddress.objects.exists()
        assert client.get("/blog/never/").status_code == 404

    def test_a_page_that_was_taken_offline_before_has_an_address_to_keep(self, leaving, administrator_client, client):
        leaving.unpublish()
        assert "Readers who come to its address" in said(administrator_client.get(screen("delete", leaving)))
        leave(administrator_client, "delete", leaving, answer="gone")
        assert client.get("/blog/winter-offers/").status_code == 410

    def test_nothing_is_told_of_a_private_page(self, leaving, administrator_client, client):
        keep_private(leaving)
        leave(administrator_client, "delete", leaving, answer="gone")
        assert not Page.objects.filter(pk=leaving.pk).exists()
        assert client.get("/blog/winter-offers/").status_code == 404

    def test_subpages_are_gone_with_it_and_lead_nowhere(self, site_tree, other, administrator_client, client):
        above = published(StandardPage, slug="guides")
        published(StandardPage, slug="sun", parent=above)
        assert "1 page below it is deleted, too" in said(administrator_client.get(screen("delete", above)))
        leave(administrator_client, "delete", above, answer="lead", instead=other)
        assert client.get("/guides/")["Location"] == "/blog/spring-offers/"
        assert client.get("/guides/sun/").status_code == 410

    def test_a_new_page_at_the_address_is_served(self, leaving, administrator_client, client):
        leave(administrator_client, "delete", leaving, answer="gone")
        published(BlogPostPage, slug="winter-offers")
        assert client.get("/blog/winter-offers/").status_code == 200

    @pytest.mark.parametrize("is_led_first", [True, False])
    def test_of_two_pages_that_left_an_address_the_last_answer_counts(
        self, is_led_first, leaving, other, administrator_client, client
    ):
        lead, gone = {"answer": "lead", "instead": other}, {"answer": "gone"}
        leave(administrator_client, "delete", leaving, **(lead if is_led_first else gone))
        again = published(BlogPostPage, slug="winter-offers")
        leave(administrator_client, "delete", again, **(gone if is_led_first else lead))
        assert client.get("/blog/winter-offers/").status_code == (410 if is_led_first else 301)

    def test_a_page_it_led_to_that_leaves_as_well_leaves_it_gone(self, leaving, other, administrator_client, client):
        leave(administrator_client, "delete", leaving, answer="lead", instead=other)
        leave(administrator_client, "delete", other, answer="gone")
        assert client.get("/blog/winter-offers/", follow=True).status_code == 410

    def test_a_person_who_wrote_something_stays(self, site_tree, administrator_client):
        person, other = published(PersonPage), published(PersonPage)
        post = published(BlogPostPage, contributions=written_by(person))
        leave(administrator_client, "delete", person, answer="lead", instead=other, replace="on")
        assert is_there(person)
        assert [one.person_id for one in BlogPostPage.objects.get(pk=post.pk).contributions.all()] == [person.pk]

    def test_its_links_are_swept_before_it_goes(self, leaving, other, administrator, administrator_client):
        live_linking(leaving)
        leave(administrator_client, "delete", leaving, answer="lead", instead=other, replace="on")
        sweep = Sweep.objects.get()
        assert (sweep.old, sweep.old_title, sweep.user) == (None, "Winter offers", administrator)

    def test_choices_that_would_be_deleted_with_it_lead_to_the_other(self, site_tree, administrator_client):
        page, other = published(ConditionPage), published(ConditionPage)
        source = published(BlogPostPage, related_pages=[RelatedPage(target=page)])
        leave(administrator_client, "delete", page, answer="lead", instead=other, replace="on")
        assert [one.target_id for one in BlogPostPage.objects.get(pk=source.pk).related_pages.all()] == [other.pk]

    def test_it_says_what_it_did_and_leads_above(self, leaving, site_tree, administrator_client):
        response = leave(administrator_client, "delete", leaving, answer="gone")
        assert "Page 'Winter offers' deleted." in said(response)
        assert response.request["PATH_INFO"] == f"/admin/pages/{site_tree.blog.pk}/"

    def test_many_at_once_ask_for_the_name_of_the_site_first(self, leaving, settings, administrator_client):
        settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 1
        leave(administrator_client, "delete", leaving, answer="gone", confirm_site_name="Another")
        assert is_there(leaving)
        name = settings.WAGTAIL_SITE_NAME
        leave(administrator_client, "delete", leaving, answer="gone", confirm_site_name=name)
        assert not is_there(leaving)
