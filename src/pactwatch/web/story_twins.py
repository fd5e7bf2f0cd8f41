"""The twins of a story and of a passport as CSV or JSON."""

from starlette.requests import Request
from starlette.responses import Response

from pactwatch.display.labels import label_reports
from pactwatch.display.story_tables import make_passport_table, make_story_table
from pactwatch.web.desk import KEY_SHOWN
from pactwatch.web.pages import open_desk
from pactwatch.web.story_pages import find_statement, make_claim_passport
from pactwatch.web.twins import make_response


async def show_story_table(request: Request) -> Response:
    """The differences and the rows of one story, all reports and all rows."""
    desk = open_desk(request)
    story = desk.find_story(request.path_params["story"])
    telling = desk.tell(story)
    table = make_story_table(
        f"story-{story.id[:KEY_SHOWN]}", telling, label_reports(telling.reports, desk.days)
    )
    return make_response(table, desk, request.path_params["form"])


async def show_passport_table(request: Request) -> Response:
    """The wordings of one utterance."""
    desk = open_desk(request)
    fact = find_statement(desk, request.path_params["claim"])
    name = f"passport-{fact.claim.key[:KEY_SHOWN]}"
    table = make_passport_table(name, make_claim_passport(desk, fact))
    return make_response(table, desk, request.path_params["form"])
