"""Serves uploaded pictures where no proxy or object store does."""

from posixpath import normpath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

# Renditions are named for what they hold, and Django gives a replaced upload a new name.
KEEP_SECONDS = 30 * 24 * 3600
PUBLIC_FOLDERS = ("images/", "original_images/", "avatar_images/")
# Of what may be uploaded, these a browser shows without running anything.
SHOWN_TYPES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture, kept for a month by caches; documents are private until their own view has checked."""
    if not normpath(name).startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = f"public, max-age={KEEP_SECONDS}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if isinstance(response, FileResponse) and response.headers["Content-Type"] not in SHOWN_TYPES:
        response.headers["Content-Disposition"] = "attachment"
    return response
