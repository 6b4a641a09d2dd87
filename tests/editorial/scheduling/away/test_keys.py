"""The keys of calendars."""

import re

import pytest
from django.contrib.auth.models import Group

from editorial.scheduling.away.keys import make_address, may_enter, owner_of, switch_off
from editorial.scheduling.away.models import CalendarKey
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


def key_in(address: str) -> str:
    """The key of an address."""
    return re.fullmatch(r"http://127\.0\.0\.1:8000/calendar/([\w-]{32,})\.ics", address)[1]


class MakeAddressTests:
    def test_its_key_opens_the_calendar_and_is_kept_nowhere(self, writer):
        key = key_in(make_address(writer))
        assert owner_of(key) == writer
        assert key not in str(CalendarKey.objects.values_list())

    def test_what_is_kept_opens_nothing(self, writer):
        make_address(writer)
        assert owner_of(CalendarKey.objects.get().digest) is None

    def test_a_new_one_revokes_the_old(self, writer):
        old, new = key_in(make_address(writer)), key_in(make_address(writer))
        assert (owner_of(old), owner_of(new)) == (None, writer)

    def test_each_has_their_own(self, writer, editor):
        keys = [key_in(make_address(user)) for user in (writer, editor)]
        assert [owner_of(key) for key in keys] == [writer, editor]


class SwitchOffTests:
    def test_the_address_is_gone(self, writer):
        key = key_in(make_address(writer))
        switch_off(writer)
        assert owner_of(key) is None
        switch_off(writer)


class OwnerOfTests:
    def test_somebody_who_left_has_none(self, writer):
        key = key_in(make_address(writer))
        type(writer).objects.update(is_active=False)
        assert owner_of(key) is None

    def test_somebody_who_may_no_longer_enter_has_none(self, writer):
        key = key_in(make_address(writer))
        writer.groups.remove(*Group.objects.all())
        assert owner_of(key) is None

    @pytest.mark.parametrize("known", [0, 1])
    def test_an_unknown_key_costs_one_look_up(self, writer, known, django_assert_num_queries):
        if known:
            make_address(writer)
        with django_assert_num_queries(1):
            assert owner_of("a" * 43) is None


class MayEnterTests:
    def test_roles_may_and_others_may_not(self, writer):
        assert may_enter(writer)
        assert not may_enter(UserFactory())
