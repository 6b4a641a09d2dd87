"""A version that refers to what was deleted since can still be opened and mended."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.deleted_targets import without_deleted
from people.models import PersonPage
from tests.edit_form import edit_url
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def orphaned(site_tree):
    """A draft by somebody whose profile was deleted after it was saved."""
    page, person = draft(BlogPostPage), published(PersonPage)
    revision = page.get_latest_revision()
    revision.content["contributions"][0]["person"] = person.pk
    revision.save()
    Page.objects.get(pk=person.pk).delete()
    return page


class WithoutDeletedTests:
    def test_only_the_key_that_leads_to_nothing_is_emptied(self, orphaned):
        content = orphaned.get_latest_revision().content
        mended = without_deleted(BlogPostPage, content)
        assert [row["person"] for row in mended["contributions"]] == [None]
        assert {name for name in content if content[name] != mended[name]} == {"contributions"}

    def test_nothing_changes_where_nothing_was_deleted(self, site_tree):
        content = draft(BlogPostPage).get_latest_revision().content
        assert without_deleted(BlogPostPage, content) == content

    def test_its_form_opens(self, orphaned, editor_client):
        assert editor_client.get(edit_url(orphaned)).status_code == 200

    def test_any_other_fault_is_said(self, site_tree):
        page = draft(BlogPostPage)
        with pytest.raises(KeyError):
            page.with_content_json({})
