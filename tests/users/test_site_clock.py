"""A time zone of one's own does not count."""

import pytest
from wagtail.users.models import UserProfile


@pytest.mark.django_db
class ForgetOtherZonesTests:
    @pytest.mark.parametrize("own", ["Asia/Tokyo", "Europe/London", ""])
    def test_a_profile_goes_by_the_clock_of_the_site(self, writer, own):
        profile = UserProfile.get_for_user(writer)
        UserProfile.objects.filter(pk=profile.pk).update(current_time_zone=own)
        assert UserProfile.objects.get(pk=profile.pk).get_current_time_zone() == "Europe/London"

    def test_a_profile_read_in_part_stays_so(self, writer):
        profile = UserProfile.get_for_user(writer)
        found = UserProfile.objects.only("pk").get(pk=profile.pk)
        assert "current_time_zone" in found.get_deferred_fields()
