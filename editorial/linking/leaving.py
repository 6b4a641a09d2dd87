"""A page that readers will not see any more: where its address leads them, and what happens to the links to it."""

from django import forms
from django.db import models
from django.http import HttpRequest, QueryDict
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from core.offline import was_public
from core.readable import is_readable
from editorial.linking.models import GoneAddress, Sweep
from editorial.linking.page_chooser import PageChooser
from editorial.linking.sweep_views import begin_replacing
from editorial.linking.sweeping import carry_on, sweep_now
from users.models import User


class LeavingForm(forms.Form):
    """What readers get at the address of a page that leaves, and whether links to it follow."""

    class Answer(models.TextChoices):
        """What the address answers."""

        GONE = "gone", "Say that the page was taken down, and offer the search (410)"
        LEAD = "lead", "Lead readers to another page"

    answer = forms.ChoiceField(
        label="Readers who come to its address",
        required=False,
        choices=Answer.choices,
        initial=Answer.GONE,
        widget=forms.RadioSelect,
    )
    instead = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=1), label="The other page", required=False, widget=PageChooser()
    )
    replace = forms.BooleanField(
        label="Let the links to it lead to the other page as well",
        required=False,
        initial=True,
        help_text="In drafts, too. Left alone, readers see their words without a link.",
    )

    def __init__(self, *args, pages: list[Page], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages

    def clean(self):
        cleaned = super().clean()
        instead = cleaned.get("instead")
        if cleaned.get("answer") != self.Answer.LEAD:
            cleaned["instead"] = None
        elif instead is None:
            self.add_error("instead", "Choose the page that readers shall be led to.")
        elif any(instead.path.startswith(page.path) for page in self.pages):
            self.add_error("instead", "Choose another page: this one leaves as well.")
        elif not is_readable(instead):
            self.add_error("instead", "Readers cannot see this page: choose one they can.")
        return cleaned

    @property
    def new_page(self) -> Page | None:
        """Where readers are led; None when they are told that the page was taken down."""
        return self.cleaned_data["instead"]

    @property
    def links_follow(self) -> bool:
        """Whether the links to the page lead there as well."""
        return bool(self.new_page and self.cleaned_data["replace"])


def answers(request: HttpRequest) -> QueryDict | None:
    """What was answered; None before anything was asked."""
    return request.POST if request.method == "POST" else None


def let_links_follow(pages: list[Page], form: LeavingForm, user: User, are_deleted: bool = False) -> list[Sweep]:
    """Change the links to pages that leave: all of them at once where nothing is left of the pages to change later."""
    sweeps = []
    for page in pages if form.links_follow else ():
        sweep = begin_replacing(page, form.new_page, user)
        sweeps.append(sweep)
        if are_deleted:
            carry_on(sweep)
        else:
            sweep_now(sweep)
    return sweeps


def lead_on_offline(page: Page, form: LeavingForm) -> None:
    """What the address of a page answers once it is offline; what its form says already, when nobody was asked."""
    if form.cleaned_data["answer"]:
        # The page in memory is saved whole when it is taken offline.
        page.forward_to = form.new_page
        page.specific_class.objects.filter(pk=page.pk).update(forward_to=form.new_page)


def addresses_of(page: Page) -> list[tuple[str, bool]]:
    """The addresses that lead to a page or one below it, or did, and whether each stands for the page itself.

    An address that leads there by a redirect is one of them: the redirect goes with the page.
    """
    found = []
    pages = {one.pk: one for one in page.get_descendants(inclusive=True).specific(defer=True)}
    for one in pages.values():
        parts = one.get_url_parts() if is_readable(one) or was_public(one) else None
        if parts and parts[2]:
            found.append((parts[2], one.pk == page.pk))
    led = Redirect.objects.filter(redirect_page__in=pages).values_list("old_path", "redirect_page")
    return found + [(path, key == page.pk) for path, key in led]


def keep_promises(addresses: list[tuple[str, bool]], form: LeavingForm) -> None:
    """Let the addresses of a deleted page answer: its own leads on where an editor said so, the others are gone."""
    for address, is_own in addresses:
        path = Redirect.normalise_path(address)
        if is_own and form.new_page:
            Redirect.objects.update_or_create(
                old_path=path, site=None, defaults={"redirect_page": form.new_page, "is_permanent": True}
            )
        else:
            Redirect.objects.filter(old_path=path, site=None).delete()
            GoneAddress.objects.get_or_create(path=path)
