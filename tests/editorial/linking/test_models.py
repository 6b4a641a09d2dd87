"""What editors decided about links, in words."""

import pytest

from blog.models import BlogPostPage
from editorial.linking.models import GoneAddress, MeantName, NotHere, Sweep, SweptPage
from tests.publication import published

pytestmark = pytest.mark.django_db


class WordsTests:
    def test_each_says_what_it_is(self, site_tree):
        page = published(BlogPostPage)
        assert str(GoneAddress(path="/blog/old")) == "/blog/old"
        assert str(NotHere(page=page, target_id=7, place="body/one")) == f"Page 7 not in page {page.pk}"
        assert str(MeantName(page=page, words="spots")) == f"“spots” means page {page.pk}"
        assert str(Sweep(old_title="Old wash", new_title="New wash")) == "“New wash” in place of “Old wash”"
        assert str(Sweep(new_title="New wash")) == "Links to “New wash”"


class KeepTests:
    def test_why_a_page_was_left_as_it_was_is_kept_as_far_as_there_is_room(self, site_tree):
        page = published(BlogPostPage)
        row = SweptPage.objects.create(sweep=Sweep.objects.create(new=page, new_title="New wash"), page=page)
        row.keep("It is locked. " * 40)
        row.refresh_from_db()
        assert (row.state, len(row.words)) == (SweptPage.State.KEPT, 255)


class CanBeTakenBackTests:
    def test_until_it_was_and_while_there_is_something_to_lead_back_to(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        sweep = Sweep.objects.create(old=old, new=new, old_title="Old wash", new_title="New wash")
        assert sweep.can_be_taken_back
        assert not Sweep(is_taken_back=True, old=old, new=new, old_title="Old wash").can_be_taken_back
        assert Sweep(new=new, new_title="New wash").can_be_taken_back
        old.delete()
        sweep.refresh_from_db()
        assert not sweep.can_be_taken_back
