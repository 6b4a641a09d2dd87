"""What somebody may start with one click."""

import pytest

pytestmark = pytest.mark.django_db


class NewPagesTests:
    @pytest.mark.parametrize(
        ("role", "labels"),
        [
            ("writer", ["New post", "New question", "New condition"]),
            ("editor", ["New post", "New question", "New condition", "New product"]),
            ("reviewer", ["New question", "New condition"]),
            ("commerce", ["New product"]),
        ],
    )
    def test_offers_what_each_role_may_add(self, client, role, labels, request, dashboard):
        buttons = dashboard(request.getfixturevalue(role))["new_pages"]["buttons"]
        assert [button.label for button in buttons] == labels
        assert all(client.get(button.url).status_code == 200 for button in buttons)
