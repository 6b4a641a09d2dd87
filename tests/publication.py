"""Pages for tests, made the way editors make them: as a draft, then published as a revision."""

from importlib import import_module

from wagtail.models import Page

from core.references import references_indexed_once
from tests.core.factories import BasePageFactory


def factory_of(page_type: type[Page]) -> type[BasePageFactory]:
    """The factory of a page type."""
    module = import_module(f"tests.{page_type._meta.app_label}.factories")
    return getattr(module, f"{page_type.__name__}Factory")


def draft(page_type: type[Page], **values) -> Page:
    """A complete page of a type that readers cannot see yet."""
    return factory_of(page_type)(**values)


def published(page_type: type[Page], **values) -> Page:
    """A complete page of a type that readers can see: its first revision, published by nobody in particular."""
    with references_indexed_once():
        page = draft(page_type, **values)
        page.latest_revision.publish()
    return type(page).objects.get(pk=page.pk)


def publish(page: Page, user=None) -> Page:
    """Publish a page as it is in memory; the page, read again."""
    page.save_revision(user=user).publish(user=user)
    return type(page).objects.get(pk=page.pk)
