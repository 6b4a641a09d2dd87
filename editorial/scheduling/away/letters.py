"""A mail before anybody is named on it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import send_mail

from users.models import User


@dataclass(frozen=True)
class Letter:
    """What a mail says, in one line and in full."""

    subject: str
    text: str

    def send_to(self, people: list[User]) -> int:
        """Mail it to some people; how many they are."""
        if people:
            addresses = sorted(user.email for user in people)
            send_mail(" ".join(self.subject.split()), self.text, settings.DEFAULT_FROM_EMAIL, addresses)
        return len(people)
