"""Giving planned pages other moments."""

from datetime import timedelta

import pytest
from django.core.signing import BadSignature

from blog.models import BlogPostPage
from editorial.scheduling.calendar import moves
from editorial.scheduling.calendar.moves import CannotMoveError, EndMove, Move, carry_out, read, signed
from editorial.scheduling.models import Bundle, BundleMember, PlannedPage
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def moment_of(page):
    """When a page is planned for."""
    return PlannedPage.objects.filter(page=page).values_list("moment", flat=True).first()


class CarryOutTests:
    def test_a_draft_is_meant_for_another_moment(self, site_tree, clock, editor):
        page = draft(BlogPostPage, go_live_at=NINE)
        carry_out([Move(page.pk, NINE, TEN)], editor)
        assert moment_of(page) == TEN

    def test_a_draft_goes_into_the_tray_and_out_of_it(self, site_tree, clock, editor):
        page = draft(BlogPostPage, go_live_at=NINE)
        carry_out([Move(page.pk, NINE, None)], editor)
        assert moment_of(page) is None
        carry_out([Move(page.pk, None, TEN)], editor)
        assert moment_of(page) == TEN

    def test_what_is_scheduled_is_scheduled_for_another_moment(self, site_tree, clock, editor):
        page = planned(NINE)
        carry_out([Move(page.pk, NINE, TEN)], editor)
        assert page.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == TEN

    def test_what_is_scheduled_does_not_fall_into_the_tray(self, site_tree, clock, editor):
        page = planned(NINE)
        with pytest.raises(CannotMoveError, match=r"is scheduled\. Take it out of the schedule first"):
            carry_out([Move(page.pk, NINE, None)], editor)
        assert moment_of(page) == NINE

    def test_all_or_none(self, site_tree, clock, editor):
        one, other = draft(BlogPostPage, go_live_at=NINE), draft(BlogPostPage, go_live_at=NINE)
        with pytest.raises(CannotMoveError, match="moved by somebody else meanwhile"):
            carry_out([Move(one.pk, NINE, TEN), Move(other.pk, EIGHT, TEN)], editor)
        assert (moment_of(one), moment_of(other)) == (NINE, NINE)

    def test_pages_of_a_bundle_move_together_and_back(self, site_tree, clock, editor):
        bundle = Bundle.objects.create(name="Launch", moment=NINE, created_by=editor)
        pages = [planned(NINE), planned(NINE)]
        for page in pages:
            BundleMember.objects.create(bundle=bundle, page=page)
        steps = [Move(page.pk, NINE, TEN) for page in pages]
        carry_out(steps, editor)
        assert [moment_of(page) for page in pages] == [TEN, TEN]
        carry_out([one.back for one in steps], editor)
        assert [moment_of(page) for page in pages] == [NINE, NINE]
        bundle.refresh_from_db()
        assert bundle.moment == NINE

    def test_nothing_is_moved_into_the_past(self, site_tree, clock, editor):
        page = draft(BlogPostPage, go_live_at=NINE)
        with pytest.raises(CannotMoveError, match=r"Mon 2 Mar 08:00 \(London\) has passed"):
            carry_out([Move(page.pk, NINE, EIGHT)], editor)

    def test_a_page_that_is_gone(self, site_tree, clock, editor):
        with pytest.raises(CannotMoveError, match="has been deleted"):
            carry_out([Move(99999, None, NINE)], editor)

    def test_the_end_of_a_bundle_moves_and_back(self, site_tree, clock, editor):
        bundle = scheduled(new_post(), ends_at=TEN)
        step = EndMove(bundle.pk, TEN, TEN + DAY)
        carry_out([step], editor)
        bundle.refresh_from_db()
        assert bundle.ends_at == TEN + DAY
        carry_out([step.back], editor)
        bundle.refresh_from_db()
        assert bundle.ends_at == TEN
        with pytest.raises(CannotMoveError, match="changed by somebody else meanwhile"):
            carry_out([step.back], editor)

    def test_pages_and_ends_move_together_or_not_at_all(self, site_tree, clock, editor):
        page, bundle = draft(BlogPostPage, go_live_at=NINE), scheduled(new_post(), ends_at=TEN)
        with pytest.raises(CannotMoveError, match="has passed: choose a later time"):
            carry_out([Move(page.pk, NINE, TEN), EndMove(bundle.pk, TEN, EIGHT)], editor)
        assert moment_of(page) == NINE

    def test_no_bundle_goes_live_after_its_end(self, site_tree, clock, editor):
        page = new_post()
        scheduled(page, ends_at=TEN)
        words = r"its bundle “Spring launch” ends Mon 2 Mar 10:00 \(London\)\. Move the end first"
        with pytest.raises(CannotMoveError, match=words):
            carry_out([Move(page.pk, NINE, TEN)], editor)
        carry_out([Move(page.pk, NINE, TEN - timedelta(minutes=1))], editor)

    def test_the_way_back(self):
        assert Move(1, EIGHT, NINE).back == Move(1, NINE, EIGHT)
        assert (Move(1, EIGHT, NINE).anchor, EndMove(1, EIGHT, NINE).anchor) == ("page-1", "bundle-1")


class ReasonToStayTests:
    def test_a_writer_moves_drafts_of_their_own_alone(self, site_tree, clock, writer):
        own = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        other = draft(BlogPostPage, go_live_at=NINE)
        assert moves.reason_to_stay(own, writer) == ""
        assert moves.reason_to_stay(other, writer) == "you may not edit it."

    def test_only_who_may_publish_moves_what_is_scheduled(self, site_tree, clock, writer, editor):
        page = planned(NINE, owner=writer)
        assert "only those who may publish it" in moves.reason_to_stay(page, writer)
        assert moves.reason_to_stay(page, editor) == ""

    def test_what_is_reviewed_or_locked_stays(self, site_tree, clock, writer, administrator):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
        assert moves.reason_to_stay(BlogPostPage.objects.get(pk=page.pk), writer) == "it is being reviewed."
        other = draft(BlogPostPage, owner=writer, locked=True, locked_by=administrator)
        assert moves.reason_to_stay(other, writer) == "somebody has locked it."

    def test_a_live_page_without_changes_has_nothing_to_plan(self, site_tree, clock, editor):
        page = published(BlogPostPage)
        assert moves.reason_to_stay(page, editor) == "nothing of it waits to go live."
        page.save_revision()
        assert moves.reason_to_stay(BlogPostPage.objects.get(pk=page.pk), editor) == ""


class SignedTests:
    def test_they_are_the_same_after_a_way_through_a_browser(self):
        both = [Move(1, EIGHT, NINE), Move(2, None, TEN), Move(3, NINE, None), EndMove(1, NINE, None)]
        assert read(signed(both)) == both

    def test_nobody_changes_them_or_comes_too_late(self, clock):
        text = signed([Move(1, EIGHT, NINE)])
        with pytest.raises(BadSignature):
            read(text[:-1])
        clock(EIGHT + timedelta(seconds=moves.UNDO_SECONDS + 1))
        with pytest.raises(BadSignature):
            read(text)
