"""Profiles, and who did what on a page."""

from datetime import date

import pytest

from people.models import Contribution, Credential, PersonPage
from tests.publication import published

pytestmark = pytest.mark.django_db


class PersonIndexPageTests:
    def test_those_who_left_come_last(self, site_tree):
        published(PersonPage, title="Ben Adler", left_on=date(2025, 3, 31))
        published(PersonPage, title="Nadia Okafor")
        published(PersonPage, title="Ana Ruiz")

        assert [person.title for person in site_tree.people.listed_pages()] == ["Ana Ruiz", "Nadia Okafor", "Ben Adler"]


class PersonPageTests:
    @pytest.mark.parametrize(("honorific", "full_name"), [("Dr", "Dr Nadia Okafor"), ("", "Nadia Okafor")])
    def test_the_full_name_has_the_honorific_where_there_is_one(self, honorific, full_name):
        assert PersonPage(title="Nadia Okafor", honorific=honorific).full_name == full_name


class RowTests:
    def test_rows_are_known_by_what_they_say(self):
        person = PersonPage(title="Nadia Okafor")

        assert str(Credential(name="Registered dermatologist")) == "Registered dermatologist"
        assert str(Contribution(person=person, role="reviewer")) == "Nadia Okafor, medical reviewer"
