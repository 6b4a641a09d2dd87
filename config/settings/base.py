"""Settings every environment shares. Each environment module adds only what differs."""

from datetime import timedelta
from pathlib import Path

from config import content_security, env
from config.log_settings import logging_settings

BASE_DIR = Path(__file__).resolve().parents[2]

INSTALLED_APPS = [
    # Above wagtail, so that our management commands win over stock ones of the same name.
    "editorial.dashboard",
    "editorial.linking",
    "editorial.listings",
    "editorial.publishing",
    "editorial.review",
    "editorial.scheduling",
    "editorial.styleguide",
    "editorial.undo",
    "search",
    "blog",
    "conditions",
    "products",
    "ingredients",
    "people",
    "articles",
    "images",
    "sources",
    "topics",
    "users",
    "core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    # Last: ensure_site runs after every other app has made its permissions.
    "home",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # From here to the sessions, responses are finished from the inside out: headers, freshness, ETag, compression.
    "core.compression.TextCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "core.caching.ReaderCacheMiddleware",
    "core.security_headers.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "editorial.undo.offer.OfferMiddleware",
    "core.refusal_messages.RefusalMessageMiddleware",
    "core.readable.RestrictionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            "builtins": ["wagtail.templatetags.wagtailcore_tags"],
        },
    },
]

# Boxes of forms may have templates of ours.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        # A deferred transaction that turns into a writer fails at once under load; IMMEDIATE waits its turn.
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Looking a page up joins every page type; compiling that query takes seconds, running it none.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": env.number("DATABASE_POOL_SIZE", 8, least=1),
    }
REDIS_URL = env.text("REDIS_URL")
CACHE = (
    {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
)
# Renditions have a cache of their own, so that the sizes of logo and favicon cost a page no query.
CACHES = {"default": CACHE, "renditions": {**CACHE, "KEY_PREFIX": "renditions", "TIMEOUT": 24 * 3600}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Without a worker, web processes start what is due (editorial.scheduling.catch_up).
SCHEDULE_CATCH_UP = True
# What somebody wants to go live at once does so in a process of its own (editorial.scheduling.at_once).
SCHEDULE_RUNS_APART = True
# A worker that is to stop finishes its page, and waits so long for its background task.
WORKER_TASK_SECONDS = 30

# People and passwords
AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
# One person's wrong password neither locks out a colleague behind the same address
# nor lets a stranger elsewhere lock that person out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "core.login_throttle.too_many_tries"
AXES_CLIENT_IP_CALLABLE = "core.client_address.client_address"
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600

# Headers
PROXY_COUNT = env.number("PROXY_COUNT", 0)
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
MEDIA_URL = env.text("MEDIA_URL", "/media/")
CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_security.reader_policy(MEDIA_URL)}
ADMIN_CONTENT_SECURITY_POLICY = content_security.admin_policy(MEDIA_URL)

# Language and time
LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.time_zone("SITE_TIME_ZONE", "Europe/London")

# Files
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STYLESHEET_ENTRIES = ["css/site.css"]
MEDIA_ROOT = env.path("MEDIA_ROOT", BASE_DIR / "media")
SERVE_MEDIA = env.flag("SERVE_MEDIA", True)
FILE_UPLOAD_PERMISSIONS = 0o644
# A long article sends four boxes a block; Django stops at 1,000, and what was written would be lost.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Mail and logs
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "cms@localhost")
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_TLS", True)
# Without it, a mail server that does not answer would hold up every other background task.
EMAIL_TIMEOUT = 20
LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")
LOGGING = logging_settings(LOG_LEVEL, as_json=False)

# Wagtail
WAGTAIL_SITE_NAME = "Skincare CMS"
WAGTAILADMIN_BASE_URL = env.url("SITE_URL", "http://127.0.0.1:8000")
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# editorial.review.superseded ends a review only when its own text is published.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.review.finish.schedule_approved"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "images.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "images.forms.SiteImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "english",
    }
}
