"""Listings of pages of one type, flat and in the explorer."""

from django.db.models import F
from django.utils.text import capfirst
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView

from core.status import annotate_schedule
from editorial.listings.columns import GOES_LIVE, MIXED_COLUMNS


class PreparedColumnsMixin:
    """Fetches what the columns show for all rows at once: the number of queries is the same for 10 and 100 pages."""

    def annotate_queryset(self, pages):
        return annotate_schedule(super().annotate_queryset(pages))

    def get_valid_orderings(self):
        orderings = super().get_valid_orderings()
        # The search index does not know when a page goes live.
        return [one for one in orderings if not self.is_searching or one.lstrip("-") != GOES_LIVE.sort_key]

    def order_queryset(self, queryset):
        if self.ordering not in {GOES_LIVE.sort_key, f"-{GOES_LIVE.sort_key}"}:
            return super().order_queryset(queryset)
        moment = F(GOES_LIVE.sort_key)
        is_descending = self.ordering.startswith("-")
        return queryset.order_by(moment.desc(nulls_last=True) if is_descending else moment.asc(nulls_last=True))

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
    """Pages of any type below another, with the same words; details give way on a narrow screen here, too."""

    base_columns = MIXED_COLUMNS
