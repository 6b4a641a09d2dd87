"""The older pages that name a page without leading to it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.mentions import candidates, mentions_of, stem_of
from editorial.linking.models import MeantName, NotHere
from editorial.linking.names import names_on_site
from people.models import PersonPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.editorial.linking.linked import change, live_linking, live_post_saying, post_saying
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def milia(site_tree):
    """A condition with three names."""
    return published(ConditionPage, title="Milia", also_known_as="Keratin cysts\nSpots", clinical_names="")


def found(page, user) -> dict[str, list[str]]:
    """The titles of the pages that name a page, with the words they do it in."""
    return {other.title: [one.words for one in places] for other, places in mentions_of(page, user)}


class MentionsOfTests:
    def test_they_are_live_pages_that_name_it(self, milia, administrator):
        live_post_saying("Some have milia.", title="One")
        live_post_saying("Some have a keratin cyst.", title="Two")
        live_post_saying("Some have nothing.", title="Three")
        assert found(milia, administrator) == {"One": ["milia"], "Two": ["keratin cyst"]}

    def test_what_leads_there_already_is_none(self, milia, administrator):
        live_linking(milia)
        assert found(milia, administrator) == {}

    def test_nor_is_a_draft_or_a_page_with_changes_that_readers_do_not_see(self, milia, administrator):
        post_saying("Some have milia.")
        change(live_post_saying("Some have milia."), standfirst="Other words.")
        assert found(milia, administrator) == {}

    def test_nor_the_page_itself_or_a_copy_of_another(self, site_tree, administrator):
        page = published(ConditionPage, title="Milia", body=[bodies.seek_help(), bodies.text("<p>Milia are.</p>")])
        assert found(page, administrator) == {}
        post = live_post_saying("Some have milia.", title="One")
        post.create_alias(update_slug="copy")
        assert list(found(page, administrator)) == ["One"]
        assert len(mentions_of(page, administrator)) == 1

    def test_nor_a_page_somebody_may_not_edit(self, milia, commerce):
        live_post_saying("Some have milia.")
        assert found(milia, commerce) == {}

    def test_nor_an_everyday_word_that_nobody_confirmed(self, milia, administrator):
        live_post_saying("Most spots go.", title="One")
        assert found(milia, administrator) == {}
        MeantName.objects.create(page=milia, words="Spots")
        assert found(milia, administrator) == {"One": ["spots"]}

    def test_nor_a_passage_where_it_was_not_wanted(self, milia, administrator):
        post = live_post_saying("Some have milia.", title="One")
        [(_, [place])] = mentions_of(milia, administrator)
        other = published(ConditionPage, title="Warts", also_known_as="", clinical_names="")
        NotHere.objects.create(page=post, target=other, place=place.place_key)
        assert found(milia, administrator) == {"One": ["milia"]}
        NotHere.objects.create(page=post, target=milia, place=place.place_key)
        assert found(milia, administrator) == {}

    def test_a_refusal_in_one_page_counts_for_no_other(self, milia, administrator):
        post, other = live_post_saying("Milia.", title="One"), live_post_saying("Milia.", title="Two")
        place = next(places[0] for page, places in mentions_of(milia, administrator) if page.pk == other.pk)
        NotHere.objects.create(page=post, target=milia, place=place.place_key)
        assert list(found(milia, administrator)) == ["Two", "One"]

    def test_a_page_that_readers_do_not_see_is_named_by_none(self, milia, administrator):
        live_post_saying("Some have milia.")
        keep_private(milia)
        assert found(milia, administrator) == {}
        hidden = draft(ConditionPage, title="Warts")
        live_post_saying("Some have warts.")
        assert found(hidden, administrator) == {}

    def test_a_page_without_names_is_named_by_none(self, site_tree, administrator):
        live_post_saying("Calm skin.")
        assert found(published(BlogPostPage, title="Calm skin"), administrator) == {}

    def test_each_section_is_offered_once(self, milia, administrator):
        live_post_saying("Milia and milia.</p><h2>More</h2><p>Milia.", title="One")
        assert found(milia, administrator) == {"One": ["Milia", "Milia"]}

    def test_texts_in_blocks_and_fields_are_read(self, milia, administrator):
        faq = ("faq", {"title": "Questions", "items": [{"question": "What?", "answer": "<p>Milia.</p>"}]})
        published(BlogPostPage, title="One", body=[faq])
        published(PersonPage, title="Two Persons", biography="<p>Knows milia.</p>")
        assert found(milia, administrator) == {"One": ["Milia"], "Two Persons": ["milia"]}

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("Crème brûlée", "creme brulee"),
            ("Gas & air", "gas &amp; air"),
            ("Bowen’s disease", "Bowen's disease"),
            ("Body", "bodies"),
            ("Milia—pearls", "milia—pearls"),
            ("Crème brûlée", "Crème brûlée"),
            ("Naevus", "naevi"),
            ("KP", "KP"),
            ("Ünal Ağaoğlu", "Ünal Ağaoğlu"),
        ],
    )
    def test_no_way_of_writing_is_missed(self, name, words, site_tree, administrator):
        page = published(ConditionPage, title=name, also_known_as="", clinical_names="")
        MeantName.objects.create(page=page, words=name)
        live_post_saying(f"Some have {words}.", title="One")
        assert list(found(page, administrator)) == ["One"]


class CandidatesTests:
    def test_the_newest_are_read_first_and_no_more_than_can_be(self, milia, monkeypatch):
        posts = [live_post_saying("Milia.") for _ in range(3)]
        monkeypatch.setattr("editorial.linking.mentions.READ", 2)
        names = [name for name in names_on_site() if name.page_id == milia.pk]
        assert [page.pk for page in candidates(milia, names)] == [posts[2].pk, posts[1].pk]

    def test_they_cost_a_query_a_page_type(self, milia):
        names = [name for name in names_on_site() if name.page_id == milia.pk]
        counts = []
        for number in (1, 5):
            for _ in range(number):
                live_post_saying("Milia.")
            with CaptureQueriesContext(connection) as asked:
                candidates(milia, names)
            counts.append(len(asked))
        assert counts[0] == counts[1]


class StemOfTests:
    @pytest.mark.parametrize(
        ("words", "stem"),
        [
            ("Milia", "mil"),
            ("Keratin cysts", "kerat"),
            ("BHA", "bha"),
            ("Acne", "acn"),
            ("Crème", "cr"),
            ("", ""),
        ],
    )
    def test_it_is_the_longest_word_without_its_ending(self, words, stem):
        assert stem_of(words) == stem
