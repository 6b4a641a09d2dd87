"""The one question asked about a change to a live page."""

import json

from django.forms import RadioSelect
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


def only_for(kind: str) -> dict[str, str]:
    """Attributes that show a box for one kind of change; without JavaScript every box is shown."""
    return {"data-w-rules-target": "show", "data-w-rules": json.dumps({"change_kind": kind})}


CHANGE_PANEL = MultiFieldPanel(
    [
        FieldPanel("change_kind", widget=RadioSelect, heading="This change is"),
        FieldPanel("change_note", attrs=only_for("update")),
        FieldPanel("correction_wrong", attrs=only_for("correction")),
        FieldPanel("correction_right", attrs=only_for("correction")),
    ],
    heading="What are readers told about this change?",
    icon="info-circle",
    attrs={"data-controller": "w-rules", "data-action": "change->w-rules#resolve"},
)
