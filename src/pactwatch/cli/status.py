"""``pactwatch status``: where the agreement stands, in 24 lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.objects import describe_status
from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option, make_question, question_options
from pactwatch.cli.output import find_width, fit, write_json, write_lines

if TYPE_CHECKING:
    from pactwatch.case.ask import Case
    from pactwatch.display.board import Card, Column
    from pactwatch.model.status import CaseStatus, LeftOut
    from pactwatch.problems import Problem

#: The lines of a terminal that the short form fits.
LINES = 24

#: Documents left out that the short form names.
LEFT_OUT = 2


@dataclass(frozen=True, slots=True)
class _Standing:
    """All that the text shows."""

    case: "Case"
    status: "CaseStatus"
    columns: "tuple[Column, ...]"
    problems: "list[Problem]"
    everything: bool


@click.command()
@case_argument
@question_options
@click.option(
    "--all", "everything", is_flag=True, help="Every provision, everything left out, every problem."
)
@json_option
def status(case: Path, everything: bool, as_json: bool, **asked: Any) -> None:
    """Where the agreement of CASE stands under a view on a day."""
    from pactwatch.display.board import make_board
    from pactwatch.display.views import make_views

    question = make_question(asked)
    with open_reading(case) as opened:
        found = opened.status(question)
        problems = opened.problems()
        if as_json:
            write_json(_describe(opened, found, problems, asked))
            return
        agreement = opened.agreement_at(question.known)
        parties = {
            view.label: opened.status(make_question({**asked, "view": view.view}))
            for view in make_views(agreement)
            if view.view.startswith("party:")
        }
        columns = make_board(agreement, found, parties)
        write_lines(format_status(_Standing(opened, found, columns, problems, everything), find_width()))


def _describe(
    case: "Case", found: "CaseStatus", problems: "list[Problem]", asked: Mapping[str, Any]
) -> dict[str, Any]:
    head = case.head()
    return {
        "title": case.title,
        "as_of": case.as_of,
        "asked": {name: value for name, value in asked.items() if value},
        "head": {"number": head.number, "hash": head.hash, "at": head.at},
        "status": describe_status(found),
        "problems": problems,
    }


def format_status(standing: _Standing, width: int) -> list[str]:
    """The lines; in the short form fewer than LINES of them, and none wider than ``width``."""
    if standing.everything:
        return [*_format_head(standing), *_format_columns(standing.columns, None), *_format_tail(standing)]
    head = [fit(line, width) for line in _format_head(standing)]
    tail = [piece for line in _format_tail(standing) for piece in _wrap(line, width)]
    room = LINES - 1 - len(head) - len(tail)
    return [*head, *(fit(line, width) for line in _format_columns(standing.columns, room)), *tail]


def _wrap(line: str, width: int) -> list[str]:
    """A long line on two lines, cut at the end of the second."""
    return wrap(line, width, max_lines=2, subsequent_indent="  ", placeholder=" …")


def _format_head(standing: _Standing) -> list[str]:
    from pactwatch.display.words import count

    found, case = standing.status, standing.case
    on = "" if found.on == case.as_of else f", as things stood on {found.on}"
    kinds = [count(found.digests, "digest")] if found.digests else []
    kinds += [f"{len(found.undated)} undated"] if found.undated else []
    beside = f" ({', '.join(kinds)})" if kinds else ""
    return [
        case.title,
        f"View {found.view}{on}; read as of {case.as_of}, nothing later; ledger at {found.known}.",
        f"{count(found.documents, 'document')}{beside}, {count(found.claims, 'claim')}, "
        f"{found.unreviewed:,} unreviewed. Each line is what somebody reports.",
    ]


def _format_columns(columns: "tuple[Column, ...]", room: int | None) -> list[str]:
    """A heading for each phase and a line for each provision; the least reported go where room is short."""
    cards = [card for column in columns for card in column.cards]
    shown = _choose(cards, None if room is None else room - len(columns))
    lines = []
    for column in columns:
        own = [card for card in column.cards if card.id in shown]
        lines.append(_format_phase(column, len(column.cards) - len(own)))
        lines.extend(_format_card(card) for card in own)
    return lines


def _choose(cards: "list[Card]", room: int | None) -> set[str]:
    if room is None:
        return {card.id for card in cards}
    reported = sorted((card for card in cards if card.sources.claims), key=_rank, reverse=True)
    return {card.id for card in reported[: max(room, 0)]}


def _rank(card: "Card") -> tuple[bool, int, int]:
    """What is reported of progress or breaches comes first, then what most documents speak of."""
    reported = bool(card.tally or card.latest or card.breaches)
    return reported, card.sources.articles, card.sources.digests


def _format_phase(column: "Column", hidden: int) -> str:
    counts = ", ".join(f"{number} {sign.word}" for sign, number in column.counts)
    more = f"; {hidden} of {len(column.cards)} not shown (--all)" if hidden else ""
    return f"{column.title}: {counts}{more}"


def _format_card(card: "Card") -> str:
    parts = [
        f"{card.tally.words} {card.tally.of}" if card.tally else "",
        _format_breaches(card),
        _format_latest(card),
        card.sources.words if card.sources.claims else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"  {card.sign.glyph} {card.sign.word:<16} {card.id:<22} {said}".rstrip()


def _format_breaches(card: "Card") -> str:
    if not card.breaches:
        return ""
    what = "alleged" if card.sign.word == "breaches alleged" else "breaches alleged"
    return f"{what} by " + ", ".join(f"{row.by} {row.claims}" for row in card.breaches)


def _format_latest(card: "Card") -> str:
    if card.latest is None:
        return ""
    own_voice = "a digest" if card.latest.digest else "a report"
    speaker = own_voice if card.latest.speaker.own_voice else card.latest.speaker.name
    return f"{card.latest.step} ({speaker}, {card.latest.day})"


def _format_tail(standing: _Standing) -> list[str]:
    left_out = standing.status.left_out
    shown = left_out if standing.everything else left_out[:LEFT_OUT]
    lines = [_format_left_out(row) for row in shown]
    if len(left_out) > len(shown):
        lines.append(f"and {len(left_out) - len(shown)} more left out (--all)")
    lines.extend(_format_expectations(standing))
    lines.extend(_format_problems(standing))
    lines.append("Next: pactwatch explain CASE PROVISION, or pactwatch serve CASE")
    return lines


def _format_left_out(row: "LeftOut") -> str:
    from pactwatch.display.words import count

    return f"Left out: {row.name} ({count(row.claims, 'claim')}): {row.reason}"


def _format_expectations(standing: _Standing) -> list[str]:
    failed = [f"Not as the agreement file expects: {words}" for words in standing.status.expectations_failed]
    if standing.everything or len(failed) < 2:
        return failed
    return [f"{failed[0]}, and {len(failed) - 1} more (--all)"]


def _format_problems(standing: _Standing) -> list[str]:
    from pactwatch.display.words import count

    problems = standing.problems
    if not problems:
        return []
    if standing.everything:
        return [str(problem) for problem in problems]
    return [f"{count(len(problems), 'problem')} (--all). {problems[0]}"]
