"""Older pages that name a page, and a box to tick for each."""

import pytest

from conditions.models import ConditionPage
from editorial.linking.models import Sweep
from tests.core import bodies
from tests.edit_form import parsed, said
from tests.editorial.linking.linked import (
    change,
    link_to,
    live_post_saying,
    mentions_screen,
    newest,
    sweep_screen,
    texts,
    versions,
)
from tests.publication import published

pytestmark = pytest.mark.django_db


class MentionsViewTests:
    def ticked(self, client, page) -> list[str]:
        """What the screen sends when nobody takes away a tick."""
        boxes = parsed(client.get(mentions_screen(page))).select("input[name=mention]")
        assert all(box.has_attr("checked") for box in boxes)
        return [box["value"] for box in boxes]

    @pytest.fixture
    def new(self, site_tree):
        """A condition with a name nothing else has."""
        return published(ConditionPage, title="Keratosis pilaris", also_known_as="", clinical_names="", slug="new")

    @pytest.fixture
    def naming(self, new):
        """Two posts that name it."""
        return [live_post_saying(f"No. {number} is keratosis pilaris.", title=f"Post {number}") for number in (1, 2)]

    def test_it_lists_them_with_their_sentences_and_changes_nothing(self, new, naming, editor_client):
        before = versions()
        words = said(editor_client.get(mentions_screen(new)))
        assert "Post 1" in words and "Post 2" in words and "keratosis pilaris" in words
        assert "Readers see the link at once, as a small fix." in words
        assert len(self.ticked(editor_client, new)) == 2
        assert versions() == before
        assert not Sweep.objects.exists()

    def test_what_is_ticked_is_linked(self, new, naming, editor, editor_client, client):
        response = editor_client.post(mentions_screen(new), {"mention": self.ticked(editor_client, new)})
        sweep = Sweep.objects.get()
        assert response["Location"] == sweep_screen(sweep)
        assert (sweep.old, sweep.new_id, sweep.user) == (None, new.pk, editor)
        for post in naming:
            assert 'href="/conditions/new/">keratosis pilaris</a>' in client.get(post.get_url()).content.decode()
        assert "Readers follow the new links in 2 pages." in said(editor_client.get(sweep_screen(sweep)))

    def test_what_is_not_ticked_is_left_alone(self, new, naming, editor_client):
        first, second = naming
        chosen = [one for one in self.ticked(editor_client, new) if one.startswith(f"{first.pk}/")]
        editor_client.post(mentions_screen(new), {"mention": chosen})
        assert link_to(new, "keratosis pilaris") in texts(newest(first))
        assert "linktype" not in texts(newest(second))

    def test_one_of_two_sentences_in_a_page_can_be_left_out(self, new, editor_client):
        post = live_post_saying("Keratosis pilaris.</p><h2>More</h2><p>Not keratosis pilaris.")
        _, second = self.ticked(editor_client, new)
        editor_client.post(mentions_screen(new), {"mention": [second]})
        html = texts(newest(post))
        assert html.count("linktype") == 1
        assert f"Not {link_to(new, 'keratosis pilaris')}" in html

    def test_nothing_ticked_is_said_and_nothing_is_done(self, new, naming, editor_client):
        before = versions()
        for sent in ([], ["garbage"], [f"{naming[0].pk}/body/x/0/y"]):
            response = editor_client.post(mentions_screen(new), {"mention": sent}, follow=True)
            assert "Nothing was linked: tick at least one sentence." in said(response)
            assert response.request["PATH_INFO"] == mentions_screen(new)
        assert versions() == before
        assert not Sweep.objects.exists()

    def test_what_was_changed_since_is_left_as_it_is(self, new, naming, editor_client):
        chosen = self.ticked(editor_client, new)
        first, second = naming
        changed = first.body.stream_block.to_python(
            [{**first.body.raw_data[0], "value": "<p>Still keratosis pilaris.</p>"}]
        )
        change(first, body=changed).get_latest_revision().publish()
        editor_client.post(mentions_screen(new), {"mention": chosen})
        assert "linktype" not in texts(newest(first))
        assert "linktype" in texts(newest(second))

    def test_what_its_maker_may_not_publish_waits_in_a_draft(self, writer, writer_client, client):
        names = {"owner": writer, "also_known_as": "", "clinical_names": ""}
        new = published(ConditionPage, title="Keratosis pilaris", **names)
        words = [bodies.seek_help(), bodies.text("<p>Or keratosis pilaris.</p>")]
        page = published(ConditionPage, title="Other", slug="other", body=words, **names)
        shown = said(writer_client.get(mentions_screen(new)))
        assert "The link waits in a draft for whoever publishes the page." in shown
        writer_client.post(mentions_screen(new), {"mention": self.ticked(writer_client, new)})
        assert link_to(new, "keratosis pilaris") in texts(newest(page))
        assert "keratosis pilaris</a>" not in client.get("/conditions/other/").content.decode()

    def test_without_any_it_says_so(self, new, editor_client):
        words = said(editor_client.get(mentions_screen(new)))
        assert "No live page names “Keratosis pilaris” without leading to it." in words
