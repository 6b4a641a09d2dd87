"""What is kept so that the schedule reaches people who are not in the admin."""

from django.conf import settings
from django.db import models


class CalendarKey(models.Model):
    """Lets whoever knows a key read its owner's calendar; the key itself is kept nowhere."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the key.")
    made_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Calendar key of {self.user_id}"


class MailKind(models.TextChoices):
    """What the schedule writes about."""

    FAILURE = "failure", "A page missed its moment"
    CONCERN = "concern", "Something to mend before a page goes live"
    NEWER_DRAFT = "newer_draft", "A page went live without its newest draft"
    BLOCKED = "blocked", "A bundle will not go live as it is"
    MISSED = "missed", "A page was approved after its time"
    WEEK = "week", "Your week"


class Pace(models.TextChoices):
    """How soon somebody wants to hear."""

    AT_ONCE = "at_once", "At once"
    DAILY = "daily", "Once a day, at 07:00"
    WEEKLY = "weekly", "On Mondays at 07:00"
    OFF = "off", "Off"


class MailChoice(models.Model):
    """How soon somebody wants one kind of mail, if not as everybody gets it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=MailKind.choices)
    pace = models.CharField(max_length=10, choices=Pace.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_choice_a_kind")]

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}: {self.pace}"


class Notice(models.Model):
    """Something to tell somebody in the mail of the day; its words are made then, from what is so then."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=MailKind.choices)
    about = models.CharField(max_length=50, help_text="The keys of what it tells of, such as “17 18”.")
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind", "about"], name="one_notice_a_thing")]

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.kind} {self.about} for {self.user_id}"


class MailRound(models.Model):
    """A mail that time alone asks for, ordered once for one person, however many workers look at the clock."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    pace = models.CharField(max_length=10, choices=Pace.choices)
    day = models.DateField(help_text="The day it is due; the Monday of its week.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "pace", "day"], name="one_round_a_person")]

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.pace} mail of {self.day} for {self.user_id}"
