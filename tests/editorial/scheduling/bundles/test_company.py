"""A page in a bundle goes live with it alone."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.publishing import PublishRefused
from editorial.scheduling.bundles.company import bundled, going
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.bundles.test_joining import approved
from tests.editorial.scheduling.mornings import NINE, TEN, is_live

pytestmark = pytest.mark.django_db

WORDS = "It goes live with the bundle “Spring launch”"


class BundledTests:
    def test_publishing_it_alone_or_for_another_time_is_refused(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        row = BlogPostPage.objects.get(pk=page.pk)
        for moment in (None, TEN):
            row.go_live_at = moment
            with pytest.raises(PublishRefused, match=WORDS):
                row.save_revision().publish()
        assert not is_live(page)
        assert planned_revision(page).approved_go_live_at == NINE

    def test_a_correction_takes_its_place_in_the_bundle(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        row = BlogPostPage.objects.get(pk=page.pk)
        row.go_live_at = NINE
        revision = row.save_revision()
        revision.publish()
        assert planned_revision(page) == revision

    def test_nor_alone_while_the_bundle_has_no_time(self, site_tree, clock):
        page = new_post()
        bundle_of(page)
        with pytest.raises(PublishRefused, match=WORDS):
            BlogPostPage.objects.get(pk=page.pk).save_revision().publish()

    def test_with_the_bundle_it_may(self, site_tree, clock):
        page = new_post()
        bundle = bundle_of(page)
        with going(bundle):
            assert bundled(page) is None
        assert bundled(page).moment is None

    def test_its_last_approval_puts_it_into_the_bundle_and_not_before_readers(self, site_tree, clock, editor, reviewer):
        page = changed_condition()
        bundle = scheduled(new_post())
        member = bundle.members.create(page=Page.objects.get(pk=page.pk), title="Milia")
        approved(page, editor, reviewer)
        assert planned_revision(page).approved_go_live_at == NINE
        assert Page.objects.get(pk=page.pk).live_revision_id != planned_revision(page).pk
        member.delete()

    def test_approved_while_the_bundle_has_no_time_it_is_ready(self, site_tree, clock, editor, reviewer):
        page = changed_condition()
        bundle_of(page)
        row = approved(page, editor, reviewer)
        assert not row.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert row.has_unpublished_changes
