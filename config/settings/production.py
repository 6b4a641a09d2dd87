"""Production: refuses to start with a missing secret, DEBUG or wildcard hosts."""

from django.core.exceptions import ImproperlyConfigured

from config import env
from config.refusals import refusals

from .base import *

DEBUG = env.flag("DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
if REASONS := refusals(SECRET_KEY, DEBUG, ALLOWED_HOSTS):
    raise ImproperlyConfigured("\n".join(REASONS))

HTTPS = env.flag("HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
# A load balancer asks for health on the inside, over plain HTTP.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.flag("HSTS_PRELOAD", False)
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Joining the browsers' preload list binds the whole domain for years: the operator's decision, not a fault.
# The admin's preview panel shows the site's own pages in a frame.
SILENCED_SYSTEM_CHECKS = ["security.W019", "security.W021"]

MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
# Before anything measures or compresses the page.
MIDDLEWARE.insert(
    MIDDLEWARE.index("core.security_headers.SecurityHeadersMiddleware"), "core.minification.MinificationMiddleware"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.static_storage.BundledStaticFilesStorage"},
}

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
# Without mail a reset link could never arrive.
WAGTAIL_PASSWORD_RESET_ENABLED = bool(EMAIL_HOST)
LOGGING = logging_settings(LOG_LEVEL, as_json=True)
