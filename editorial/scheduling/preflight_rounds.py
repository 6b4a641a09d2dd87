"""When planned pages are looked at before they go live, and what is kept of what was found.

At each schedule (nobody is told, as whoever schedules sees it at once), a day and an hour before, and after a change of
what they lead to, show or stand below.
"""

from datetime import datetime, timedelta

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Revision

from core.links import that_may_name
from core.publishing import Problem, Severity
from editorial.scheduling.concern_mail import tell_of
from editorial.scheduling.models import Concern, Look
from editorial.scheduling.preflight import problems
from editorial.scheduling.reasons import in_words

#: How long before a page goes live it is looked at, the longest first.
ROUNDS = (timedelta(hours=24), timedelta(hours=1))


def order_due_looks(now: datetime) -> int:
    """Order a look at each planned page whose round has come, and forget plans that are over; how many it ordered."""
    Look.objects.filter(moment__lte=now).delete()
    near = Revision.page_revisions.filter(approved_go_live_at__gt=now, approved_go_live_at__lte=now + ROUNDS[0])
    planned = {int(pk): moment for pk, moment in near.values_list("object_id", "approved_go_live_at")}
    looks = Look.objects.in_bulk(planned)
    # A version may outlive its page; the run says of it what is wrong.
    new = planned.keys() - looks.keys()
    gone = new - set(Page.objects.filter(pk__in=new).values_list("pk", flat=True)) if new else new
    ordered = 0
    for page_id, moment in planned.items():
        look = looks.get(page_id)
        if page_id not in gone and is_due(look, moment, now):
            with transaction.atomic():
                if claim(page_id, look, moment, now):
                    look_at.enqueue(page_id, is_round=True)
                    ordered += 1
    return ordered


def is_due(look: Look | None, moment: datetime, now: datetime) -> bool:
    """Whether a round has come since a page was last looked at for what is planned."""
    if look is None or look.moment != moment or look.looked_at is None:
        return moment - ROUNDS[0] <= now
    return any(look.looked_at < moment - before <= now for before in ROUNDS)


def claim(page_id: int, look: Look | None, moment: datetime, now: datetime) -> bool:
    """Note that a page is looked at, unless another worker has just done so."""
    if look is not None:
        as_known = Look.objects.filter(pk=page_id, moment=look.moment, looked_at=look.looked_at)
        is_claimed = bool(as_known.update(looked_at=now, moment=moment))
        if is_claimed and look.moment != moment:
            look.concerns.all().delete()
        return is_claimed
    try:
        with transaction.atomic():
            Look.objects.create(page_id=page_id, moment=moment, looked_at=now)
    except IntegrityError:
        return False
    return True


def note_plan(page_id: int, moment: datetime | None) -> None:
    """Take note that a page is planned for a moment, or not any more, and look at it and at those it may matter to.

    Without a round to come this look is the last: who wrote the page and did not plan it hears at once.
    """
    if moment is None:
        Look.objects.filter(pk=page_id).delete()
    elif Page.objects.filter(pk=page_id).exists():
        now = timezone.now()
        Concern.objects.filter(look=page_id).exclude(look__moment=moment).delete()
        Look.objects.update_or_create(pk=page_id, defaults={"moment": moment, "looked_at": now})
        look_at.enqueue(page_id, is_round=moment - ROUNDS[-1] <= now, seen_by=whoever_acts())
    look_at_linking.enqueue(page_id)


def whoever_acts() -> int | None:
    """The key of whoever is at work in the admin and sees on the screen what is found; nobody in a worker."""
    user = get_active_log_context().user
    return user.pk if user else None


def order_looks(changed: int, itself: bool = False) -> None:
    """Order a look at the planned pages a change of a page may matter to; while nothing is planned, nothing is.

    ``itself`` is whether it may matter to its own plan, too.
    """
    if planned_versions().exists():
        if itself:
            look_at.enqueue(changed, is_change=True)
        look_at_linking.enqueue(changed)


def order_looks_at_picture(changed: int) -> None:
    """The same for a picture."""
    if planned_versions().exists():
        look_at_showing.enqueue(changed)


def planned_versions() -> QuerySet[Revision]:
    """The versions of pages that are to go live."""
    return Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())


@task()
def look_at(page_id: int, is_round: bool = False, is_change: bool = False, seen_by: int | None = None) -> int:
    """Look at the planned version of a page, and keep what is found; how much of it is told.

    A round tells all that nobody was told yet, a change of something else only what is new since the last look. Whoever
    has seen it is told nothing.
    """
    revision = planned_versions().filter(object_id=str(page_id)).first()
    if revision is None or not Page.objects.filter(pk=page_id).exists():
        Look.objects.filter(pk=page_id).delete()
        return 0
    found = found_in(revision)
    with transaction.atomic():
        look, new = keep(page_id, revision.approved_go_live_at, found)
        told = look.concerns.filter(told_at=None)
        if not is_round:
            told = told.filter(pk__in=new if is_change else ())
        keys = list(told.order_by("pk").values_list("pk", flat=True))
        Concern.objects.filter(pk__in=keys).update(told_at=timezone.now())
        for key in keys:
            tell_of.enqueue(key, seen_by)
    return len(keys)


@task()
def look_at_linking(changed: int) -> int:
    """Order a look at each planned page that the change of a page may matter to; how many there were."""
    return look_at_each(linking_to(changed))


@task()
def look_at_showing(changed: int) -> int:
    """Order a look at each planned page that may show a picture; how many there were."""
    return look_at_each(keys_of(that_may_name(planned_versions(), changed)))


def look_at_each(pages: set[int]) -> int:
    """Order a look at some pages after a change; how many they are."""
    for page_id in sorted(pages):
        look_at.enqueue(page_id, is_change=True)
    return len(pages)


def linking_to(changed: int) -> set[int]:
    """The planned pages whose version may lead to a page or want its address, or of which that was to be mended.

    Whose text has the number of its key somewhere: looking at one too many does no harm, and costs less than reading
    every version. What stands below a page changes with it, and may be led to from anywhere: then it is all of them.
    """
    planned = planned_versions().exclude(object_id=str(changed))
    page = Page.objects.filter(pk=changed).first()
    if page and not page.is_leaf():
        return keys_of(planned)
    worried = Concern.objects.filter(Q(about_id=changed) | Q(where="slug")).exclude(look=changed)
    found = keys_of(that_may_name(planned, changed)) | set(worried.values_list("look_id", flat=True))
    if page:
        found |= keys_of(planned.filter(content__slug__in=addresses_of(page)))
    return found


def addresses_of(page: Page) -> set[str]:
    """The last part of a page's address, now and by the version that is planned."""
    coming = planned_versions().filter(object_id=str(page.pk)).values_list("content__slug", flat=True)
    return {page.slug, *coming}


def keys_of(versions: QuerySet[Revision]) -> set[int]:
    """The keys of the pages that some versions belong to."""
    return {int(pk) for pk in versions.values_list("object_id", flat=True)}


def found_in(revision: Revision) -> list[Problem]:
    """What speaks against a planned version; when it cannot even be read, that."""
    try:
        return problems(revision, revision.approved_go_live_at)
    except DatabaseError:
        raise
    except Exception as error:
        return [Problem("", in_words(error))]


def keep(page_id: int, moment: datetime, found: list[Problem]) -> tuple[Look, list[int]]:
    """Keep what was found for a plan and forget what was not; the look, under its lock, and the keys of what is new."""
    look, _ = Look.objects.select_for_update().get_or_create(pk=page_id, defaults={"moment": moment})
    if look.moment != moment:
        look.concerns.all().delete()
        Look.objects.filter(pk=page_id).update(moment=moment)
    return look, [one.pk for one in reconcile(look, found)]


def reconcile(look: Look, found: list[Problem]) -> list[Concern]:
    """Let the concerns of a page be what was found, and forget what is mended; those that are new."""
    wanted = {(problem.where, problem.words, getattr(problem, "about", None)): problem for problem in found}
    known = {(one.where, one.words, one.about_id): one.pk for one in look.concerns.all()}
    Concern.objects.filter(pk__in=[pk for key, pk in known.items() if key not in wanted]).delete()
    return [
        look.concerns.create(
            where=problem.where, words=problem.words, about_id=key[2], is_blocking=problem.severity is Severity.ERROR
        )
        for key, problem in wanted.items()
        if key not in known
    ]
