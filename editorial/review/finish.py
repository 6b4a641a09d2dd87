"""What happens when the last reviewer approves.

Named in ``WAGTAIL_FINISH_WORKFLOW_ACTION``, which Wagtail imports while its models load: no model imports here.
"""


def publish_approved(workflow_state, user=None) -> None:
    """Publish the approved revision, whoever approved last: the workflow is the permission.

    A page that goes live together with others waits for them.
    """
    from core.company import company_of

    revision = workflow_state.current_task_state.revision
    if company := company_of(revision.content_object):
        company.take_in(revision, user)
    else:
        revision.publish(user=user, skip_permission_checks=True)
