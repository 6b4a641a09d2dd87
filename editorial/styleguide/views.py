"""The style guide's page."""

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from articles.gathering import gather
from core.listing import cards, newest_first
from core.shelf import open_shelf
from editorial.styleguide import tokens
from editorial.styleguide.blocks import previews

#: What the components are shown with: the newest page of each type.
SAMPLES = {
    "post": "blog.BlogPostPage",
    "condition": "conditions.ConditionPage",
    "question": "conditions.QuestionPage",
    "product": "products.ProductPage",
    "ingredient": "ingredients.IngredientPage",
    "topic": "topics.TopicPage",
}


@never_cache
@require_admin_access
def styleguide(request: HttpRequest) -> HttpResponse:
    """Type, colour, space, components and blocks on one page, for whoever may sign in to the admin."""
    with open_shelf():
        samples = {name: sample(model) for name, model in SAMPLES.items()}
        context = {
            "colours": tokens.colours(),
            "sizes": tokens.scale("size"),
            "spaces": tokens.scale("space"),
            "samples": samples,
            "pages": [page for page in samples.values() if page],
            "previews": list(previews()),
        }
        return render(request, "editorial/styleguide/styleguide.html", context)


def sample(name: str):
    """The newest page of a type that readers may see, with what its template asks for; None without any."""
    page = next(iter(cards(newest_first(apps.get_model(name).objects.all()), 1)), None)
    if page is not None and hasattr(page, "body"):
        gather(page)
    return page
