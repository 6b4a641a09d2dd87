"""Listings of pages of one type, flat and in the explorer."""

from django.utils.text import capfirst
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView

from core.status import annotate_overdue
from editorial.listings.columns import STATUS


class PreparedColumnsMixin:
    """Fetches what the columns show for all rows at once: the number of queries is the same for 10 and 100 pages."""

    def annotate_queryset(self, pages):
        return annotate_overdue(super().annotate_queryset(pages))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for column in self.columns:
            if hasattr(column, "prepare"):
                column.prepare(list(context["object_list"]))
        return context


class TypeIndexView(PreparedColumnsMixin, IndexView):
    """All pages of one type, wherever they stand in the tree."""

    @property
    def add_item_label(self):
        return f"Add {self.model.get_verbose_name().lower()}"

    def get_page_title(self):
        return capfirst(self.model._meta.verbose_name_plural)


class TypeExplorerView(PreparedColumnsMixin, ExplorableIndexView):
    """The pages of one type below their index page."""


class MixedExplorerView(PreparedColumnsMixin, ExplorableIndexView):
    """Pages of any type below another, with the same status words."""

    base_columns = [
        STATUS if isinstance(column, PageStatusColumn) else column for column in ExplorableIndexView.base_columns
    ]
