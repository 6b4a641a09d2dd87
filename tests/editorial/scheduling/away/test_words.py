"""What is said of an entry."""

import pytest

from blog.models import BlogPostPage
from core.status import DRAFT, OVERDUE, SCHEDULED
from editorial.scheduling.away.words import edit_address, in_full, plain, said_of
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.models import Bundle
from tests.editorial.scheduling.mornings import NINE

pytestmark = pytest.mark.django_db


def page(is_own=True) -> BlogPostPage:
    """A live page with a newer title in its draft."""
    page = BlogPostPage(title="Calm skin", draft_title="Calmer skin")
    page.is_own = is_own
    return page


class SaidOfTests:
    def test_its_title_status_and_flag(self):
        assert said_of(Entry(page(), NINE, SCHEDULED, OVERDUE)) == "Calmer skin (Scheduled, Overdue)"
        assert said_of(Entry(page(), NINE, DRAFT, is_loose=True)) == "Calmer skin (Draft, not scheduled)"

    def test_of_the_end_of_a_bundle_also_that_it_is_one(self):
        bundle = Bundle(name="Spring launch", ends_at=NINE)
        bundle.page_count = 3
        assert said_of(End(bundle)) == "Spring launch (Bundle, 3 pages, Expiring)"

    def test_others_are_told_the_title_readers_know(self):
        assert said_of(Entry(page(is_own=False), NINE, SCHEDULED)) == "Calm skin (Scheduled)"


class PlainTests:
    def test_words_are_one_line_without_controls(self):
        assert plain("Dry\x00 \n hands\x1b") == "Dry hands"


class EditAddressTests:
    def test_it_carries_the_name_of_the_site(self):
        assert edit_address(7) == in_full("/admin/pages/7/edit/") == "http://127.0.0.1:8000/admin/pages/7/edit/"
