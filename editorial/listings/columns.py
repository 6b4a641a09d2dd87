"""The columns of page listings."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn, PageTypeColumn
from wagtail.models import Page

from core.site_time import in_words, zone_name
from core.status import planned_for
from people.models import Contribution


class StatusColumn(BaseColumn):
    """Where the page stands, in our words."""

    cell_template_name = "editorial/listings/status_cell.html"


class GoesLiveColumn(Column):
    """When the page, or what was changed on it, goes live by the schedule; the heading names the clock."""

    def get_value(self, instance):
        moment = planned_for(instance)
        return in_words(moment) if moment else None


class BylineColumn(Column):
    """Who wrote the page; ``prepare`` fetches the names of all rows at once."""

    def get_value(self, instance):
        if getattr(instance, "has_organisation_byline", False):
            return "Organisation"
        return ", ".join(instance.listed_authors)

    @staticmethod
    def prepare(pages: Sequence[Page]) -> None:
        """Give each page the names of its authors."""
        names = defaultdict(list)
        authors = Contribution.objects.filter(page__in=[page.pk for page in pages], role=Contribution.Role.AUTHOR)
        for page_id, name in authors.order_by("sort_order").values_list("page_id", "person__title"):
            names[page_id].append(name)
        for page in pages:
            page.listed_authors = names[page.pk]


class TopicsColumn(Column):
    """The topics of the page; ``prepare`` fetches the titles of all rows at once."""

    def get_value(self, instance):
        return ", ".join(instance.listed_topics)

    @staticmethod
    def prepare(pages: Sequence[Page]) -> None:
        """Give each page, all of one type, the titles of its topics."""
        titles = defaultdict(list)
        if pages:
            field = pages[0]._meta.get_field("topics")
            rows = field.remote_field.through.objects.filter(**{f"{field.m2m_field_name()}__in": pages})
            for page_id, title in rows.order_by("topicpage__title").values_list(
                f"{field.m2m_field_name()}_id", "topicpage__title"
            ):
                titles[page_id].append(title)
        for page in pages:
            page.listed_topics = titles[page.pk]


class BrandColumn(Column):
    """Who makes the product; ``prepare`` fetches the brands of all rows at once."""

    @staticmethod
    def prepare(pages: Sequence[Page]) -> None:
        """Load the brands of all pages."""
        prefetch_related_objects(pages, "brand")


class PublishedColumn(Column):
    """The day readers see on the page; empty until it has been live."""

    def get_value(self, instance):
        date = instance.first_published_at
        return date_format(localtime(date), "j M Y") if date else None


#: Gives way on a narrow screen.
DETAIL = "listing-detail"
SELECT = BulkActionsColumn("bulk_actions")
TITLE = PageTitleColumn("title", label="Title", sort_key="title", classname="title")
STATUS = StatusColumn("status", label="Status", sort_key="live", classname="listing-status")
#: Ordered by what the view annotates.
GOES_LIVE = GoesLiveColumn(
    "goes_live",
    label=f"Goes live ({zone_name()})",
    sort_key="planned_moment",
    classname=f"goes-live {DETAIL}",
)
AUTHOR = BylineColumn("author", label="Author", classname=DETAIL)
TOPICS = TopicsColumn("topics", label="Topics", classname=DETAIL)
#: Ordered by the copy of the editor's date that all page types share.
PUBLISHED = PublishedColumn("published", label="Published", sort_key="first_published_at", classname=DETAIL)
UPDATED = DateColumn(
    "latest_revision_created_at",
    label="Updated",
    sort_key="latest_revision_created_at",
    classname=DETAIL,
)
TYPE = PageTypeColumn(
    "type",
    label="Type",
    accessor="page_type_display_name",
    sort_key="content_type__model",
    classname=DETAIL,
)
#: In the order of Wagtail's own explorer, with when a page goes live at the end.
MIXED_COLUMNS = [SELECT, TITLE, UPDATED, TYPE, STATUS, GOES_LIVE]
ARTICLE_COLUMNS = [SELECT, TITLE, STATUS, GOES_LIVE, AUTHOR, TOPICS, PUBLISHED, UPDATED]
PRODUCT_COLUMNS = [
    SELECT,
    TITLE,
    STATUS,
    GOES_LIVE,
    BrandColumn("brand", label="Brand", sort_key="brand__name", classname=DETAIL),
    Column("relation", label="Relation", accessor="get_commercial_relation_display", classname=DETAIL),
    TOPICS,
    PUBLISHED,
    UPDATED,
]
INGREDIENT_COLUMNS = [
    SELECT,
    TITLE,
    STATUS,
    GOES_LIVE,
    Column("inci_name", label="INCI name", sort_key="inci_name", classname=DETAIL),
    TOPICS,
    PUBLISHED,
    UPDATED,
]
PERSON_COLUMNS = [
    SELECT,
    TITLE,
    STATUS,
    GOES_LIVE,
    Column("role", label="Role", sort_key="role", classname=DETAIL),
    Column("organisation", label="Organisation", classname=DETAIL),
    Column("left_on", label="Left on", sort_key="left_on", classname=DETAIL),
    UPDATED,
]
