"""The live preview beside the form, on drafts of which nothing but the title is written."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page

from tests.core.test_help_texts import own_models

pytestmark = pytest.mark.django_db


def title_only(form) -> dict[str, str]:
    """What the browser sends when nothing but the title is typed."""
    data = {name: value for name, value in initial_data(form).items() if value is not None}
    return {**data, "title": "Half a thought", "slug": form.instance.slug or "half-a-thought"}


def initial_data(form) -> dict[str, str]:
    data = {"body-count": "0"}
    for formset in form.formsets.values():
        for name, field in formset.management_form.fields.items():
            data[f"{formset.prefix}-{name}"] = formset.management_form.get_initial_for_field(field, name)
    return data


class PreviewTests:
    @pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
    def test_a_draft_with_a_title_alone_can_be_previewed(self, client, model):
        user = get_user_model().objects.create_superuser("ada", "ada@example.org", "not-a-real-password")
        client.force_login(user)
        parent = Page.objects.type(tuple(model.allowed_parent_page_models())).order_by("depth").first()
        names = [model._meta.app_label, model._meta.model_name, parent.pk]
        add = client.get(reverse("wagtailadmin_pages:add", args=names))
        if add.status_code == 302:
            page = model.objects.get()
            address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
            form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
        else:
            address = reverse("wagtailadmin_pages:preview_on_add", args=names)
            form = add.context["form"]
        answer = client.post(address, title_only(form)).json()
        assert answer["is_valid"], answer
        preview = client.get(address)
        assert preview.status_code == 200
        assert "Half a thought" in preview.content.decode()
