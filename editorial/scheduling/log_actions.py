"""What the schedule writes into the history of pages and of the site."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry


class MovedFormatter(LogFormatter):
    """Says from when to when a page was moved."""

    label = "Move in the schedule"

    def format_message(self, log_entry: PageLogEntry) -> str:
        start, end = (in_words(log_entry.data[name]) for name in ("from", "to"))
        return f"Moved in the schedule from {start} to {end}"


class MeantFormatter(LogFormatter):
    """Says for when a draft is meant."""

    label = "Plan"

    def format_message(self, log_entry: PageLogEntry) -> str:
        moment = log_entry.data["to"]
        return f"Planned for {in_words(moment)}" if moment else "Planned for no day"


class NeverShownFormatter(LogFormatter):
    """Says when the time of a page was over that did not go live before."""

    label = "Never shown"

    def format_message(self, log_entry: PageLogEntry) -> str:
        return f"Never shown to readers: its time was over on {in_words(log_entry.data['end'])}"


class BundleFormatter(LogFormatter):
    """Says what happened to a page with which bundle."""

    words: str = ""

    def format_message(self, log_entry: PageLogEntry) -> str:
        return self.words.format(bundle=log_entry.data["bundle"])


class JoinedFormatter(BundleFormatter):
    """A page was added."""

    label, words = "Add to a bundle", "Added to the bundle “{bundle}”"


class LeftFormatter(BundleFormatter):
    """A page was taken out."""

    label, words = "Take out of a bundle", "Taken out of the bundle “{bundle}”"


class KeptFormatter(BundleFormatter):
    """A page was left as it is when its bundle ended."""

    label, words = "Keep at the end of a bundle", "Left as it is at the end of the bundle “{bundle}”"


class EndMovedFormatter(LogFormatter):
    """Says from when to when the end of a bundle was moved."""

    label = "Move the end of a bundle"

    def format_message(self, log_entry: PageLogEntry) -> str:
        data = log_entry.data
        start, end = (in_words(data[name]) if data[name] else "no end" for name in ("from", "to"))
        return f"The end of the bundle “{data['bundle']}” was moved from {start} to {end}"


def in_words(moment: str) -> str:
    """A stored moment as the site's clock shows it."""
    return date_format(localtime(datetime.fromisoformat(moment)), "j M Y, H:i")


def register_actions(actions: LogActionRegistry) -> None:
    """Give each entry its words."""
    actions.register_action("scheduling.move")(MovedFormatter)
    actions.register_action("scheduling.wish")(MeantFormatter)
    actions.register_action("scheduling.never_shown")(NeverShownFormatter)
    actions.register_action("bundles.join")(JoinedFormatter)
    actions.register_action("bundles.leave")(LeftFormatter)
    actions.register_action("bundles.kept")(KeptFormatter)
    actions.register_action("bundles.move_end")(EndMovedFormatter)
    actions.register_action("bundles.end", "End of a bundle", "Ended with its bundle: readers see what they saw before")
    actions.register_action("scheduling.hold", "Hold all", "Held everything that was planned")
    actions.register_action("scheduling.resume", "Resume", "Resumed the schedule")
