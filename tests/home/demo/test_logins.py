"""Demo logins are for development, and leave nothing open behind."""

import pytest
from django.core.management import CommandError

from home.demo.finder import Finder
from home.demo.logins import ROLES, load_logins, password, refuse_known_password, remove_logins
from users.models import User


class RefuseKnownPasswordTests:
    def test_production_refuses(self, settings):
        settings.DEBUG = False
        with pytest.raises(CommandError):
            refuse_known_password()

    @pytest.mark.parametrize("name", ["DEBUG", "DEMO_LOGINS_ALLOWED"])
    def test_development_and_tests_may(self, settings, name):
        setattr(settings, name, True)
        refuse_known_password()


@pytest.mark.django_db
class LoadLoginsTests:
    def test_each_role_has_a_login(self):
        finder = Finder()
        table = load_logins(finder)
        assert [login.username for login in table] == list(ROLES)
        for username, user in finder.logins.items():
            assert [group.name for group in user.groups.all()] == [ROLES[username]]
            assert user.check_password(password())

    def test_somebody_of_the_same_name_is_left_alone(self):
        User.objects.create_user("writer", password="my own words")
        table = load_logins(Finder())
        assert table[0].password == ""
        assert not User.objects.get(username="writer").groups.exists()


@pytest.mark.django_db
class RemoveLoginsTests:
    def test_logins_nobody_used_are_deleted(self):
        load_logins(Finder())
        assert remove_logins() == len(ROLES)
        assert not User.objects.exists()

    def test_a_login_of_somebodys_own_stays(self):
        User.objects.create_user("writer", password="my own words")
        assert remove_logins() == 0
        assert User.objects.get().is_active
