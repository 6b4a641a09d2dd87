"""The panel beside the page form."""

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from editorial.linking.side_panel import LinksSidePanel
from tests.publication import draft

pytestmark = pytest.mark.django_db


class LinksSidePanelTests:
    def test_it_asks_for_the_links_of_its_page(self, site_tree, rf):
        page = draft(BlogPostPage)
        html = LinksSidePanel(page, rf.get("/")).render_html({})
        assert f'data-address="{reverse("links", args=[page.pk])}"' in html
        assert "once its first words are saved" not in html

    def test_of_a_page_that_is_not_saved_it_says_when_there_will_be_some(self, site_tree, rf):
        html = LinksSidePanel(BlogPostPage(), rf.get("/")).render_html({})
        assert f'data-address="{reverse("links", args=[0])}"' in html
        assert "What this page could link to is shown here once its first words are saved." in html

    def test_it_brings_its_script_and_its_looks(self, site_tree, rf):
        media = str(LinksSidePanel(BlogPostPage(), rf.get("/")).media)
        assert "js/admin/links_panel" in media and "css/admin/links_panel" in media

    def test_it_has_a_button_of_its_own(self, site_tree, rf):
        panel = LinksSidePanel(draft(BlogPostPage), rf.get("/"))
        assert (panel.name, panel.toggle.icon_name) == ("links", "link")
