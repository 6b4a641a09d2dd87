"""What readers open who change nothing: a page of each kind with everything in it, hard cases, lists, errors."""

from datetime import date

from wagtail.models import Page, Site

from articles.models import ChangeKind
from conditions.models import ConditionPage, QuestionPage
from home.models import SiteSettings, StandardPage
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from tests.articles.company import everything
from tests.conditions.bodies import causes, diagnosis, differential, procedures
from tests.conditions.factories import about
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.ingredients.factories import MedicineFactory
from tests.people.factories import reviewed_by, written_by
from tests.publication import publish, published

QUESTION = "Why does white stuff come out when I squeeze my back?"
#: 90 characters, as long as a title gets in earnest.
LONG_QUESTION = "Why does thick yellowish discharge keep coming out of the same place when I press my back?"
#: 30 words.
LONG_ANSWER = (
    "Mostly it is sebum and dead skin a pore could not shed, which looks alarming and is harmless, unless the "
    "place is hot, grows quickly or hurts without being touched."
)
LONG_CONDITION = "Inflamed follicles of the shoulders and the upper back after friction, heat and heavy sweat"
STANDFIRST = "The same illness as on the face, on skin that is thicker, and what calms it within weeks."
#: As many as the sheet for an appointment has room for, each as long as a careful writer makes one.
LONG_SIGNS = [
    f"Firm and slightly raised bumps, number {number}, that itch in the evening and return in the same place"
    for number in range(1, 9)
]
#: What to look for, whom to see and after how long; the most urgent last, as nobody should write it.
HELP = {
    "non_urgent": ("Marks that stay for months", "A GP or a dermatologist", "Six weeks of gentle care without change"),
    "urgent": ("A hot swelling that grows by the day", "A GP or a walk-in centre", "The same day"),
    "emergency": ("Fever with skin that turns dark and hurts", "An ambulance", "At once, whatever the hour"),
}
MORE_TO_LOOK_FOR = [
    "It bleeds without being touched and does not stop within ten minutes",
    "It spreads from the shoulders to the chest in the course of a few days",
]
ANSWER = "Rarely, and seldom for long; sunscreen keeps a mark from lasting."
PICTURE_IN_WORDS = "A fingertip holds a drop of clear gel against the light of a window."
OUTSIDE = "https://institute.example.org/skin"
DISCLAIMER = "This is general information and does not replace seeing somebody about your own skin."
FOOT = "Written by people who answer their letters."
MORE_PAGES = {
    "blog": "/blog/",
    "conditions": "/conditions/",
    "questions": "/questions/",
    "products": "/products/",
    "ingredients": "/ingredients/",
    "people": "/people/",
    "topics": "/topics/",
    "home": "/",
    "search": "/search/?q=back",
    "nothing found": "/search/?q=zzzzzz",
    "not found": "/conditions/back-acme/",
}

#: The names of all pages of the library.
PAGES = [
    "post",
    "condition",
    "question",
    "product",
    "ingredient",
    "topic",
    "person",
    "full condition",
    "long condition",
    "full question",
    "long question",
    "standing page",
    "product no longer sold",
    *MORE_PAGES,
]


def help_cards() -> list[tuple[str, dict]]:
    """One help card of each level."""
    return [
        (
            "seek_help",
            bodies.seek_help(level)[1] | {"signs": "\n".join([first, *MORE_TO_LOOK_FOR]), "who": who, "after": after},
        )
        for level, (first, who, after) in HELP.items()
    ]


def how_tos() -> list[tuple[str, dict]]:
    """One instruction for each grade of evidence."""
    return [("how_to", bodies.how_to()[1] | {"evidence": grade}) for grade in ("good", "some", "none", "may_harm")]


def faq() -> tuple[str, dict]:
    """Questions that fold."""
    items = [{"question": f"Does it leave {what}?", "answer": f"<p>{ANSWER}</p>"} for what in ("a mark", "a scar")]
    return "faq", {"title": "Questions people ask", "items": items}


def every_block() -> list[tuple[str, dict]]:
    """All there is to put into the body of a clinical page."""
    return [
        bodies.summary(),
        *help_cards(),
        bodies.text(),
        bodies.text(f'<h2>Elsewhere</h2><p>More from <a href="{OUTSIDE}">the institute</a>, in their words.</p>'),
        ("signs", bodies.signs()[1] | {"signs": "\n".join(LONG_SIGNS)}),
        bodies.triggers(),
        causes(),
        differential(ConditionPage.objects.first()),
        diagnosis(),
        bodies.callout(),
        *how_tos(),
        procedures(),
        bodies.ingredients(IngredientPage.objects.first()),
        bodies.medications(MedicineFactory()),
        bodies.product(ProductPage.objects.first()),
        bodies.dos_and_donts(),
        bodies.prevention(),
        bodies.quote(),
        ("image", bodies.image(SiteImageFactory())[1] | {"long_description": PICTURE_IN_WORDS}),
        faq(),
    ]


def name_the_site() -> None:
    """Everything the site says on every page."""
    site = SiteSettings.for_site(Site.objects.get())
    site.name, site.tagline, site.footer, site.disclaimer = "Plain Skin", "Answers for skin", FOOT, DISCLAIMER
    site.contact_email, site.instagram = "letters@example.org", "https://instagram.example.org/plain"
    site.emergency_number, site.advice_number = "999", "0300 111"
    site.save()


def clinical_pages() -> dict[str, Page]:
    """Conditions and questions as full, and with titles as long, as they get; none of them has a picture."""
    body = every_block()
    everybody = PersonPage.objects.all()
    full = published(ConditionPage, title="Back acne", also_known_as="BackNe\nBacne", standfirst=STANDFIRST, body=body)
    full.change_kind, full.correction_wrong, full.correction_right = ChangeKind.CORRECTION, "Daily", "Once a week"
    full = publish(full)
    people = written_by(*everybody) + reviewed_by(*everybody)
    long = published(ConditionPage, title=LONG_CONDITION, standfirst=STANDFIRST, body=body, contributions=people)
    answer = {"standfirst": STANDFIRST, "body": body}
    full_question = published(QuestionPage, title=QUESTION, question_conditions=about(full), **answer)
    long_question = published(
        QuestionPage, title=LONG_QUESTION, short_answer=LONG_ANSWER, question_conditions=about(full, long), **answer
    )
    return {
        "full condition": full,
        "long condition": long,
        "full question": full_question,
        "long question": long_question,
    }


def library() -> dict[str, str]:
    """The address of every kind of page there is, by its name."""
    name_the_site()
    addresses = everything()
    product = ProductPage.objects.first()
    pages = clinical_pages() | {
        "standing page": published(StandardPage, body=[bodies.text(), bodies.callout(), faq()]),
        "product no longer sold": published(ProductPage, retired_on=date(2026, 1, 5), successor=product),
    }
    return addresses | {name: page.get_url() for name, page in pages.items()} | MORE_PAGES
