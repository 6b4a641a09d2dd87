"""Mail about the version that went out."""

import pytest
from django.core import mail

from editorial.scheduling import runner
from editorial.scheduling.version_mail import tell_of_newer_draft
from tests.editorial.scheduling.mornings import NINE, is_live, planned
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind(site_tree, clock, writer, editor):
    """A scheduled post of Wanda's with a newer draft of Edith's."""
    page = planned(NINE, owner=writer, title="Calm skin")
    page.title = "Calmer skin"
    page.save_revision(user=editor)
    mail.outbox.clear()
    return page


class TellOfNewerDraftTests:
    def test_at_nine_what_was_ready_goes_out_and_both_authors_hear_which(self, behind, clock, writer, editor):
        clock(NINE)
        runner.run()
        assert is_live(behind)
        (message,) = mail.outbox
        assert sorted(message.to) == sorted([writer.email, editor.email])
        assert message.subject == "“Calm skin” is live without your latest changes"
        assert "in the version saved Mon 2 Mar 08:00" in message.body
        assert f"/admin/pages/{behind.pk}/edit/" in message.body

    def test_nothing_is_told_when_nothing_stayed_behind(self, site_tree, clock):
        page = planned(NINE)
        mail.outbox.clear()
        clock(NINE)
        runner.run()
        assert is_live(page)
        assert mail.outbox == []

    def test_a_version_or_draft_that_is_gone_is_no_news(self, behind):
        latest = behind.latest_revision_id
        assert tell_of_newer_draft.call(0, latest) == 0
        assert tell_of_newer_draft.call(latest, 0) == 0

    def test_only_those_who_may_edit_it_are_told(self, behind, writer, editor):
        scheduled = behind.revisions.get(approved_go_live_at=NINE)
        behind.revisions.filter(pk=scheduled.pk).update(user=UserFactory())
        type(editor).objects.filter(pk=editor.pk).update(is_active=False)
        assert tell_of_newer_draft.call(scheduled.pk, behind.latest_revision_id) == 1
        assert mail.outbox[0].to == [writer.email]
