"""What somebody reads who has tried too many passwords."""

from math import ceil

from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

STATUS = 429


def too_many_tries(request: HttpRequest, original_response: HttpResponse, credentials: dict) -> HttpResponse:
    """Say how long to wait; every further try starts the wait again, so the whole time is always left."""
    wait = get_cool_off(request)
    response = render(
        request,
        "core/login_locked.html",
        {"minutes": ceil(wait.total_seconds() / 60)},
        status=STATUS,
    )
    response.headers["Retry-After"] = str(ceil(wait.total_seconds()))
    response.headers["Cache-Control"] = "private, no-store"
    return response
