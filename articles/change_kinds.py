"""What publishing a change to a live page can mean to its readers."""

from django.db import models


class ChangeKind(models.TextChoices):
    """The possible answers to the one question asked about a change."""

    SMALL_FIX = "small_fix", "Small fix"
    UPDATE = "update", "Update"
    CORRECTION = "correction", "Correction"


#: The answer nobody has to give: nothing is announced.
NO_CHANGE = {
    "change_kind": ChangeKind.SMALL_FIX,
    "change_note": "",
    "correction_wrong": "",
    "correction_right": "",
}
#: What each kind needs, with the words said when it is missing.
NEEDED = {
    ChangeKind.UPDATE: {"change_note": "Say in one line what changed, or choose “Small fix”."},
    ChangeKind.CORRECTION: {
        "correction_wrong": "Say what was wrong, or choose “Small fix”.",
        "correction_right": "Say what is right instead.",
    },
}
