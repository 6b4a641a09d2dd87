"""What production refuses to start with."""

MINIMUM_SECRET_LENGTH = 50
MINIMUM_SECRET_CHARACTERS = 5
DEFAULT_SECRETS = {"development-only-key-that-production-refuses", "tests-only"}


def secret_refusals(secret_key: str) -> list[str]:
    """Say why a secret key is not one; an empty list when it is."""
    if not secret_key:
        return ["SECRET_KEY is not set: production needs a long random one."]
    if secret_key in DEFAULT_SECRETS or secret_key.startswith("django-insecure-"):
        return ["SECRET_KEY is a default that anybody can read: production needs a random one of its own."]
    if len(secret_key) < MINIMUM_SECRET_LENGTH or len(set(secret_key)) < MINIMUM_SECRET_CHARACTERS:
        return [f"SECRET_KEY is too weak: production needs {MINIMUM_SECRET_LENGTH} random characters or more."]
    return []


def host_refusals(allowed_hosts: list[str]) -> list[str]:
    """Say why the list of host names is unusable; an empty list when every name is plain."""
    if not allowed_hosts:
        return ["ALLOWED_HOSTS is not set: production needs the site's host names, separated by commas."]
    wild = [host for host in allowed_hosts if "*" in host or host.startswith(".")]
    if wild:
        return [f"ALLOWED_HOSTS contains the wildcard {wild[0]!r}: production needs each host name in full."]
    return []


def refusals(secret_key: str, debug: bool, allowed_hosts: list[str]) -> list[str]:
    """Every reason not to start, one line each."""
    debug_refusals = ["DEBUG is on: production shows no debug pages. Unset DEBUG."] if debug else []
    return [*secret_refusals(secret_key), *debug_refusals, *host_refusals(allowed_hosts)]
