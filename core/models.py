"""The abstract page every page type stands on."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.locks import BaseLock, BasicLock
from wagtail.models import Page, Revision, TaskState

from core import publishing
from core.addresses import RESERVED_SLUGS, fixed_slug_message, reserved_slug_message
from core.approval import ApprovalPermissionTester
from core.deleted_targets import without_deleted
from core.forms import PageForm
from core.late_saves import gives_way
from core.offline import OfflinePage
from core.page_row import keep_place, locked_row
from core.panels import ADDRESS_PANEL, OFFLINE_PANEL, ProblemsPanel
from core.publication_window import planned_moment, put_away_used_dates, without_used_dates
from core.references import references_indexed_once
from core.schedule_panel import PlanPanel, SchedulePanel
from core.trail import TrailPage


class BasePage(OfflinePage, TrailPage, Page):
    """A page with an editorial date whose way to readers always leads past the publish checks."""

    published_at = models.DateTimeField(
        "published",
        null=True,
        blank=True,
        help_text="The date readers see and lists are ordered by. Left empty: the moment of first publication.",
    )
    updated_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When the content last changed in a way readers should know about.",
    )
    forward_to = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="lead readers to",
        help_text="For example the newer post. Left empty, the address says that the page was taken down.",
    )

    #: Block types a new page opens with, in order; those left empty are ignored.
    starter_blocks: tuple[str, ...] = ()
    #: Child relations that need at least one row before publishing, with the words said when there is none.
    required_relations: dict[str, str] = {}
    #: What is said, in place of the usual words, about a field that is needed and empty.
    needed_words: dict[str, str] = {}
    #: Slugs the site counts on: a page that has one keeps it.
    fixed_slugs: frozenset[str] = frozenset()

    base_form_class = PageForm
    # A copy is a page of its own with a first publication of its own.
    exclude_fields_in_copy = ["published_at", "updated_at", "forward_to"]

    content_panels = [
        ProblemsPanel(heading="Before this page can go live", icon="warning"),
        PlanPanel(heading="Schedule", icon="calendar-alt"),
        *Page.content_panels,
    ]
    promote_panels = [ADDRESS_PANEL]
    # The section stands in place of Wagtail's dialog, which comes first there.
    settings_panels = [SchedulePanel(), OFFLINE_PANEL, *Page.settings_panels[1:]]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        self._refuse_reserved_slug()
        self._refuse_changed_slug()

    def minimal_clean(self):
        super().minimal_clean()
        self._refuse_reserved_slug()
        self._refuse_changed_slug()

    def save(self, clean=True, **kwargs):
        """Save the row, never letting it go live past the publish checks, nor a late draft replace what is live."""
        update_fields = kwargs.get("update_fields")
        with transaction.atomic(), references_indexed_once():
            is_whole = update_fields is None
            before = locked_row(self.pk) if is_whole or self._saves_live_state(update_fields) else None
            if before and is_whole:
                # Taking a page offline saves without cleaning, and is meant.
                if clean and gives_way(self, before):
                    return None
                keep_place(self, before)
            if self._saves_live_state(update_fields):
                self._go_live_or_stay(before)
            if is_whole:
                put_away_used_dates(self, timezone.now())
            return super().save(clean=clean, **kwargs)

    def _go_live_or_stay(self, before: Page | None) -> None:
        """Date a row that is live, and ask the checks when it was not, or showed another revision."""
        self._date_publication(before)
        if self._goes_live(before):
            publishing.guard(self)
            if before and before.live:
                self.before_change_goes_live(before)

    def before_change_goes_live(self, before: Page) -> None:
        """Called inside the publishing transaction when another revision replaces the live row ``before``."""

    def publish(self, revision, **kwargs):
        """Publish or schedule a revision wholly or not at all: a refusal leaves every schedule as it was."""
        planned = planned_moment(revision, timezone.now())
        with transaction.atomic(), references_indexed_once():
            locked_row(self.pk)
            if planned:
                publishing.guard(revision.as_object(), planned)
            return super().publish(revision, **kwargs)

    def permissions_for_user(self, user):
        """What a user may do: what was approved is published by those who are asked for its approval, too."""
        return ApprovalPermissionTester(user, self)

    def get_lock(self) -> BaseLock | None:
        """Somebody's lock or a review's. A schedule locks nothing: its version stays while others are written."""
        if self.locked:
            return BasicLock(self)
        task = self.current_workflow_task
        return task.lock_class(self, task) if task else None

    def update_aliases(self, **kwargs):
        """Bring aliases up to date, once this page is live itself (scheduling it is not enough: wagtail#11344)."""
        if self.live:
            super().update_aliases(**kwargs)

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Save a revision, never on top of one that is live, scheduled or submitted (a new one is made instead)."""
        with transaction.atomic(), references_indexed_once():
            if overwrite_revision and locked_row(self.pk) and is_spoken_for(overwrite_revision):
                overwrite_revision = None
            return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def with_content_json(self, content):
        """The page as a revision describes it, keeping what belongs to the page and not to a revision."""
        try:
            page = super().with_content_json(content)
        except Exception:
            # Nothing narrower is raised for a key that leads to nothing.
            mended = without_deleted(type(self), content)
            if mended == content:
                raise
            page = super().with_content_json(mended)
        page.published_at = page.published_at or self.published_at
        page.updated_at = self.updated_at
        # Revisions hold these as they were before their own publication.
        page.live_revision_id = self.live_revision_id
        page.last_published_at = self.last_published_at
        return without_used_dates(page, self, timezone.now())

    def _refuse_reserved_slug(self) -> None:
        # Directly under home (depth 3): deeper addresses cannot shadow the site's own.
        if self.depth == 3 and self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": reserved_slug_message(self.slug)})

    def _refuse_changed_slug(self) -> None:
        if not self.fixed_slugs or not self.pk:
            return
        before = Page.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if before in self.fixed_slugs and self.slug != before:
            raise ValidationError({"slug": fixed_slug_message(before)})

    def _saves_live_state(self, update_fields) -> bool:
        return self.live and (update_fields is None or bool({"live", "live_revision"} & set(update_fields)))

    def _date_publication(self, before: Page | None) -> None:
        """Set the editorial date at first publication, and the one key lists across types are ordered by."""
        # The row knows the date even when a revision from before the first publication does not.
        known = self.published_at or (before and before.first_published_at)
        self.published_at = known or self.go_live_at or timezone.now()
        self.first_published_at = self.published_at

    def _goes_live(self, before: Page | None) -> bool:
        """Whether this save makes the row live or changes what readers see; an alias has no revision to tell by."""
        if before is None or not before.live or self.alias_of_id:
            return True
        return before.live_revision_id != self.live_revision_id


def is_spoken_for(revision: Revision) -> bool:
    """Whether readers see a revision, the scheduler waits for it, or a reviewer was asked about it.

    Asked of its row, as somebody may have scheduled it this moment: call with the row of its page locked.
    """
    row = Revision.objects.filter(pk=revision.pk).only("approved_go_live_at").first()
    return (
        row is None
        or row.approved_go_live_at is not None
        or Page.objects.filter(live_revision=revision).exists()
        or TaskState.objects.filter(revision=revision).exists()
    )
