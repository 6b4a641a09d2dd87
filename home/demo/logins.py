"""Logins to try each role with; their password is known to everybody."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from home.demo.content import CONTENT, read
from home.demo.finder import Finder
from home.ensure_site.roles import ADMINISTRATOR, COMMERCE, EDITOR, MEDICAL_REVIEWER, WRITER
from users.models import User

CONTENT_FILE = CONTENT / "logins.toml"
ROLES = {
    "writer": WRITER,
    "editor": EDITOR,
    "reviewer": MEDICAL_REVIEWER,
    "commerce": COMMERCE,
    "admin": ADMINISTRATOR,
}


@dataclass(frozen=True)
class Login:
    """One line of the table printed after loading; without password when somebody has changed it."""

    username: str
    role: str
    password: str


def refuse_known_password() -> None:
    """Raise CommandError where a password everybody knows would let strangers in."""
    if not (settings.DEBUG or getattr(settings, "DEMO_LOGINS_ALLOWED", False)):
        raise CommandError(
            "Demo logins have a password everybody knows, so they are made in development only. "
            "Load the demo without them: manage.py load_demo --no-logins"
        )


def load_logins(finder: Finder) -> list[Login]:
    """Make a login for each role; one of the same name that is there already is left as it is."""
    table = []
    people = read(CONTENT_FILE)["people"]
    for username, role in ROLES.items():
        user = User.objects.filter(username=username).first()
        if user is None:
            user = User.objects.create_user(username, password=password(), **people[username])
            user.groups.add(Group.objects.get(name=role))
        finder.logins[username] = user
        table.append(Login(username, role, password() if user.check_password(password()) else ""))
    return table


def password() -> str:
    """The one password of all demo logins."""
    return read(CONTENT_FILE)["password"]


def remove_logins() -> int:
    """Take away the logins that still have the known password; one that has left traces is only locked."""
    count = 0
    for user in User.objects.filter(username__in=ROLES, is_active=True):
        if not user.check_password(password()):
            continue
        count += 1
        if has_left_traces(user):
            user.is_active = False
            user.set_unusable_password()
            user.save()
        else:
            user.delete()
    return count


def has_left_traces(user: User) -> bool:
    """Whether the history of any page or item names this login."""
    return any(model.objects.filter(user=user).exists() for model in (Revision, PageLogEntry, ModelLogEntry))
