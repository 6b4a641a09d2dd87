"""Which panels the dashboard shows."""

import pytest
from django.utils import timezone
from wagtail.admin.menu import DismissibleMenuItemMixin, help_menu
from wagtail.models import Page

from tests.blog.factories import BlogPostPageFactory

pytestmark = pytest.mark.django_db


class HelpMenuTests:
    def test_the_guide_is_there_and_nothing_asks_to_be_clicked(self, rf, editor):
        request = rf.get("/admin/")
        request.user = editor
        items = {item.name: item for item in help_menu.menu_items_for_request(request)}
        assert "editor-guide" in items
        assert [item.name for item in items.values() if isinstance(item, DismissibleMenuItemMixin)] == []
        assert items["editor-guide"].attrs == {"target": "_blank", "rel": "noreferrer"}


class PanelTests:
    def test_shows_ours_and_no_summary_or_news(self, editor, dashboard):
        html = dashboard(editor)["html"]
        assert "Waiting for you" in html
        assert "w-summary" not in html
        assert "whats-new" not in html
        assert "w-upgrade" not in html

    def test_asks_nothing_of_other_sites(self, editor, dashboard):
        html = dashboard(editor)["html"]
        assert "gravatar.com" not in html
        assert "default-user-avatar" in html

    def test_says_what_will_be_there_when_there_is_nothing(self, reviewer, dashboard):
        html = dashboard(reviewer)["html"]
        assert "Nothing waits for you." in html
        assert "You have no unfinished pages." in html
        assert "Nothing has gone live yet." in html

    def test_pages_somebody_locked_are_still_shown(self, editor, dashboard):
        page = BlogPostPageFactory(title="Locked post")
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
        assert "Locked post" in dashboard(editor)["html"]
