"""What a page's address asks for: a view, a day, a position, filters; and links that keep them.

/figures?view=party:north&on=2031-05-19&reviewed=1
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from pactwatch.case.question import Question
from pactwatch.display.views import make_views
from pactwatch.display.words import format_day
from pactwatch.errors import Refused, UnknownView
from pactwatch.model.agreement import Agreement
from pactwatch.web.nearest import find_nearest

SWITCHES = ("reviewed", "latest", "without-digests", "institutions")
KEPT = ("view", "on", "known", "published-by", *SWITCHES)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of an address, and the parameters that every link of the page carries on."""

    question: Question
    kept: tuple[tuple[str, str], ...]

    def link(self, path: str, **changes: str | None) -> str:
        """An address that asks the same of another page; a change of None drops a parameter.

        Underscores in the names of changes stand for hyphens.
        """
        named = {name.replace("_", "-"): value for name, value in changes.items()}
        parameters = {**dict(self.kept), **named}
        query = urlencode([(name, value) for name, value in parameters.items() if value], safe=":,")
        return f"{path}?{query}" if query else path


def parse_asked(query: QueryParams, agreement: Agreement) -> Asked:
    """The question of an address. Raises UnknownView and Refused with what would be valid."""
    view = query.get("view") or "any-allegation"
    views = [label.view for label in make_views(agreement)]
    if view not in views:
        near = find_nearest(view, views)
        raise UnknownView(f"There is no view “{view}”.", f"The nearest is “{near}”.")
    question = Question(
        view=view,
        on=_parse_day(query, "on"),
        known=query.get("known") or None,
        published_by=_parse_day(query, "published-by"),
        reviewed_only=_is_on(query, "reviewed"),
        latest_per_speaker=_is_on(query, "latest"),
        without_digests=_is_on(query, "without-digests"),
        institutions=_is_on(query, "institutions"),
    )
    kept = tuple((name, query[name]) for name in KEPT if query.get(name) and not _is_default(query, name))
    return Asked(question, kept)


def _is_on(query: QueryParams, name: str) -> bool:
    return query.get(name, "") not in ("", "0")


def _is_default(query: QueryParams, name: str) -> bool:
    return query[name] == ("any-allegation" if name == "view" else "0")


def _parse_day(query: QueryParams, name: str) -> date | None:
    words = query.get(name)
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Refused(f"“{words}” is not a day.", "Write it like this: 2025-12-19.") from None


def describe_asked(asked: Asked, as_of: date) -> tuple[str, ...]:
    """What differs from the plain page, in sentences: for the band at the top and for print."""
    question = asked.question
    sentences = []
    if question.known:
        place = f"record {question.known}" if question.known.isdigit() else question.known
        sentences.append(f"Showing the record as it was known at {place}.")
    if question.published_by:
        sentences.append(f"Showing only what was published by {format_day(question.published_by)}.")
    if question.on and question.on != as_of:
        sentences.append(f"Showing where things stood on {format_day(question.on)}.")
    if question.reviewed_only:
        sentences.append("Only what a person reviewed counts.")
    if question.latest_per_speaker:
        sentences.append("Only the latest words of each speaker count.")
    if question.without_digests:
        sentences.append("Digests are left out.")
    if question.institutions:
        sentences.append("Institutions that belong to a party count as that party.")
    return tuple(sentences)
