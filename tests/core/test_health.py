"""What a load balancer learns about the site, and what it does not."""

import pytest
from django.core.cache import cache
from django.core.cache.backends.dummy import DummyCache
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder


class LiveTests:
    def test_a_running_process_is_alive_without_asking_the_database(self, client):
        response = client.get("/health/live")
        assert response.json() == {"status": "ok"}

    def test_the_answer_is_never_kept(self, client):
        assert "no-store" in client.get("/health/live").headers["Cache-Control"]

    def test_nothing_can_be_posted(self, client):
        assert client.post("/health/live").status_code == 405


@pytest.mark.django_db
class ReadyTests:
    def test_a_sound_site_is_ready(self, client):
        response = client.get("/health/ready")
        assert response.status_code == 200
        assert response.json() == {
            "status": "ok",
            "parts": {"database": "ok", "migrations": "ok", "cache": "ok"},
        }
        assert "no-store" in response.headers["Cache-Control"]

    def test_a_database_that_does_not_answer_is_named_and_its_address_is_not(self, client, monkeypatch):
        def fail(*args, **kwargs):
            raise OperationalError("connection to db.internal as writer:hidden failed")

        monkeypatch.setattr(connection, "cursor", fail)
        response = client.get("/health/ready")
        assert response.status_code == 503
        assert response.json()["parts"]["database"] == "failed"
        assert b"hidden" not in response.content
        assert "no-store" in response.headers["Cache-Control"]

    def test_an_unapplied_migration_is_named(self, client):
        MigrationRecorder.Migration.objects.filter(app="users").delete()
        response = client.get("/health/ready")
        assert response.status_code == 503
        assert response.json()["parts"] == {"database": "ok", "migrations": "failed", "cache": "ok"}

    def test_a_cache_that_keeps_nothing_is_named(self, client, monkeypatch):
        monkeypatch.setattr("core.health.cache", DummyCache("", {}))
        response = client.get("/health/ready")
        assert response.status_code == 503
        assert response.json()["parts"] == {"database": "ok", "migrations": "ok", "cache": "failed"}

    def test_a_cache_that_cannot_be_reached_is_named(self, client, monkeypatch):
        def fail(*args, **kwargs):
            raise ConnectionError("redis.internal")

        monkeypatch.setattr(cache, "set", fail)
        assert client.get("/health/ready").json()["parts"]["cache"] == "failed"
