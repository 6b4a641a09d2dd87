"""What each role may and may not do."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupPagePermission, Page
from wagtail.permissions import policy_registry

from blog.models import BlogPostPage
from home.ensure_site import ensure_site
from home.models import StandardPage
from tests.publication import draft
from tests.users.factories import UserFactory

SECTIONS = ["blog", "conditions", "questions", "products", "ingredients", "people", "topics"]


def sections_where(user, action):
    """The sections in which somebody may do something with the pages of others."""
    return [
        slug
        for slug in SECTIONS
        if action in Page.objects.get(url_path=f"/home/{slug}/").permissions_for_user(user).permissions
    ]


def collections_to_choose_from(user, model=None):
    """The names of the collections whose pictures somebody may choose."""
    policy = policy_registry.get_by_type(model or get_image_model())
    return {collection.name for collection in policy.collections_user_has_permission_for(user, "choose")}


@pytest.mark.django_db
class RoleTests:
    def test_five_roles_and_no_stock_group(self):
        assert sorted(Group.objects.values_list("name", flat=True)) == [
            "Administrator",
            "Commerce",
            "Editor",
            "Medical reviewer",
            "Writer",
        ]

    @pytest.mark.parametrize("role", ["Administrator", "Commerce", "Editor", "Medical reviewer", "Writer"])
    def test_every_role_may_sign_in(self, role):
        assert UserFactory(role=role).has_perm("wagtailadmin.access_admin")

    def test_a_stock_group_somebody_is_in_is_kept(self):
        group = Group.objects.create(name="Moderators")
        UserFactory().groups.add(group)
        ensure_site()
        assert Group.objects.filter(name="Moderators").exists()

    def test_what_an_administrator_granted_by_hand_is_kept(self, site_tree):
        writers = Group.objects.get(name="Writer")
        extra = Permission.objects.get(codename="change_brand")
        writers.permissions.add(extra)
        publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
        GroupPagePermission.objects.create(group=writers, page=site_tree.blog, permission=publish)
        ensure_site()
        assert extra in writers.permissions.all()
        assert writers.page_permissions.filter(permission=publish, page=site_tree.blog).exists()

    def test_what_is_missing_is_granted_again(self):
        group = Group.objects.get(name="Commerce")
        group.permissions.clear()
        group.page_permissions.all().delete()
        group.collection_permissions.all().delete()
        ensure_site()
        user = UserFactory(role="Commerce")
        assert user.has_perm("products.add_brand")
        assert sections_where(user, "publish") == ["products"]
        assert "Products" in collections_to_choose_from(user)

    def test_a_post_with_the_slug_of_a_section_opens_nothing(self):
        post = draft(BlogPostPage, slug="products")
        ensure_site()
        assert not Group.objects.get(name="Commerce").page_permissions.filter(page=post).exists()


@pytest.mark.django_db
class WriterTests:
    def test_adds_articles_and_a_profile(self, writer):
        assert sections_where(writer, "add") == ["blog", "conditions", "questions", "ingredients", "people"]

    def test_publishes_and_changes_nothing_of_others(self, writer):
        assert sections_where(writer, "publish") == sections_where(writer, "change") == []

    def test_chooses_every_picture_but_clinical_photos(self, writer):
        assert collections_to_choose_from(writer) == {"Articles", "Products", "People", "Brand"}

    def test_adds_sources_and_no_medicines(self, writer):
        assert writer.has_perm("sources.add_source")
        assert writer.has_perm("ingredients.view_medicine")
        assert not writer.has_perm("ingredients.add_medicine")


@pytest.mark.django_db
class EditorTests:
    def test_changes_everything(self, editor):
        assert sections_where(editor, "change") == SECTIONS

    def test_publishes_what_needs_no_medical_reviewer(self, editor):
        assert sections_where(editor, "publish") == ["blog", "products", "people", "topics"]

    @pytest.mark.parametrize("slug", ["about", "corrections", "privacy"])
    def test_publishes_standing_pages(self, editor, slug):
        assert StandardPage.objects.get(slug=slug).permissions_for_user(editor).can_publish()

    def test_manages_snippets_redirects_menu_and_site_settings(self, editor):
        assert editor.has_perms(
            [
                "topics.change_bodysite",
                "topics.delete_glossaryterm",
                "ingredients.add_medicine",
                "products.change_merchant",
                "wagtailredirects.add_redirect",
                "home.change_menusettings",
                "home.change_sitesettings",
            ]
        )

    def test_sees_every_picture_and_document(self, editor):
        assert "Clinical photos" in collections_to_choose_from(editor)
        assert "Clinical photos" in collections_to_choose_from(editor, get_document_model())

    def test_has_no_say_about_users(self, editor):
        assert not editor.has_perm("users.change_user")

    def test_cannot_delete_a_section_with_its_pages(self, editor, site_tree):
        assert not site_tree.home.permissions_for_user(editor).can_delete()


@pytest.mark.django_db
class MedicalReviewerTests:
    def test_may_propose_clinical_pages_and_publish_none(self, reviewer):
        assert sections_where(reviewer, "add") == ["conditions", "questions", "ingredients", "people"]
        assert sections_where(reviewer, "publish") == []

    def test_manages_medicines_and_sources(self, reviewer):
        assert reviewer.has_perms(["ingredients.change_medicine", "sources.change_source"])
        assert not reviewer.has_perm("products.change_brand")

    def test_chooses_clinical_photos(self, reviewer):
        assert "Clinical photos" in collections_to_choose_from(reviewer)


@pytest.mark.django_db
class CommerceTests:
    def test_works_in_the_shop_and_nowhere_else(self, commerce):
        for action in ("add", "change", "publish"):
            assert sections_where(commerce, action) == ["products"]

    def test_manages_brands_and_merchants(self, commerce):
        assert commerce.has_perms(["products.add_brand", "products.delete_merchant"])
        assert not commerce.has_perm("ingredients.view_medicine")

    def test_chooses_no_clinical_photo(self, commerce):
        assert collections_to_choose_from(commerce) == {"Products", "Brand"}


@pytest.mark.django_db
class AdministratorTests:
    def test_does_everything_without_being_a_superuser(self, administrator):
        assert not administrator.is_superuser
        for action in ("add", "change", "publish", "bulk_delete", "lock", "unlock"):
            assert sections_where(administrator, action) == SECTIONS

    def test_manages_people_groups_settings_and_workflows(self, administrator):
        assert administrator.has_perms(
            [
                "users.add_user",
                "auth.change_group",
                "wagtailcore.change_site",
                "wagtailcore.add_workflow",
                "wagtailcore.change_task",
                "wagtailredirects.delete_redirect",
                "home.change_sitesettings",
                "ingredients.delete_medicine",
            ]
        )

    def test_manages_collections(self, administrator):
        policy = policy_registry.get_by_type(Collection)
        assert policy.user_has_permission(administrator, "add")
        assert policy.user_has_permission(administrator, "delete")

    @pytest.mark.parametrize(
        "address", ["/admin/users/", "/admin/groups/", "/admin/collections/", "/admin/sites/", "/admin/workflows/list/"]
    )
    def test_reaches_the_settings(self, administrator_client, address):
        assert administrator_client.get(address).status_code == 200
