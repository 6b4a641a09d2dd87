"""What the panel beside a page form shows, and what its buttons do."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Page

from editorial.linking.adding import CannotLinkError, add_link
from editorial.linking.connections import leads_to, led_from
from editorial.linking.forms import InsertionForm, MeantForm
from editorial.linking.inserting import PassageChangedError
from editorial.linking.known_names import vocabulary
from editorial.linking.models import MeantName, NotHere
from editorial.linking.suggestions import place_key, suggestions_for

CHANGED = "This passage has been changed since, so nothing was linked. The list is up to date now."


def editable_page(request: HttpRequest, page_id: int) -> Page:
    """A page whose form the user may open."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def panel(request: HttpRequest, page: Page, words: str = "", status: int = 200) -> HttpResponse:
    """Suggestions for the newest version of a page, what it leads to and what leads to it."""
    draft = page.get_latest_revision_as_object()
    refused = NotHere.objects.filter(page=page.pk).values_list("target_id", "place")
    found = suggestions_for(draft, vocabulary(), refused)
    context = {
        "page": page,
        "words": words,
        "suggestions": [one for one in found if not one.is_everyday],
        "questions": [one for one in found if one.is_everyday],
        "leads_to": leads_to(draft, request.user),
        "led_from": led_from(page, request.user),
    }
    return render(request, "editorial/linking/links.html", context, status=status)


@require_GET
def links(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the panel shows."""
    return panel(request, editable_page(request, page_id))


@require_POST
def add(request: HttpRequest, page_id: int) -> HttpResponse:
    """Put one suggested link into the draft; 409, with the reason and a list up to date, when that cannot be."""
    page = editable_page(request, page_id)
    form = InsertionForm(request.POST)
    try:
        if not form.is_valid():
            raise PassageChangedError
        add_link(page, form.insertion, request.user)
    except PassageChangedError:
        return panel(request, page, CHANGED, status=409)
    except CannotLinkError as error:
        return panel(request, page, str(error), status=409)
    return HttpResponse(status=204)


@require_POST
def not_here(request: HttpRequest, page_id: int) -> HttpResponse:
    """Offer a page in a passage no more."""
    page = editable_page(request, page_id)
    form = InsertionForm(request.POST)
    if form.is_valid():
        one = form.insertion
        NotHere.objects.get_or_create(page=page, target_id=one.page_id, place=place_key(one.place))
    return panel(request, page)


@require_POST
def meant(request: HttpRequest, page_id: int) -> HttpResponse:
    """Offer an everyday word from now on where it may mean a page."""
    page = editable_page(request, page_id)
    form = MeantForm(request.POST)
    if form.is_valid():
        target, words = form.cleaned_data["target"], form.cleaned_data["words"]
        MeantName.objects.get_or_create(page=target, words=words, defaults={"user": request.user})
    return panel(request, page)
