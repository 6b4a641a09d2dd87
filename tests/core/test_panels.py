"""The list of what kept a page from going live."""

from blog.models import BlogPostPage
from core.panels import ProblemsPanel
from tests.edit_form import PUBLISH, edit_url, opened, parsed
from tests.publication import draft

HEADING = "Before this page can go live"


def panel_in(response):
    """The words of the panel, if it is shown."""
    for section in parsed(response).select("section[data-panel]"):
        heading = section.select_one("[data-panel-heading-text]")
        if heading and heading.text == HEADING:
            return [item.text for item in section.select("li")]
    return None


class ProblemsPanelTests:
    """Shown on top of the form after a refusal, and only then."""

    def test_a_form_nobody_refused_has_no_panel(self, administrator_client, site_tree):
        assert panel_in(administrator_client.get(edit_url(draft(BlogPostPage)))) is None

    def test_a_refused_form_lists_every_reason_once(self, administrator_client, site_tree):
        page = draft(BlogPostPage)
        changes = {"contributions-0-DELETE": "on"}
        data = opened(administrator_client, edit_url(page)) | changes | PUBLISH
        response = administrator_client.post(edit_url(page), data)
        assert panel_in(response) == ["Name at least one author, or tick “Organisation byline”."]

    def test_a_panel_without_a_form_is_not_shown(self, site_tree):
        panel = ProblemsPanel().bind_to_model(BlogPostPage)
        assert not panel.get_bound_panel(instance=draft(BlogPostPage)).is_shown()
