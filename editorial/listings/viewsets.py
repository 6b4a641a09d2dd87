"""One listing for each type of page, in the menu and in the explorer."""

from dataclasses import dataclass, field

from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.library import MENU_HOOK
from core.models import BasePage
from core.page_views import page_views
from editorial.listings import columns, filters
from editorial.listings.access import may_list
from editorial.listings.views import MixedExplorerView, TypeExplorerView, TypeIndexView
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage


@dataclass(frozen=True)
class Listing:
    """A type of page with a menu entry of its own."""

    name: str
    model: type[BasePage]
    icon: str
    columns: list[BaseColumn] = field(default_factory=lambda: columns.ARTICLE_COLUMNS)
    filterset_class: type[filters.ListedPageFilterSet] = filters.ArticleFilterSet
    ordering: str = "-latest_revision_created_at"


LISTINGS = [
    Listing("posts", BlogPostPage, "doc-full"),
    Listing("questions", QuestionPage, "help"),
    Listing("conditions", ConditionPage, "clipboard-list", ordering="title"),
    Listing("products", ProductPage, "tag", columns.PRODUCT_COLUMNS, filters.ProductFilterSet),
    Listing("ingredients", IngredientPage, "list-ul", columns.INGREDIENT_COLUMNS, ordering="title"),
    Listing("people", PersonPage, "group", columns.PERSON_COLUMNS, filters.PersonFilterSet, "title"),
]


class ListingMenuItem(MenuItem):
    """The menu entry of one listing, for those who may open a page in it."""

    model: type[BasePage]

    def is_shown(self, request):
        return may_list(request, self.model)


class TypeListingViewSet(PageListingViewSet):
    """The flat listing behind a menu entry."""

    index_view_class = TypeIndexView
    add_to_admin_menu = True

    @property
    def menu_item_class(self):
        return type("TypeMenuItem", (ListingMenuItem,), {"model": self.model})


class TypeExplorerViewSet(PageViewSet):
    """The same columns and filters where the pages are explored below their index page."""

    index_view_class = TypeExplorerView


class MixedExplorerViewSet(PageViewSet):
    """The explorer everywhere else."""

    model = Page
    index_view_class = MixedExplorerView
    filterset_class = filters.ExplorerFilterSet


class LibraryGroup(ViewSetGroup):
    """The menu in which the snippets of all apps meet."""

    menu_label = "Library"
    menu_icon = "folder-open-inverse"
    menu_order = 500
    submenu_hook = MENU_HOOK


def listing_viewsets() -> list[PageListingViewSet]:
    """Both viewsets of every listing, and the explorer of everything else."""
    viewsets = [MixedExplorerViewSet(**page_views())]
    for position, listing in enumerate(LISTINGS, start=1):
        shared = {
            "model": listing.model,
            "icon": listing.icon,
            "columns": listing.columns,
            "filterset_class": listing.filterset_class,
        }
        menu = {"menu_label": listing.name.capitalize(), "menu_order": position * 10, "ordering": listing.ordering}
        viewsets += [TypeListingViewSet(listing.name, **shared, **menu), TypeExplorerViewSet(**shared, **page_views())]
    return viewsets
