"""The older name of Wagtail's command, which cron lines may still use."""

from editorial.scheduling.management.commands.publish_scheduled import Command as PublishScheduled


class Command(PublishScheduled):
    """The same as ``publish_scheduled``."""
