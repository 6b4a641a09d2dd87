"""What the site does by itself."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from home.ensure_site import ensure_site
from images.making import order
from images.usage import wanted_by


def ensure_site_after_migrate(sender, using: str = "default", **kwargs) -> None:
    """Make the fixed site whenever the default database is completely migrated, or has just been flushed."""
    if using != "default":
        return
    executor = MigrationExecutor(connections[using])
    # Halfway through (migrate <app>, migrate <app> zero) tables or columns may be missing.
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        ensure_site()


def order_sizes_of_site_pictures(sender, instance, **kwargs) -> None:
    """Have logo, favicon and share picture made in their sizes."""
    order(wanted_by(instance))
