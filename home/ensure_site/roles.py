"""The roles people have, as groups: what each may do with pages, pictures, snippets and settings.

Whatever is missing is granted; a permission an administrator added by hand is never taken away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from home.ensure_site.collections import ARTICLES, BRAND, CLINICAL_PHOTOS, PEOPLE, PRODUCTS
from home.ensure_site.tree import fixed_pages
from home.models import HomePage

WRITER = "Writer"
EDITOR = "Editor"
MEDICAL_REVIEWER = "Medical reviewer"
COMMERCE = "Commerce"
ADMINISTRATOR = "Administrator"

#: Names a collection or page from which a permission reaches everything.
EVERYWHERE = ""
FILE_ACTIONS = ["add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"]
WRITER_FILE_ACTIONS = ["add_image", "choose_image", "add_document", "choose_document"]
COLLECTION_ACTIONS = ["add_collection", "change_collection", "delete_collection"]
SNIPPETS = [
    "topics.bodysite",
    "topics.glossaryterm",
    "sources.source",
    "ingredients.medicine",
    "products.brand",
    "products.merchant",
]


def every(*models: str) -> list[str]:
    """The permissions to list, add, change and delete rows of models."""
    return [
        f"{app}.{action}_{model}"
        for app, model in (name.split(".") for name in models)
        for action in ("view", "add", "change", "delete")
    ]


def view(*models: str) -> list[str]:
    """The permissions to list rows of models."""
    return [f"{app}.view_{model}" for app, model in (name.split(".") for name in models)]


@dataclass(frozen=True)
class Role:
    """What one role may do: with the pages below a slug, with files of a collection, and elsewhere."""

    name: str
    pages: dict[str, list[str]]
    collections: dict[str, list[str]]
    models: list[str] = field(default_factory=list)


WRITE = ["add"]
EDIT = ["add", "change", "lock", "unlock"]
PUBLISH = ["publish"]

ROLES = [
    Role(
        WRITER,
        pages=dict.fromkeys(("blog", "conditions", "questions", "ingredients", "people"), WRITE),
        collections=dict.fromkeys((ARTICLES, PEOPLE), WRITER_FILE_ACTIONS)
        | {name: ["choose_image", "choose_document"] for name in (PRODUCTS, BRAND)},
        models=[*view(*SNIPPETS), "sources.add_source"],
    ),
    Role(
        EDITOR,
        # Not "publish" on home: it would reach conditions, questions and ingredients, which go live by approval.
        pages={EVERYWHERE: EDIT} | dict.fromkeys(("blog", "products", "people", "topics", "about", "privacy"), PUBLISH),
        collections={EVERYWHERE: FILE_ACTIONS},
        models=[
            *every(*SNIPPETS, "wagtailredirects.redirect"),
            "editorial_scheduling.add_hold",
            "editorial_scheduling.change_slot",
            "home.view_sitesettings",
            "home.change_sitesettings",
            "home.view_menusettings",
            "home.change_menusettings",
        ],
    ),
    Role(
        MEDICAL_REVIEWER,
        pages=dict.fromkeys(("conditions", "questions", "ingredients", "people"), WRITE),
        collections={name: ["choose_image", "choose_document"] for name in (ARTICLES, PRODUCTS, BRAND)}
        | {CLINICAL_PHOTOS: FILE_ACTIONS, PEOPLE: WRITER_FILE_ACTIONS},
        models=[*view(*SNIPPETS), *every("ingredients.medicine", "sources.source")],
    ),
    Role(
        COMMERCE,
        pages={"products": ["add", "change", "publish"]},
        collections=dict.fromkeys((PRODUCTS, BRAND), FILE_ACTIONS),
        models=every("products.brand", "products.merchant"),
    ),
    Role(
        ADMINISTRATOR,
        pages={EVERYWHERE: [*EDIT, "publish", "bulk_delete"]},
        collections={EVERYWHERE: [*FILE_ACTIONS, *COLLECTION_ACTIONS]},
        models=every(*SNIPPETS),
    ),
]


def ensure_roles(home: HomePage) -> None:
    """Make every role with its permissions, and remove the stock groups nobody is in."""
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role.name)
        grant_models(group, role)
        grant_pages(group, role, home)
        grant_collections(group, role)
    # Wagtail's own "Editors" beside "Editor" would be a trap.
    for group in Group.objects.filter(name__in=["Editors", "Moderators"], user=None):
        group.delete()


def grant_models(group: Group, role: Role) -> None:
    """Let the role into the admin, and let it work with its models and settings."""
    wanted = named(["wagtailadmin.access_admin", *role.models])
    if role.name == ADMINISTRATOR:
        wanted |= everything_offered()
    group.permissions.add(*wanted.difference(group.permissions.all()))


def named(names: Iterable[str]) -> set[Permission]:
    """The permissions of the given names, such as ``sources.add_source``."""
    wanted = set(names)
    codenames = {name.split(".")[1] for name in wanted}
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.filter(codename__in=codenames).select_related("content_type")
    }
    return {found[name] for name in wanted}


def everything_offered() -> set[Permission]:
    """Every permission the admin's form for groups offers, users and groups included."""
    # Part of the admin registers what it offers when its addresses are loaded, which a migrate has no need of.
    reverse("wagtailadmin_home")
    return {permission for offer in hooks.get_hooks("register_permissions") for permission in offer()}


def grant_pages(group: Group, role: Role, home: HomePage) -> None:
    """Let the role work with pages; a section that is missing is left out."""
    pages = {EVERYWHERE: home, **fixed_pages(home)}
    for slug, actions in role.pages.items():
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=[f"{action}_page" for action in actions]
        ):
            if slug in pages:
                GroupPagePermission.objects.get_or_create(group=group, page_id=pages[slug].pk, permission=permission)


def grant_collections(group: Group, role: Role) -> None:
    """Let the role work with files; a collection an administrator renamed keeps what was granted on it."""
    for name, codenames in role.collections.items():
        collection = Collection.objects.filter(Q(name=name) if name else Q(depth=1)).first()
        for permission in Permission.objects.filter(
            content_type__app_label__in=["wagtailcore", "wagtailimages", "wagtaildocs"], codename__in=codenames
        ):
            if collection:
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=collection, permission=permission
                )
