"""The site is there after a migrate and after a flush, and never in the middle of migrations."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_migrate
from wagtail.models import Site

from blog.models import BlogIndexPage
from home.models import HomePage, SiteSettings
from home.signal_handlers import ensure_site_after_migrate
from images.models import Rendition
from tests.images.factories import SiteImageFactory


def migrated(using="default"):
    """Send what Django sends at the end of a migrate."""
    home = apps.get_app_config("home")
    post_migrate.send(sender=home, app_config=home, verbosity=0, interactive=False, using=using)


@pytest.mark.django_db
class EnsureSiteAfterMigrateTests:
    def test_a_missing_page_is_back_after_a_migrate(self, site_tree):
        site_tree.blog.delete()
        migrated()
        assert BlogIndexPage.objects.get().live

    def test_nothing_happens_in_the_middle_of_migrations(self, site_tree):
        site_tree.blog.delete()
        MigrationRecorder.Migration.objects.filter(app="home").delete()
        migrated()
        assert not BlogIndexPage.objects.exists()

    def test_only_the_default_database_holds_a_site(self, site_tree):
        site_tree.blog.delete()
        ensure_site_after_migrate(sender=None, using="replica")
        assert not BlogIndexPage.objects.exists()


@pytest.mark.django_db(transaction=True)
class FlushTests:
    def test_an_emptied_database_has_its_site_again(self):
        call_command("flush", interactive=False, verbosity=0)
        assert HomePage.objects.get().get_children().count() == 9
        assert HomePage.objects.get().get_site().is_default_site


@pytest.mark.django_db
class SitePicturesTests:
    def test_logo_and_favicon_are_made_in_their_sizes_when_the_settings_are_saved(self):
        settings = SiteSettings.for_site(Site.objects.get())
        settings.logo, settings.favicon = SiteImageFactory(), SiteImageFactory()
        settings.save()

        assert set(Rendition.objects.values_list("image", flat=True)) == {settings.logo.pk, settings.favicon.pk}
