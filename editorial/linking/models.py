"""What editors decided about links."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class NotHere(models.Model):
    """A link that an editor did not want in a passage; it is offered there no more."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    place = models.CharField(max_length=500, help_text="The steps to the passage.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "target", "place"], name="not_here_once")]

    def __str__(self):
        return f"Page {self.target_id} not in page {self.page_id}"


class MeantName(models.Model):
    """An everyday word that an editor says means a page, so that it is offered."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="meant_names")
    words = models.CharField(max_length=255)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "words"], name="meant_name_once")]

    def __str__(self):
        return f"“{self.words}” means page {self.page_id}"


class GoneAddress(models.Model):
    """The address of a page that readers could open once and that has been deleted: it answers 410."""

    path = models.TextField(unique=True)

    def __str__(self):
        return self.path


class Sweep(models.Model):
    """One change of links in many pages at once, which can be taken back as a whole.

    With ``old``, every link to that page leads to ``new``; without, links to ``new`` are set where its names stand.
    """

    old = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    new = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    old_title = models.CharField(max_length=255, blank=True)
    new_title = models.CharField(max_length=255)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    is_taken_back = models.BooleanField(default=False)

    def __str__(self):
        return (
            f"“{self.new_title}” in place of “{self.old_title}”" if self.old_title else f"Links to “{self.new_title}”"
        )

    @property
    def can_be_taken_back(self) -> bool:
        """Whether it was not yet, and the page that the links led to is still there."""
        return not self.is_taken_back and (self.old is not None or not self.old_title)


class SweptPage(models.Model):
    """What a sweep does, and did, to one page."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Waiting"
        LIVE = "live", "Changed for readers"
        DRAFT = "draft", "Changed in the draft"
        KEPT = "kept", "Left as it was"
        BACK = "back", "As before"

    sweep = models.ForeignKey(Sweep, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    words = models.CharField(max_length=255, blank=True, help_text="Why it was left as it was.")
    #: The links that are set, where the sweep sets links.
    insertions = models.JSONField(default=list)
    #: What readers saw before and see since, the newest versions then, and what planned versions said.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    planned = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sweep", "page"], name="swept_once")]

    def __str__(self):
        return f"{self.sweep}: page {self.page_id}"

    def keep(self, words: str) -> None:
        """Note that the page was left as it was, and why."""
        self.state, self.words = self.State.KEPT, words[:255]
        self.save(update_fields=["state", "words"])
