"""The pages: each reads its address, asks the desk, makes rows and fills a template."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.board import make_board
from pactwatch.display.charts import describe_chart
from pactwatch.display.documents import COUNTED, make_document_row, make_document_rows
from pactwatch.display.evidence import Evidence
from pactwatch.display.figures import Series, find_apart, find_unmeasured, make_series
from pactwatch.display.layout import find_anchor_lines
from pactwatch.display.layout import make_frame as make_plot_frame
from pactwatch.display.provision import make_provision
from pactwatch.display.provision_claims import make_provision_claims
from pactwatch.display.quotes import QuoteRow, find_quotes, make_quote
from pactwatch.display.reader import make_paragraphs
from pactwatch.display.sets import make_sets
from pactwatch.display.sources import count_sources
from pactwatch.display.sums import make_derivations, make_sums
from pactwatch.display.words import SCALE
from pactwatch.errors import NotInCase, Refused
from pactwatch.model.agreement import Measure, Provision
from pactwatch.model.status import Fact
from pactwatch.web.asked import parse_asked
from pactwatch.web.desk import Desk
from pactwatch.web.frame import make_frame
from pactwatch.web.nearest import find_nearest
from pactwatch.web.render import MOST_CLAIMS, render

T = TypeVar("T")

Endpoint = Callable[[Request], Awaitable[Response]]

#: Statements on one page.
QUOTES_SHOWN = 60

#: Records on the ledger page.
RECORDS_SHOWN = 25


def open_desk(request: Request) -> Desk:
    """The desk of a request. Raises UnknownView and Refused for an address that asks for nothing valid."""
    case = request.app.state.case
    return Desk(case, parse_asked(request.query_params, case.agreement), request.app.state.kept)


def fill(
    request: Request,
    desk: Desk,
    template: str,
    current: str,
    own: dict[str, str] | None = None,
    twin: str | None = None,
    **values: Any,
) -> Response:
    """A page in its frame."""
    environment: Environment = request.app.state.environment
    frame = make_frame(desk, request.url.path, current, own or {}, twin)
    return render(environment, template, frame=frame, link=desk.asked.link, **values)


async def show_board(request: Request) -> Response:
    """The phase board."""
    desk = open_desk(request)
    columns = make_board(desk.agreement, desk.status, desk.accounts)
    return fill(request, desk, "board.html", "/", twin="/phases", columns=columns)


async def show_provision(request: Request) -> Response:
    """One provision in full."""
    desk = open_desk(request)
    provision = find_provision(desk, request.path_params["provision"])
    by_view = {view.view: desk.status_under(view.view) for view in desk.views}
    row = make_provision(provision, desk.agreement, desk.status, by_view, desk.views)
    evidence = {group.tone: desk.sentences(group.facts) for group in row.groups}
    breaches = [(breach, desk.sentences(breach.facts)) for breach in row.card.breaches]
    question = desk.asked.question
    told = make_provision_claims(
        desk.selected, provision.id, desk.agreement, question.on or desk.case.as_of, question.institutions
    )
    return fill(
        request,
        desk,
        "provision.html",
        "/",
        twin=f"/provision/{provision.id}",
        row=row,
        evidence=evidence,
        breaches=breaches,
        told=told,
        places=desk.places,
        scale=SCALE,
    )


def find_provision(desk: Desk, name: str) -> Provision:
    """A provision by its identifier. Raises NotInCase with the nearest."""
    return _find("provision", name, desk.agreement.provisions)


async def show_figures(request: Request) -> Response:
    """All measures, and the numbers that none of them follows."""
    desk = open_desk(request)
    series = list_series(desk)
    return fill(
        request,
        desk,
        "figures.html",
        "/figures",
        twin="/figures",
        series=[one for one in series if one.rows],
        silent=[one for one in series if not one.rows],
        sums=make_sums(desk.agreement, desk.selected),
        derivations=make_derivations(desk.agreement, desk.selected),
        sets=make_sets(desk.agreement, desk.selected),
        unmeasured=find_unmeasured(desk.selected, desk.agreement),
        apart=find_apart(desk.selected, desk.agreement),
    )


def list_series(desk: Desk) -> list[Series]:
    """The series of all measures in the order of the agreement file."""
    return [
        make_series(measure, desk.selected, desk.agreement) for measure in desk.agreement.measures.values()
    ]


def find_measure(desk: Desk, name: str) -> Measure:
    """A measure by its identifier. Raises NotInCase with the nearest."""
    return _find("measure", name, desk.agreement.measures)


def _find(kind: str, name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        near = find_nearest(name, list(known))
        raise NotInCase(f"There is no {kind} “{name}”.", f"The nearest is “{near}”." if near else "")
    return known[name]


async def show_measure(request: Request) -> Response:
    """One measure: its plot and the table beside it."""
    desk = open_desk(request)
    measure = find_measure(desk, request.path_params["measure"])
    series = make_series(measure, desk.selected, desk.agreement)
    on = desk.asked.question.on or desk.case.as_of
    return fill(
        request,
        desk,
        "measure.html",
        "/figures",
        twin=f"/figures/{measure.id}",
        series=series,
        alternative=describe_chart(series),
        anchors=find_anchor_lines(desk.agreement, make_plot_frame(series, on)),
        belongs=desk.places.get(series.provision or ""),
        sums=[row for row in make_sums(desk.agreement, desk.selected) if row.measure == measure.id],
        derivations=[
            row for row in make_derivations(desk.agreement, desk.selected) if row.measure == measure.id
        ],
    )


async def show_documents(request: Request) -> Response:
    """All documents."""
    desk = open_desk(request)
    rows = make_document_rows(desk.listed, desk.facts, desk.days)
    return fill(request, desk, "documents.html", "/documents", twin="/documents", rows=rows, counted=COUNTED)


async def show_document(request: Request) -> Response:
    """One document to be read."""
    desk = open_desk(request)
    found = desk.find_document(request.path_params["document"])
    facts = [fact for fact in desk.facts if fact.document.id == found.document.id]
    article = desk.article(found.document.id)
    return fill(
        request,
        desk,
        "reader.html",
        "/documents",
        row=make_document_row(found.document, found.withdrawn, facts, desk.days.get(found.document.id)),
        document=found.document,
        home=desk.find_document_home(found.document),
        redacted=len(found.redacted),
        characters=len(article.text),
        paragraphs=make_paragraphs(article, facts, desk.agreement),
        counted=COUNTED,
    )


async def show_quotes(request: Request) -> Response:
    """Statements, narrowed by speaker, provision and form."""
    desk = open_desk(request)
    own = {name: request.query_params.get(name, "") for name in ("speaker", "provision", "form")}
    page = find_quotes(desk.selected, desk.agreement, **own)
    number = parse_page(request.query_params.get("page", "1"))
    shown = page.groups[(number - 1) * QUOTES_SHOWN : number * QUOTES_SHOWN]
    return fill(
        request,
        desk,
        "quotes.html",
        "/quotes",
        own=own,
        twin="/quotes",
        page=page,
        own_choice=own,
        rows=[make_row(desk, fact, inner) for fact, inner in shown],
        number=number,
        pages=max(1, -(-len(page.groups) // QUOTES_SHOWN)),
        places=desk.places,
    )


def make_row(desk: Desk, fact: Fact, inner: Sequence[Fact] = ()) -> QuoteRow:
    """One statement with its words, and those that stand inside it."""
    row = make_quote(fact, desk.article(fact.document.id).text, desk.agreement)
    carried = desk.carried.get(fact.claim.key)
    wordings = carried.words if carried else ""
    return replace(row, wordings=wordings, inner=tuple(make_row(desk, one) for one in inner))


def parse_page(words: str) -> int:
    """The number of a page. Raises Refused."""
    if not words.isdecimal() or not 1 <= int(words[:9]) <= 100_000:
        raise Refused(f"“{words}” is not the number of a page.", "Pages are counted from 1.")
    return int(words)


async def show_problems(request: Request) -> Response:
    """What is wrong, left out or open."""
    desk = open_desk(request)
    desk.kept.look(desk.case)
    return fill(request, desk, "problems.html", "/problems", twin="/problems", issues=desk.issues)


async def show_ledger(request: Request) -> Response:
    """Head, newest records, and on request whether every hash holds."""
    desk = open_desk(request)
    head = desk.case.head()
    verification = desk.case.verify() if request.query_params.get("verify") else None
    return fill(
        request,
        desk,
        "ledger.html",
        "/ledger",
        head=head,
        records=list(reversed(desk.case.records(max(0, head.number - RECORDS_SHOWN)))),
        verification=verification,
    )


async def show_evidence(request: Request) -> Response:
    """The sentences behind something: as a page, or as the inside of the drawer."""
    desk = open_desk(request)
    keys = [key for key in request.query_params.get("claims", "").split(",") if key]
    if not keys:
        raise Refused("This address names no claim.", "Open it from a number or a chip.")
    if len(keys) > MOST_CLAIMS:
        raise Refused(f"This address names more than {MOST_CLAIMS} claims.", "Ask for fewer.")
    facts = desk.find_facts(keys)
    rows: list[Evidence] = desk.evidence(facts)
    values: dict[str, Any] = {
        "rows": rows,
        "sources": count_sources(facts),
        "places": desk.places,
    }
    if request.query_params.get("fragment"):
        environment: Environment = request.app.state.environment
        return render(environment, "evidence_inside.html", link=desk.asked.link, **values)
    own = {"claims": request.query_params["claims"]}
    return fill(request, desk, "evidence.html", "", own=own, twin="/evidence", **values)
