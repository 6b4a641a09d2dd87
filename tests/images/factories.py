"""Pictures."""

import factory
import wagtail_factories
from wagtail.models import Collection

from images.models import SiteImage


class SiteImageFactory(wagtail_factories.ImageFactory):
    """A small PNG in one colour."""

    title = factory.Sequence(lambda number: f"Smear of cream {number}")
    file = factory.django.ImageField(width=64, height=48, color="#e0b8a0", format="PNG", filename="smear.png")
    collection = factory.LazyFunction(Collection.get_first_root_node)
    credit = "Photo: Ana Ruiz"
    licence = "Own work"

    class Meta:
        model = SiteImage
