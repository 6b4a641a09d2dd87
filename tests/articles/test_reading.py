"""What an article hands its template."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Change, ChangeKind, RelatedPage
from articles.reading import READ_NEXT
from blog.models import BlogPostPage
from conditions.models import ConditionPage
from people.models import Contribution, PersonPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.images.factories import SiteImageFactory
from tests.people.factories import reviewed_by, written_by
from tests.publication import draft, published
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(db):
    return published(PersonPage, title="Ana Ruiz")


@pytest.fixture
def nadia(db):
    return published(PersonPage, title="Nadia Okafor")


class BylineTests:
    def test_each_person_stands_under_their_part(self, ana, nadia):
        helper = Contribution(person=nadia, role=Contribution.Role.CONTRIBUTOR)
        page = published(BlogPostPage, contributions=[*written_by(ana), *reviewed_by(nadia), helper])
        assert [row.person for row in page.authors] == [ana]
        assert [row.person for row in page.reviewers] == [nadia]
        assert [row.person for row in page.contributors] == [nadia]

    def test_under_an_organisation_byline_only_the_reviewer_is_named(self, ana, nadia):
        people = [*written_by(ana), *reviewed_by(nadia)]
        page = published(BlogPostPage, contributions=people, has_organisation_byline=True)
        assert page.authors == []
        assert page.contributors == []
        assert [row.person for row in page.reviewers] == [nadia]

    def test_a_row_without_a_person_is_left_out_of_a_draft(self, db):
        assert BlogPostPage(title="New", contributions=[Contribution()]).authors == []


class ReadingMinutesTests:
    @pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (230, 2), (2200, 10)])
    def test_an_unhurried_reader_has_time(self, words, minutes):
        page = BlogPostPage(title="New", body=[bodies.text(f"<p>{'skin ' * words}</p>")])
        assert page.reading_minutes == minutes

    def test_an_empty_draft_takes_a_minute(self):
        assert BlogPostPage(title="New").reading_minutes == 1


class RelatedTests:
    def test_recommended_pages_come_as_their_own_types_in_order(self, db):
        first, second = published(ConditionPage), published(BlogPostPage)
        page = published(BlogPostPage, related_pages=[RelatedPage(target=first), RelatedPage(target=second)])
        assert page.related == [first, second]

    def test_drafts_and_private_pages_are_left_out(self, db):
        private = published(ConditionPage)
        keep_private(private)
        targets = [RelatedPage(target=draft(ConditionPage)), RelatedPage(target=private)]
        assert published(BlogPostPage, related_pages=targets).related == []

    def test_a_row_without_a_page_is_left_out_of_a_draft(self, db):
        assert BlogPostPage(title="New", related_pages=[RelatedPage()]).related == []

    def test_an_editor_s_choice_comes_first_and_is_completed_to_a_full_row(self, db):
        topic, chosen = published(TopicPage), published(ConditionPage)
        close = [published(BlogPostPage, topics=[topic]) for _ in range(4)]
        page = published(BlogPostPage, topics=[topic], related_pages=[RelatedPage(target=chosen)])
        assert page.related[0] == chosen
        assert len(page.related) == READ_NEXT
        assert set(page.related[1:]) <= set(close)

    def test_a_full_choice_is_left_as_it_is(self, db):
        topic = published(TopicPage)
        published(BlogPostPage, topics=[topic])
        chosen = [published(ConditionPage) for _ in range(READ_NEXT + 1)]
        rows = [RelatedPage(target=target) for target in chosen]
        assert published(BlogPostPage, topics=[topic], related_pages=rows).related == chosen


class ChangesTests:
    @pytest.fixture
    def post(self, db):
        return published(BlogPostPage)

    def record(self, post, kind, days_ago):
        happened = timezone.now() - timedelta(days=days_ago)
        BlogPostPage.objects.filter(pk=post.pk).update(updated_at=happened)
        return Change.objects.create(page=post, kind=kind, happened_at=happened)

    def test_changes_are_announced_newest_first(self, post):
        old = self.record(post, ChangeKind.CORRECTION, 90)
        new = self.record(post, ChangeKind.UPDATE, 1)
        assert BlogPostPage.objects.get().announced_changes == [new, old]

    def test_a_correction_stays_on_top_for_thirty_days(self, post):
        correction = self.record(post, ChangeKind.CORRECTION, 29)
        self.record(post, ChangeKind.UPDATE, 1)
        assert BlogPostPage.objects.get().correction_notice == correction

    def test_an_older_correction_is_no_longer_on_top(self, post):
        self.record(post, ChangeKind.CORRECTION, 31)
        assert BlogPostPage.objects.get().correction_notice is None

    def test_a_new_page_has_announced_nothing(self):
        assert BlogPostPage(title="New").announced_changes == []


class TopicListTests:
    def test_only_topics_readers_may_open_are_listed(self, db):
        topic = published(TopicPage)
        page = published(BlogPostPage, topics=[topic, draft(TopicPage)])
        assert page.topic_list == [topic]


class PictureTests:
    def test_every_picture_of_a_page_costs_one_query(self, db, rf, django_assert_num_queries):
        pictures = [SiteImageFactory() for _ in range(3)]
        for picture in pictures:
            picture.get_rendition("width-20")
        related = published(ConditionPage, image=pictures[1])
        body = [bodies.image(pictures[2])]
        page = published(BlogPostPage, image=pictures[0], body=body, related_pages=[RelatedPage(target=related)])
        page.get_context(rf.get("/"))
        with django_assert_num_queries(0):
            assert page.image.get_rendition("width-20").image == pictures[0]
            assert page.related[0].image.get_rendition("width-20").image == pictures[1]
            assert page.body[0].value["image"].get_rendition("width-20").image == pictures[2]
