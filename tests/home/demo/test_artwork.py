"""Pictures are painted from their description and filed where they belong."""

from collections import Counter

import pytest

from home.demo.artwork import SCENES, collection, focal_point, load_pictures, paint
from home.demo.content import CONTENT, entries, read
from home.demo.finder import Finder
from images.models import SiteImage

PICTURES = read(CONTENT / "pictures.toml")
FOAM = {"scene": "foam", "shape": "wide", "tone": "BROWN", "seed": 4}


def pictures_of(value) -> list[str]:
    """The pictures named anywhere in a page's content file."""
    if isinstance(value, list):
        return [name for item in value for name in pictures_of(item)]
    if isinstance(value, dict):
        named = [value[key] for key in ("image", "photo") if isinstance(value.get(key), str)]
        return named + [name for item in value.values() for name in pictures_of(item)]
    return []


class PaintTests:
    def test_the_same_description_gives_the_same_picture(self):
        assert paint(FOAM, 90).tobytes() == paint(FOAM, 90).tobytes()

    def test_another_seed_gives_another_picture(self):
        assert paint(FOAM, 90).tobytes() != paint({**FOAM, "seed": 5}, 90).tobytes()

    def test_the_shape_decides_the_height(self):
        assert paint(FOAM, 90).size == (90, 60)
        assert paint({**FOAM, "shape": "square"}, 90).size == (45, 45)

    def test_light_does_not_end_at_the_edges(self):
        picture = paint({"scene": "dunes", "shape": "wide", "tone": "PALE", "seed": 8}, 300).convert("L")
        edge, inside = (list(picture.crop((x, 0, x + 1, picture.height)).get_flattened_data()) for x in (0, 6))
        assert sum(abs(a - b) for a, b in zip(edge, inside, strict=True)) / picture.height < 12

    def test_a_mark_has_a_size_of_its_own(self):
        assert paint({"scene": "favicon"}, 90).size == (512, 512)

    def test_every_scene_is_used(self):
        described = {values["scene"] for values in PICTURES.values()}
        assert described == set(SCENES)

    def test_no_scene_is_painted_for_two_pages(self):
        pages = [values["scene"] for values in PICTURES.values() if values["collection"] in {"Articles", "Products"}]
        assert [scene for scene, count in Counter(pages).items() if count > 1] == []

    def test_every_picture_says_what_it_shows(self):
        described = [values.get("alt") for name, values in PICTURES.items() if not name.startswith(("logo", "favicon"))]
        assert all(described) and len(described) == len(set(described))


class FocalPointTests:
    def test_the_middle_and_extent_become_pixels(self):
        found = focal_point({"focus": [0.25, 0.5, 0.1, 0.8]}, (200, 100))
        assert found == {
            "focal_point_x": 50,
            "focal_point_y": 50,
            "focal_point_width": 20,
            "focal_point_height": 80,
        }

    def test_without_one_the_picture_has_none(self):
        assert focal_point({}, (200, 100)) == {}

    def test_at_least_six_subjects_stand_off_the_middle(self):
        aside = [float(values["focus"][0]) for values in PICTURES.values() if "focus" in values]
        assert sum(abs(middle - 0.5) > 0.1 for middle in aside) >= 6

    def test_the_point_lies_within_the_picture(self):
        for values in PICTURES.values():
            x, y, width, height = map(float, values.get("focus", (0.5, 0.5, 1, 1)))
            assert x - width / 2 + 0.03 >= 0 and x + width / 2 <= 1.03
            assert y - height / 2 + 0.03 >= 0 and y + height / 2 <= 1.03


class UseTests:
    def test_no_picture_is_shown_on_two_pages(self):
        used = Counter(name for entry in entries() for name in pictures_of(entry.fields))
        assert [name for name, count in used.items() if count > 1] == []
        assert set(used) == {name for name, values in PICTURES.items() if values["collection"] != "Brand"}


@pytest.mark.django_db
class LoadPicturesTests:
    def test_every_picture_is_filed_once_with_a_description(self, monkeypatch):
        wanted = {
            "foam": {
                **FOAM,
                "title": "Foam",
                "alt": "White foam",
                "collection": "Products",
                "focus": [0.5, 0.5, 0.2, 0.4],
            }
        }
        monkeypatch.setattr("home.demo.artwork.read", lambda path: wanted)
        finder = Finder()
        load_pictures(finder, {}, 90)
        load_pictures(finder, {(SiteImage, "foam"): finder.pictures["foam"]}, 90)
        image = SiteImage.objects.get()
        assert (image.title, image.description, image.width) == ("Foam", "White foam", 90)
        assert (image.focal_point_x, image.focal_point_width, image.focal_point_height) == (45, 18, 24)
        assert (image.credit, image.licence, image.collection.name) == ("Demo artwork", "Own work", "Products")

    def test_a_collection_somebody_renamed_is_replaced_by_the_root(self):
        assert collection("Gone").depth == 1
