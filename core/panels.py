"""Panels every page form has."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel, Panel

from core import publishing
from core.forms import FIX_BUTTON

#: Without Wagtail's "show in menus": the menu has a form of its own, and nothing is asked twice.
ADDRESS_PANEL = MultiFieldPanel(
    [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
    heading="Address and search engines",
    icon="site",
)
#: What the address answers after the page has expired or was unpublished.
OFFLINE_PANEL = MultiFieldPanel([PageChooserPanel("forward_to")], heading="Once it is offline", icon="redirect")


class ProblemsPanel(Panel):
    """Says on top of the form what kept the page from going live, and offers the repairs there are."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one form; shown only after publishing was refused."""

        template_name = "core/panels/problems.html"

        def is_shown(self):
            return bool(getattr(self.form, "problems", []))

        def get_context_data(self, parent_context=None):
            problems = self.form.problems
            return super().get_context_data(parent_context) | {
                "problems": list(dict.fromkeys(problem.words for problem in problems)),
                "fixes": publishing.fixes_for(problems),
                "fix_button": FIX_BUTTON,
            }
