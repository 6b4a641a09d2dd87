"""Links that were led elsewhere when a page went offline, once that is undone."""

from types import SimpleNamespace

import pytest

from blog.models import BlogPostPage
from editorial.linking import sweeping
from editorial.linking.leading_back import lead_links_back
from editorial.linking.models import Sweep
from tests.edit_form import said
from tests.editorial.linking.linked import change, draft_linking, live_linking, newest, texts
from tests.editorial.undo.pressing import press_undo, unpublish
from tests.publication import published

pytestmark = pytest.mark.django_db
BACK = "The links to it lead there again, except where a page has been changed since."


@pytest.fixture
def leaving(site_tree):
    """A post that leaves by mistake."""
    return published(BlogPostPage, title="Winter offers", slug="winter-offers")


@pytest.fixture
def other(site_tree):
    """A post that takes its place."""
    return published(BlogPostPage, title="Spring offers", slug="spring-offers")


def lead_to(client, page, other, **boxes):
    """Take a page offline and lead its readers to another; what is said afterwards."""
    return unpublish(client, page, answer="lead", instead=other.pk, **boxes)


class LeadLinksBackTests:
    def test_undoing_leads_the_links_back_for_readers_and_in_drafts(self, leaving, other, editor_client, client):
        live, unseen = live_linking(leaving, slug="live"), draft_linking(leaving)
        response = lead_to(editor_client, leaving, other, replace="on")
        assert 'href="/blog/spring-offers/">there</a>' in client.get("/blog/live/").content.decode()
        response = press_undo(editor_client, response)
        assert "“Winter offers” is live again, as it was." in said(response)
        assert BACK in said(response)
        assert f'href="/admin/links/sweeps/{Sweep.objects.get().pk}/"' in response.content.decode()
        assert 'href="/blog/winter-offers/">there</a>' in client.get("/blog/live/").content.decode()
        for page in (live, unseen):
            assert f'id="{leaving.pk}"' in texts(newest(page))
        assert client.get("/blog/winter-offers/").status_code == 200
        assert BlogPostPage.objects.get(pk=leaving.pk).forward_to is None

    def test_a_page_that_was_changed_since_is_left_alone(self, leaving, other, editor_client):
        source = live_linking(leaving, slug="live")
        response = lead_to(editor_client, leaving, other, replace="on")
        change(source, standfirst="Meanwhile.")
        press_undo(editor_client, response)
        assert newest(source).standfirst == "Meanwhile."
        assert f'id="{other.pk}"' in texts(newest(source))

    def test_a_sweep_of_another_time_stays(self, leaving, other, editor_client):
        source = live_linking(leaving, slug="live")
        lead_to(editor_client, leaving, other, replace="on")
        BlogPostPage.objects.get(pk=leaving.pk).get_latest_revision().publish()
        response = press_undo(editor_client, lead_to(editor_client, leaving, other))
        assert "“Winter offers” is live again, as it was." in said(response)
        assert BACK not in said(response)
        assert f'id="{other.pk}"' in texts(newest(source))

    def test_without_a_link_nothing_is_said_of_links(self, leaving, other, editor_client):
        response = press_undo(editor_client, lead_to(editor_client, leaving, other, replace="on"))
        assert "“Winter offers” is live again, as it was." in said(response)
        assert BACK not in said(response)

    def test_what_takes_longer_is_called_so(self, leaving, other, editor_client, monkeypatch):
        live_linking(leaving, slug="live")
        response = lead_to(editor_client, leaving, other, replace="on")
        monkeypatch.setattr(sweeping, "AT_ONCE", 0.0)
        monkeypatch.setattr(sweeping, "sweep_later", SimpleNamespace(enqueue=lambda pk: None))
        words = (
            "The links to it are being led back, except where a page has been changed since: look again in a minute."
        )
        assert words in said(press_undo(editor_client, response))

    def test_a_step_that_led_no_links_on_is_none_of_its_business(self, leaving, rf):
        lead_links_back({"something": "else"}, rf.post("/"))
        assert not Sweep.objects.exists()
