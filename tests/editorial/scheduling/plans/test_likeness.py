"""What a new title, or its topic, repeats."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from editorial.scheduling.plans.likeness import CLOSE, alike, share, words_of
from tests.editorial.scheduling.mornings import NINE, planned
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def found(title, user, topic=None, moment=None):
    """The pages pointed out, with why and where they stand."""
    return [(one.page.pk, one.why, one.where) for one in alike(title, topic, moment, user)]


class TitleTests:
    def test_most_of_the_words_in_common_are_pointed_out_wherever_the_page_stands(self, site_tree, clock, editor):
        page = planned(NINE, title="Calming your back acne in winter")
        draft(BlogPostPage, title="Dry hands in winter")
        assert found("Winter: calming back acnes", editor) == [
            (page.pk, "Its title is much the same.", "Scheduled, Mon 2 Mar 09:00")
        ]

    def test_a_draft_without_a_day_says_so_and_a_live_page_since_when(self, site_tree, clock, editor):
        draft(BlogPostPage, title="Calming back acne")
        published(BlogPostPage, title="Calming back acne again", published_at=NINE)
        assert [where for _, _, where in found("Calming back acne", editor)] == ["Draft", "Live, Mon 2 Mar 09:00"]

    def test_a_title_without_a_telling_word_is_like_none(self, site_tree, clock, editor):
        draft(BlogPostPage, title="What is it?")
        assert found("What is it?", editor) == []

    def test_the_name_of_what_others_plan_is_not_told(self, site_tree, clock, writer):
        planned(NINE, title="Calming back acne")
        published(BlogPostPage, title="Calming back acne now")
        assert [one.is_known for one in alike("Calming back acne", None, None, writer)] == [False, True]


class TopicTests:
    @pytest.fixture
    def topic(self, site_tree):
        return published(TopicPage, title="Back and body")

    def test_the_same_topic_about_the_same_time_is_pointed_out(self, topic, clock, editor):
        near = planned(NINE + CLOSE, topics=[topic])
        planned(NINE + CLOSE + timedelta(minutes=1), topics=[topic])
        planned(NINE)
        past = published(BlogPostPage, topics=[topic], published_at=NINE - CLOSE)
        why = "It is about Back and body, too, about the same time."
        assert [one[:2] for one in found("Something else", editor, topic, NINE)] == [(near.pk, why), (past.pk, why)]

    def test_without_a_day_nothing_is_near(self, topic, clock, editor):
        planned(NINE, topics=[topic])
        assert found("Something else", editor, topic) == []


class ShareTests:
    def test_one_and_many_are_the_same_word_and_fillers_are_none(self):
        assert words_of("What acnes and the acne are") == {"acne"}

    def test_it_is_a_part_of_all_their_words(self):
        assert share({"calm", "back"}, {"calm", "skin"}) == pytest.approx(1 / 3)
        assert share(set(), set()) == 0
