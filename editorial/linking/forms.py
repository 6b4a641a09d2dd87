"""What the buttons of the panel send."""

from django import forms
from wagtail.models import Page

from core.readable import is_readable
from editorial.linking.inserting import Insertion
from editorial.linking.names import names_on_site
from editorial.linking.page_chooser import PageChooser


class InsertionForm(forms.Form):
    """A suggestion: which letters of which passage, and the page they shall lead to."""

    place = forms.CharField(max_length=500)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    target = forms.ModelChoiceField(Page.objects.all())
    state = forms.CharField(max_length=64)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("start", 0) >= cleaned.get("end", 1):
            raise forms.ValidationError("Nothing is between these places.")
        return cleaned

    @property
    def insertion(self) -> Insertion:
        """What was suggested."""
        data = self.cleaned_data
        place = tuple(data["place"].split("/"))
        return Insertion(place, data["start"], data["end"], data["target"].pk, data["state"])


class ReplaceForm(forms.Form):
    """The page that takes the place of another."""

    new = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1),
        label="The page to lead to instead",
        widget=PageChooser(),
        help_text="It has to be one that readers see.",
    )

    def __init__(self, *args, page: Page, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_new(self) -> Page:
        """Another page, and one that readers get to."""
        new = self.cleaned_data["new"]
        if new.pk == self.page.pk:
            raise forms.ValidationError("Choose another page: this is the one to be replaced.")
        if not is_readable(new):
            raise forms.ValidationError("Readers cannot see this page: the links would lead nowhere.")
        return new


class MeantForm(forms.Form):
    """An everyday word and the page it is a name of."""

    target = forms.ModelChoiceField(Page.objects.all())
    words = forms.CharField(max_length=255)

    def clean(self):
        cleaned = super().clean()
        named = ((name.page_id, name.words) for name in names_on_site())
        if not self.errors and (cleaned["target"].pk, cleaned["words"]) not in set(named):
            raise forms.ValidationError("This is no name of that page.")
        return cleaned
