"""Bad items, all due before the good ones: the good are live after the same run, each bad one says why it is not."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt
from editorial.scheduling.time_limit import TookTooLongError
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, is_live, item_of, planned
from tests.publication import published

pytestmark = pytest.mark.django_db

GOOD = 5
TRIPS = {"Raises": ValueError("broken"), "Hangs": TookTooLongError(), "Exits": SystemExit(1)}


def of_lost_kind(page):
    """The page's kind was taken out of the code since."""
    lost = ContentType.objects.create(app_label="blog", model="forgottenpage")
    Revision.objects.filter(pk=item_of(page).target_id).update(content_type=lost)


def without_row(page):
    """The page's row was deleted behind Wagtail's back."""
    Revision.objects.filter(pk=item_of(page).target_id).update(object_id="999999")


def with_taken_address(page):
    """Another page has its address since."""
    Page.objects.filter(pk=page.pk).update(slug="moved-away")
    published(BlogPostPage, slug=page.slug)


def with_content_of_another_shape(page):
    """What is stored is no page at all."""
    Revision.objects.filter(pk=item_of(page).target_id).update(content=["not", "a", "page"])


#: What spoils a page, by what is said of it then.
SPOILERS = {
    "required field emptied": (lambda page: break_revision(page, title=""), ""),
    "relation emptied": (lambda page: break_revision(page, contributions=[]), "author"),
    "text emptied": (lambda page: break_revision(page, body="[]"), ""),
    "broken stream": (lambda page: break_revision(page, body="[{not json"), ""),
    "field of another type": (lambda page: break_revision(page, published_at="yesterday"), ""),
    "window over": (lambda page: break_revision(page, expire_at=NINE.isoformat()), "was to go offline"),
    "address taken": (with_taken_address, "in use"),
    "kind gone": (of_lost_kind, "of a kind that no longer exists"),
    "row gone": (without_row, "no longer exists"),
    "content of another shape": (with_content_of_another_shape, "unexpected"),
}


@pytest.fixture
def tripping():
    """Something done at each publish that breaks for pages of some titles."""

    def trip(sender, instance, **kwargs):
        if instance.live and instance.title in TRIPS:
            raise TRIPS[instance.title]

    page_published.connect(trip)
    yield
    page_published.disconnect(trip)


class BadItemsTests:
    def test_no_bad_item_keeps_a_good_one_and_each_says_why(self, site_tree, clock, tripping):
        bad = {name: planned(NINE, title=name) for name in [*SPOILERS, *TRIPS]}
        items = {name: item_of(page) for name, page in bad.items()}
        good = [planned(TEN) for _ in range(GOOD)]
        for name, (spoil, _) in SPOILERS.items():
            spoil(bad[name])
        clock(TEN)
        results = runner.run()
        assert [is_live(page) for page in good] == [True] * GOOD
        assert results == {"failed": len(bad), "done": GOOD}
        said = {one.target_id: one.error for one in Attempt.objects.all()}
        for name, item in items.items():
            assert said[item.target_id], name
            assert SPOILERS.get(name, (None, ""))[1] in said[item.target_id], name
        assert {item.target_id for item in due(TEN)} == {item.target_id for item in items.values()}
        assert [name for name, page in bad.items() if is_live(page)] == []
        assert Page.find_problems() == ([], [], [], [], [])
