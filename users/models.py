"""The people who sign in. Profiles readers see are pages, in ``people``."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works on the site; a model of its own so that it can grow without a migration of logins."""
