"""The page behind a due item."""

import pytest
from wagtail.models import Revision

from blog.models import BlogPostPage
from editorial.scheduling.due import DueItem
from editorial.scheduling.models import Kind
from editorial.scheduling.targets import authors_of, page_lists, pages_behind, title_of, without_pages
from tests.editorial.scheduling.mornings import NINE, item_of, planned
from tests.publication import published

pytestmark = pytest.mark.django_db


class TargetTests:
    def test_of_a_revision_and_of_an_expiry(self, site_tree, clock):
        page, gone = planned(NINE), published(BlogPostPage)
        expiry = DueItem(Kind.EXPIRE, gone.pk, NINE)
        item = item_of(page)
        assert page_lists([item, expiry]) == {
            (Kind.GO_LIVE, item.target_id): [page.pk],
            (Kind.EXPIRE, gone.pk): [gone.pk],
        }
        assert [one.pk for one in pages_behind(item)] == [page.pk]

    def test_of_what_is_gone_there_is_none(self):
        assert pages_behind(DueItem(Kind.GO_LIVE, 999_999, NINE)) == []
        assert pages_behind(DueItem(Kind.EXPIRE, 999_999, NINE)) == []

    def test_the_author_is_who_wrote_the_version(self, site_tree, clock, writer):
        page = planned(NINE)
        page.revisions.update(user=writer)
        assert authors_of(item_of(page)) == {writer.pk}
        assert authors_of(DueItem(Kind.EXPIRE, page.pk, NINE)) == set()

    def test_what_is_left_of_a_page_that_is_gone_has_its_title(self, site_tree, clock):
        page, lost = planned(NINE, title="Calm skin"), planned(NINE, title="Sore skin")
        items = [item_of(page), item_of(lost)]
        Revision.objects.filter(pk=items[1].target_id).update(object_id="999999")
        assert without_pages(items) == [items[1]]
        assert title_of(items[0], [page]) == "Calm skin"
        assert title_of(items[1], []) == "Sore skin"
