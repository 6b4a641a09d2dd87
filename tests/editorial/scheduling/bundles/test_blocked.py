"""Blocked bundles on the dashboard."""

import pytest
from django.urls import reverse

from editorial.scheduling.away.models import MailKind, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.bundles.blocked import blocked_bundles
from editorial.scheduling.bundles.joining import leave
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import changed_condition, member_of, new_post, scheduled
from tests.editorial.scheduling.mornings import NINE, TEN

pytestmark = pytest.mark.django_db


def block(page):
    """Take a page out of the schedule on its own."""
    page.revisions.update(approved_go_live_at=None)


class BlockedBundlesTests:
    def test_who_may_edit_all_of_it_sees_it_whatever_mail_they_want(
        self, site_tree, clock, editor, editor_client, commerce
    ):
        choose(editor, MailKind.BLOCKED, Pace.OFF)
        page = new_post()
        bundle = scheduled(page, changed_condition())
        assert blocked_bundles(editor) == []
        block(page)
        (one,) = blocked_bundles(editor)
        assert (one.title, one.when) == ("Spring launch (bundle)", "Mon 2 Mar 09:00 (London)")
        assert one.words == ["“New balm” is not scheduled any more."]
        assert blocked_bundles(commerce) == []
        response = editor_client.get(reverse("wagtailadmin_home"))
        assert (
            "Spring launch (bundle) Goes live Mon 2 Mar 09:00 (London) Will not go live as it is “New balm” is not"
            in said(response)
        )
        assert reverse("bundle", args=[bundle.pk]) in response.content.decode()

    def test_one_that_nobody_is_left_in_is_blocked(self, site_tree, clock, editor):
        page = new_post()
        scheduled(page)
        leave(member_of(page), editor)
        assert [one.words for one in blocked_bundles(editor)] == [["No page is left in it."]]

    def test_the_soonest_comes_first_and_what_is_due_says_so_itself(self, site_tree, clock, editor):
        late, soon = new_post(title="Late"), new_post(title="Soon")
        scheduled(late, moment=TEN, name="Late launch")
        scheduled(soon, moment=NINE, name="Soon launch")
        for page in (late, soon):
            block(page)
        assert [one.bundle.name for one in blocked_bundles(editor)] == ["Soon launch", "Late launch"]
        clock(NINE)
        assert [one.bundle.name for one in blocked_bundles(editor)] == ["Late launch"]
