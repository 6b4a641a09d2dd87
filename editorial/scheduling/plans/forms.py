"""The two forms about a plan: that of a page there is, and one for a page nobody has begun."""

from collections.abc import Iterable
from datetime import datetime

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.utils import timezone

from core.moments import MomentField
from core.site_time import moment_in, with_zone
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.ideas import Place
from editorial.scheduling.plans.likeness import Likeness, alike
from people.profiles import name_of
from topics.models import TopicPage
from users.models import User


class AssigneeField(forms.ModelChoiceField):
    """A choice among those who may enter the admin, by their names."""

    def label_from_instance(self, user: User) -> str:
        return name_of(user)


class PlanForm(forms.ModelForm):
    """Who writes a page, until when, what it should say, and when it is to go live."""

    moment = MomentField(
        label="Goes live", required=False, help_text="Nothing is scheduled by this. Empty: it lies in the tray."
    )
    slot = forms.ChoiceField(
        label="Or in a free slot",
        required=False,
        help_text="Goes before the time above.",
        error_messages={"invalid_choice": "Another page waits for this slot by now: choose another."},
    )
    assignee = AssigneeField(User.objects.none(), label="Who writes it", required=False, empty_label="Nobody yet")

    class Meta:
        model = PlannedPage
        fields = ["moment", "assignee", "text_due", "brief"]
        widgets = {
            "text_due": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "brief": forms.Textarea(attrs={"rows": 4}),
        }

    field_order = ["moment", "slot", "assignee", "text_due", "brief"]

    def __init__(self, *args, slots: Iterable[datetime] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = colleagues()
        self.fields["slot"].choices = [("", "At the time above"), *((one.isoformat(), with_zone(one)) for one in slots)]

    def clean_moment(self):
        """A moment to come; the one that stands already may have passed."""
        moment = self.cleaned_data["moment"]
        if moment and moment != self.instance.moment and moment <= timezone.now():
            raise forms.ValidationError(f"{with_zone(moment)} has passed: choose a later time.")
        return moment

    def clean(self):
        cleaned = super().clean()
        if slot := moment_in(cleaned.get("slot")):
            # Whatever stands in the box.
            self.errors.pop("moment", None)
            cleaned["moment"] = slot
        return cleaned


class IdeaForm(PlanForm):
    """The plan of a page that does not exist yet; what it repeats is pointed out once."""

    title = forms.CharField(max_length=255, help_text="Can be changed while it is written.")
    type = forms.ChoiceField()
    topic = forms.ModelChoiceField(TopicPage.objects.order_by("title"), required=False, empty_label="None yet")
    is_sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    field_order = ["title", "type", "topic", "moment", "slot", "assignee", "text_due", "brief", "is_sure"]

    def __init__(self, *args, places: list[Place], planner: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.planner = planner
        self.places = {place.name: place for place in places}
        self.fields["type"].choices = [(place.name, place.label) for place in places]
        #: What has to be seen before the page is planned.
        self.likenesses: list[Likeness] = []

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["is_sure"]:
            self.likenesses = alike(cleaned["title"], cleaned["topic"], cleaned["moment"], self.planner)
        return cleaned

    @property
    def place(self) -> Place:
        """The type that was chosen, and where its pages stand."""
        return self.places[self.cleaned_data["type"]]


def colleagues():
    """Everybody who may enter the admin."""
    entering = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    may_enter = Q(is_superuser=True) | Q(groups__permissions__in=entering) | Q(user_permissions__in=entering)
    return User.objects.filter(may_enter, is_active=True).distinct().order_by("first_name", "last_name", "username")
