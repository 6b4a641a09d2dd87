"""What somebody may do, inside a query."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from editorial.scheduling.calendar.permissions import allowed, yes_if
from tests.publication import draft

pytestmark = pytest.mark.django_db


class AllowedTests:
    def test_a_writer_changes_what_is_theirs(self, site_tree, writer, editor):
        own, other = draft(BlogPostPage, owner=writer), draft(BlogPostPage)
        pages = Page.objects.filter(pk__in=[own.pk, other.pk])
        assert set(pages.filter(pk__in=allowed(writer, "change").values("pk"))) == {own.page_ptr}
        assert pages.filter(pk__in=allowed(editor, "publish").values("pk")).count() == 2


class YesIfTests:
    def test_each_page_knows_whether_it_is_one(self, site_tree):
        one, other = draft(BlogPostPage), draft(BlogPostPage)
        pages = Page.objects.filter(pk__in=[one.pk, other.pk]).annotate(is_it=yes_if(Page.objects.filter(pk=one.pk)))
        assert dict(pages.values_list("pk", "is_it")) == {one.pk: True, other.pk: False}
