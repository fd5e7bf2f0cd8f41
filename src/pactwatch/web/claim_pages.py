"""The pages of what is held, alleged, promised and talked over."""

from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.allegations import AllegationPage, find_allegations
from pactwatch.display.commitments import FATES as PROMISES
from pactwatch.display.commitments import OVERDUE, PromisePage, find_promises
from pactwatch.display.position_cells import list_shortly
from pactwatch.display.positions import PositionPage, find_positions
from pactwatch.display.stances import STANCES
from pactwatch.display.talks import FATES as TALKS
from pactwatch.display.talks import PAST, TalksPage, find_talks
from pactwatch.web.desk import Desk
from pactwatch.web.pages import fill, open_desk

#: Sentences that a narrowed page lists by date, and rows of a list; the table has all.
SENTENCES_SHOWN = 60
ROWS_SHOWN = 120

#: The parameters by which each page is narrowed.
POSITION_FILTERS = ("provision", "actor", "stance")
ALLEGATION_FILTERS = ("by", "against", "provision")
PROMISE_FILTERS = ("promiser", "provision", "fate")
TALK_FILTERS = ("actor", "fate", "provision")


def read_own(request: Request, *names: str) -> dict[str, str]:
    """The page's own parameters."""
    return {name: request.query_params.get(name, "") for name in names}


async def show_positions(request: Request) -> Response:
    """Provisions by actors; narrowed, also the sentences by date."""
    desk = open_desk(request)
    own = read_own(request, *POSITION_FILTERS)
    page = list_positions(desk, own)
    shown = page.facts[:SENTENCES_SHOWN] if any(own.values()) else ()
    return fill(
        request,
        desk,
        "positions.html",
        "/positions",
        own=own,
        twin="/positions",
        page=page,
        asked=own,
        shortly=list_shortly,
        sentences=desk.sentences(shown),
        stances=tuple(STANCES.values()),
        most=ROWS_SHOWN,
    )


def list_positions(desk: Desk, own: dict[str, str]) -> PositionPage:
    """The positions that the page's filters leave."""
    return find_positions(desk.selected, desk.agreement, **own, institutions=desk.asked.question.institutions)


async def show_allegations(request: Request) -> Response:
    """Alleged breaches, each side in the same form."""
    desk = open_desk(request)
    own = read_own(request, *ALLEGATION_FILTERS)
    page = list_allegations(desk, own)
    entries = [entry for side in page.sides for entry in side.entries[:ROWS_SHOWN]]
    return fill(
        request,
        desk,
        "allegations.html",
        "/allegations",
        own=own,
        twin="/allegations",
        page=page,
        asked=own,
        places=desk.places,
        most=ROWS_SHOWN,
        sentences={entry.facts[0].claim.key: desk.sentences(entry.facts) for entry in entries},
    )


def list_allegations(desk: Desk, own: dict[str, str]) -> AllegationPage:
    """The allegations that the page's filters leave."""
    return find_allegations(desk.selected, desk.agreement, desk.standings, **own)


async def show_talks(request: Request) -> Response:
    """Meetings, to come and past, and what became of each plan."""
    desk = open_desk(request)
    own = read_own(request, *TALK_FILTERS)
    page = list_talks(desk, own)
    shown = [row for rows in (page.ahead, page.past, page.undated) for row in rows[:ROWS_SHOWN]]
    return fill(
        request,
        desk,
        "talks.html",
        "/talks",
        own=own,
        twin="/talks",
        page=page,
        asked=own,
        places=desk.places,
        signs=(*TALKS.values(), PAST),
        sentences={row.facts[0].claim.key: desk.sentences(row.facts) for row in shown},
        most=ROWS_SHOWN,
    )


def list_talks(desk: Desk, own: dict[str, str]) -> TalksPage:
    """The meetings that the page's filters leave."""
    on = desk.asked.question.on or desk.case.as_of
    return find_talks(desk.selected, desk.agreement, on, **own)


async def show_commitments(request: Request) -> Response:
    """Promises, and what is reported of them."""
    desk = open_desk(request)
    own = read_own(request, *PROMISE_FILTERS)
    return fill(
        request,
        desk,
        "commitments.html",
        "/commitments",
        own=own,
        twin="/commitments",
        page=list_promises(desk, own),
        asked=own,
        places=desk.places,
        signs=(*PROMISES.values(), OVERDUE),
        most=ROWS_SHOWN,
    )


def list_promises(desk: Desk, own: dict[str, str]) -> PromisePage:
    """The promises that the page's filters leave."""
    on = desk.asked.question.on or desk.case.as_of
    return find_promises(desk.selected, desk.agreement, on, **own)
