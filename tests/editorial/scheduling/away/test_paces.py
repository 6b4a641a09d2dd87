"""Who hears at once, who once a day, and who not at all."""

import pytest

from editorial.scheduling.away.models import MailKind, Notice, Pace
from editorial.scheduling.away.paces import choose, paces_of, told_at_once
from tests.editorial.scheduling.mornings import EIGHT

pytestmark = pytest.mark.django_db


class PacesOfTests:
    def test_who_chose_nothing_hears_at_once_and_on_mondays(self, writer):
        assert paces_of(writer) == {
            MailKind.FAILURE: Pace.AT_ONCE,
            MailKind.CONCERN: Pace.AT_ONCE,
            MailKind.NEWER_DRAFT: Pace.AT_ONCE,
            MailKind.BLOCKED: Pace.AT_ONCE,
            MailKind.MISSED: Pace.AT_ONCE,
            MailKind.WEEK: Pace.WEEKLY,
        }

    def test_what_was_chosen_last_holds(self, writer):
        choose(writer, MailKind.CONCERN, Pace.OFF)
        choose(writer, MailKind.CONCERN, Pace.DAILY)
        assert paces_of(writer)[MailKind.CONCERN] == Pace.DAILY
        assert paces_of(writer)[MailKind.FAILURE] == Pace.AT_ONCE


class ToldAtOnceTests:
    def test_each_as_they_chose(self, clock, writer, editor, reviewer):
        choose(editor, MailKind.FAILURE, Pace.DAILY)
        choose(reviewer, MailKind.FAILURE, Pace.OFF)
        choose(writer, MailKind.CONCERN, Pace.OFF)
        assert told_at_once([writer, editor, reviewer], MailKind.FAILURE, 17, 18) == [writer]
        assert list(Notice.objects.values_list("user", "kind", "about", "kept_at")) == [
            (editor.pk, MailKind.FAILURE, "17 18", EIGHT)
        ]

    def test_a_task_done_twice_keeps_one_notice(self, writer):
        choose(writer, MailKind.FAILURE, Pace.DAILY)
        for _ in range(2):
            assert told_at_once([writer], MailKind.FAILURE, 17) == []
        assert Notice.objects.count() == 1
