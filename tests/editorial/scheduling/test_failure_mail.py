"""Mail about what did not go through."""

import pytest
from django.core import mail
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from editorial.scheduling.failure_mail import letter_to, may_know, tell_authors
from editorial.scheduling.models import Attempt, Kind
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, item_of, planned
from tests.publication import published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed(site_tree, clock, writer):
    """An attempt of a page of Wanda's that failed."""
    item = item_of(planned(NINE, owner=writer, title="Calm skin"))
    return Attempt.objects.create(
        kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=TEN, error="Name an “author”."
    )


class TellAuthorsTests:
    def test_the_owner_and_the_author_of_the_version_hear_why_and_where(self, failed, writer, editor):
        page = writer.owned_pages.get(title="Calm skin")
        page.revisions.update(user=editor)
        assert tell_authors.call(failed.pk) == 2
        message = mail.outbox[0]
        assert sorted(message.to) == sorted([writer.email, editor.email])
        assert message.subject == "“Calm skin” did not go live"
        assert "Name an “author”." in message.body
        assert "To mend it at once, open it, correct what is said above and press “Publish”" in message.body
        assert f"/admin/pages/{page.pk}/edit/" in message.body

    def test_of_a_page_that_is_gone_the_author_of_the_version_hears(self, failed, writer):
        Revision.objects.filter(pk=failed.target_id).update(object_id="999999", user=writer)
        assert tell_authors.call(failed.pk) == 1
        message = mail.outbox[0]
        assert (message.to, message.subject) == ([writer.email], "“Calm skin” did not go live")
        assert "It stands on the dashboard:" in message.body
        assert message.body.strip().endswith("/admin/")

    def test_a_page_that_could_not_go_offline_is_not_published_to_mend_it(self, failed, writer):
        page = expiring(published(BlogPostPage, owner=writer), NINE)
        Attempt.objects.filter(pk=failed.pk).update(kind=Kind.EXPIRE, target_id=page.pk)
        tell_authors.call(failed.pk)
        assert "open it and press “Try now”, or “Unpublish” in the menu" in mail.outbox[0].body
        assert "“Publish”" not in mail.outbox[0].body

    def test_a_change_of_a_live_page_names_its_button(self, failed, writer):
        Page.objects.filter(owner=writer).update(live=True)
        tell_authors.call(failed.pk)
        assert "press “Publish changes”" in mail.outbox[0].body

    def test_what_is_through_or_gone_is_no_news(self, failed):
        failed.delete()
        assert tell_authors.call(failed.pk or 0) == 0
        assert mail.outbox == []

    @pytest.mark.parametrize("values", [{"is_active": False}, {"email": ""}])
    def test_who_left_or_has_no_address_is_not_written_to(self, failed, writer, values):
        type(writer).objects.filter(pk=writer.pk).update(**values)
        assert tell_authors.call(failed.pk) == 0

    def test_a_title_of_several_lines_makes_one_subject(self, failed, writer):
        writer.owned_pages.update(draft_title="Calm\nskin")
        tell_authors.call(failed.pk)
        assert mail.outbox[0].subject == "“Calm skin” did not go live"


class LetterToTests:
    def test_of_a_page_that_is_gone_only_its_author_hears(self, failed, writer, editor):
        Revision.objects.filter(pk=failed.target_id).update(object_id="999999", user=writer)
        assert letter_to(writer, failed.pk).subject == "“Calm skin” did not go live"
        assert letter_to(editor, failed.pk) is None

    def test_what_was_deleted_with_all_its_versions_is_no_news(self, failed, writer):
        Revision.objects.filter(pk=failed.target_id).delete()
        assert letter_to(writer, failed.pk) is None


class MayKnowTests:
    def test_only_who_may_still_edit_the_page(self, failed, writer):
        page = writer.owned_pages.get(title="Calm skin")
        assert may_know(writer, page)
        assert not may_know(UserFactory(), page)
