"""Profiles, and their part in a page."""

import factory

from people.models import Contribution, Credential, PersonIndexPage, PersonPage
from tests.core.factories import BasePageFactory, IndexPageFactory


class PersonIndexPageFactory(IndexPageFactory):
    """The list of people."""

    title = "People"
    slug = "people"

    class Meta:
        model = PersonIndexPage


class PersonPageFactory(BasePageFactory):
    """A dermatologist."""

    parent = factory.LazyFunction(lambda: PersonIndexPageFactory())
    title = factory.Sequence(lambda number: f"Nadia Okafor {number}")
    honorific = "Dr"
    role = "Dermatologist"
    organisation = "Harbour Clinic"
    expertise = "Acne\nSkin of colour"
    biography = "<p>Nadia has treated skin for fifteen years.</p>"
    interests = "Spoke for a maker of sunscreen, for a fee, in 2025."
    credentials = factory.LazyFunction(
        lambda: [Credential(name="Registered dermatologist", issuer="Medical Register", number="7012345")]
    )

    class Meta:
        model = PersonPage


def author() -> PersonPage:
    """The author of pages that do not care who wrote them, always the same one."""
    found = PersonPage.objects.filter(slug="ana-ruiz").first()
    if found is None:
        found = PersonPage(title="Ana Ruiz", slug="ana-ruiz", role="Blog editor")
        # Nearly every test needs her: live at once, without the revisions nobody asks for.
        PersonIndexPage.objects.get().add_child(instance=found)
    return found


def written_by(*people: PersonPage) -> list[Contribution]:
    """A byline of authors."""
    return [Contribution(person=person, role=Contribution.Role.AUTHOR) for person in people]


def reviewed_by(*people: PersonPage) -> list[Contribution]:
    """The reviewers of a byline."""
    return [Contribution(person=person, role=Contribution.Role.REVIEWER) for person in people]
