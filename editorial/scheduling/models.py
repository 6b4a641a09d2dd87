"""What the scheduler remembers: what is planned, what is not through yet, who is at work, when all is held, when pages
usually go live, and what to mend before.
"""

from datetime import datetime

from django.conf import settings
from django.db import models

# Django looks for models here alone.
from editorial.scheduling.away.models import CalendarKey as CalendarKey


class Kind(models.TextChoices):
    """What is due: a revision going live, a page that expires, a bundle going live as one, or the end of one."""

    GO_LIVE = "go_live", "Go live"
    EXPIRE = "expire", "Expire"
    BUNDLE = "bundle", "Go live together"
    BUNDLE_END = "bundle_end", "End together"


#: What a hold keeps back: whatever puts something new before readers.
GOING_LIVE = {Kind.GO_LIVE, Kind.BUNDLE}


class Attempt(models.Model):
    """A due item that was tried and is not through; deleted in the transaction in which it gets through.

    Written and committed before the item is tried, so that an item that takes its process down is known by name.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    target_id = models.BigIntegerField(help_text="The revision that goes live, the page that expires, or the bundle.")
    count = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    is_running = models.BooleanField(default=True)
    error = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "target_id"], name="one_attempt_an_item")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target_id}: attempt {self.count}"


class Beat(models.Model):
    """A worker's sign of life; one row is that of the web processes, when they stand in for it."""

    worker = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.worker} at {self.beat_at:%H:%M:%S}"


class Hold(models.Model):
    """A time in which nothing goes live by the schedule.

    At ``until`` it ends for what is planned from then on. What it kept back waits until somebody decides: only then is
    it ended.
    """

    reason = models.CharField(
        max_length=200,
        help_text="What everybody is told: “A dose on the retinol page is wrong, and we check the others”.",
    )
    until = models.DateTimeField("until when")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-placed_at"]

    def __str__(self) -> str:
        return f"Hold: {self.reason}"

    def covers(self, kind: str, moment: datetime) -> bool:
        """Whether what is planned for a moment is kept back; what is to go offline never is."""
        return kind in GOING_LIVE and moment < self.until


class PlannedPage(models.Model):
    """What a team has agreed on about a page that is not finished; it commits nobody, and publishes nothing.

    The moment is kept in step with the page's own text and schedule, which decide (``plans.in_step``).
    """

    page = models.OneToOneField("wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+")
    moment = models.DateTimeField(null=True, db_index=True, help_text="When it is to go live; none in the tray.")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="who writes it",
    )
    brief = models.TextField(blank=True, help_text="What it should say, and for whom. Readers never see it.")
    text_due = models.DateField(
        "text due", null=True, blank=True, help_text="The day on which its text is to be ready."
    )
    is_idea = models.BooleanField(default=False, help_text="Whether nobody has begun to write.")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Plan of {self.page_id}"


class Weekday(models.IntegerChoices):
    """The days of a week, numbered as Python numbers them."""

    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


class Slot(models.Model):
    """A time of a weekday at which pages usually go live; as long as there is none, weekdays at nine are meant."""

    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    time = models.TimeField()

    class Meta:
        ordering = ["weekday", "time"]
        constraints = [models.UniqueConstraint(fields=["weekday", "time"], name="one_slot_a_time")]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.time:%H:%M}"


class ClosedDay(models.Model):
    """A day without slots, and why."""

    date = models.DateField(unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.name}, {self.date}"


class Look(models.Model):
    """A page that is planned, and when it was last looked at before it goes live; gone once the plan is."""

    page = models.OneToOneField("wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+")
    moment = models.DateTimeField(db_index=True, help_text="When the page goes live by the plan that is looked at.")
    looked_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Look at {self.page_id} before {self.moment:%Y-%m-%d %H:%M}"


class Concern(models.Model):
    """Something to mend before a planned page goes live; gone once it is mended, or the plan is."""

    look = models.ForeignKey(Look, on_delete=models.CASCADE, related_name="concerns")
    where = models.TextField(blank=True)
    words = models.TextField(help_text="Without the name of another page, which not everybody may know.")
    about_id = models.BigIntegerField(null=True, db_index=True, help_text="The other page the words speak of.")
    is_blocking = models.BooleanField(help_text="Whether the page stays offline with it.")
    told_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.words


class Bundle(models.Model):
    """Pages that go live at one second, all or nothing; at its end, if it has one, readers see what they saw before."""

    name = models.CharField(max_length=120, help_text="What the team calls it: “Spring launch”. Readers never see it.")
    moment = models.DateTimeField("goes live", null=True, db_index=True, help_text="None until it is scheduled.")
    ends_at = models.DateTimeField(
        "ends",
        null=True,
        blank=True,
        db_index=True,
        help_text="New pages go offline then, and the others show what they did before. Left empty, all of it stays.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    live_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        """Whether readers have seen nothing of it yet."""
        return self.live_at is None

    @property
    def is_running(self) -> bool:
        """Whether it is live and comes to an end."""
        return self.live_at is not None and self.ends_at is not None and self.ended_at is None


class BundleMember(models.Model):
    """A page of a bundle, in one open bundle at most; its version is the page's scheduled one."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="members")
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255, help_text="What the page is called, for when it has been deleted.")
    is_open = models.BooleanField(default=True, help_text="Whether the bundle has something left to do with it.")
    shown = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The version that went live with the bundle.",
    )
    reverts_to = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The version readers saw before; none when they did not see the page.",
    )
    before = models.JSONField(default=dict, help_text="What readers saw before, with its dates, as core.shown has it.")
    report = models.TextField(blank=True, help_text="What became of it at the end, where that is not the usual.")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page"], condition=models.Q(is_open=True), name="one_open_bundle_a_page")
        ]

    def __str__(self) -> str:
        return self.title
