"""The end of a live bundle, on the bundle's own screen."""

from html import unescape

import pytest
from django.urls import reverse

from editorial.scheduling import runner
from editorial.scheduling.models import BundleMember
from tests.edit_form import said
from tests.editorial.scheduling.bundles.launches import launch, new_post, scheduled
from tests.editorial.scheduling.mornings import NINE, TEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(site_tree, clock):
    """A launch of three pages that is live and ends at ten."""
    bundle, _ = launch(ends_at=TEN)
    clock(NINE)
    runner.run()
    bundle.refresh_from_db()
    return bundle


def sent(client, bundle, ends_at="", before=TEN, **data):
    """The answer to what was typed about the end."""
    data = {"ends_at": ends_at, "before": before.isoformat() if before else ""} | data
    return client.post(reverse("bundle_end", args=[bundle.pk]), data, follow=True)


def end_of(bundle):
    """When a bundle ends, asked of the database."""
    bundle.refresh_from_db()
    return bundle.ends_at


class BundleEndViewTests:
    def test_it_is_moved_and_taken_back(self, running, administrator_client):
        html = administrator_client.get(reverse("bundle", args=[running.pk])).content.decode()
        assert 'value="2026-03-02 10:00"' in html and "Change the end" in html
        response = sent(administrator_client, running, "2026-03-02 11:30")
        assert "“Spring launch” ends Mon 2 Mar 11:30 (London). Undo" in said(response)
        assert end_of(running) == TEN.replace(hour=11, minute=30)
        moves = unescape(response.content.decode().split('name="moves" value="')[1].split('"')[0])
        response = administrator_client.post(reverse("calendar_undo"), {"moves": moves}, follow=True)
        assert "“Spring launch” ends as before." in said(response)
        assert end_of(running) == TEN

    def test_it_is_taken_away_whatever_stands_in_the_box(self, running, administrator_client):
        response = sent(administrator_client, running, "soon", stay="1")
        assert "“Spring launch” has no end: all of it stays." in said(response)
        assert "It has no end" in said(response) and "Let it end then" in said(response)
        assert end_of(running) is None
        assert not BundleMember.objects.filter(is_open=True).exists()

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("2026-03-02 08:30", "Mon 2 Mar 08:30 (London) has passed: choose a later time."),
            ("soon", "Write date and time like this"),
            ("", "Say when it ends, or press “Let it stay”."),
        ],
    )
    def test_what_cannot_be_is_said_at_the_box(self, running, administrator_client, typed, words):
        response = sent(administrator_client, running, typed)
        assert words in said(response)
        assert response.context["end_form"].errors.keys() == {"ends_at"}
        assert end_of(running) == TEN

    def test_an_end_that_somebody_else_has_moved_stays(self, running, administrator_client):
        sent(administrator_client, running, "2026-03-02 11:30")
        response = sent(administrator_client, running, "2026-03-02 12:00")
        assert "has been changed by somebody else meanwhile" in said(response)
        assert end_of(running) == TEN.replace(hour=11, minute=30)

    def test_it_leads_back_to_the_calendar_it_was_opened_from(self, running, administrator_client):
        response = sent(administrator_client, running, "2026-03-02 11:30", next="/admin/calendar/?view=week")
        assert response.redirect_chain[0][0] == f"/admin/calendar/?view=week#bundle-{running.pk}"
        response = sent(administrator_client, running, "2026-03-02 11:00", before=TEN, next="https://example.org/")
        assert response.redirect_chain[0][0].startswith("/admin/bundles/")

    def test_who_may_not_publish_all_of_it_changes_nothing(self, running, editor_client, commerce_client):
        assert "Change the end" not in said(editor_client.get(reverse("bundle", args=[running.pk])))
        for client in (editor_client, commerce_client):
            assert "do not have permission" in said(sent(client, running, "2026-03-02 11:30"))
        assert end_of(running) == TEN

    def test_its_address_alone_shows_the_bundle(self, running, administrator_client):
        address = reverse("bundle_end", args=[running.pk])
        assert administrator_client.get(address).url == reverse("bundle", args=[running.pk])

    def test_what_has_ended_or_waits_has_no_such_form(self, site_tree, clock, editor_client):
        bundle = scheduled(new_post(), ends_at=TEN)
        assert "Change the end" not in said(editor_client.get(reverse("bundle", args=[bundle.pk])))
        clock(NINE)
        runner.run()
        clock(TEN)
        runner.run()
        assert "Change the end" not in said(editor_client.get(reverse("bundle", args=[bundle.pk])))
