"""The panel beside the page form that shows a page's links and offers further ones."""

from django.forms import Media
from django.urls import reverse
from wagtail.admin.ui.side_panels import BaseSidePanel


class LinksSidePanel(BaseSidePanel):
    """Filled by a request of its own, anew after each save, so that it keeps up with what is typed."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with the number of suggestions."""

        aria_label = "Toggle links"
        icon_name = "link"

    name = "links"
    title = "Links"
    template_name = "editorial/linking/side_panel.html"
    order = 200

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        # A key stands for that of a page that is not saved yet.
        return context | {"address": reverse("links", args=[self.object.pk or 0]), "is_new": not self.object.pk}

    @property
    def media(self):
        return Media(js=["js/admin/links_panel.js"], css={"all": ["css/admin/links_panel.css"]})
