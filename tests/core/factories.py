"""Factories all page factories stand on."""

import factory
import wagtail_factories
from wagtail.models import Page

from core.models import BasePage
from core.references import references_indexed_once


class BasePageFactory(wagtail_factories.PageFactory):
    """A draft with its first revision, complete enough to be published."""

    class Meta:
        abstract = True
        model = BasePage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        page = model_class(**{"live": False, "has_unpublished_changes": True, **kwargs})
        with references_indexed_once():
            # Read again, because treebeard numbers a child by what the parent in memory knows.
            Page.objects.get(pk=parent.pk).add_child(instance=page)
            page.save_revision(user=page.owner)
        return page


class IndexPageFactory(BasePageFactory):
    """The one page of its type: the one in the fixed tree, or a new one in its place."""

    parent = factory.LazyFunction(lambda: Page.objects.get(depth=2))

    class Meta:
        abstract = True
        model = BasePage
        django_get_or_create = ("parent", "slug")
