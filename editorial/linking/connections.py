"""What a page leads to and what leads to it, by kind, with state and sentence, for somebody at its form."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision, get_default_page_content_type
from wagtail.permissions import policy_registry

from core.links import NOT_SHOWN, as_written, linked_pages, links_of, that_may_name
from core.not_live import reasons
from core.readable import is_readable
from core.status import Status, annotate_schedule, flag_of, status_of
from editorial.linking import markup
from editorial.linking.passages import parts_of
from editorial.linking.relations import ORDER, Relation, relation_of
from editorial.linking.suggestions import sentence_around
from users.models import User


@dataclass(frozen=True)
class Said:
    """That one page names another: as what, and in which sentence where it is a link in a text."""

    target: int
    relation: Relation
    sentence: str = ""


@dataclass(frozen=True)
class Connection:
    """The page at the other end, as somebody may know it."""

    page: Page | None
    sentence: str
    #: Why readers do not get there; empty where they do.
    why_not: str = ""
    #: Said by a version that readers do not see.
    is_draft: bool = False
    is_own: bool = False

    @property
    def title(self) -> str:
        """Its title: that of the draft for those who may edit it."""
        return self.page.get_admin_display_title() if self.is_own else self.page.title

    @cached_property
    def status(self) -> Status:
        """Where the page stands."""
        return status_of(self.page)

    @cached_property
    def flag(self) -> Status | None:
        """What asks for somebody."""
        return flag_of(self.page)


Groups = list[tuple[str, list[Connection]]]


def said_by(page: Page) -> list[Said]:
    """Everything a page in memory says of other pages, each once a kind, in the order of the kinds."""
    sentences, found = sentences_of(page), {}
    for link in links_of(page):
        texts = sentences.get(link.place)
        relation = relation_of(link.box, texts is not None)
        found.setdefault((link.target, relation), Said(link.target, relation, (texts or {}).get(link.target, "")))
    return sorted(found.values(), key=lambda said: ORDER.index(said.relation))


def sentences_of(page: Page) -> dict[str, dict[int, str]]:
    """For each text of a page, named as links name it, the pages it links to, with the sentence that does."""
    return {
        ".".join(passage.place): sentences_in(markup.read(passage.html))
        for part in parts_of(page)
        for passage in part.passages
    }


def sentences_in(text: markup.Markup) -> dict[int, str]:
    """The pages a text links to, with the first sentence that does."""
    found: dict[int, str] = {}
    for place, key in text.links:
        begin, finish = sentence_around(text.text, place, place + 1)
        found.setdefault(key, text.text[begin:finish].strip())
    return found


def leads_to(page: Page, user: User) -> Groups:
    """What a page in memory leads to, by kind."""
    said = said_by(page)
    pages, own = pages_for(user, [one.target for one in said])
    gaps = dict(reasons(pages, timezone.now()))
    groups: dict[str, list[Connection]] = defaultdict(list)
    for one in said:
        other = pages.get(one.target)
        why = gaps.get(one.target, "") if other else "has been deleted"
        known = other if one.target in own or is_readable(other) else None
        groups[one.relation.there].append(Connection(known, one.sentence, why, is_own=one.target in own))
    return list(groups.items())


def led_from(page: Page, user: User) -> Groups:
    """What leads to a page, by kind: what readers see, and what newer drafts say, to those who may edit them."""
    shown, drafts = shown_sayings(page), draft_sayings(page)
    pages, own = pages_for(user, shown.keys() | drafts.keys())
    groups: dict[Relation, list[Connection]] = defaultdict(list)
    for pk in sorted(pages):
        known = shown.get(pk, {})
        for relation, sentence in known.items() if pk in own or is_readable(pages[pk]) else ():
            groups[relation].append(Connection(pages[pk], sentence, is_own=pk in own))
        for relation, sentence in drafts.get(pk, {}).items() if pk in own else ():
            if relation not in known:
                groups[relation].append(Connection(pages[pk], sentence, is_draft=True, is_own=True))
    return [(relation.here, groups[relation]) for relation in ORDER if relation in groups]


#: As what each page names another, and in which sentence.
Sayings = dict[int, dict[Relation, str]]


def shown_sayings(page: Page) -> Sayings:
    """What live pages say of a page, as the reference index has it."""
    references = ReferenceIndex.get_references_to(page).filter(base_content_type=get_default_page_content_type())
    rows = references.exclude(model_path__in=NOT_SHOWN).order_by("pk")
    boxes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, box, place in rows.values_list("object_id", "model_path", "content_path"):
        boxes[int(key)].append((box, place))
    live = Page.objects.filter(pk__in=boxes, live=True).exclude(pk=page.pk).specific()
    return {one.pk: sayings_in(one, boxes[one.pk], page.pk) for one in live}


def draft_sayings(page: Page) -> Sayings:
    """What the newest versions that readers do not see say of a page; none is missed."""
    unseen = Page.objects.filter(Q(has_unpublished_changes=True) | Q(live=False))
    found = {}
    for version in naming(page).filter(pk__in=unseen.values("latest_revision")):
        draft = as_written(version)
        boxes = [(link.box, link.place) for link in links_of(draft) if link.target == page.pk]
        if boxes:
            found[int(version.object_id)] = sayings_in(draft, boxes, page.pk)
    return found


def sayings_in(page: Page, boxes: list[tuple[str, str]], target: int) -> dict[Relation, str]:
    """What a page says of another in some of its boxes, each relation once."""
    sentences, said = sentences_of(page), {}
    for box, place in boxes:
        texts = sentences.get(place)
        said.setdefault(relation_of(box, texts is not None), (texts or {}).get(target, ""))
    return said


def naming(page: Page) -> QuerySet[Revision]:
    """The versions of other pages that may name a page."""
    return that_may_name(Revision.page_revisions.exclude(object_id=str(page.pk)), page.pk)


def pages_naming(page: Page) -> set[int]:
    """The pages that name a page: for readers, in their newest version, or in one that waits for its time."""
    planned = naming(page).filter(approved_go_live_at__isnull=False)
    waiting = {int(one.object_id) for one in planned if page.pk in linked_pages(as_written(one))}
    return shown_sayings(page).keys() | draft_sayings(page).keys() | waiting


def pages_for(user: User, keys: Iterable[int]) -> tuple[dict[int, Page], set[int]]:
    """The pages of these keys, and which of them a user may edit."""
    pages = annotate_schedule(Page.objects.filter(pk__in=set(keys))).specific(defer=True).in_bulk()
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return pages, set(editable.filter(pk__in=pages).values_list("pk", flat=True))
