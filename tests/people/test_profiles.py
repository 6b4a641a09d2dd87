"""Profiles of those who sign in."""

import pytest

from people.models import Contribution, PersonPage
from people.profiles import link_profile, make_profile, name_of, namesakes, profile_of
from tests.blog.factories import BlogPostPageFactory
from tests.people.factories import PersonPageFactory, written_by
from tests.publication import publish
from users.models import User

pytestmark = pytest.mark.django_db


class NameOfTests:
    def test_is_the_full_name_where_there_is_one(self, writer):
        assert name_of(writer) == "Wanda Ito"
        assert name_of(User(username="wanda")) == "wanda"


class MakeProfileTests:
    def test_makes_a_draft_linked_to_its_person(self, writer):
        page = make_profile(writer)
        assert profile_of(writer) == page
        assert (page.title, page.live, page.owner) == ("Wanda Ito", False, writer)
        assert page.get_latest_revision_as_object().user == writer

    def test_without_a_link_there_is_no_profile(self, writer):
        assert profile_of(writer) is None


class NamesakesTests:
    def test_are_pages_of_that_name_nobody_is_linked_to(self, writer, editor):
        free = PersonPageFactory(title="wanda ito")
        PersonPageFactory(title="Wanda Ito", slug="another-wanda", user=editor)
        PersonPageFactory(title="Somebody Else")
        assert list(namesakes(writer)) == [free]


class LinkProfileTests:
    def test_link_holds_when_an_older_revision_is_published(self, writer):
        page = publish(PersonPageFactory(title="Wanda Ito"))
        page.role = "Writer"
        draft = page.save_revision()
        link_profile(page, writer)
        draft.refresh_from_db()
        draft.publish()
        assert profile_of(writer) == page

    def test_link_is_no_change_readers_wait_for(self, writer):
        page = publish(PersonPageFactory(title="Wanda Ito"))
        link_profile(page, writer)
        stored = PersonPage.objects.get(pk=page.pk)
        assert stored.live
        assert not stored.has_unpublished_changes
        assert stored.user == writer


class LeavingTests:
    def test_page_and_bylines_stay_when_the_login_goes(self, writer):
        person = publish(PersonPageFactory(title="Wanda Ito", user=writer))
        post = BlogPostPageFactory(contributions=written_by(person))
        writer.delete()
        person.refresh_from_db()
        assert person.live
        assert person.user is None
        assert Contribution.objects.get(page=post).person == person

    def test_page_can_still_be_published_afterwards(self, writer):
        person = PersonPageFactory(title="Wanda Ito", user=writer)
        writer.delete()
        assert publish(PersonPage.objects.get(pk=person.pk)).user is None
