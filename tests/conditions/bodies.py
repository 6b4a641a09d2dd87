"""Blocks of conditions and questions, with realistic content, as (name, value) pairs for a stream."""

CAUSES = ["A plug of keratin", "A burn that healed", "A heavy ointment", "Too much sun", "It runs in the family"]


def cause(name, condition=None, medications=()):
    """One cause."""
    return {
        "name": name,
        "condition": condition,
        "mechanism": "<p>The pore closes over what should have left it.</p>",
        "signs": "A small white bump",
        "self_care": "Leave it alone",
        "medications": list(medications),
    }


def causes(*names):
    """Numbered causes, five unless named."""
    return "causes", {"title": "Possible causes", "items": [cause(name) for name in names or CAUSES]}


def differential(condition=None):
    """What else it could be."""
    return "differential", {
        "title": "What else it could be",
        "items": [
            {"name": "A wart", "condition": condition, "difference": "Rough, and it breaks the lines of the skin."}
        ],
    }


def diagnosis():
    """How a professional finds out."""
    return "diagnosis", {
        "title": "How it is diagnosed",
        "who": "A dermatologist",
        "examinations": "A look through a lens",
        "note": "<p>Come without make-up.</p>",
    }


def procedures():
    """What a professional can do."""
    return "procedures", {
        "title": "What a professional can do",
        "items": [
            {
                "name": "Extraction",
                "how": "The skin is opened with a fine needle and the plug is lifted out.",
                "who": "A dermatologist",
                "anaesthesia": "Numbing cream",
                "risks": "A small scar",
            }
        ],
    }
