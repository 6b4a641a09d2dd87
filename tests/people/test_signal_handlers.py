"""What happens when the form of a new page opens."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog.models import BlogIndexPage, BlogPostPage
from people.profiles import make_profile
from topics.models import TopicIndexPage

pytestmark = pytest.mark.django_db


def form_of(html: str) -> dict[str, str]:
    """What a browser would send back of an edit form nobody touched."""
    form = BeautifulSoup(html, "html.parser").find("form", id="page-edit-form")
    boxes = [box for box in form.select("input[name], textarea[name]") if box.get("type") != "checkbox"]
    values = {box["name"]: box.get("value", box.text if box.name == "textarea" else "") for box in boxes}
    for box in form.select("select[name]"):
        chosen = box.find("option", selected=True) or box.find("option")
        values[box["name"]] = chosen.get("value", "") if chosen else ""
    return values


class PresetAuthorTests:
    @pytest.fixture
    def address(self):
        return reverse("wagtailadmin_pages:add", args=["blog", "blogpostpage", BlogIndexPage.objects.get().pk])

    def test_form_names_whoever_opens_it_as_author(self, client, writer, address):
        profile = make_profile(writer)
        client.force_login(writer)
        page = client.get(address).context["form"].instance
        assert [(row.person.pk, row.role) for row in page.contributions.all()] == [(profile.pk, "author")]

    def test_author_is_saved_with_an_untouched_form(self, client, writer, address):
        profile = make_profile(writer)
        client.force_login(writer)
        data = form_of(client.get(address).content.decode())
        client.post(address, {**data, "title": "Calm evenings", "body-count": "0"})
        page = BlogPostPage.objects.get()
        assert [(row.person.pk, row.role) for row in page.contributions.all()] == [(profile.pk, "author")]

    def test_without_a_profile_the_byline_is_empty(self, client, writer, address):
        client.force_login(writer)
        assert not client.get(address).context["form"].instance.contributions.all()

    def test_page_without_byline_opens_as_ever(self, client, editor):
        make_profile(editor)
        client.force_login(editor)
        address = reverse("wagtailadmin_pages:add", args=["topics", "topicpage", TopicIndexPage.objects.get().pk])
        assert not client.get(address).context["form"].instance.contributions.all()
