"""The pages of stories: the list, one story side by side, one utterance in all its wordings."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.labels import name_event
from pactwatch.display.passports import Passport, make_passport
from pactwatch.display.stories import StoryRow, make_story_rows
from pactwatch.display.story_page import AskedTable, StoryPage, make_story_page
from pactwatch.errors import NotInCase
from pactwatch.model.claim import Kind
from pactwatch.model.status import Fact
from pactwatch.stories.reports import Report
from pactwatch.stories.story import Story
from pactwatch.web.desk import KEY_SHOWN, Desk
from pactwatch.web.pages import fill, make_row, open_desk, parse_page

#: Stories on one page; those of one document are folded under it, so many at most.
STORIES_SHOWN, SINGLES_SHOWN = 60, 200


async def show_stories(request: Request) -> Response:
    """All stories: those of several documents first, those of one folded."""
    desk = open_desk(request)
    rows = list_stories(desk)
    several = [row for row in rows if row.documents > 1]
    singles = [row for row in rows if row.documents == 1]
    number = parse_page(request.query_params.get("page", "1"))
    shown = several[(number - 1) * STORIES_SHOWN : number * STORIES_SHOWN]
    return fill(
        request,
        desk,
        "stories.html",
        "/stories",
        twin="/stories",
        rows=shown,
        several=len(several),
        singles=singles[:SINGLES_SHOWN],
        single=len(singles),
        events=name_events(desk, [*shown, *singles[:SINGLES_SHOWN]]),
        number=number,
        pages=max(1, -(-len(several) // STORIES_SHOWN)),
    )


def list_stories(desk: Desk) -> tuple[StoryRow, ...]:
    """The rows of all stories, newest first."""
    documents = {row.document.id: row.document for row in desk.documents}
    return make_story_rows(desk.stories, documents, desk.days, desk.links, desk.facts)


def name_events(desk: Desk, rows: Sequence[StoryRow]) -> dict[str, str]:
    """What each story is called; a text is read only where its first report prints no title."""
    return {row.id: row.event or name_event(Report(desk.article(row.first), ())) for row in rows}


async def show_story(request: Request) -> Response:
    """One story side by side."""
    desk = open_desk(request)
    story = desk.find_story(request.path_params["story"])
    columns = tuple(request.query_params.getlist("columns"))
    asked = AskedTable(columns, request.query_params.get("rows", ""))
    own = {"columns": ",".join(columns), "rows": asked.rows}
    return fill(
        request,
        desk,
        "story.html",
        "/stories",
        own=own,
        twin=f"/story/{story.id[:KEY_SHOWN]}",
        page=make_page(desk, story, asked),
        asked_columns=own["columns"] or None,
        asked_rows=asked.rows or None,
    )


def make_page(desk: Desk, story: Story, asked: AskedTable) -> StoryPage:
    """The page of a story."""
    documents = [row.document for row in desk.documents if row.document.id in story.documents]
    return make_story_page(desk.tell(story), documents, desk.days, desk.links, asked)


async def show_passport(request: Request) -> Response:
    """One utterance in all its wordings."""
    desk = open_desk(request)
    fact = find_statement(desk, request.path_params["claim"])
    home = desk.find_home(fact)
    return fill(
        request,
        desk,
        "passport.html",
        "/quotes",
        twin=f"/passport/{fact.claim.key[:KEY_SHOWN]}",
        row=make_row(desk, fact),
        passport=make_claim_passport(desk, fact),
        home=home,
        places=desk.places,
    )


def find_statement(desk: Desk, key: str) -> Fact:
    """The statement whose key begins so. Raises NotInCase, also for a claim of another kind; Ambiguous."""
    fact = desk.find_facts([key])[0]
    if fact.claim.kind is not Kind.STATEMENT:
        raise NotInCase(f"Claim {key} is no statement.", "Only what somebody says has a passport.")
    return fact


def make_claim_passport(desk: Desk, fact: Fact) -> Passport:
    """The passport of a statement, from all reports that carry it."""
    carried = desk.carried.get(fact.claim.key)
    keys = carried.claims if carried else (fact.claim.key,)
    carrying = desk.find_facts(list(keys))
    reports = desk.reports([one.document.id for one in carrying])
    origins = {one.claim.key: home.origin for one in carrying if (home := desk.find_home(one))}
    return make_passport(fact, reports, desk.links, desk.days, origins, carried)
