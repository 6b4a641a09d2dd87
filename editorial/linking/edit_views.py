"""The page form with its links at its side."""

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from editorial.linking.side_panel import LinksSidePanel


class LinkingEditView(EditView):
    """The form of a page."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        # What a partial answer carries stands in the form itself; the panel asks for its own.
        if self.expects_json_response or self.hydrate_create_view:
            return panels
        return MediaContainer([*panels, LinksSidePanel(self.page, self.request)])


class LinkingCreateView(CreateView):
    """The form of a page that does not exist yet; its links are known once it is saved."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        return (
            panels if self.expects_json_response else MediaContainer([*panels, LinksSidePanel(self.page, self.request)])
        )
