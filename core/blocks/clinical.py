"""Blocks about the body and its care, shared by posts, questions and conditions."""

from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from core.blocks.base import LinesBlock, NoteBlock


class SignsBlock(blocks.StructBlock):
    """What one sees and feels, on every skin colour."""

    title = blocks.CharBlock(default="What it looks and feels like", help_text="The heading above the signs.")
    signs = LinesBlock(help_text="For example “Tender when touched”.")
    on_light = blocks.TextBlock(
        required=False, rows=2, label="On light skin", help_text="For example “Pink or red around the bump”."
    )
    on_brown = blocks.TextBlock(
        required=False, rows=2, label="On brown skin", help_text="For example “Deeper brown, sometimes purplish”."
    )
    on_black = blocks.TextBlock(
        required=False, rows=2, label="On black skin", help_text="For example “Redness hard to see; feel for warmth”."
    )

    class Meta:
        icon = "view"
        template = "core/blocks/signs.html"
        form_layout = BlockGroup(
            ["signs", BlockGroup(["on_light", "on_brown", "on_black"], heading="On each skin colour", icon="view")],
            settings=["title"],
        )
        label_format = "{signs}"
        description = "What one sees and feels, and how it looks on light, brown and black skin."
        preview_value = {
            "title": "What it looks and feels like",
            "signs": "Small raised bumps\nTender when touched",
            "on_light": "Pink or red around the bump.",
            "on_brown": "Deeper brown or purplish around the bump.",
            "on_black": "Darker than the skin around it; redness may not show.",
        }


class TriggersBlock(blocks.StructBlock):
    """What sets it off."""

    title = blocks.CharBlock(default="What can set it off", help_text="The heading above the list.")
    triggers = LinesBlock(help_text="For example “A backpack worn for hours”.")
    note = NoteBlock(required=False, help_text="A sentence of context, if it helps: “Rarely one alone”.")

    class Meta:
        icon = "warning"
        template = "core/blocks/triggers.html"
        form_layout = BlockGroup(["triggers"], settings=["title", "note"])
        label_format = "{triggers}"
        description = "Habits, materials and situations that set it off."
        preview_value = {
            "title": "What can set it off",
            "triggers": "A backpack worn for hours\nSheets washed too rarely",
            "note": "<p>Rarely one alone; usually several together.</p>",
        }


class HowToBlock(blocks.StructBlock):
    """Something to do at home, step by step, with how sure anyone is that it helps."""

    EVIDENCE = [
        ("good", "Good evidence that it helps"),
        ("some", "Some evidence that it helps"),
        ("none", "No good evidence"),
        ("may_harm", "May do harm"),
    ]

    title = blocks.CharBlock(help_text="What it is, as an action: “Steam the skin”.")
    supplies = LinesBlock(required=False, help_text="For example “A bowl of warm water”.")
    steps = LinesBlock(rows=3, help_text="In order, each a short sentence: “Pat dry”.")
    duration = blocks.CharBlock(required=False, help_text="How long one go takes: “10 minutes”.")
    frequency = blocks.CharBlock(required=False, help_text="How often: “Once or twice a week”.")
    caution = blocks.TextBlock(
        required=False, rows=2, help_text="Who should not, and when to stop: “Not on broken skin”."
    )
    aftercare = blocks.TextBlock(required=False, rows=2, help_text="What to do afterwards: “Moisturise”.")
    evidence = blocks.ChoiceBlock(
        choices=EVIDENCE,
        help_text="How sure anyone is that it helps. Advice that is merely common has “No good evidence”.",
    )

    class Meta:
        icon = "list-ol"
        template = "core/blocks/how_to.html"
        label = "How to"
        form_layout = BlockGroup(
            [
                "title",
                "steps",
                "evidence",
                BlockGroup(
                    ["supplies", "duration", "frequency", "caution", "aftercare"],
                    heading="Supplies, how long, how often, caution",
                    classname="collapsed",
                    icon="list-ul",
                ),
            ]
        )
        label_format = "{title}"
        description = "Something to do at home: supplies, steps, how long, how often, and how good the evidence is."
        preview_value = {
            "title": "Steam the skin",
            "supplies": "A bowl of warm water\nA towel",
            "steps": "Fill the bowl\nHold the skin over the steam at arm's length\nPat dry",
            "duration": "10 minutes",
            "frequency": "Once or twice a week",
            "caution": "Not with broken or burnt skin.",
            "aftercare": "Put on a light moisturiser.",
            "evidence": "none",
        }


class DosAndDontsBlock(blocks.StructBlock):
    """What to do and what to leave, side by side."""

    title = blocks.CharBlock(default="Dos and don'ts", help_text="The heading above both lists.")
    dos = LinesBlock(label="Do", help_text="For example “Wear loose cotton”.")
    donts = LinesBlock(label="Don't", help_text="For example “Squeeze it”. Leave out “don't”.")

    class Meta:
        icon = "check"
        template = "core/blocks/dos_and_donts.html"
        label = "Dos and don'ts"
        form_layout = BlockGroup(["dos", "donts"], settings=["title"])
        label_format = "{dos}"
        description = "Two short lists: what helps, and what to leave alone."
        preview_value = {
            "title": "Dos and don'ts",
            "dos": "Wear loose cotton\nShower after sport",
            "donts": "Squeeze it\nScrub until it stings",
        }


class PreventionBlock(blocks.StructBlock):
    """How to keep it from coming back."""

    title = blocks.CharBlock(default="How to prevent it", help_text="The heading above the list.")
    measures = LinesBlock(help_text="For example “Sunscreen every day”.")

    class Meta:
        icon = "shield"
        template = "core/blocks/prevention.html"
        form_layout = BlockGroup(["measures"], settings=["title"])
        label_format = "{measures}"
        description = "Habits that keep it from coming back."
        preview_value = {"title": "How to prevent it", "measures": "Sunscreen every day\nFresh sheets every week"}


class SeekHelpBlock(blocks.StructBlock):
    """When home care is no longer enough, and who to turn to."""

    LEVELS = [
        ("non_urgent", "See someone when you can"),
        ("urgent", "Get advice today"),
        ("emergency", "Emergency: get help now"),
    ]

    level = blocks.ChoiceBlock(
        choices=LEVELS, help_text="How quickly help is needed. A card for each level, if there are several."
    )
    signs = LinesBlock(label="If …", help_text="For example “It keeps growing”.")
    who = blocks.CharBlock(label="Who to see", help_text="For example “A GP or dermatologist”.")
    after = blocks.CharBlock(
        required=False, label="After how long", help_text="For example “Six weeks without change”."
    )
    advice = NoteBlock(
        required=False, help_text="What to say or bring: “Say when it started”. Emergency cards take no links."
    )

    class Meta:
        icon = "doctor"
        template = "core/blocks/seek_help.html"
        form_layout = BlockGroup(
            [
                "level",
                "signs",
                "who",
                BlockGroup(
                    ["after", "advice"], heading="After how long, and what to say", classname="collapsed", icon="time"
                ),
            ]
        )
        label_format = "{level}: {signs}"
        description = "When to get help: how urgent, if what, and from whom. Comes before the first treatment."
        preview_value = {
            "level": "urgent",
            "signs": "Redness that spreads\nFever",
            "who": "A GP or an urgent care service",
            "after": "The same day",
            "advice": "<p>Say when it started and what you have put on it.</p>",
        }
