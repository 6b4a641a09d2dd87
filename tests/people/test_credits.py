"""What carries a person's name."""

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from people.models import PersonPage
from tests.people.factories import reviewed_by, written_by
from tests.publication import draft, published


class CreditsTests:
    def test_what_somebody_wrote_or_reviewed_is_listed(self, db):
        person = published(PersonPage)
        post = published(BlogPostPage, contributions=written_by(person))
        condition = published(ConditionPage, contributions=[*written_by(published(PersonPage)), *reviewed_by(person)])
        draft(BlogPostPage, contributions=written_by(person))
        assert set(person.pages_by_person) == {post, condition}

    def test_a_page_with_two_parts_is_listed_once(self, db):
        person = published(PersonPage)
        post = published(BlogPostPage, contributions=[*written_by(person), *reviewed_by(person)])
        assert person.pages_by_person == [post]

    def test_a_profile_nobody_has_saved_has_none(self, db):
        assert PersonPage(title="New").pages_by_person == []
