"""Taking the demo away, except what somebody has made their own."""

from io import StringIO

from django.core.management import call_command
from django.test import TestCase
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPostPage
from conditions.models import ConditionPage
from home.models import HomePage, SiteSettings, StandardPage
from ingredients.models import IngredientPage, Medicine
from people.models import PersonPage
from products.models import ProductPage
from sources.models import Source
from users.models import User


def remove() -> str:
    """Run the command; what it prints."""
    out = StringIO()
    call_command("load_demo", remove=True, stdout=out)
    return out.getvalue()


def words_of(slug: str) -> tuple:
    """What is stored of a standing page, and whether readers see it."""
    page = StandardPage.objects.get(slug=slug)
    return page.title, page.standfirst, list(page.body.raw_data), page.live


class RemovalTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.before = set(Page.objects.values_list("url_path", "title", "live"))
        cls.about = StandardPage.objects.get(slug="about").standfirst
        cls.privacy = words_of("privacy")
        with cls.settings(cls(), DEMO_LOGINS_ALLOWED=True):
            call_command("load_demo", stdout=StringIO(), picture_width=60)

    def test_an_untouched_demo_goes_without_a_trace(self):
        remove()
        assert set(Page.objects.values_list("url_path", "title", "live")) == self.before
        assert not any(model.objects.exists() for model in (get_image_model(), Source, Medicine, User))
        assert StandardPage.objects.get(slug="about").standfirst == self.about
        assert words_of("privacy") == self.privacy
        assert HomePage.objects.get().heading == ""
        assert SiteSettings.for_site(Site.objects.get(is_default_site=True)).name == "Untitled site"

    def test_it_can_be_loaded_again_afterwards(self):
        remove()
        call_command("load_demo", no_logins=True, stdout=StringIO(), picture_width=60)
        assert ConditionPage.objects.filter(live=True).count() == 8
        assert StandardPage.objects.get(slug="about").standfirst != self.about

    def test_an_edited_page_stays_with_everything_it_needs(self):
        post = BlogPostPage.objects.get(slug="what-to-do-about-back-acne")
        post.title = "My own title"
        post.save_revision(user=User.objects.get(username="editor")).publish()
        printed = remove()
        assert BlogPostPage.objects.get(slug="what-to-do-about-back-acne").title == "My own title"
        assert {person.title for person in PersonPage.objects.all()} >= {"Marisol Achterberg", "Temi Oyelaran"}
        assert ProductPage.objects.get(slug="slow-sunday-body-wash").live
        assert Source.objects.filter(publisher="Mayo Clinic").exists()
        assert get_image_model().objects.filter(title__startswith="Curves of deep brown skin").exists()
        assert "kept, because it was edited or is needed: blog/what-to-do-about-back-acne" in printed

    def test_a_draft_edit_is_enough_to_stay(self):
        page = IngredientPage.objects.get(slug="niacinamide")
        page.function = "Something new."
        page.save_revision(user=User.objects.get(username="writer"))
        remove()
        assert [page.slug for page in IngredientPage.objects.all()] == ["niacinamide"]

    def test_what_a_draft_refers_to_stays(self):
        page = IngredientPage.objects.get(slug="glycolic-acid")
        page.image = get_image_model().objects.get(title="Folds of washed cotton")
        page.save_revision(user=User.objects.get(username="writer"))
        remove()
        titles = set(get_image_model().objects.values_list("title", flat=True))
        assert {"Folds of washed cotton", "Green gel in waves"} <= titles

    def test_what_an_editors_own_page_shows_stays(self):
        picture = get_image_model().objects.get(title="Green gel in waves")
        own = BlogPostPage(title="My own post", live=False, image=picture)
        BlogIndexPage.objects.get().add_child(instance=own)
        remove()
        assert BlogPostPage.objects.get().image.title == "Green gel in waves"

    def test_an_edited_source_stays(self):
        Source.objects.filter(title__contains="NG198").update(published_year=2027)
        remove()
        assert Source.objects.get().published_year == 2027

    def test_a_renamed_site_keeps_its_name_and_pictures(self):
        site = SiteSettings.objects.get()
        site.name = "Our clinic"
        site.save()
        remove()
        site = SiteSettings.objects.get()
        assert site.name == "Our clinic"
        assert site.logo is not None

    def test_a_login_with_its_own_password_stays(self):
        user = User.objects.get(username="editor")
        user.set_password("nobody else knows this")
        user.save()
        remove()
        assert [user.username for user in User.objects.all()] == ["editor"]

    def test_a_login_named_in_the_history_is_locked(self):
        page = IngredientPage.objects.get(slug="retinol")
        page.save_revision(user=User.objects.get(username="editor"))
        remove()
        user = User.objects.get()
        assert (user.username, user.is_active, user.has_usable_password()) == ("editor", False, False)
