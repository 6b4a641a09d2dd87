"""The library: what editors look up and choose on many pages and what has no address of its own.

An app describes each of its snippets by a ``LibraryViewSet``; the menu they meet in belongs to ``editorial.listings``.
"""

from collections.abc import Sequence

from django.forms import modelform_factory
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

MENU_HOOK = "register_library_menu_item"


class ChooserColumnsMixin:
    """Shows more than a title in the list an editor chooses from."""

    extra_columns: Sequence[Column] = ()

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, *self.extra_columns]


class LibraryChooseView(ChooserColumnsMixin, ChooseView):
    """The dialog in which an editor chooses from the library."""


class LibraryChooseResultsView(ChooserColumnsMixin, ChooseResultsView):
    """The results of a search in that dialog."""


class LibraryChooserViewSet(SnippetChooserViewSet):
    """The chooser of one kind of library item; whoever may add one can do it in the same dialog."""

    choose_view_class = LibraryChooseView
    choose_results_view_class = LibraryChooseResultsView
    extra_columns: Sequence[Column] = ()

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"extra_columns": self.extra_columns, **kwargs})


class LibraryViewSet(SnippetViewSet):
    """The list, forms and chooser of one kind of library item."""

    menu_hook = MENU_HOOK
    chooser_viewset_class = LibraryChooserViewSet
    list_per_page = 50
    # An article may choose nine medicines: each on a second page of the dialog would cost a search.
    chooser_per_page = 50
    #: Columns beside the title in the chooser.
    chooser_columns: Sequence[Column] = ()
    #: What the chooser asks for a new item; the full form adds the rest.
    create_fields: Sequence[str] | None = None

    @property
    def chooser_viewset(self):
        chooser = super().chooser_viewset
        chooser.extra_columns = self.chooser_columns
        if self.create_fields:
            # Wagtail's own form class: Django's would take an address without scheme for http and warn about it.
            chooser.creation_form_class = modelform_factory(
                self.model, form=WagtailAdminModelForm, fields=self.create_fields
            )
        chooser.creation_tab_label = f"New {self.model._meta.verbose_name}"
        chooser.create_action_label = f"Add {self.model._meta.verbose_name}"
        return chooser
