"""The answer to a fault of the site's own: it stands alone, because anything else may be what failed."""

from django.http import HttpRequest, HttpResponseServerError
from django.template.loader import get_template
from django.templatetags.static import static


def server_error(request: HttpRequest) -> HttpResponseServerError:
    """A page without database, settings or request."""
    return HttpResponseServerError(get_template("500.html").render({"stylesheet": stylesheet()}))


def stylesheet() -> str:
    """The address of the site's stylesheet; nothing when it was not collected, so that words alone are shown."""
    try:
        return static("css/site.css")
    except ValueError:
        return ""
