"""Blocks every article may have, with realistic content, as (name, value) pairs for a stream."""


def text(
    words="<h2>Why it happens</h2><p>Skin sheds its surface every few weeks. What stays behind can block a pore.</p>",
):
    """Ordinary prose."""
    return "text", words


def summary():
    """The page in a few lines."""
    return "summary", {"title": "In short", "points": "Common at any age\nHarmless\nBest left alone"}


def callout():
    """One thing not to miss."""
    return "callout", {"kind": "tip", "text": "<p>Put it on after the shower, on slightly damp skin.</p>"}


def quote():
    """Somebody's own words."""
    return "quote", {"quote": "Patience does more than strength.", "speaker": "A pharmacist"}


def faq():
    """Questions with answers."""
    return "faq", {
        "title": "Questions people ask",
        "items": [{"question": "Does it leave a mark?", "answer": "<p>Rarely, and seldom for long.</p>"}],
    }


def image(picture, alt="A drop of clear gel on a fingertip"):
    """A picture."""
    return "image", {
        "image": picture,
        "alt": alt,
        "is_decorative": False,
        "caption": "A little is enough.",
        "long_description": "",
    }


def signs():
    """What one sees and feels."""
    return "signs", {
        "title": "What it looks and feels like",
        "signs": "Small firm bumps\nNo pain",
        "on_light": "White or slightly yellow.",
        "on_brown": "Paler than the skin around it.",
        "on_black": "Pale, with a sharp edge.",
    }


def triggers():
    """What sets it off."""
    return "triggers", {
        "title": "What can set it off",
        "triggers": "A heavy ointment\nA burn that healed",
        "note": "<p>Often nothing can be found.</p>",
    }


def seek_help(level="non_urgent"):
    """When to turn to somebody."""
    return "seek_help", {
        "level": level,
        "signs": "It grows\nIt bleeds",
        "who": "A GP or dermatologist",
        "after": "Six weeks without change",
        "advice": "<p>Say when you first saw it.</p>",
    }


def how_to(title="Warm the skin"):
    """Something to do at home."""
    return "how_to", {
        "title": title,
        "supplies": "A clean cloth\nWarm water",
        "steps": "Wet the cloth\nHold it on the skin\nPat dry",
        "duration": "5 minutes",
        "frequency": "Once a day",
        "caution": "Stop when it stings.",
        "aftercare": "Moisturise.",
        "evidence": "some",
    }


def dos_and_donts():
    """What to do and what to leave."""
    return "dos_and_donts", {"title": "Dos and don'ts", "dos": "Wash gently", "donts": "Squeeze it"}


def prevention():
    """How to keep it from coming back."""
    return "prevention", {"title": "How to prevent it", "measures": "Sunscreen every day\nLight creams"}


def product(page):
    """A product card."""
    return "product", {"product": page, "reason": "Without perfume."}


def ingredients(page):
    """Ingredients to look for."""
    return "ingredients", {
        "title": "Ingredients to look for",
        "introduction": "<p>One at a time.</p>",
        "items": [{"ingredient": page, "role": "Loosens the plug", "strength": "0.5 to 2 %", "caution": "Can sting."}],
    }


def medications(medicine, guidance="Only if a doctor has prescribed it"):
    """Medicines a doctor may suggest."""
    return "medications", {
        "title": "Medicines a doctor may suggest",
        "introduction": "<p>Most people need none.</p>",
        "items": [{"medicine": medicine, "role": "Keeps plugs from forming", "form": "Gel", "guidance": guidance}],
    }
