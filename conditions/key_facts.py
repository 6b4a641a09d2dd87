"""The facts about a condition that fit in one value each."""

from django.db import models


class KeyFacts(models.Model):
    """What can be said about a condition in one value each, stated once."""

    class Arrangement(models.TextChoices):
        """How single spots lie to each other."""

        SINGLE = "single", "Single"
        CLUSTERS = "clusters", "In clusters"
        EITHER = "either", "Single or in clusters"
        WIDESPREAD = "widespread", "Spread over an area"

    class Feeling(models.TextChoices):
        """What it feels like, as a rule."""

        PAINLESS = "painless", "Painless"
        ITCHY = "itchy", "Itchy"
        TENDER = "tender", "Tender"
        PAINFUL = "painful", "Painful"

    class Seriousness(models.TextChoices):
        """How much it matters to health."""

        HARMLESS = "harmless", "Harmless"
        USUALLY_HARMLESS = "usually_harmless", "Usually harmless"
        NEEDS_CARE = "needs_care", "Needs care"
        SERIOUS = "serious", "Serious"

    class Course(models.TextChoices):
        """What happens over time."""

        RESOLVES = "resolves", "Goes by itself"
        RECURS = "recurs", "Comes and goes"
        PERSISTS = "persists", "Stays for a long time"
        NEEDS_TREATMENT = "needs_treatment", "Needs treatment to go"

    size_min_mm = models.DecimalField(
        "size from (mm)", max_digits=5, decimal_places=1, null=True, blank=True, help_text="For example 1."
    )
    size_max_mm = models.DecimalField(
        "size to (mm)", max_digits=5, decimal_places=1, null=True, blank=True, help_text="For example 3."
    )
    colour = models.CharField(max_length=80, blank=True, help_text="For example “White or yellowish”.")
    surface = models.CharField(max_length=80, blank=True, help_text="For example “Smooth”.")
    shape = models.CharField(max_length=80, blank=True, help_text="For example “Round”.")
    contents = models.CharField(max_length=80, blank=True, help_text="For example “Keratin”.")
    arrangement = models.CharField(
        max_length=20, choices=Arrangement.choices, blank=True, help_text="How single spots lie to each other."
    )
    feeling = models.CharField(
        max_length=20, choices=Feeling.choices, blank=True, help_text="As a rule, for most people."
    )
    seriousness = models.CharField(
        max_length=20, choices=Seriousness.choices, blank=True, help_text="How much it matters to health."
    )
    course = models.CharField(
        max_length=20, choices=Course.choices, blank=True, help_text="What happens over time, left alone."
    )
    is_contagious = models.BooleanField(
        "contagious", null=True, blank=True, help_text="Whether it passes from one person to another."
    )

    class Meta:
        abstract = True
