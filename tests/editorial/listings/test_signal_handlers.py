"""What happens when a draft is saved."""

import pytest

from blog.models import BlogPostPage
from tests.blog.factories import BlogPostPageFactory
from tests.people.factories import PersonPageFactory, written_by
from tests.publication import publish

pytestmark = pytest.mark.django_db


class KeepDraftFindableTests:
    def test_text_readers_see_waits_for_publication(self):
        page = publish(BlogPostPageFactory(contributions=written_by(PersonPageFactory(title="Ana"))))
        page.contributions = written_by(PersonPageFactory(title="Bo"))
        page.save_revision()
        stored = BlogPostPage.objects.get(pk=page.pk)
        assert [contribution.person.title for contribution in stored.contributions.all()] == ["Ana"]
