"""Notes in the history of a page that its time was over before readers could see it."""

from wagtail.log_actions import log

from core.publishing import PublishRefused


def note_never_shown(error: BaseException | None) -> None:
    """Write down of which page an error says so, if it does; of a bundle, that is one of its pages."""
    refusal = error if isinstance(error, PublishRefused) else getattr(error, "__cause__", None)
    if isinstance(refusal, PublishRefused) and any(problem.where == "expire_at" for problem in refusal.problems):
        end = refusal.page.expire_at.isoformat()
        log(instance=refusal.page, action="scheduling.never_shown", user=None, data={"end": end})
