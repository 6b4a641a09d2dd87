"""What every scene has to be, whatever it shows."""

from random import Random

SIZE = (150, 100)


class PaintedScene:
    """Tests for a module of scenes: ``scenes`` holds a painter for each name, the tests are given the names."""

    scenes: dict

    def test_a_scene_fills_its_size_with_depth(self, name):
        picture = self.scenes[name](Random(3))
        assert (picture.size, picture.mode) == (SIZE, "RGB")
        low, high = picture.convert("L").getextrema()
        assert high - low > 60

    def test_a_seed_gives_the_same_picture_again(self, name):
        assert self.scenes[name](Random(3)).tobytes() == self.scenes[name](Random(3)).tobytes()
