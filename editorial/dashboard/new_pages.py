"""What somebody may start from the dashboard with one click."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.models import BasePage
from products.models import ProductPage
from users.models import User

#: In the order the buttons stand in, each with its icon.
STARTABLE: list[tuple[type[BasePage], str]] = [
    (BlogPostPage, "doc-full"),
    (QuestionPage, "help"),
    (ConditionPage, "clipboard-list"),
    (ProductPage, "tag"),
]


@dataclass(frozen=True)
class NewPageButton:
    """A button that opens the create form of one type of page."""

    label: str
    icon: str
    url: str


def new_page_buttons(user: User) -> list[NewPageButton]:
    """The buttons for the types this user may add, in a number of queries that does not grow with the site."""
    parent_models = {model: model.allowed_parent_page_models() for model, _ in STARTABLE}
    every_parent = {parent for parents in parent_models.values() for parent in parents}
    parents = {type(page): page for page in Page.objects.exact_type(*every_parent).specific(defer=True)}
    buttons = []
    for model, icon in STARTABLE:
        parent = next((parents[parent] for parent in parent_models[model] if parent in parents), None)
        if parent and parent.permissions_for_user(user).can_add_subpage():
            address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
            buttons.append(NewPageButton(f"New {model.get_verbose_name().lower()}", icon, address))
    return buttons
