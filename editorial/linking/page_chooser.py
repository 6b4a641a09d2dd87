"""The chooser of pages where anybody may have sent anything."""

from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page


class PageChooser(AdminPageChooser):
    """Shows itself empty for what is no key of a page; Wagtail's own answers that with a 500."""

    def get_value_data(self, value):
        return super().get_value_data(value if isinstance(value, Page) or str(value).isdecimal() else None)
