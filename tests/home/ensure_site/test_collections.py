"""The collections are made once."""

import pytest
from wagtail.models import Collection

from home.ensure_site import ensure_site


def names():
    """The names of all collections below the root."""
    return sorted(collection.name for collection in Collection.get_first_root_node().get_children())


@pytest.mark.django_db
class CollectionTests:
    def test_pictures_have_their_places(self):
        assert names() == ["Articles", "Brand", "Clinical photos", "People", "Products"]

    def test_a_renamed_collection_does_not_come_back(self):
        collection = Collection.objects.get(name="Articles")
        collection.name = "Posts"
        collection.save()
        ensure_site()
        assert names() == ["Brand", "Clinical photos", "People", "Posts", "Products"]
