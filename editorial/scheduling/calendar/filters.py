"""What a calendar is narrowed to, as its address says: whatever is not understood there counts as not said."""

from datetime import date, datetime

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Case, Q, Value, When
from django.http import QueryDict
from wagtail.models import Page
from wagtail.query import PageQuerySet

from articles.common_ground import any_of, tagged
from articles.full_text import article_types
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import ENTRY_WORDS, Entry, entries
from editorial.scheduling.calendar.period import Period, View
from people.models import Contribution
from topics.models import TopicPage
from users.models import User


class CalendarForm(forms.Form):
    """View and day, and the filters that stay with them."""

    view = forms.ChoiceField(choices=View.choices, widget=forms.HiddenInput)
    on = forms.DateField(
        widget=forms.HiddenInput,
        # Nobody plans in other centuries, and the calendar's arithmetic ends in the first and the last.
        validators=[MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 1, 1))],
    )
    type = forms.ChoiceField(label="Type", required=False)
    author = forms.ChoiceField(label="Author", required=False)
    topic = forms.ChoiceField(label="Topic", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Any status"), *((word, word) for word in ENTRY_WORDS)]
    )

    def __init__(self, data: QueryDict, today: date) -> None:
        """Read an address; a part that says nothing usable is left out."""
        super().__init__({"view": View.MONTH, "on": today.isoformat()} | data.dict())
        types = [(model._meta.model_name, model._meta.verbose_name.capitalize()) for model in article_types()]
        self.fields["type"].choices = [("", "Every type"), *sorted(types, key=lambda choice: choice[1])]
        authors, topics = authors_and_topics()
        self.fields["author"].choices = [("", "Everybody"), *authors]
        self.fields["topic"].choices = [("", "Every topic"), *topics]
        self.today = today
        self.full_clean()

    @property
    def period(self) -> Period:
        """The stretch of days asked for."""
        return Period(View(self.said("view") or View.MONTH), self.said("on") or self.today)

    @property
    def is_narrowed(self) -> bool:
        """Whether something may be out of sight."""
        return bool(self.said("status")) or self.chooses_pages

    @property
    def chooses_pages(self) -> bool:
        """Whether only some pages are asked for, wherever they stand."""
        return any(self.said(name) for name in ("type", "author", "topic"))

    def said(self, name: str):
        """What the address says usably under a name."""
        return self.cleaned_data.get(name)

    def entries(self, user: User, start: datetime, end: datetime, with_tray: bool = False) -> list[Entry | End]:
        """What there is between two moments of all that was chosen."""
        word = self.said("status") or ""
        return entries(user, self.pages(), start, end, word, with_tray, is_narrowed=self.chooses_pages)

    def pages(self) -> PageQuerySet:
        """The pages of the chosen type, author and topic."""
        types = [model for model in article_types() if self.said("type") in {"", model._meta.model_name}]
        pages = Page.objects.type(*(types or article_types()))
        if author := self.said("author"):
            credited = Contribution.objects.filter(role=Contribution.Role.AUTHOR, person=author)
            pages = pages.filter(pk__in=credited.values("page"))
        if topic := self.said("topic"):
            pages = pages.filter(any_of(tagged(model, [int(topic)]) for model in article_types()))
        return pages


def authors_and_topics() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Who has written something, and every topic, as choices; both in one query."""
    authors = Contribution.objects.filter(role=Contribution.Role.AUTHOR).values("person")
    are_topics = Q(pk__in=TopicPage.objects.values("pk"))
    pages = Page.objects.filter(Q(pk__in=authors) | are_topics).annotate(
        is_topic=Case(When(are_topics, then=Value(True)), default=Value(False))
    )
    choices = [
        (is_topic, (str(pk), title))
        for pk, title, is_topic in pages.order_by("title").values_list("pk", "title", "is_topic")
    ]
    return [one for is_topic, one in choices if not is_topic], [one for is_topic, one in choices if is_topic]
