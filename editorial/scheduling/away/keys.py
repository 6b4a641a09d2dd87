"""The keys by which people read their calendar without signing in; only their digests are kept."""

from hashlib import sha256
from secrets import token_urlsafe

from django.urls import reverse
from django.utils import timezone

from editorial.scheduling.away.models import CalendarKey
from editorial.scheduling.away.words import in_full
from users.models import User

#: Bytes of chance in a key: 43 characters.
KEY_BYTES = 32


def make_address(user: User) -> str:
    """A new address of somebody's calendar, in place of the old one; nobody can be told it again."""
    key = token_urlsafe(KEY_BYTES)
    CalendarKey.objects.update_or_create(user=user, defaults={"digest": digest_of(key), "made_at": timezone.now()})
    return in_full(reverse("calendar_feed", args=[key]))


def switch_off(user: User) -> None:
    """Take away the address of somebody's calendar."""
    CalendarKey.objects.filter(user=user).delete()


def owner_of(key: str) -> User | None:
    """Whose calendar a key opens, as long as they may enter the admin; one look-up, whatever is asked."""
    known = CalendarKey.objects.select_related("user").filter(digest=digest_of(key)).first()
    if known is None or not may_enter(known.user):
        return None
    return known.user


def may_enter(user: User) -> bool:
    """Whether somebody may enter the admin."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def digest_of(key: str) -> str:
    """What is kept of a key: chance of this length needs no salt."""
    return sha256(key.encode()).hexdigest()
