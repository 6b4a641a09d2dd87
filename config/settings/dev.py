"""Development: DEBUG on, mail to the console, loopback only."""

from config import env

from .base import *

DEBUG = env.flag("DEBUG", True)
SECRET_KEY = env.text("SECRET_KEY", "development-only-key-that-production-refuses")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# The worker tells of every task it starts and ends; in a terminal only its complaints are of interest.
LOGGING["handlers"]["complaints"] = LOGGING["handlers"]["stdout"] | {"level": "WARNING"}
LOGGING["loggers"]["django_tasks"] = {"handlers": ["complaints"], "propagate": False}
