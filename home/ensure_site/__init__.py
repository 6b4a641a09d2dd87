"""What every site has from the first migrate on: fixed pages, menu, collections, roles, workflows.

Safe to run at any time: it restores what is missing and leaves alone what people have changed.
"""

from django.db import transaction

from home.ensure_site.collections import ensure_collections
from home.ensure_site.menu import ensure_menu
from home.ensure_site.roles import ensure_roles
from home.ensure_site.tree import ensure_tree
from home.ensure_site.workflows import ensure_workflows

__all__ = ["ensure_site"]


@transaction.atomic
def ensure_site() -> None:
    """Make whatever is missing of the fixed site; running it again writes nothing."""
    home = ensure_tree()
    ensure_menu(home)
    ensure_collections()
    ensure_roles(home)
    ensure_workflows(home)
