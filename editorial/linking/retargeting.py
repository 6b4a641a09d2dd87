"""A page with every link to one page leading to another."""

import re
from copy import deepcopy
from dataclasses import dataclass

from django.db.models import ForeignKey
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.blocks import PageChooserBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from core.links import NOT_SHOWN
from editorial.linking.markup import page_key
from editorial.linking.passages import children, is_item

ANCHOR = re.compile(r"<a\b([^>]*)>")
KEY = re.compile(r'(\bid=)(["\'])\d+\2')


@dataclass
class Retargeting:
    """Puts one page in the place of another; counts what it changed, and what could not take the new page."""

    old: int
    new: Page
    changed: int = 0
    left: int = 0

    def apply(self, page: Page) -> Page:
        """Change a page in memory; relations, choosers and texts alike."""
        for field in page._meta.get_fields():
            if isinstance(field, RichTextField):
                setattr(page, field.name, self.text(getattr(page, field.name) or ""))
            elif isinstance(field, StreamField):
                self.stream(page, field)
            elif is_choice(field):
                self.choice(page, field)
            elif isinstance(field, ParentalManyToManyField) and issubclass(field.related_model, Page):
                self.choices(page, field)
        for relation in get_all_child_relations(page):
            self.rows(page, relation)
        return page

    def fits(self, model: type[Page]) -> bool:
        """Whether the new page is of a kind that a box takes."""
        if issubclass(self.new.specific_class, model):
            return True
        self.left += 1
        return False

    def text(self, html: str) -> str:
        """A text with its links changed, and not a word."""

        def lead(match: re.Match) -> str:
            if self.old not in page_key(match[1]):
                return match[0]
            self.changed += 1
            return KEY.sub(rf"\g<1>\g<2>{self.new.pk}\g<2>", match[0], count=1)

        return ANCHOR.sub(lead, html)

    def stream(self, page: Page, field: StreamField) -> None:
        """A stream with its texts and choices changed."""
        value = getattr(page, field.name)
        stored, before = deepcopy(list(value.raw_data)), self.changed
        self.inside(field.stream_block, stored)
        if self.changed != before:
            setattr(page, field.name, field.stream_block.to_python(stored))

    def inside(self, block, stored) -> None:
        """What is stored of a block, changed where it stands."""
        for number, (step, _, child, inner) in enumerate(list(children(block, stored))):
            changed = self.value(child, inner)
            if changed is inner:
                continue
            if isinstance(stored, dict):
                stored[step] = changed
            elif is_item(stored[number]):
                stored[number]["value"] = changed
            else:
                stored[number] = changed

    def value(self, block, stored):
        """One value; itself when there is nothing to change."""
        if isinstance(block, RichTextBlock):
            changed = self.text(stored or "")
            return stored if changed == (stored or "") else changed
        if isinstance(block, PageChooserBlock):
            if stored == self.old and self.fits(block.model_class):
                self.changed += 1
                return self.new.pk
            return stored
        self.inside(block, stored)
        return stored

    def choice(self, holder, field: ForeignKey) -> bool:
        """A field that names a page; whether it did name the old one and names the new one now."""
        if getattr(holder, field.attname) != self.old or not self.fits(field.related_model):
            return False
        setattr(holder, field.attname, self.new.pk)
        self.changed += 1
        return True

    def choices(self, page: Page, field: ParentalManyToManyField) -> None:
        """A field that names several pages, the new one once however often it would be said."""
        keys = [chosen.pk for chosen in getattr(page, field.name).all()]
        if self.old in keys and self.fits(field.related_model):
            kept = dict.fromkeys(self.new.pk if key == self.old else key for key in keys)
            setattr(page, field.name, list(field.related_model.objects.in_bulk(kept).values()))
            self.changed += 1

    def rows(self, page: Page, relation) -> None:
        """The rows of a relation; one that would say what another says already goes."""
        manager = getattr(page, relation.get_accessor_name())
        fields = [field for field in relation.related_model._meta.get_fields() if is_choice(field)]
        rows = list(manager.all())
        for field in fields:
            known = {getattr(row, field.attname) for row in rows}
            for row in rows:
                if self.choice(row, field) and self.new.pk in known:
                    rows = [one for one in rows if one is not row]
        if fields:
            manager.set(rows)


def is_choice(field) -> bool:
    """Whether a field names a page that readers are led to."""
    return (
        isinstance(field, ForeignKey)
        and not field.remote_field.parent_link
        and issubclass(field.related_model, Page)
        and not isinstance(field, ParentalKey)
        and field.name not in NOT_SHOWN | {"alias_of"}
    )
