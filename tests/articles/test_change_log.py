"""What readers are told about changes, and when."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.change_kinds import ChangeKind
from articles.models import Change
from blog.models import BlogPostPage
from core.publishing import PublishRefused
from tests.core import bodies
from tests.edit_form import PUBLISH, edit_url, opened, said
from tests.publication import draft, publish, published

DAY = timezone.datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())
UPDATE = {"change_kind": "update", "change_note": "New advice on sunscreen."}
CORRECTION = {"change_kind": "correction", "correction_wrong": "Twice a day.", "correction_right": "Once a day."}


@pytest.fixture
def post(site_tree):
    """A post readers have seen for a while."""
    with time_machine.travel(DAY - timedelta(days=30), tick=False):
        return published(BlogPostPage)


def changed(page, **values):
    """The page as an editor opens it, with other words and an answer."""
    page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in {"title": f"{page.title}!", **values}.items():
        setattr(page, name, value)
    return page


def log(page):
    """What readers were told, oldest first."""
    return [
        (change.kind, change.note, change.wrong, change.right)
        for change in Change.objects.filter(page=page).order_by("happened_at")
    ]


def fresh(page):
    """The row, read again."""
    return BlogPostPage.objects.get(pk=page.pk)


class RecordTests:
    """Publishing a change keeps what readers are told, in the same step."""

    def test_a_first_publication_tells_nothing(self, post):
        assert log(post) == []
        assert post.updated_at is None

    def test_a_small_fix_tells_nothing_and_moves_no_date(self, post):
        publish(changed(post))
        assert log(post) == []
        assert fresh(post).updated_at is None

    def test_an_update_moves_the_date_and_says_what_changed(self, post):
        with time_machine.travel(DAY, tick=False):
            publish(changed(post, **UPDATE))
        assert log(post) == [("update", "New advice on sunscreen.", "", "")]
        assert fresh(post).updated_at == Change.objects.get().happened_at == DAY
        assert fresh(post).published_at == post.published_at

    def test_a_correction_says_what_was_wrong_and_what_is_right(self, post):
        with time_machine.travel(DAY, tick=False):
            publish(changed(post, **CORRECTION))
        assert log(post) == [("correction", "", "Twice a day.", "Once a day.")]
        assert fresh(post).updated_at == DAY

    def test_words_of_the_other_kind_are_not_told(self, post):
        publish(changed(post, **CORRECTION | UPDATE))
        assert log(post) == [("update", "New advice on sunscreen.", "", "")]

    def test_publishing_the_same_revision_again_tells_it_once(self, post):
        revision = changed(post, **UPDATE).save_revision()
        revision.publish()
        revision.refresh_from_db()
        revision.publish()
        assert len(log(post)) == 1

    def test_a_revision_that_was_told_is_not_told_again_even_with_its_answer(self, post):
        page = publish(changed(post, **UPDATE))
        # As when a run is killed after the row and before the rest, and comes back.
        BlogPostPage.objects.filter(pk=page.pk).update(live_revision=None, **UPDATE)
        page = fresh(page)
        page.live_revision = Change.objects.get().revision
        page.save()
        assert len(log(post)) == 1

    def test_each_announced_change_is_told(self, post):
        publish(changed(post, **UPDATE))
        publish(changed(post, **UPDATE))
        publish(changed(post, **CORRECTION))
        assert [kind for kind, *_ in log(post)] == ["update", "update", "correction"]

    def test_a_change_by_code_after_an_update_is_a_small_fix(self, post):
        publish(changed(post, **UPDATE))
        publish(changed(post))
        row = fresh(post)
        row.title = "From the row"
        publish(row)
        assert len(log(post)) == 1

    def test_a_refused_change_tells_nothing(self, post):
        page = changed(post, **UPDATE)
        page.contributions = []
        with pytest.raises(PublishRefused):
            page.save_revision().publish()
        assert log(post) == []
        assert fresh(post).updated_at is None

    def test_a_change_that_fails_while_it_is_saved_tells_nothing(self, post, monkeypatch):
        def fail(*args, **kwargs):
            raise RuntimeError("disk full")

        revision = changed(post, **UPDATE).save_revision()
        monkeypatch.setattr(Page, "save", fail)
        with pytest.raises(RuntimeError, match="disk full"):
            revision.publish()
        assert log(post) == []

    def test_a_retired_page_going_live_again_tells_nothing(self, post):
        post.unpublish()
        publish(changed(post, **UPDATE))
        assert log(post) == []

    def test_a_copy_starts_without_history_or_answer(self, post):
        page = changed(post, **UPDATE)
        page.save_revision()
        copy = fresh(page).copy(update_attrs={"slug": "copy"}, keep_live=True)
        assert log(copy) == []
        assert copy.get_latest_revision_as_object().change_kind == ChangeKind.SMALL_FIX

    def test_an_alias_leaves_the_log_to_its_source(self, post):
        alias = post.create_alias(update_slug="alias")
        publish(changed(post, **UPDATE))
        assert log(alias) == []
        assert len(log(post)) == 1


class MomentTests:
    """The date of a change is when it was planned for, never when a job ran."""

    def test_a_planned_update_has_its_planned_date(self, post):
        with time_machine.travel(DAY - timedelta(days=1), tick=False):
            changed(post, go_live_at=DAY, **UPDATE).save_revision().publish()
            assert log(post) == []
        with time_machine.travel(DAY + timedelta(hours=2), tick=False):
            call_command("publish_scheduled")
        assert fresh(post).updated_at == Change.objects.get().happened_at == DAY

    def test_the_plan_of_an_earlier_publication_is_not_the_date_of_a_later_change(self, site_tree):
        with time_machine.travel(DAY - timedelta(days=1), tick=False):
            page = draft(BlogPostPage)
            page.go_live_at = DAY
            page.save_revision().publish()
        with time_machine.travel(DAY + timedelta(minutes=5), tick=False):
            call_command("publish_scheduled")
        with time_machine.travel(DAY + timedelta(days=60), tick=False):
            publish(changed(page, **UPDATE))
        assert fresh(page).updated_at == DAY + timedelta(days=60)


class QuestionTests:
    """The form asks once, on live pages, and starts over after each publication."""

    def test_a_page_nobody_has_seen_is_not_asked_about(self, administrator_client, site_tree):
        page = draft(BlogPostPage)
        assert "change_kind" not in opened(administrator_client, edit_url(page))

    def test_a_live_page_starts_at_small_fix_with_empty_notes(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post))
        assert data["change_kind"] == ["small_fix"]
        assert [data[name] for name in ("change_note", "correction_wrong", "correction_right")] == ["", "", ""]

    def test_an_answer_is_kept_in_a_draft_and_gone_after_publishing(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | UPDATE
        assert administrator_client.post(edit_url(post), data).status_code == 302
        data = opened(administrator_client, edit_url(post))
        assert (data["change_kind"], data["change_note"]) == (["update"], "New advice on sunscreen.")
        assert administrator_client.post(edit_url(post), data | PUBLISH).status_code == 302
        assert log(post) == [("update", "New advice on sunscreen.", "", "")]
        data = opened(administrator_client, edit_url(post))
        assert (data["change_kind"], data["change_note"]) == (["small_fix"], "")

    def test_going_back_to_an_announced_version_starts_over(self, administrator_client, post):
        told = publish(changed(post, **UPDATE)).live_revision
        publish(changed(post))
        url = reverse("wagtailadmin_pages:revisions_revert", args=[post.pk, told.pk])
        data = opened(administrator_client, url)
        assert (data["change_kind"], data["change_note"]) == (["small_fix"], "")

    def test_a_form_that_sends_no_answer_means_a_small_fix(self, administrator_client, post):
        data = opened(administrator_client, edit_url(post)) | PUBLISH
        del data["change_kind"]
        assert administrator_client.post(edit_url(post), data).status_code == 302
        assert log(post) == []


class UnexplainedChangeTests:
    """What a kind of change needs is asked for at its box, on publishing only."""

    @pytest.mark.parametrize(
        ("kind", "missing"),
        [
            ("update", {"change_note": ["Say in one line what changed, or choose “Small fix”."]}),
            (
                "correction",
                {
                    "correction_wrong": ["Say what was wrong, or choose “Small fix”."],
                    "correction_right": ["Say what is right instead."],
                },
            ),
        ],
    )
    def test_publishing_names_the_empty_boxes_and_a_draft_does_not(self, administrator_client, post, kind, missing):
        data = opened(administrator_client, edit_url(post)) | {"change_kind": kind, "change_note": " "}
        response = administrator_client.post(edit_url(post), data | PUBLISH)
        assert response.status_code == 200, said(response)
        assert response.context["form"].errors == missing
        assert administrator_client.post(edit_url(post), data).status_code == 302
        assert log(post) == []

    def test_code_is_refused_as_well(self, post):
        with pytest.raises(PublishRefused, match="Say in one line what changed"):
            changed(post, change_kind="update").save_revision().publish()

    def test_a_first_publication_explains_nothing(self, site_tree):
        assert publish(draft(BlogPostPage, change_kind="update", body=[bodies.text()])).live
