"""Settings of worker processes that tests start: as in development, with a witness of every publish."""

from config.settings.dev import *

DEBUG = False
SCHEDULE_CATCH_UP = False
WORKER_TASK_SECONDS = 10
INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.witness.WitnessConfig"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
