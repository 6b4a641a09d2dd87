"""The fixed site and the people who work on it, for every test."""

from types import SimpleNamespace

import pytest
from django.test import Client

from blog.models import BlogIndexPage
from conditions.models import ConditionIndexPage, QuestionIndexPage
from home.models import HomePage
from ingredients.models import IngredientIndexPage
from people.models import PersonIndexPage
from products.models import ProductIndexPage
from tests.users.factories import UserFactory
from topics.models import TopicIndexPage


@pytest.fixture
def site_tree(db):
    """Home and the indexes: ``site_tree.home``, ``site_tree.conditions`` and so on."""
    return SimpleNamespace(
        home=HomePage.objects.get(),
        blog=BlogIndexPage.objects.get(),
        conditions=ConditionIndexPage.objects.get(),
        questions=QuestionIndexPage.objects.get(),
        products=ProductIndexPage.objects.get(),
        ingredients=IngredientIndexPage.objects.get(),
        people=PersonIndexPage.objects.get(),
        topics=TopicIndexPage.objects.get(),
    )


@pytest.fixture
def writer(db):
    """Wanda writes."""
    return UserFactory(username="wanda", first_name="Wanda", last_name="Ito", role="Writer")


@pytest.fixture
def editor(db):
    """Edith edits and publishes."""
    return UserFactory(username="edith", first_name="Edith", last_name="Brand", role="Editor")


@pytest.fixture
def reviewer(db):
    """Rhea is the medical reviewer."""
    return UserFactory(username="rhea", first_name="Rhea", last_name="Osei", role="Medical reviewer")


@pytest.fixture
def commerce(db):
    """Carl looks after products."""
    return UserFactory(username="carl", first_name="Carl", last_name="Meyer", role="Commerce")


@pytest.fixture
def administrator(db):
    """Ada looks after the site."""
    return UserFactory(username="ada", first_name="Ada", last_name="Nowak", role="Administrator")


def signed_in(user) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def writer_client(writer):
    """Wanda's browser."""
    return signed_in(writer)


@pytest.fixture
def editor_client(editor):
    """Edith's browser."""
    return signed_in(editor)


@pytest.fixture
def reviewer_client(reviewer):
    """Rhea's browser."""
    return signed_in(reviewer)


@pytest.fixture
def commerce_client(commerce):
    """Carl's browser."""
    return signed_in(commerce)


@pytest.fixture
def administrator_client(administrator):
    """Ada's browser."""
    return signed_in(administrator)
