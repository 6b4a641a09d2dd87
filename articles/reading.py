"""What an article hands its template: byline, contents, citations, related pages, corrections."""

from datetime import timedelta
from math import ceil

from django.utils import timezone
from django.utils.functional import cached_property

from articles.citations import Citation, citations_of
from articles.common_ground import nearest
from articles.gathering import gather
from articles.headings import headings_of
from articles.help_cards import HelpCard, help_cards_of
from core.listing import readable_only, specific_of, still_offered
from core.prose import prose_of

WORDS_PER_MINUTE = 220
NOTICE_LASTS = timedelta(days=30)
#: So many fill a row on a wide screen.
READ_NEXT = 3


class ArticleReading:
    """Everything a reader's template asks of an article; safe on drafts that are half filled in."""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        gather(self)
        return context

    def pages_below(self) -> list:
        """Other pages that stand below the text, those an editor recommends aside."""
        return []

    def pages_at_hand(self) -> list:
        """Pages that are loaded anyway, which the text may show or link to."""
        return []

    @cached_property
    def credits(self) -> list:
        """Who did what on this page, each with their profile."""
        return [row for row in self.contributions.select_related("person") if getattr(row, "person", None)]

    def _credited(self, role: str) -> list:
        return [row for row in self.credits if row.role == role]

    @property
    def authors(self) -> list:
        """The authors; none when the organisation signs."""
        return [] if self.has_organisation_byline else self._credited("author")

    @property
    def reviewers(self) -> list:
        """Who checked the medical content."""
        return self._credited("reviewer")

    @property
    def contributors(self) -> list:
        """Who else had a part in it; nobody when the organisation signs."""
        return [] if self.has_organisation_byline else self._credited("contributor")

    @cached_property
    def headings(self) -> list[tuple[str, str]]:
        """The contents list: anchor and words of each section."""
        return headings_of(self)

    @cached_property
    def help_cards(self) -> list[HelpCard]:
        """When to get help, the most urgent first."""
        return help_cards_of(self.body)

    @cached_property
    def reading_minutes(self) -> int:
        """How long an unhurried reader takes, in whole minutes."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        return max(1, ceil(sum(len(text.split()) for text in texts) / WORDS_PER_MINUTE))

    @cached_property
    def citations(self) -> list[Citation]:
        """The source list: cited ones in order of first citation, then those only listed."""
        return citations_of(self, prose_of(self).citations)

    @cached_property
    def citation_numbers(self) -> dict[int, int]:
        """The number printed for each source."""
        return {citation.source.pk: citation.number for citation in self.citations}

    @cached_property
    def recommended(self) -> list:
        """What to read next, as plain pages: an editor's choice, completed by what is closest to this page."""
        rows = self.related_pages.select_related("target")
        chosen = readable_only(getattr(row, "target", None) for row in rows)
        return [*chosen, *nearest(self, READ_NEXT - len(chosen), without=[*chosen, *self.pages_below()])]

    @cached_property
    def related(self) -> list:
        """What to read next, as far as readers are still sent there."""
        return still_offered(specific_of(self.recommended))

    @cached_property
    def announced_changes(self) -> list:
        """Updates and corrections readers were told about, newest first."""
        return list(self.changes.all()) if self.updated_at else []

    @property
    def correction_notice(self):
        """The newest correction while it still belongs at the top of the page."""
        since = timezone.now() - NOTICE_LASTS
        recent = (row for row in self.announced_changes if row.kind == "correction" and row.happened_at >= since)
        return next(recent, None)

    @cached_property
    def topic_list(self) -> list:
        """The topics readers may open."""
        return readable_only(self.topics.all())
