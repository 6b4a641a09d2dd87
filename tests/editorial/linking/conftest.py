"""What every test of links begins with."""

import pytest

from editorial.linking import known_names
from products.models import ProductPage
from tests.publication import published


@pytest.fixture(autouse=True)
def unknown_names():
    """Tests that are rolled back leave the same keys and, by a clock that stands still, the same moments."""
    known_names._kept.clear()


@pytest.fixture
def old(site_tree):
    """A product that others link to."""
    return published(ProductPage)


@pytest.fixture
def new(site_tree):
    """A product that takes its place."""
    return published(ProductPage)
