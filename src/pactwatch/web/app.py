"""The web application of one case: routes, and the rings around them. Pages are read-only."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from pactwatch.errors import PactwatchError
from pactwatch.web import claim_pages, pages, plots, story_pages, story_twins, twins
from pactwatch.web.desk import Kept
from pactwatch.web.guard import Guard
from pactwatch.web.ports import AskedCase
from pactwatch.web.refusals import answer_http, answer_refusal
from pactwatch.web.render import make_environment

#: Names under which a browser may ask; any other is a page of a stranger that points here.
HOSTS = ("127.0.0.1", "localhost")

STATIC = Path(__file__).parent / "static"


class FormConvertor(Convertor[str]):
    """The ending of a table's address."""

    regex = "csv|json"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("form", FormConvertor())


def make_app(case: AskedCase, hosts: Sequence[str] = HOSTS) -> Starlette:
    """The application of an open case. ``hosts`` are the names that a request may call it by."""
    app = Starlette(
        routes=make_routes(),
        middleware=[Middleware(Guard), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={
            PactwatchError: answer_refusal,
            HTTPException: answer_http,
        },
    )
    app.state.case = case
    app.state.kept = Kept()
    app.state.environment = make_environment()
    return app


async def show_icon(request: Request) -> Response:
    """The icon that a browser asks for beside a page or a picture."""
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


def make_routes() -> list[BaseRoute]:
    """All addresses; a table's address ends in .csv or .json and stands before its page's."""
    return [
        Route("/", pages.show_board),
        Route("/provision/{provision}.{form:form}", twins.show_provision_table),
        Route("/provision/{provision}", pages.show_provision),
        Route("/figures/{measure}.{form:form}", twins.show_measure_table),
        Route("/figures", pages.show_figures),
        Route("/figures/{measure}", pages.show_measure),
        Route("/charts/{measure}.svg", plots.show_plot),
        Route("/charts/{measure}.vl.json", plots.show_spec),
        Route("/documents", pages.show_documents),
        Route("/documents/{document}", pages.show_document),
        Route("/stories", story_pages.show_stories),
        Route("/story/{story}.{form:form}", story_twins.show_story_table),
        Route("/story/{story}", story_pages.show_story),
        Route("/passport/{claim}.{form:form}", story_twins.show_passport_table),
        Route("/passport/{claim}", story_pages.show_passport),
        Route("/quotes", pages.show_quotes),
        Route("/positions", claim_pages.show_positions),
        Route("/allegations", claim_pages.show_allegations),
        Route("/commitments", claim_pages.show_commitments),
        Route("/talks", claim_pages.show_talks),
        Route("/problems", pages.show_problems),
        Route("/ledger", pages.show_ledger),
        Route("/evidence", pages.show_evidence),
        Route("/favicon.ico", show_icon),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
        Route("/{table}.{form:form}", twins.show_table),
    ]
