"""What the scheduler remembers: due items that are not through yet, and which workers are at work."""

from django.db import models


class Kind(models.TextChoices):
    """What is due: a revision going live, or a page that expires."""

    GO_LIVE = "go_live", "Go live"
    EXPIRE = "expire", "Expire"


class Attempt(models.Model):
    """A due item that was tried and is not through; deleted in the transaction in which it gets through.

    Written and committed before the item is tried, so that an item that takes its process down is known by name.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    target_id = models.BigIntegerField(help_text="The revision that goes live, or the page that expires.")
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
    """A worker's sign of life."""

    worker = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.worker} at {self.beat_at:%H:%M:%S}"
