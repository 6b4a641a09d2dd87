"""Links changed in many pages at once."""

from types import SimpleNamespace

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.approval import is_approved
from core.links import linked_pages
from editorial.linking import sweeping
from editorial.linking.inserting import state_of
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweeping import carry_on, sweep_later, sweep_now
from tests.core import bodies
from tests.edit_form import SUBMIT
from tests.editorial.linking.swept import SOON, link_to, newest, replace, shown, text_of
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


class SweepTests:
    def test_readers_follow_the_new_link(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        sweep = replace(old, new, editor, page)
        assert shown(page) == newest(page) == link_to(new)
        assert sweep.pages.get().state == SweptPage.State.LIVE
        assert not Page.objects.get(pk=page.pk).has_unpublished_changes

    def test_a_draft_keeps_every_other_edit(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        page.standfirst = "Still being written."
        page.body = [bodies.text(link_to(old, "over there")), bodies.quote()]
        page.save_revision()
        replace(old, new, editor, page)
        row = BlogPostPage.objects.get(pk=page.pk)
        newer = row.get_latest_revision_as_object()
        assert text_of(row) == link_to(new)
        assert (newer.standfirst, text_of(newer), len(newer.body)) == (
            "Still being written.",
            link_to(new, "over there"),
            2,
        )
        assert row.standfirst != newer.standfirst
        assert row.has_unpublished_changes

    def test_a_draft_from_which_the_link_was_taken_is_the_newest_version_still(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        page.body = [bodies.text("<p>Nothing of it.</p>")]
        page.save_revision()
        replace(old, new, editor, page)
        assert shown(page) == link_to(new)
        assert newest(page) == "<p>Nothing of it.</p>"

    def test_what_waits_for_its_time_keeps_it(self, old, new, editor):
        moment = timezone.now() + SOON
        page = draft(BlogPostPage, body=[bodies.text(link_to(old))], go_live_at=moment)
        publish(page)
        planned = Page.objects.get(pk=page.pk).scheduled_revision
        replace(old, new, editor, page)
        row = Page.objects.get(pk=page.pk)
        assert (row.scheduled_revision, row.live) == (planned, False)
        assert row.scheduled_revision.approved_go_live_at == moment
        assert text_of(row.scheduled_revision.as_object()) == link_to(new)

    def test_a_planned_change_and_the_live_text_both_follow(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        page.go_live_at = timezone.now() + SOON
        page.body = [bodies.text(link_to(old, "the planned one"))]
        publish(page)
        replace(old, new, editor, page)
        row = Page.objects.get(pk=page.pk)
        assert shown(page) == link_to(new)
        assert text_of(row.scheduled_revision.as_object()) == link_to(new, "the planned one")
        assert newest(page) == link_to(new, "the planned one")

    def test_who_may_not_publish_changes_the_draft(self, old, new, writer):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))], owner=writer)
        sweep = replace(old, new, writer, page)
        assert (shown(page), newest(page)) == (link_to(old), link_to(new))
        assert sweep.pages.get().state == SweptPage.State.DRAFT

    def test_an_editor_changes_a_condition_for_readers(self, old, new, editor):
        page = published(ConditionPage, body=[bodies.seek_help(), bodies.text(link_to(old))])
        replace(old, new, editor, page)
        assert ConditionPage.objects.get(pk=page.pk).body.raw_data[1]["value"] == link_to(new)

    def test_what_was_approved_stays_approved(
        self, old, new, editor, writer, writer_client, editor_client, reviewer_client, act, approve, fresh
    ):
        page = draft(ConditionPage, owner=writer, body=[bodies.seek_help(), bodies.text(link_to(old))])
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        approve(reviewer_client, page)
        assert is_approved(fresh(page))
        replace(old, new, editor, page)
        assert is_approved(fresh(page))
        assert linked_pages(fresh(page).get_latest_revision_as_object()) & {old.pk, new.pk} == {new.pk}

    def test_a_page_without_the_link_is_left_as_it_is(self, old, new, editor):
        page = published(BlogPostPage)
        before = Revision.page_revisions.filter(object_id=str(page.pk)).count()
        sweep = replace(old, new, editor, page)
        assert sweep.pages.get().state == SweptPage.State.KEPT
        assert Revision.page_revisions.filter(object_id=str(page.pk)).count() == before

    def test_a_locked_page_is_left_as_it_is(self, old, new, editor, writer):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=writer)
        sweep = replace(old, new, editor, page)
        assert (sweep.pages.get().state, sweep.pages.get().words) == (SweptPage.State.KEPT, sweeping.LOCKED)
        assert shown(page) == link_to(old)

    def test_links_are_set_where_they_were_offered(self, new, editor):
        text = "<p>A wash, and later a wash again.</p>"
        page = published(BlogPostPage, body=[bodies.text(text)])
        block = BlogPostPage.objects.get(pk=page.pk).body[0].id
        sweep = Sweep.objects.create(new=new, new_title=new.title, user=editor)
        insertions = [
            {"place": ["body", block], "start": start, "end": start + 4, "page_id": new.pk, "state": state_of(text)}
            for start in (text.index("wash") - 2, text.rindex("wash") - 2)
        ]
        SweptPage.objects.create(sweep=sweep, page=page, insertions=insertions)
        sweep_now(sweep)
        anchor = f'<a linktype="page" id="{new.pk}">wash</a>'
        assert shown(page) == text.replace("wash", anchor)

    def test_what_takes_longer_is_left_to_the_queue(self, old, new, editor, monkeypatch):
        monkeypatch.setattr(sweeping, "AT_ONCE", 0.0)
        queued = []
        monkeypatch.setattr(sweeping, "sweep_later", SimpleNamespace(enqueue=queued.append))
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        sweep = replace(old, new, editor, page)
        assert queued == [sweep.pk]
        assert shown(page) == link_to(old)
        sweep_later.func(sweep.pk)
        assert shown(page) == link_to(new)

    def test_nothing_is_done_twice(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        sweep = replace(old, new, editor, page)
        count = Revision.page_revisions.filter(object_id=str(page.pk)).count()
        assert not carry_on(sweep)
        sweeping.sweep_page(sweep.pages.get().pk)
        assert Revision.page_revisions.filter(object_id=str(page.pk)).count() == count
