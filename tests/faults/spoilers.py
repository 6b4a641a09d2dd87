"""Pages planned for nine that something is wrong with, or odd about."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from editorial.scheduling.reasons import NO_PAGE_ABOVE, UNREADABLE
from home.models import StandardPage
from people.models import PersonPage
from tests.core import bodies
from tests.editorial.scheduling.mornings import NINE, break_revision, item_of, planned
from tests.images.factories import SiteImageFactory
from tests.publication import draft, published
from tests.sources.factories import SourceFactory


def of_lost_kind(page):
    """The page's kind was taken out of the code since."""
    lost = ContentType.objects.create(app_label="blog", model="forgottenpage")
    Revision.objects.filter(pk=item_of(page).target_id).update(content_type=lost)


def without_row(page):
    """The page's row was deleted behind Wagtail's back."""
    Revision.objects.filter(pk=item_of(page).target_id).update(object_id="999999")


def with_taken_address(page):
    """Another page has its address since."""
    Page.objects.filter(pk=page.pk).update(slug="moved-away")
    published(BlogPostPage, slug=page.slug)


def without_its_author(page):
    """Its only author's profile was deleted since."""
    person = published(PersonPage)
    break_revision(page, contributions=[{"pk": None, "sort_order": 0, "person": person.pk, "role": "author"}])
    Page.objects.get(pk=person.pk).delete()


def without_its_source(page):
    """A source it lists was deleted since."""
    source = SourceFactory()
    break_revision(page, listed_sources=[{"pk": None, "sort_order": 0, "source": source.pk}])
    source.delete()


def without_consent(page):
    """Consent to a photo was withdrawn since."""
    photo = SiteImageFactory(is_clinical=True)
    break_revision(page, image=photo.pk)


def without_parent(page):
    """The page above it was deleted behind Wagtail's back."""
    Page.objects.filter(pk=page.pk).update(path=f"{page.path[:-8]}ZZZZ{page.path[-4:]}")


def with_content_of_another_shape(page):
    """What is stored is no page at all."""
    Revision.objects.filter(pk=item_of(page).target_id).update(content=["not", "a", "page"])


def with_nothing_in_it(page):
    """What was stored is lost."""
    Revision.objects.filter(pk=item_of(page).target_id).update(content={})


def below_a_page_that_moves():
    """A page whose parent is moved elsewhere before its time."""
    above, elsewhere = published(StandardPage), published(StandardPage)
    page = draft(StandardPage, parent=above, go_live_at=NINE)
    page.save_revision().publish()
    Page.objects.get(pk=above.pk).move(Page.objects.get(pk=elsewhere.pk), pos="last-child")
    return page


def with_a_picture_whose_file_is_gone():
    """A page with a picture that somebody deleted from the disk."""
    photo = SiteImageFactory()
    page = planned(NINE, image=photo)
    photo.file.storage.delete(photo.file.name)
    return page


def with_five_megabytes_of_text():
    """A page that nobody will read to its end."""
    return planned(NINE, body=[bodies.text(f"<p>{'word ' * 1_000_000}</p>")])


def followed_by_an_alias():
    """A page that is shown at a second place as well; the copy there."""
    return planned(NINE).create_alias(update_slug="elsewhere")


#: What an editor reads of a page without a word in it.
NO_TEXT = "Write something before this page goes live: there is no text yet."
#: What spoils a page, and how what is said of it then begins.
SPOILERS = {
    "required field emptied": (lambda page: break_revision(page, title=""), "Fill in “Title” before"),
    "relation emptied": (lambda page: break_revision(page, contributions=[]), "Name at least one author"),
    "text emptied": (lambda page: break_revision(page, body="[]"), NO_TEXT),
    "broken stream": (lambda page: break_revision(page, body="[{not json"), NO_TEXT),
    "field of another type": (lambda page: break_revision(page, published_at="yesterday"), UNREADABLE),
    "window over": (lambda page: break_revision(page, expire_at=NINE.isoformat()), "It was to go offline on"),
    "address taken": (with_taken_address, "Slug: The slug 'address-taken' is already in use"),
    "kind gone": (of_lost_kind, "“kind gone” is of a kind that no longer exists."),
    "row gone": (without_row, "“row gone” no longer exists."),
    "author deleted": (without_its_author, "Contribution 1: Choose “Person” before"),
    "source deleted": (without_its_source, "Listed source 1: Choose “Source” before"),
    "consent withdrawn": (without_consent, "“Smear of cream"),
    "page above gone": (without_parent, NO_PAGE_ABOVE),
    "title too long": (lambda page: break_revision(page, title="x" * 300), "Title: Ensure this value has at most 255"),
    "unreadable moment": (lambda page: break_revision(page, go_live_at="soon"), UNREADABLE),
    "nothing in it": (with_nothing_in_it, UNREADABLE),
    "content of another shape": (with_content_of_another_shape, UNREADABLE),
}
#: What is odd and goes live all the same.
ODD = {
    "page above moved": below_a_page_that_moves,
    "picture file missing": with_a_picture_whose_file_is_gone,
    "five megabytes of text": with_five_megabytes_of_text,
    "alias": followed_by_an_alias,
}
