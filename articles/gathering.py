"""Loads everything an article shows in as few queries as there are kinds of things."""

from wagtail.images import get_image_model

from core import shelf
from core.contents import chosen_keys
from core.listing import picture_keys, with_pictures
from core.prose import prose_of


def gather(page) -> None:
    """Load what the page chooses, lists and links to, each thing once, and all their pictures together."""
    below = page.pages_below()
    people = [row.person for row in page.authors]
    with shelf.open_shelf():
        shelf.put([*below, *people, *page.pages_at_hand()])
        pictures, things = split(chosen_keys(page))
        things += [(target.specific_class, target.pk) for target in page.recommended]
        shelf.fetch_all(things)
        in_text = [thing for thing in shelf.pages() if getattr(thing, "has_card_in_text", False)]
        shown = [page, *people, *below, *page.related, *in_text]
        shelf.fetch(get_image_model(), picture_keys(shown) | pictures)
        with_pictures(shown)
        prose_of(page).know(shelf.pages())


def split(keys) -> tuple[set[int], list]:
    """The keys of pictures, and those of everything else with its model."""
    pictures, things = set(), []
    for model, key in keys:
        if model is get_image_model():
            pictures.add(key)
        else:
            things.append((model, key))
    return pictures, things
