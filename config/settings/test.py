"""Tests: fast hashing, tasks run at once, nothing leaves the process."""

import os
import tempfile

from .base import *

SECRET_KEY = "tests-only"
# Above everything, so that its command wins over Django's.
INSTALLED_APPS = ["tests.flushing", *INSTALLED_APPS]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
SCHEDULE_CATCH_UP = False
SCHEDULE_RUNS_APART = False
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "renditions")
}
MEDIA_ROOT = Path(tempfile.gettempdir()) / f"cms-tests-{os.getpid()}-media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if IS_SQLITE:
    # A file, because the browser journeys' server threads would share one transaction in a database in memory.
    DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / f"cms-tests-{os.getpid()}.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
else:
    # Nothing in a test database has to survive a crash.
    DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"
