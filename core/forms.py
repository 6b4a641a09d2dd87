"""The edit form of every page: starter blocks on a new page, publish checks before going live."""

from itertools import groupby

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks.stream_block import StreamValue
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from core import publishing
from core.form_errors import field_error, field_name
from core.site_time import moment_in, with_zone

#: Name of the buttons that carry out a repair; saving a draft with one of them pressed repairs it.
FIX_BUTTON = "action-fix"
#: The button that publishes or schedules. Its value says which: SCHEDULE, a moment to schedule for, or anything else.
PUBLISH_BUTTON = "action-publish"
SCHEDULE = "schedule"
NOTHING_TO_SCHEDULE = "Nothing was scheduled, as this box is empty. Press “Publish” to publish at once."
TOO_LATE = "Nothing was scheduled, as {when} is over. Choose a later time, or empty this box to publish at once."


class PageForm(WagtailAdminPageForm):
    """Saves a draft with a title alone; publishing or submitting asks the publish checks."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        # The form has a section for the schedule; Wagtail's mixin would offer its dialog as a second home.
        cls.show_schedule_publishing_toggle = False

    def __init__(self, *args, **kwargs):
        instance = kwargs.get("instance")
        if instance is not None and instance.pk is None:
            put_starter_blocks(instance)
            # Creating and publishing saves the row first: a refusal in between must leave a draft behind.
            instance.live = False
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        #: What kept the page from going live when the form was last sent.
        self.problems: list[publishing.Problem] = []

    def clean_slug(self):
        """The slug typed, or a free one made from the title: a second page of one title is no fault of the writer.

        Also once the page exists: a page that saves itself keeps the box that the browser filled from the title.
        """
        slug = self.cleaned_data["slug"]
        words = slugify(self.cleaned_data.get("title", ""), allow_unicode=True)
        if slug and slug != words:
            return slug
        return find_available_slug(
            self.parent_page, words or slugify(self.instance.get_verbose_name()), ignore_page_id=self.instance.pk
        )

    def clean_go_live_at(self):
        """The moment typed, or the one the pressed button offers; who presses “Schedule” never publishes at once."""
        button = self.data.get(PUBLISH_BUTTON, "")
        offered = moment_in(button)
        moment = offered or self.cleaned_data["go_live_at"]
        if offered or button == SCHEDULE:
            if moment is None:
                raise ValidationError(NOTHING_TO_SCHEDULE)
            if moment <= timezone.now():
                raise ValidationError(TOO_LATE.format(when=with_zone(moment)))
        elif button and moment and moment <= timezone.now():
            # What is published by hand does not go live at a time it missed.
            return None
        return moment

    def is_valid(self):
        if self.is_deferred_validation or self._leads_away_from_readers:
            return super().is_valid()
        self._leave_required_to_the_checks()
        try:
            is_usable = super().is_valid()
        finally:
            self._require_again()
        return self._passes_publish_checks() and is_usable

    def save(self, commit=True):
        publishing.repair(self.instance, self.data.get(FIX_BUTTON))
        return super().save(commit=commit)

    @property
    def _leads_away_from_readers(self) -> bool:
        """Whether a review is cancelled or asks for changes, which has to be possible whatever is missing."""
        if "action-workflow-action" in self.data:
            return self.data.get("workflow-action-name") == "reject"
        return "action-cancel-workflow" in self.data

    def _leave_required_to_the_checks(self) -> None:
        """Let empty boxes pass, so that what is missing is said once, in one round and in the checks' words."""
        deferrable = [name for name in self._meta.defer_required_on_fields if name in self.fields]
        self._lenient = [name for name in deferrable if self.fields[name].required]
        for name in self._lenient:
            self.fields[name].required = False
        for field in self.fields.values():
            field.is_deferred_validation = True

    def _require_again(self) -> None:
        for name in self._lenient:
            self.fields[name].required = True
        for field in self.fields.values():
            del field.is_deferred_validation

    def _passes_publish_checks(self) -> bool:
        """Ask the checks about the page as typed, and put every refusal at the field it concerns."""
        page = self._page_as_typed()
        planned = page.go_live_at if page.go_live_at and page.go_live_at > timezone.now() else None
        found = publishing.check(page, planned)
        if PUBLISH_BUTTON in self.data:
            found += publishing.last_check(page, planned)
        self.problems = publishing.blocking(found)
        for name, group in groupby(sorted(self.problems, key=field_name), key=field_name):
            self._put(name, list(group))
        return not self.problems

    def _page_as_typed(self) -> Page:
        """The page with everything usable that was typed, relations included; saving later does the same again."""
        self.save_cluster_m2m()
        for name, formset in self.formsets.items():
            if name != "comments" and formset.is_valid():
                formset.instance = self.instance
                formset.save(commit=False)
        return self.instance

    def _put(self, name: str, problems: list[publishing.Problem]) -> None:
        """Add problems to one field or relation, unless what was typed there could not even be read."""
        if name in self.fields:
            if name not in self.errors:
                self.add_error(name, field_error(self.instance, name, problems))
        elif name in self.formsets:
            if self.formsets[name].is_valid():
                self.formsets[name].non_form_errors().extend([problem.words for problem in problems])
        else:
            said = self.errors.get(NON_FIELD_ERRORS, [])
            self.add_error(None, [problem.words for problem in problems if problem.words not in said])


def put_starter_blocks(page: Page) -> None:
    """Open a new page with the blocks its type usually needs."""
    if not page.starter_blocks or page.body:
        return
    block = page.body.stream_block
    page.body = StreamValue(block, [(name, block.child_blocks[name].get_default()) for name in page.starter_blocks])
