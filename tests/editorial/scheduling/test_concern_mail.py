"""Mail about what to mend before a page goes live."""

import pytest
from django.core import mail

from blog.models import BlogPostPage
from editorial.scheduling.concern_mail import authors_of, tell_of
from editorial.scheduling.models import Concern
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import TEN
from tests.publication import draft
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def concern(site_tree, clock, writer, editor):
    """A planned page of Wanda's that links to a draft of Edith's."""
    linking(draft(BlogPostPage, title="Sore skin", owner=editor), moment=TEN, owner=writer, title="Calm skin")
    return Concern.objects.get()


class TellOfTests:
    def test_the_author_hears_when_what_and_where(self, concern, writer):
        assert tell_of.call(concern.pk) == 1
        (message,) = mail.outbox
        assert message.to == [writer.email]
        assert message.subject == "“Calm skin” goes live Mon 2 Mar 10:00: one thing to look at first"
        assert "“Calm skin” is scheduled for Mon 2 Mar 10:00 (London)." in message.body
        assert "It goes live all the same." in message.body
        assert f"/admin/pages/{concern.look_id}/edit/" in message.body

    def test_each_reads_the_name_of_the_other_page_only_if_they_may(self, concern, writer, editor):
        concern.look.page.revisions.update(user=editor)
        assert tell_of.call(concern.pk) == 2
        bodies = {message.to[0]: message.body for message in mail.outbox}
        assert "It links to “Sore skin”, which is a draft." in bodies[editor.email]
        assert "It links to another page, which is a draft." in bodies[writer.email]
        assert "Sore skin" not in bodies[writer.email]

    def test_who_has_seen_it_is_not_told(self, concern, writer, editor):
        concern.look.page.revisions.update(user=editor)
        assert tell_of.call(concern.pk, seen_by=writer.pk) == 1
        assert [message.to for message in mail.outbox] == [[editor.email]]

    def test_what_keeps_it_offline_says_so(self, concern, writer):
        Concern.objects.update(is_blocking=True, words="Name an “author”.")
        tell_of.call(concern.pk)
        assert mail.outbox[0].subject == "“Calm skin” will not go live Mon 2 Mar 10:00 as it is"
        assert "As it is, it will not go live:\n\nName an “author”." in mail.outbox[0].body

    def test_what_is_mended_is_no_news(self, concern):
        Concern.objects.all().delete()
        assert tell_of.call(concern.pk) == 0
        assert mail.outbox == []


class AuthorsOfTests:
    @pytest.mark.parametrize("values", [{"is_active": False}, {"email": ""}])
    def test_who_left_or_has_no_address_is_not_written_to(self, concern, writer, values):
        type(writer).objects.filter(pk=writer.pk).update(**values)
        assert authors_of(concern.look.page) == []

    def test_only_those_who_may_still_edit_it(self, concern, writer):
        concern.look.page.revisions.update(user=UserFactory())
        assert authors_of(concern.look.page) == [writer]
