"""Who may see a bundle, and who may decide about it."""

import pytest

from editorial.scheduling.bundles.access import may_act, may_make, may_see, visible
from tests.editorial.scheduling.bundles.launches import bundle_of, changed_condition, new_post
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


class AccessTests:
    def test_who_may_not_edit_one_of_its_pages_is_told_nothing_of_it(self, site_tree, clock, editor, commerce):
        bundle, empty = bundle_of(new_post()), bundle_of(name="Empty")
        assert visible(editor, [bundle, empty]) == [bundle, empty]
        assert visible(commerce, [bundle, empty]) == [empty]
        assert not may_see(commerce, bundle)
        assert visible(UserFactory(), [empty]) == []

    def test_who_may_publish_all_of_it_decides(self, site_tree, clock, editor, administrator):
        posts, all_kinds = bundle_of(new_post()), bundle_of(new_post(title="Another"), changed_condition())
        assert (may_act(editor, posts), may_act(editor, all_kinds)) == (True, False)
        assert may_act(administrator, all_kinds)

    def test_who_may_publish_something_starts_one(self, site_tree, editor, writer):
        assert (may_make(editor), may_make(writer)) == (True, False)
        assert may_act(editor, bundle_of()) and not may_act(writer, bundle_of())
