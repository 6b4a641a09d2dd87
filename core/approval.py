"""Text that was approved as a whole and that readers have not seen yet, and who may let them see it.

An approval publishes nothing by itself, and it is the one key to pages nobody may publish directly: whoever is asked
for an approval of such a page may publish what was approved, word for word.
"""

from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import (
    Page,
    PagePermissionTester,
    Task,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet


def approvals() -> QuerySet[TaskState]:
    """The approvals of the latest text, inside a query over pages; none while one of them is still to be given."""
    # What was changed after an approval is not what was approved.
    return TaskState.objects.filter(
        revision=OuterRef("latest_revision"),
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
    )


def open_reviews() -> QuerySet[WorkflowState]:
    """The reviews of a page that are not over, those that were sent back among them, inside a query over pages."""
    return WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    )


def approved() -> Q:
    """The pages whose latest text was approved as a whole, and neither published since nor asked about again."""
    after = approvals().filter(finished_at__gt=OuterRef("last_published_at"))
    unseen_changes = Q(live=True) & ~Q(live_revision=F("latest_revision"))
    unseen_page = Q(live=False) & (Q(last_published_at=None) | Exists(after))
    return (unseen_changes | unseen_page) & Exists(approvals()) & ~Exists(open_reviews())


def is_approved(page: Page) -> bool:
    """Whether the latest text of a page was approved as a whole, and neither published since nor asked about again."""
    return bool(page.pk) and Page.objects.filter(approved(), pk=page.pk).exists()


def steps_of(user: AbstractUser) -> list[Task]:
    """The approvals a user is asked for."""
    return [task for task in Task.objects.filter(active=True).specific() if task.user_can_access_editor(None, user)]


def approved_for(user: AbstractUser) -> PageQuerySet:
    """The pages with approved text that a user may publish."""
    publishable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
    mine = Exists(approvals().filter(task__in=steps_of(user)))
    return Page.objects.filter(approved()).filter(Q(pk__in=publishable.values("pk")) | mine)


class ApprovalPermissionTester(PagePermissionTester):
    """What a user may do with a page; what was approved is published by those who are asked for its approval, too."""

    def can_publish(self):
        return super().can_publish() or (self.user.is_active and self.may_publish_approved)

    def can_set_view_restrictions(self):
        return super().can_publish()

    @cached_property
    def may_publish_approved(self) -> bool:
        """Whether the latest text is approved, and by steps this user is asked for."""
        pages = Page.objects.filter(approved(), pk=self.page.pk)
        steps = Task.objects.filter(task_states__in=self.approvals_of_page()).distinct()
        return pages.exists() and any(step.user_can_access_editor(None, self.user) for step in steps.specific())

    def approvals_of_page(self) -> QuerySet[TaskState]:
        """The approvals of the page's latest text."""
        latest = Page.objects.filter(pk=self.page.pk).values("latest_revision")
        return TaskState.objects.filter(revision__in=latest, status=TaskState.STATUS_APPROVED)
