"""After a refused publish the admin says why, not that one lacks permission."""

from django.contrib import messages
from django.urls import reverse
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from blog.models import BlogPostPage
from core.publishing import Problem, PublishRefused, last_refusal
from tests.core import bodies
from tests.edit_form import edit_url, said
from tests.publication import draft

GENERAL = "Sorry, you do not have permission to access this area."


def bulk_publish(*pages):
    """Where pages are published together."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return url + "?" + "&".join(f"id={page.pk}" for page in pages)


def refuse_going_live(page):
    """Refuse a page the way the guard does."""
    refusal = PublishRefused(page, [Problem("", "Not yet.")])
    last_refusal.set(refusal)
    raise refusal


class RefusalMessageMiddlewareTests:
    """Reasons in place of the general sentence, at the page they concern."""

    def test_the_reasons_are_said_at_the_page(self, administrator_client, site_tree):
        page = draft(BlogPostPage)
        page.body = [bodies.how_to(), bodies.seek_help()]
        page.save_revision()
        response = administrator_client.post(bulk_publish(page), follow=True)
        assert response.redirect_chain == [(edit_url(page), 302)]
        assert "cannot go live yet. The help card comes after a treatment" in said(response)
        assert GENERAL not in said(response)

    def test_other_messages_are_kept(self, administrator_client, site_tree, monkeypatch):
        def refuse(action, objects, denied):
            messages.success(action.request, "Something else worked.")
            refuse_going_live(objects[0])

        monkeypatch.setattr(PublishBulkAction, "prepare_action", refuse)
        response = administrator_client.post(bulk_publish(draft(BlogPostPage)), follow=True)
        assert "Something else worked." in said(response)
        assert "Not yet." in said(response)
        assert GENERAL not in said(response)

    def test_a_page_that_was_never_stored_is_explained_on_the_dashboard(
        self, administrator_client, site_tree, monkeypatch
    ):
        def refuse(action, objects, denied):
            refuse_going_live(BlogPostPage(title="Unsaved"))

        monkeypatch.setattr(PublishBulkAction, "prepare_action", refuse)
        response = administrator_client.post(bulk_publish(draft(BlogPostPage)), follow=True)
        assert response.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
        assert "“Unsaved” cannot go live yet. Not yet." in said(response)
        assert GENERAL not in said(response)

    def test_a_permission_somebody_really_lacks_is_still_said(self, commerce_client, site_tree):
        response = commerce_client.get(edit_url(draft(BlogPostPage)), follow=True)
        assert GENERAL in said(response)

    def test_a_script_is_told_403_and_not_sent_elsewhere(self, administrator_client, site_tree):
        page = draft(BlogPostPage)
        page.contributions = []
        page.save_revision()
        response = administrator_client.post(bulk_publish(page), headers={"X-Requested-With": "XMLHttpRequest"})
        assert response.status_code == 403
