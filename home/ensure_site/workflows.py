"""Who approves what before it goes live, on Wagtail's own workflows."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from home.ensure_site.roles import EDITOR, MEDICAL_REVIEWER
from home.ensure_site.tree import fixed_pages
from home.models import HomePage

EDITORIAL = "Editorial review"
CLINICAL = "Editorial and medical review"
EDITOR_APPROVAL = "Editor approval"
MEDICAL_APPROVAL = "Medical reviewer approval"
#: Slugs of the sections a medical reviewer approves too.
CLINICAL_SECTIONS = ["conditions", "questions", "ingredients"]


def ensure_workflows(home: HomePage) -> None:
    """Put every page under review, and clinical sections under medical review as well."""
    remove_stock_workflow()
    editor = approval_by(EDITOR, EDITOR_APPROVAL)
    reviewer = approval_by(MEDICAL_REVIEWER, MEDICAL_APPROVAL)
    attach(workflow_of(EDITORIAL, [editor]), [home])
    # The reviewer comes last and so signs the very words that go live.
    pages = fixed_pages(home)
    attach(workflow_of(CLINICAL, [editor, reviewer]), [pages[slug] for slug in CLINICAL_SECTIONS])


def remove_stock_workflow() -> None:
    """Remove the workflow Wagtail's migrations made, unless a page has been through it."""
    for workflow in Workflow.objects.filter(name="Moderators approval", workflow_states=None):
        workflow.delete()
    GroupApprovalTask.objects.filter(name="Moderators approval", workflow_tasks=None, task_states=None).delete()


def approval_by(role: str, name: str) -> GroupApprovalTask:
    """The task that waits for somebody in a role."""
    task, is_new = GroupApprovalTask.objects.get_or_create(name=name)
    if is_new:
        task.groups.add(Group.objects.get(name=role))
    return task


def workflow_of(name: str, tasks: list[GroupApprovalTask]) -> Workflow:
    """The workflow of the given name; its steps are set once and then belong to the administrators."""
    workflow, is_new = Workflow.objects.get_or_create(name=name)
    if is_new:
        for position, task in enumerate(tasks):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=position)
    return workflow


def attach(workflow: Workflow, pages: list[Page]) -> None:
    """Put pages under a workflow, except those that already have one of their own."""
    if workflow.active:
        for page in pages:
            WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
