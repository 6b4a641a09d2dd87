"""An editor arrives at the admin."""

import pytest
from playwright.sync_api import expect


@pytest.mark.django_db(transaction=True)
class SigningInTests:
    def test_the_sign_in_page_opens_and_an_administrator_reaches_the_dashboard(
        self, live_server, page, console_errors, django_user_model
    ):
        django_user_model.objects.create_superuser("wren", password="a long drop of water")
        page.goto(f"{live_server.url}/admin/")
        page.get_by_label("Username").fill("wren")
        page.get_by_label("Password").fill("a long drop of water")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{live_server.url}/admin/")
        expect(page.get_by_role("button", name="Reports")).to_be_visible()
        assert console_errors == []
