"""Which approvals a page needs."""

import pytest
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage

from home.ensure_site import ensure_site


def steps(path):
    """The names of the approvals a page at an address needs, in order."""
    workflow = Page.objects.get(url_path=f"/home{path}").get_workflow()
    return [task.name for task in workflow.tasks]


@pytest.mark.django_db
class WorkflowTests:
    @pytest.mark.parametrize("path", ["/", "/blog/", "/products/", "/people/", "/topics/", "/about/corrections/"])
    def test_an_editor_approves(self, path):
        assert steps(path) == ["Editor approval"]

    @pytest.mark.parametrize("path", ["/conditions/", "/questions/", "/ingredients/"])
    def test_a_medical_reviewer_has_the_last_word_on_clinical_pages(self, path):
        assert steps(path) == ["Editor approval", "Medical reviewer approval"]

    def test_each_approval_belongs_to_one_role(self):
        groups = {task.name: [group.name for group in task.groups.all()] for task in GroupApprovalTask.objects.all()}
        assert groups == {"Editor approval": ["Editor"], "Medical reviewer approval": ["Medical reviewer"]}

    def test_the_stock_workflow_is_gone(self):
        assert not Workflow.objects.filter(name="Moderators approval").exists()


@pytest.mark.django_db
class EnsureWorkflowsAgainTests:
    def test_a_workflow_chosen_by_hand_is_kept(self, site_tree):
        own = Workflow.objects.create(name="Two editors")
        WorkflowPage.objects.filter(page=site_tree.blog).delete()
        WorkflowPage.objects.create(page=site_tree.blog, workflow=own)
        WorkflowPage.objects.filter(page=site_tree.conditions).update(workflow=own)
        ensure_site()
        assert site_tree.blog.get_workflow() == own
        assert Page.objects.get(pk=site_tree.conditions.pk).get_workflow() == own

    def test_a_workflow_switched_off_stays_off(self, site_tree):
        Workflow.objects.get(name="Editorial review").deactivate()
        ensure_site()
        assert site_tree.blog.get_workflow() is None

    def test_steps_changed_by_hand_are_kept(self):
        workflow = Workflow.objects.get(name="Editorial and medical review")
        workflow.workflow_tasks.filter(task__name="Editor approval").delete()
        ensure_site()
        assert steps("/conditions/") == ["Medical reviewer approval"]

    def test_a_missing_section_under_review_is_put_under_review_again(self, site_tree):
        site_tree.questions.delete()
        ensure_site()
        assert steps("/questions/") == ["Editor approval", "Medical reviewer approval"]
