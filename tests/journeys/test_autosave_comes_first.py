"""An editor who is faster than autosave."""

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from people.models import PersonPage
from tests.publication import published

#: The server answers autosave, and the browser hears of it only a second after somebody has pressed a button.
SLOW_LINE = """
const send = window.fetch;
const pressed = new Promise((later) => {
  window.addEventListener('submit', () => setTimeout(later, 1000), { capture: true, once: true });
});
window.fetch = async (...request) => {
  const answer = await send(...request);
  if (request[1]?.method?.toUpperCase() === 'POST') await pressed;
  return answer;
};
"""


def is_autosave(answer) -> bool:
    """Whether an answer is to the new page being saved by itself."""
    return "/pages/add/" in answer.url and answer.request.method == "POST"


@pytest.mark.django_db(transaction=True)
class AutosaveComesFirstTests:
    def test_a_page_published_while_it_saves_itself_is_made_once(self, desk_of, site_tree, editor):
        published(PersonPage, title="Edith Brand", user=editor)
        desk = desk_of(editor)
        desk.page.add_init_script(SLOW_LINE)
        form = desk.start("New post")
        with desk.page.expect_response(is_autosave):
            form.write(title="A calmer back")
            form.block("Text").rich_text().write("Gentle care calms the skin.")
            # Autosave notices what is typed from two seconds after the page opened.
            desk.page.locator("#id_standfirst").press_sequentially("What helps, in which order.", delay=150)
        form.press("Publish")
        desk.says("published")
        post = BlogPostPage.objects.get()
        assert post.live
        assert post.slug == "a-calmer-back"
        assert [row.person.title for row in post.contributions.all()] == ["Edith Brand"]
        expect(desk.page.get_by_text("could not be")).to_have_count(0)
