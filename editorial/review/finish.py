"""What happens when the last reviewer approves: nothing goes live that somebody did not give a time.

Named in ``WAGTAIL_FINISH_WORKFLOW_ACTION``, which Wagtail imports while its models load: no model imports here.
"""

from django.utils import timezone


def schedule_approved(workflow_state, user=None) -> None:
    """Schedule the approved text for its own time, whoever approved last: the workflow is the permission.

    Without a time to come it waits as Ready, which nothing may be called that could not go live. A page that goes live
    together with others waits for them.
    """
    from core import publishing
    from core.company import company_of
    from core.publication_window import planned_moment

    revision = workflow_state.current_task_state.revision
    if company := company_of(revision.content_object):
        company.take_in(revision, user)
    elif planned_moment(revision, timezone.now()):
        revision.publish(user=user, skip_permission_checks=True)
    else:
        publishing.guard(revision.as_object())
