"""Where cards are dropped, everything later is shifted, and both are taken back."""

from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.calendar.move_views import moment_on
from editorial.scheduling.calendar.moves import UNDO_SECONDS, Move, signed
from editorial.scheduling.models import PlannedPage
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.markup import words
from tests.publication import draft

pytestmark = pytest.mark.django_db

CALENDAR = "/admin/calendar/?view=week&status=Draft"
TUESDAY = datetime(2026, 3, 3, 9, tzinfo=UTC)


def moment_of(page):
    """When a page is planned for."""
    return PlannedPage.objects.filter(page=page).values_list("moment", flat=True).first()


def dropped(client, page, before, day):
    """What somebody is told after dropping a card."""
    data = {"page": page.pk, "before": before.isoformat() if before else "", "day": day, "next": CALENDAR}
    response = client.post(reverse("calendar_drop"), data, follow=True)
    assert response.status_code == 200
    return response


def taken_back(client, response):
    """What somebody is told after pressing “Undo” in what they were told before."""
    html = response.content.decode()
    moves = html.split('name="moves" value="')[1].split('"')[0]
    answer = client.post(reverse("calendar_undo"), {"moves": unescape(moves), "next": CALENDAR}, follow=True)
    return words(answer.content.decode())


class DropTests:
    def test_a_draft_keeps_its_time_on_another_day_and_is_taken_back(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Rough elbows", go_live_at=TEN)
        response = dropped(editor_client, page, TEN, "2026-03-03")
        assert moment_of(page) == TEN + timedelta(days=1)
        assert "“Rough elbows” is planned for Tue 3 Mar 10:00 (London). Undo" in words(response.content.decode())
        assert "“Rough elbows” is planned as before." in taken_back(editor_client, response)
        assert moment_of(page) == TEN

    def test_it_leads_back_to_the_same_view_and_card(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=TEN)
        response = dropped(editor_client, page, TEN, "2026-03-03")
        assert response.redirect_chain[0][0] == f"{CALENDAR}#page-{page.pk}"

    def test_what_is_scheduled_says_when_it_goes_live(self, site_tree, clock, editor_client):
        page = planned(NINE)
        response = dropped(editor_client, page, NINE, "2026-03-03")
        assert "goes live Tue 3 Mar 09:00 (London)." in words(response.content.decode())
        assert page.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == TUESDAY

    def test_out_of_the_tray_it_takes_the_first_free_slot_of_the_day(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Rough elbows")
        dropped(editor_client, page, None, "2026-03-03")
        assert moment_of(page) == TUESDAY
        response = dropped(editor_client, page, TUESDAY, "tray")
        assert moment_of(page) is None
        assert "“Rough elbows” lies in the tray." in words(response.content.decode())

    def test_what_it_cannot_do_it_says(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Rough elbows", go_live_at=NINE)
        text = words(dropped(editor_client, page, NINE, "2026-03-01").content.decode())
        assert "“Rough elbows” stays where it is: Sun 1 Mar 09:00 (London) has passed." in text
        text = words(dropped(editor_client, page, EIGHT, "2026-03-05").content.decode())
        assert "moved by somebody else meanwhile" in text
        assert moment_of(page) == NINE

    def test_what_to_mend_before_it_goes_live_is_said(self, site_tree, clock, editor_client):
        page = planned(NINE, expire_at=TEN)
        text = words(dropped(editor_client, page, NINE, "2026-03-05").content.decode())
        assert "Before “" in text

    @pytest.mark.parametrize("day", ["", "yesterday", "2026-02-31", "\x00"])
    def test_bad_input_moves_nothing(self, site_tree, clock, editor_client, day):
        page = draft(BlogPostPage, go_live_at=NINE)
        assert "the calendar sent no day" in words(dropped(editor_client, page, NINE, day).content.decode())
        assert moment_of(page) == NINE
        for bad in ({"page": "x"}, {"page": "999999"}, {}):
            assert editor_client.post(reverse("calendar_drop"), bad).status_code == 404
        assert "moved by somebody else" in words(
            editor_client.post(
                reverse("calendar_drop"), {"page": page.pk, "before": "2026-99-99", "day": "2026-03-03"}, follow=True
            ).content.decode()
        )

    def test_a_writer_moves_nothing_of_others(self, site_tree, clock, writer_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        assert "you may not edit it" in words(dropped(writer_client, page, NINE, "2026-03-03").content.decode())

    def test_it_leads_nowhere_else(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        data = {"page": page.pk, "before": NINE.isoformat(), "day": "2026-03-03", "next": "https://example.org/"}
        assert editor_client.post(reverse("calendar_drop"), data).url == f"{reverse('calendar')}#page-{page.pk}"


class DropOnSlotTests:
    def dropped(self, client, page, before, slot, day="2026-03-03"):
        """What somebody is told after dropping a card on a free slot."""
        data = {"page": page.pk, "before": before.isoformat() if before else "", "day": day, "slot": slot}
        return words(client.post(reverse("calendar_drop"), data, follow=True).content.decode())

    def test_it_takes_exactly_that_slot(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Rough elbows", go_live_at=TEN)
        afternoon = TUESDAY.replace(hour=14)
        assert "is planned for Tue 3 Mar 14:00" in self.dropped(editor_client, page, TEN, afternoon.isoformat())
        assert moment_of(page) == afternoon
        waiting = planned(NINE)
        self.dropped(editor_client, waiting, NINE, TUESDAY.isoformat())
        assert waiting.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == TUESDAY

    def test_one_that_was_taken_meanwhile_is_not_taken_twice(self, site_tree, clock, editor_client):
        planned(TUESDAY)
        page = draft(BlogPostPage, go_live_at=NINE)
        text = self.dropped(editor_client, page, NINE, TUESDAY.isoformat())
        assert "another page goes live Tue 3 Mar 09:00 (London) by now" in text
        assert moment_of(page) == NINE

    @pytest.mark.parametrize("slot", ["x", "2026-99-99", "9999-12-31T23:59:59-12:00", "2026-03-03T14:00"])
    def test_one_that_cannot_be_read_counts_as_its_day(self, site_tree, clock, editor_client, slot):
        page = draft(BlogPostPage, go_live_at=NINE)
        self.dropped(editor_client, page, NINE, slot)
        assert moment_of(page) == TUESDAY

    def test_no_day_is_none_whatever_the_slot(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        for day in ("", "9999-12-31", "0001-01-01"):
            assert "sent no day" in self.dropped(editor_client, page, NINE, TUESDAY.isoformat(), day=day)


class DropEndTests:
    def dropped(self, client, bundle, day, **data):
        """What somebody is told after dropping the end of a bundle."""
        data = {"bundle": bundle.pk, "before": TEN.isoformat(), "day": day, "next": CALENDAR} | data
        return client.post(reverse("calendar_drop"), data, follow=True)

    def end_of(self, bundle):
        """When a bundle ends, asked of the database."""
        bundle.refresh_from_db()
        return bundle.ends_at

    @pytest.fixture
    def bundle(self, site_tree, clock):
        """A bundle that is live and ends at ten."""
        bundle = scheduled(new_post(), ends_at=TEN)
        clock(NINE)
        runner.run()
        return bundle

    def test_it_keeps_its_time_on_another_day_and_is_taken_back(self, bundle, clock, editor_client):
        response = self.dropped(editor_client, bundle, "2026-03-03")
        assert response.redirect_chain[0][0] == f"{CALENDAR}#bundle-{bundle.pk}"
        text = words(response.content.decode())
        assert "“Spring launch” ends Tue 3 Mar 10:00 (London). Undo moving the end of “Spring launch”" in text
        assert self.end_of(bundle) == TEN + timedelta(days=1)
        assert "“Spring launch” ends as before." in taken_back(editor_client, response)
        clock(TEN)
        assert runner.run() == {"done": 1}

    def test_what_cannot_be_is_said(self, bundle, editor_client):
        assert "has passed: choose a later time" in words(
            self.dropped(editor_client, bundle, "2026-03-01").content.decode()
        )
        assert "the tray holds pages" in words(self.dropped(editor_client, bundle, "tray").content.decode())
        assert self.end_of(bundle) == TEN

    def test_who_may_not_see_it_is_sent_away(self, bundle, commerce_client):
        response = self.dropped(commerce_client, bundle, "2026-03-03")
        assert "do not have permission" in words(response.content.decode())
        assert "Spring launch" not in response.content.decode()
        assert self.end_of(bundle) == TEN

    def test_one_that_is_gone(self, site_tree, editor_client):
        assert editor_client.post(reverse("calendar_drop"), {"bundle": "99", "day": "tray"}).status_code == 404


class UndoTests:
    def test_what_has_moved_since_stays(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        response = dropped(editor_client, page, NINE, "2026-03-03")
        dropped(editor_client, page, TUESDAY, "2026-03-04")
        assert "Nothing was undone." in taken_back(editor_client, response)
        assert moment_of(page) == TUESDAY + timedelta(days=1)

    def test_too_late_or_made_up(self, site_tree, clock, editor_client):
        text = signed([Move(1, None, NINE)])
        clock(EIGHT + timedelta(seconds=UNDO_SECONDS + 1))
        for moves in (text, "x", ""):
            answer = editor_client.post(reverse("calendar_undo"), {"moves": moves}, follow=True)
            assert "This can be undone no more" in words(answer.content.decode())


class ShiftViewTests:
    def test_everything_later_moves_by_a_slot_and_back(self, site_tree, clock, editor_client):
        one, other = planned(TUESDAY, title="Calm skin"), draft(BlogPostPage, go_live_at=TUESDAY + timedelta(days=1))
        url = f"{reverse('calendar_shift', args=[one.pk])}?next={CALENDAR}"
        page = editor_client.get(url)
        assert "Calm skin Tue 3 Mar 09:00 Wed 4 Mar 09:00" in words(page.content.decode())
        moves = page.context["signed"]
        response = editor_client.post(url, {"moves": moves, "next": CALENDAR}, follow=True)
        assert "2 pages are planned one slot later. Undo moving 2 pages" in words(response.content.decode())
        assert [moment_of(page) for page in (one, other)] == [TUESDAY + timedelta(days=days) for days in (1, 2)]
        assert "2 pages are planned as before." in taken_back(editor_client, response)
        assert [moment_of(page) for page in (one, other)] == [TUESDAY + timedelta(days=days) for days in (0, 1)]

    def test_titles_of_others_are_not_told(self, site_tree, clock, writer, writer_client):
        own = draft(BlogPostPage, owner=writer, go_live_at=TUESDAY)
        planned(TUESDAY + timedelta(days=1), title="Quietskin launch")
        text = words(writer_client.get(reverse("calendar_shift", args=[own.pk])).content.decode())
        assert "Quietskin" not in text
        assert "1 page of others stays as planned." in text
        assert "Shift 1 page" in text

    def test_who_may_not_edit_the_page_is_sent_away(self, site_tree, clock, writer_client):
        page = planned(TUESDAY)
        assert writer_client.get(reverse("calendar_shift", args=[page.pk])).status_code in {302, 403}
        assert writer_client.get(reverse("calendar_shift", args=[999999])).status_code == 404


class MomentOnTests:
    @pytest.mark.parametrize(
        ("zone", "before", "day", "expected"),
        [
            # 01:30 does not exist in London that day, 02:30 not in New York: what comes after the gap.
            ("Europe/London", datetime(2026, 3, 27, 1, 30, tzinfo=UTC), date(2026, 3, 29), "2026-03-29T01:30:00+00:00"),
            (
                "America/New_York",
                datetime(2026, 3, 6, 7, 30, tzinfo=UTC),
                date(2026, 3, 8),
                "2026-03-08T07:30:00+00:00",
            ),
            # 01:30 happens twice: never early.
            (
                "Europe/London",
                datetime(2026, 10, 23, 0, 30, tzinfo=UTC),
                date(2026, 10, 25),
                "2026-10-25T01:30:00+00:00",
            ),
            ("America/New_York", datetime(2026, 3, 6, 14, tzinfo=UTC), date(2026, 3, 9), "2026-03-09T13:00:00+00:00"),
        ],
    )
    def test_the_clock_time_stays_whatever_the_clocks_do(self, settings, zone, before, day, expected):
        settings.TIME_ZONE = zone
        assert moment_on(day, before).astimezone(UTC).isoformat() == expected
