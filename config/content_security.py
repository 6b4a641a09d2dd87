"""The two content security policies: strict for readers, workable for the admin and its previews."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE

COMMON = {
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}


def media_sources(media_url: str) -> list[str]:
    """The origin that uploads are read from, when it is not the site itself."""
    parts = urlsplit(media_url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def reader_policy(media_url: str) -> dict[str, list[str]]:
    """What a reader's page may load: files of this site, nothing inline."""
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *media_sources(media_url)],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF, *media_sources(media_url)],
        **COMMON,
    }


def admin_policy(media_url: str) -> dict[str, list[str]]:
    """What stock Wagtail needs: its date pickers start from inline scripts, its editor sets inline styles."""
    return {
        "default-src": [SELF],
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:", *media_sources(media_url)],
        "font-src": [SELF, "data:"],
        "media-src": [SELF, "blob:", *media_sources(media_url)],
        **COMMON,
    }
