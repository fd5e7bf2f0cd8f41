"""The twin of every table as CSV or JSON, under the page's own address with an ending."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.board import make_board
from pactwatch.display.claim_tables import (
    make_allegation_table,
    make_position_table,
    make_promise_table,
    make_talk_table,
)
from pactwatch.display.documents import make_document_rows
from pactwatch.display.figures import find_apart, find_unmeasured, make_series
from pactwatch.display.provision import find_status
from pactwatch.display.quotes import find_quotes
from pactwatch.display.story_tables import make_stories_table
from pactwatch.display.sums import make_derivations, make_sums
from pactwatch.display.tables import (
    Table,
    format_csv,
    list_objects,
    make_board_table,
    make_derivation_table,
    make_document_table,
    make_evidence_table,
    make_figure_table,
    make_figures_table,
    make_issue_table,
    make_quote_table,
    make_sum_table,
)
from pactwatch.errors import NotInCase
from pactwatch.web.claim_pages import (
    ALLEGATION_FILTERS,
    POSITION_FILTERS,
    PROMISE_FILTERS,
    TALK_FILTERS,
    list_allegations,
    list_positions,
    list_promises,
    list_talks,
    read_own,
)
from pactwatch.web.desk import Desk
from pactwatch.web.pages import find_measure, find_provision, list_series, make_row, open_desk
from pactwatch.web.story_pages import list_stories, name_events


def _make_phases(desk: Desk, request: Request) -> Table:
    return make_board_table(make_board(desk.agreement, desk.status, desk.accounts))


def _make_figures(desk: Desk, request: Request) -> Table:
    table = make_figures_table(list_series(desk))
    loose = make_figure_table("figures", find_unmeasured(desk.selected, desk.agreement))
    apart = make_figure_table(
        "figures", [row for row, _ in find_apart(desk.selected, desk.agreement)], "apart"
    )
    return Table("figures", table.columns, (*table.rows, *loose.rows, *apart.rows))


def _make_sums(desk: Desk, request: Request) -> Table:
    return make_sum_table(make_sums(desk.agreement, desk.selected))


def _make_derivations(desk: Desk, request: Request) -> Table:
    return make_derivation_table(make_derivations(desk.agreement, desk.selected))


def _make_documents(desk: Desk, request: Request) -> Table:
    return make_document_table(make_document_rows(desk.listed, desk.facts, desk.days))


def _make_quotes(desk: Desk, request: Request) -> Table:
    query = request.query_params
    page = find_quotes(
        desk.selected,
        desk.agreement,
        query.get("speaker", ""),
        query.get("provision", ""),
        query.get("form", ""),
    )
    return make_quote_table(make_row(desk, fact) for fact in page.facts)


def _make_stories(desk: Desk, request: Request) -> Table:
    rows = list_stories(desk)
    return make_stories_table(rows, name_events(desk, rows))


def _make_problems(desk: Desk, request: Request) -> Table:
    return make_issue_table(desk.issues)


def _make_evidence(desk: Desk, request: Request) -> Table:
    keys = [key for key in request.query_params.get("claims", "").split(",") if key]
    return make_evidence_table("evidence", desk.evidence(desk.find_facts(keys)))


def _make_positions(desk: Desk, request: Request) -> Table:
    return make_position_table(list_positions(desk, read_own(request, *POSITION_FILTERS)))


def _make_allegations(desk: Desk, request: Request) -> Table:
    return make_allegation_table(list_allegations(desk, read_own(request, *ALLEGATION_FILTERS)))


def _make_commitments(desk: Desk, request: Request) -> Table:
    return make_promise_table(list_promises(desk, read_own(request, *PROMISE_FILTERS)).rows)


def _make_talks(desk: Desk, request: Request) -> Table:
    return make_talk_table(list_talks(desk, read_own(request, *TALK_FILTERS)).rows)


#: The tables by name; a page names its own.
TABLES: Mapping[str, Callable[[Desk, Request], Table]] = {
    "phases": _make_phases,
    "figures": _make_figures,
    "sums": _make_sums,
    "derivations": _make_derivations,
    "documents": _make_documents,
    "stories": _make_stories,
    "quotes": _make_quotes,
    "positions": _make_positions,
    "allegations": _make_allegations,
    "commitments": _make_commitments,
    "talks": _make_talks,
    "problems": _make_problems,
    "evidence": _make_evidence,
}


async def show_table(request: Request) -> Response:
    """A page's table as CSV or JSON."""
    name = request.path_params["table"]
    if name not in TABLES:
        raise NotInCase(f"There is no table “{name}”.", f"There are: {', '.join(TABLES)}.")
    desk = open_desk(request)
    return make_response(TABLES[name](desk, request), desk, request.path_params["form"])


async def show_measure_table(request: Request) -> Response:
    """The numbers of one measure."""
    desk = open_desk(request)
    measure = find_measure(desk, request.path_params["measure"])
    series = make_series(measure, desk.selected, desk.agreement)
    table = make_figure_table(f"figures-{measure.id}", series.rows, measure.id)
    return make_response(table, desk, request.path_params["form"])


async def show_provision_table(request: Request) -> Response:
    """The sentences behind one provision."""
    desk = open_desk(request)
    provision = find_provision(desk, request.path_params["provision"])
    facts = find_status(desk.status, provision.id).facts
    table = make_evidence_table(f"provision-{provision.id}", desk.evidence(list(facts)))
    return make_response(table, desk, request.path_params["form"])


def make_response(table: Table, desk: Desk, form: str) -> Response:
    """The table in a form, as a file whose name says what it shows."""
    question, as_of = desk.asked.question, desk.case.as_of
    view = question.view.replace(":", "-")
    name = f"{table.name}-{view}-{(question.on or as_of).isoformat()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form == "csv":
        return Response("\ufeff" + format_csv(table), media_type="text/csv; charset=utf-8", headers=headers)
    body = json.dumps(_describe(table, desk), ensure_ascii=False, indent=1)
    data = body.encode("utf-8", "replace")
    return Response(data, media_type="application/json", headers=headers)


def _describe(table: Table, desk: Desk) -> dict[str, Any]:
    question, head = desk.asked.question, desk.case.head()
    return {
        "table": table.name,
        "case": desk.case.title,
        "view": question.view,
        "on": (question.on or desk.case.as_of).isoformat(),
        "as_of": desk.case.as_of.isoformat(),
        "known": question.known,
        "asked": dict(desk.asked.kept),
        "checkpoint": {"records": head.number, "hash": head.hash},
        "rows": list_objects(table),
    }
