"""Pages and changes that are nobody's business before nine, each marked with words that occur nowhere else."""

import re
from collections.abc import Iterator
from datetime import datetime

from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from home.models import StandardPage
from images.models import SiteImage
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from tests.core import bodies
from tests.editorial.scheduling.mornings import NINE
from tests.images.factories import SiteImageFactory
from tests.publication import draft, publish, published
from topics.models import TopicPage
from users.models import User

#: How every mark looks; a number says whose it is.
MARK = re.compile(r"embargo[a-z]+(\d+)", re.IGNORECASE)
TYPES = [
    BlogPostPage,
    ConditionPage,
    QuestionPage,
    ProductPage,
    IngredientPage,
    PersonPage,
    TopicPage,
    StandardPage,
]


def picture(number: int) -> SiteImage:
    """A picture whose title, description and file name are secret."""
    name = f"embargofile{number}.png"
    return SiteImageFactory(
        title=f"Embargopicture{number}",
        description=f"Embargoshown{number}",
        file__filename=name,
        credit=f"Embargocredit{number}",
    )


def secret_values(page_type: type[Page], number: int) -> dict[str, object]:
    """What a page of a type says, every word of it secret."""
    values = {
        "title": f"Embargotitle{number} remedy",
        "slug": f"embargoslug{number}",
        "seo_title": f"Embargoseo{number}",
        "search_description": f"Embargodescription{number}",
        "standfirst": f"Embargostandfirst{number}",
        "introduction": f"<p>Embargointroduction{number}</p>",
        "biography": f"<p>Embargobiography{number}</p>",
        "organisation": f"Embargoorganisation{number}",
        "also_known_as": f"Embargoname{number}",
        "definition": f"Embargodefinition{number}",
        "image": picture(number),
        "image_alt": f"Embargoalt{number}",
    }
    fields = {field.name for field in page_type._meta.get_fields()}
    return {name: value for name, value in values.items() if name in fields}


def secret_blocks(number: int) -> list:
    """Blocks with secret words and a secret picture."""
    words = bodies.text(f"<h2>Embargoheading{number}</h2><p>Embargobody{number}</p>")
    return [words, bodies.image(picture(number), alt=f"Embargoblockalt{number}")]


def add_blocks(page: Page, number: int) -> None:
    """Put the secret blocks after those a page of its type needs."""
    if hasattr(page, "body"):
        for block in secret_blocks(number):
            page.body.append(block)


def scheduled_page(page_type: type[Page], number: int, owner: User | None = None, **plan) -> Page:
    """A new page that goes live at nine."""
    page = draft(page_type, owner=owner, **secret_values(page_type, number))
    add_blocks(page, number)
    return scheduled(page, **plan)


def scheduled_change(page_type: type[Page], number: int, owner: User | None = None, **plan) -> Page:
    """A page that is live with everyday words, and changes at nine."""
    page = published(page_type, owner=owner)
    for name, value in secret_values(page_type, number).items():
        setattr(page, name, value)
    add_blocks(page, number)
    return scheduled(page, **plan)


def expiring_page(page_type: type[Page], number: int) -> Page:
    """A page that is live until nine."""
    page = draft(page_type, expire_at=NINE, **secret_values(page_type, number))
    add_blocks(page, number)
    return publish(page)


def scheduled(page: Page, moment: datetime = NINE, author: User | None = None) -> Page:
    """The page as it is in memory, planned by somebody."""
    page.go_live_at = moment
    page.save_revision(user=author).publish()
    return type(page).objects.get(pk=page.pk)


def marks_in(text: str) -> set[str]:
    """The secret words of a text."""
    return {mark[0].lower() for mark in MARK.finditer(text)}


def types(count: int) -> Iterator[tuple[int, type[Page]]]:
    """So many page types with a number each, over and over."""
    return ((number, TYPES[number % len(TYPES)]) for number in range(count))
