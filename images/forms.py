"""The form of a picture, in the library, the multiple upload, the chooser and the API."""

from wagtail.admin.widgets import AdminDateInput
from wagtail.images.forms import BaseImageForm

from images.fields import PictureFormField
from images.making import order
from images.usage import wanted_of

#: What decides how a picture looks in its sizes.
LOOKS = {"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}
CONSENT_FIELDS = {
    "consent_reference": "Say where the signed consent is kept: a clinical photo cannot be used without.",
    "consent_given_on": "Say on which day the consent was signed.",
}


class SiteImageForm(BaseImageForm):
    """Refuses files that are not usable pictures, and clinical photos without consent."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureFormField(label=stock.label, required=stock.required, widget=stock.widget)
        if "description" in self.fields:
            self.fields["description"].help_text = (
                "What the picture shows, for those who cannot see it: “A smear of white cream on a forearm”. "
                "Offered wherever the picture is used."
            )

    def clean(self):
        cleaned = super().clean()
        if self._value(cleaned, "is_clinical"):
            for name, words in CONSENT_FIELDS.items():
                if name not in self.errors and not self._value(cleaned, name):
                    # A partial form (the API's) may lack the field it complains about.
                    self.add_error(name if name in self.fields else None, words)
        return cleaned

    def save(self, commit=True):
        """Save, and have the sizes made anew wherever readers see the picture."""
        image = super().save(commit=commit)
        if commit and LOOKS & set(self.changed_data):
            order(wanted_of(image))
        return image

    def _value(self, cleaned: dict, name: str):
        """What a field will hold, typed now or stored before."""
        return cleaned.get(name) if name in self.fields else getattr(self.instance, name)

    class Meta(BaseImageForm.Meta):
        widgets = {**BaseImageForm.Meta.widgets, "consent_given_on": AdminDateInput()}
