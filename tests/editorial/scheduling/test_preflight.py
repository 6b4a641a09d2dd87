"""What speaks against a planned version."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Revision

from articles.models import RelatedPage
from blog.models import BlogPostPage
from core.links import as_written
from core.publishing import Severity, blocking
from editorial.scheduling import runner
from editorial.scheduling.preflight import missing_pictures, problems
from ingredients.models import IngredientPage
from tests.core import bodies
from tests.editorial.scheduling.bundles.launches import changed_condition, new_post, scheduled
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, expiring, planned
from tests.images.factories import SiteImageFactory
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def said_about(page) -> list[str]:
    """The words of what speaks against the planned version of a page."""
    revision = Page.objects.get(pk=page.pk).specific.scheduled_revision
    return [problem.words for problem in problems(revision, revision.approved_go_live_at)]


class ProblemsTests:
    def test_a_sound_page_has_none(self, site_tree, clock):
        assert said_about(linking(published(BlogPostPage), moment=TEN)) == []

    def test_the_publish_checks_are_asked_about_the_planned_version(self, site_tree, clock):
        page = break_revision(planned(NINE), contributions=[])
        found = problems(page.scheduled_revision, NINE)
        assert [problem.where for problem in blocking(found)] == ["contributions"]

    def test_it_must_not_have_ended_before_it_starts(self, site_tree, clock):
        page = break_revision(planned(TEN), expire_at=NINE.isoformat())
        assert "which is over by then" in said_about(page)[0]

    def test_an_address_taken_since_keeps_it_offline(self, site_tree, clock):
        page = published(BlogPostPage)
        page.slug, page.go_live_at = "calm", NINE
        page.save_revision().publish()
        draft(BlogPostPage, slug="calm")
        (problem,) = problems(BlogPostPage.objects.get(pk=page.pk).scheduled_revision, NINE)
        assert (problem.where, problem.severity) == ("slug", Severity.ERROR)

    def test_a_page_linked_twice_is_one_problem(self, site_tree, clock):
        other = draft(BlogPostPage)
        assert said_about(linking(other, other)) == ["It links to another page, which is a draft."]

    def test_the_number_of_queries_does_not_grow_with_the_links(self, site_tree, clock, django_assert_num_queries):
        one, many = linking(draft(BlogPostPage)), linking(*(draft(BlogPostPage) for _ in range(6)))
        first, second = (page.scheduled_revision.pk for page in (one, many))
        problems(Revision.objects.get(pk=first), NINE)
        with CaptureQueriesContext(connection) as spent:
            assert len(problems(Revision.objects.get(pk=first), NINE)) == 1
        with django_assert_num_queries(len(spent)):
            assert len(problems(Revision.objects.get(pk=second), NINE)) == 6


class LinksNotLiveTests:
    def test_each_page_that_is_not_there_by_then_is_a_warning_that_says_why(self, site_tree, clock):
        page = linking(draft(BlogPostPage))
        (problem,) = problems(page.scheduled_revision, NINE)
        assert problem.severity == Severity.WARNING
        assert problem.words == "It links to another page, which is a draft."
        assert said_about(linking(planned(TEN), moment=NINE)) == [
            "It links to another page, which goes live only on Mon 2 Mar 10:00."
        ]
        assert said_about(linking(expiring(published(BlogPostPage)), moment=TEN)) == [
            "It links to another page, which goes offline on Mon 2 Mar 09:00."
        ]

    def test_one_planned_for_the_same_moment_or_before_is_there(self, site_tree, clock):
        assert said_about(linking(planned(NINE), planned(EIGHT + timedelta(minutes=5)), moment=NINE)) == []

    def test_one_that_goes_offline_later_is_there(self, site_tree, clock):
        assert said_about(linking(expiring(published(BlogPostPage), TEN), moment=NINE)) == []

    def test_one_whose_planned_version_ends_before_it(self, site_tree, clock):
        other = published(BlogPostPage)
        other.go_live_at, other.expire_at = EIGHT + timedelta(minutes=30), NINE
        other.save_revision().publish()
        assert said_about(linking(other, moment=TEN)) == [
            "It links to another page, which goes offline on Mon 2 Mar 09:00."
        ]
        assert said_about(linking(other, moment=NINE - timedelta(seconds=1))) == []

    def test_one_that_goes_offline_with_its_bundle(self, site_tree, clock):
        post = new_post()
        scheduled(post, moment=NINE, ends_at=TEN)
        page, sooner = (linking(post, moment=moment) for moment in (TEN, TEN - timedelta(seconds=1)))
        goes = ["It links to another page, which goes offline on Mon 2 Mar 10:00."]
        assert (said_about(page), said_about(sooner)) == (goes, [])
        clock(NINE)
        runner.run()
        assert (said_about(page), said_about(sooner)) == (goes, [])

    def test_one_that_only_goes_back_to_what_it_was_is_there(self, site_tree, clock):
        condition = changed_condition()
        scheduled(condition, ends_at=TEN)
        page = linking(condition, moment=TEN)
        assert said_about(page) == []
        clock(NINE)
        runner.run()
        assert said_about(page) == []

    def test_one_taken_offline(self, site_tree, clock):
        other = published(BlogPostPage)
        other.unpublish()
        assert said_about(linking(other)) == ["It links to another page, which was taken offline."]

    def test_a_private_one(self, site_tree, clock):
        other = published(BlogPostPage)
        PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
        assert said_about(linking(other)) == ["It links to another page, which is private."]

    def test_a_deleted_one_in_prose_or_in_a_relation(self, site_tree, clock):
        other, related = published(BlogPostPage), published(BlogPostPage)
        page = linking(other)
        with_relation = planned(NINE, related_pages=[RelatedPage(target=related)])
        for gone in (other, related):
            Page.objects.get(pk=gone.pk).delete()
        assert said_about(page) == ["It links to a page that has been deleted."]
        assert said_about(with_relation) == ["It links to a page that has been deleted."]

    def test_choosers_and_relations_are_links(self, site_tree, clock):
        chosen, related = draft(IngredientPage), draft(BlogPostPage)
        page = planned(
            NINE, body=[bodies.seek_help(), bodies.ingredients(chosen)], related_pages=[RelatedPage(target=related)]
        )
        assert said_about(page) == ["It links to another page, which is a draft."] * 2


class ParentsNotLiveTests:
    def test_a_page_above_that_is_offline_is_a_warning(self, site_tree, clock):
        page = planned(NINE)
        site_tree.blog.unpublish()
        (problem,) = problems(page.scheduled_revision, NINE)
        assert problem.words.startswith("It stands below another page, which ")
        assert (problem.severity, problem.about) == (Severity.WARNING, site_tree.blog.pk)

    def test_one_that_goes_live_at_the_same_moment_is_there(self, site_tree, clock):
        page = planned(NINE)
        blog = site_tree.blog
        blog.unpublish()
        blog.go_live_at = NINE
        blog.save_revision().publish()
        assert said_about(page) == []

    def test_below_a_private_page_nothing_is_news(self, site_tree, clock):
        PageViewRestriction.objects.create(page=site_tree.blog, restriction_type=PageViewRestriction.LOGIN)
        assert said_about(planned(NINE)) == []


class MissingPicturesTests:
    def test_a_picture_whose_file_is_gone_is_a_warning(self, site_tree, clock):
        picture = SiteImageFactory(title="A drop")
        page = planned(NINE, body=[bodies.text(), bodies.image(picture)])
        assert said_about(page) == []
        picture.file.storage.delete(picture.file.name)
        (problem,) = problems(page.scheduled_revision, NINE)
        assert problem.words == "The file of the picture “A drop” is gone: upload it again, or choose another."
        assert (problem.severity, problem.where) == (Severity.WARNING, "body.1:image")

    def test_a_deleted_one_is_a_warning(self, site_tree, clock):
        picture = SiteImageFactory()
        page = planned(NINE, image=picture)
        picture.delete()
        (problem,) = problems(page.scheduled_revision, NINE)
        assert problem.words == "A picture it shows has been deleted: choose another."
        assert (problem.severity, problem.where) == (Severity.WARNING, "image")

    def test_one_whose_place_must_not_be_empty_is_one_problem(self, site_tree, clock):
        picture = SiteImageFactory()
        page = planned(NINE, body=[bodies.text(), bodies.image(picture)])
        picture.delete()
        (problem,) = problems(page.scheduled_revision, NINE)
        assert (problem.severity, problem.where) == (Severity.ERROR, "body.1:image.image")
        written = as_written(page.scheduled_revision)
        assert [problem.where for problem in missing_pictures(written, refused=[])] == ["body.1:image"]

    def test_each_place_of_a_deleted_one_is_named_and_a_lost_file_once(self, site_tree, clock):
        picture = SiteImageFactory(title="A drop")
        page = planned(NINE, image=picture, body=[bodies.text(), bodies.image(picture)])
        picture.file.storage.delete(picture.file.name)
        assert said_about(page) == ["The file of the picture “A drop” is gone: upload it again, or choose another."]
        picture.delete()
        assert [problem.where for problem in problems(page.scheduled_revision, NINE)] == ["body.1:image.image", "image"]
