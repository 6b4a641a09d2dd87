"""The collections pictures and documents are kept in."""

from wagtail.models import Collection

ARTICLES = "Articles"
CLINICAL_PHOTOS = "Clinical photos"
PRODUCTS = "Products"
PEOPLE = "People"
BRAND = "Brand"
COLLECTIONS = [ARTICLES, CLINICAL_PHOTOS, PRODUCTS, PEOPLE, BRAND]


def ensure_collections() -> None:
    """Make the collections when there are none; afterwards their names belong to the administrators."""
    # The root is made by a migration, and gone after a flush.
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    if root.get_children().exists():
        return
    for name in COLLECTIONS:
        root.add_child(name=name)
