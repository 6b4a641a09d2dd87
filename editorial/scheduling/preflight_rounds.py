"""When planned pages are looked at before they go live, and what is kept of what was found.

At each schedule (nobody is told, as whoever schedules sees it at once), a day and an hour before, and after a change of
a page they lead to.
"""

from datetime import datetime, timedelta

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django_tasks import task
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
    """Take note that a page is planned for a moment, or not any more, and look at it and at those that lead to it."""
    if moment is None:
        Look.objects.filter(pk=page_id).delete()
    elif Page.objects.filter(pk=page_id).exists():
        Concern.objects.filter(look=page_id).exclude(look__moment=moment).delete()
        Look.objects.update_or_create(pk=page_id, defaults={"moment": moment, "looked_at": timezone.now()})
        look_at.enqueue(page_id)
    look_at_linking.enqueue(page_id)


@task()
def look_at(page_id: int, is_round: bool = False, changed: int | None = None) -> int:
    """Look at the planned version of a page, and keep what is found; how much of it is told.

    A round tells all that nobody was told yet, a change of another page only what it brought.
    """
    planned = Revision.page_revisions.filter(object_id=str(page_id), approved_go_live_at__gt=timezone.now())
    revision = planned.first()
    if revision is None or not Page.objects.filter(pk=page_id).exists():
        Look.objects.filter(pk=page_id).delete()
        return 0
    return keep(page_id, revision.approved_go_live_at, found_in(revision), is_round, changed)


@task()
def look_at_linking(changed: int) -> int:
    """Order a look at each planned page that leads to a page, or stands below it; how many there were."""
    pages = linking_to(changed)
    for page_id in pages:
        look_at.enqueue(page_id, changed=changed)
    return len(pages)


def linking_to(changed: int) -> list[int]:
    """The planned pages whose version may lead to a page, or that stand below it.

    Whose text has the number of its key somewhere: looking at one too many does no harm, and costs less than reading
    every version.
    """
    planned = Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now()).exclude(object_id=str(changed))
    every = {int(pk) for pk in planned.values_list("object_id", flat=True)}
    found = {int(pk) for pk in that_may_name(planned, changed).values_list("object_id", flat=True)}
    if path := Page.objects.filter(pk=changed).values_list("path", flat=True).first():
        found |= set(Page.objects.filter(pk__in=every, path__startswith=path).values_list("pk", flat=True))
    return sorted(found)


def found_in(revision: Revision) -> list[Problem]:
    """What speaks against a planned version; when it cannot even be read, that."""
    try:
        return problems(revision, revision.approved_go_live_at)
    except DatabaseError:
        raise
    except Exception as error:
        return [Problem("", in_words(error))]


def keep(page_id: int, moment: datetime, found: list[Problem], is_round: bool, changed: int | None) -> int:
    """Keep what was found and forget what was not; how much of it is told now, each once for one plan."""
    with transaction.atomic():
        look, _ = Look.objects.select_for_update().get_or_create(pk=page_id, defaults={"moment": moment})
        if look.moment != moment:
            look.concerns.all().delete()
            Look.objects.filter(pk=page_id).update(moment=moment)
        new = reconcile(look, found)
        told = look.concerns.filter(told_at=None)
        if not is_round:
            told = told.filter(pk__in=[one.pk for one in new if changed and one.about_id == changed])
        keys = list(told.order_by("pk").values_list("pk", flat=True))
        Concern.objects.filter(pk__in=keys).update(told_at=timezone.now())
        for key in keys:
            tell_of.enqueue(key)
    return len(keys)


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
