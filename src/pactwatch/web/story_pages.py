"""The pages of stories: the list, one story side by side, one utterance in all its wordings."""

from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.labels import name_event
from pactwatch.display.stories import StoryRow, make_story_rows
from pactwatch.display.story_page import AskedTable, StoryPage, make_story_page
from pactwatch.stories.reports import Report
from pactwatch.stories.story import Story
from pactwatch.web.desk import Desk
from pactwatch.web.pages import fill, open_desk, parse_page

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
        events={row.id: find_event(desk, row) for row in (*shown, *singles[:SINGLES_SHOWN])},
        number=number,
        pages=max(1, -(-len(several) // STORIES_SHOWN)),
    )


def list_stories(desk: Desk) -> tuple[StoryRow, ...]:
    """The rows of all stories, newest first."""
    documents = {row.document.id: row.document for row in desk.documents}
    return make_story_rows(desk.stories, documents, desk.days, desk.links, desk.facts)


def find_event(desk: Desk, row: StoryRow) -> str:
    """What a story is called: the title of its first report, else its first sentence."""
    return row.event or name_event(Report(desk.article(row.first), ()))


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
        page=make_page(desk, story, asked),
        asked_columns=own["columns"] or None,
        asked_rows=asked.rows or None,
    )


def make_page(desk: Desk, story: Story, asked: AskedTable) -> StoryPage:
    """The page of a story."""
    documents = [row.document for row in desk.documents if row.document.id in story.documents]
    return make_story_page(desk.tell(story), documents, desk.days, desk.links, asked)
