"""Pages for what cannot be answered, in our own words: not found, not allowed, not valid, our fault."""

from collections.abc import Mapping

from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pactwatch.errors import (
    Ambiguous,
    CaseLocked,
    LedgerBroken,
    NotInCase,
    PactwatchError,
    Refused,
    UnknownView,
)
from pactwatch.web.frame import PAGES
from pactwatch.web.nearest import find_nearest
from pactwatch.web.render import render

#: Which status an error of ours has; the one place where that is decided.
STATUS: Mapping[type[PactwatchError], int] = {
    NotInCase: 404,
    UnknownView: 404,
    Ambiguous: 400,
    Refused: 400,
    CaseLocked: 503,
    LedgerBroken: 500,
}

_TITLES = {
    400: "This address asks for something that cannot be answered",
    404: "There is nothing at this address",
    405: "This page can only be read",
    500: "Something went wrong on our side",
    503: "The ledger is busy",
}


async def answer_refusal(request: Request, error: Exception) -> Response:
    """An error of ours as a page: what happened and what to do next."""
    if not isinstance(error, PactwatchError):
        raise error
    status = STATUS.get(type(error), 500)
    return make_page(request, status, error.message, error.remedy)


async def answer_http(request: Request, error: Exception) -> Response:
    """A wrong path or method as a page."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 405:
        words, remedy = f"{request.method} is not allowed here.", "Pages answer GET and HEAD only."
        response = make_page(request, status, words, remedy)
        response.headers["Allow"] = "GET, HEAD"
        return response
    near = find_nearest(request.url.path, [path for path, _ in PAGES])
    return make_page(
        request, status, f"There is no page “{request.url.path}”.", f"The nearest is “{near}”.", near
    )


def answer_error(request: Request, number: str) -> Response:
    """An error that nobody expected: its number, and no more."""
    words = "The page could not be made. Nothing in the record was changed."
    return make_page(request, 500, words, f"The log holds the details under the number {number}.")


def make_page(request: Request, status: int, words: str, remedy: str, near: str | None = None) -> Response:
    """A page without the frame's counts, which may be what failed."""
    environment: Environment = request.app.state.environment
    return render(
        environment,
        "refusal.html",
        status,
        status_code=status,
        title=_TITLES.get(status, _TITLES[500]),
        words=words,
        remedy=remedy,
        near=near,
        pages=PAGES,
    )
