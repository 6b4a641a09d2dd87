"""Content files become entries with the address of their page."""

from home.demo.content import Entry, entries, place


class EntryTests:
    def test_an_entry_knows_its_place_in_the_tree(self):
        entry = Entry("conditions/back-acne", {}, {})
        assert (entry.section, entry.parent, entry.slug) == ("conditions", "conditions", "back-acne")

    def test_a_standing_page_stands_below_home(self):
        assert Entry("about", {}, {}).parent == ""


class EntriesTests:
    def test_the_path_of_a_file_is_the_address_of_its_page(self, tmp_path):
        (tmp_path / "blog").mkdir()
        (tmp_path / "blog" / "oil.toml").write_text('title = "Oil"\n[plan]\nstate = "draft"\n')
        assert entries(tmp_path) == [Entry("blog/oil", {"title": "Oil"}, {"state": "draft"})]

    def test_prices_are_exact(self, tmp_path):
        (tmp_path / "price.toml").write_text("price = 8.95")
        assert str(entries(tmp_path)[0].fields["price"]) == "8.95"

    def test_pages_come_after_what_they_show(self):
        sections = list(dict.fromkeys(entry.section for entry in entries()))
        assert sections[-7:] == ["people", "topics", "ingredients", "products", "conditions", "questions", "blog"]
        assert place("about") < place("people") < place("blog")
