"""A mail before it is addressed."""

import pytest
from django.core import mail

from editorial.scheduling.away.letters import Letter

pytestmark = pytest.mark.django_db


class LetterTests:
    def test_it_is_one_mail_to_all(self, writer, editor):
        assert Letter("Calm\nskin", "It is live.").send_to([writer, editor]) == 2
        (message,) = mail.outbox
        assert (message.subject, message.body) == ("Calm skin", "It is live.")
        assert message.to == sorted([writer.email, editor.email])

    def test_to_nobody_none_is_sent(self):
        assert Letter("Calm skin", "It is live.").send_to([]) == 0
        assert mail.outbox == []
