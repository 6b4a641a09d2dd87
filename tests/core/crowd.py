"""A site with very many pages, made fast: copies of one complete page, written straight into the tables."""

from uuid import uuid4

from django.db import connection, models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

#: SQLite takes a limited number of values in one statement.
BATCH = 20


def multiply(page: Page, times: int) -> None:
    """Put this many published copies of a page next to it, with their byline, topics and other relations."""
    first = Page.objects.filter(path__startswith=page.get_parent().path, depth=page.depth).count() + 1
    copies = [copy_of(page, first + number) for number in range(times)]
    Page.objects.bulk_create(copies)
    Page.objects.filter(pk=page.get_parent().pk).update(numchild=models.F("numchild") + times)
    keys = [copy.pk for copy in copies]
    copy_own_rows(page, keys)
    for relation in page._meta.related_objects:
        if isinstance(relation.field, ParentalKey):
            copy_rows(getattr(page, relation.get_accessor_name()).all(), relation.field, keys)
    for field in page._meta.many_to_many:
        through = field.remote_field.through
        if through._meta.auto_created and through._meta.app_label != "wagtailcore":
            link = through._meta.get_field(field.m2m_field_name())
            copy_rows(through._base_manager.filter(**{link.name: page.pk}), link, keys)


def copy_of(page: Page, number: int) -> Page:
    """One more page in the tree, as Wagtail's own table knows it."""
    copy = Page.objects.get(pk=page.pk)
    copy.pk = copy.id = None
    copy._state.adding = True
    copy.latest_revision = copy.live_revision = None
    copy.translation_key = uuid4()
    copy.path = Page._get_path(page.get_parent().path, page.depth, number)
    copy.title = copy.draft_title = f"{page.title} no. {number}"
    copy.slug = f"{page.slug}-{number}"
    copy.url_path = f"{page.get_parent().url_path}{copy.slug}/"
    return copy


def copy_own_rows(page: Page, keys: list[int]) -> None:
    """The rows in the table of the page's own type; Django has no public way to add these without their parents."""
    model, fields = type(page), page._meta.local_concrete_fields
    values = {field.attname: getattr(page, field.attname) for field in fields}
    rows = [model(**(values | {"page_ptr_id": key})) for key in keys]
    for start in range(0, len(rows), BATCH):
        model._base_manager.all()._insert(rows[start : start + BATCH], fields=fields, using=connection.alias, raw=True)


def copy_rows(rows, link: models.ForeignKey, keys: list[int]) -> None:
    """Rows that belong to a page, once for each copy."""
    copies = []
    for row in rows:
        values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        values.pop(row._meta.pk.attname)
        copies.extend(type(row)(**(values | {link.attname: key})) for key in keys)
    if copies:
        type(copies[0])._base_manager.bulk_create(copies)
