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
    from pactwatch.display.board import Card, Column, LatestRow
    from pactwatch.display.breaches import BreachRow
    from pactwatch.ledger.base import DocumentRow
    from pactwatch.model.status import CaseStatus, LeftOut
    from pactwatch.problems import Problem

#: The lines of a terminal that the short form fits.
LINES = 24

#: Documents left out, and withdrawn, that the short form names.
LEFT_OUT = 2
WITHDRAWN = 1


@dataclass(frozen=True, slots=True)
class _Standing:
    """All that the text shows."""

    case: "Case"
    status: "CaseStatus"
    columns: "tuple[Column, ...]"
    problems: "list[Problem]"
    documents: "list[DocumentRow]"
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
        problems = sorted(opened.problems(), key=lambda problem: problem.level)
        documents = opened.documents(question.known)
        if as_json:
            write_json(_describe(opened, found, problems, documents, asked))
            return
        agreement = opened.agreement_at(question.known)
        parties = {
            view.label: opened.status(make_question({**asked, "view": view.view}))
            for view in make_views(agreement)
            if view.view.startswith("party:")
        }
        columns = make_board(agreement, found, parties)
        standing = _Standing(opened, found, columns, problems, documents, everything)
        write_lines(format_status(standing, find_width()))


def _describe(
    case: "Case",
    found: "CaseStatus",
    problems: "list[Problem]",
    documents: "list[DocumentRow]",
    asked: Mapping[str, Any],
) -> dict[str, Any]:
    head = case.head()
    return {
        "title": case.title,
        "as_of": case.as_of,
        "asked": {name: value for name, value in asked.items() if value},
        "head": {"number": head.number, "hash": head.hash, "at": head.at},
        "status": describe_status(found),
        "withdrawn": {row.document.name: row.withdrawn for row in documents if row.withdrawn is not None},
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
        f"{count(found.documents, 'document')}{beside}, {_count_claims(found)}. "
        "Each line is what somebody reports.",
    ]


def _count_claims(found: "CaseStatus") -> str:
    from pactwatch.display.words import count

    apart = sum(row.claims for row in found.left_out)
    if not found.claims and apart:
        return f"{count(apart, 'claim')}, all left out"
    return f"{count(found.claims, 'claim')}, {found.unreviewed:,} unreviewed"


def _format_columns(columns: "tuple[Column, ...]", room: int | None) -> list[str]:
    """A heading for each phase and a card for each provision; the least reported go where room is short."""
    cards = [card for column in columns for card in column.cards]
    shown = _choose(cards, None if room is None else room - len(columns))
    lines = []
    for column in columns:
        own = [card for card in column.cards if card.id in shown]
        lines.append(_format_phase(column, len(column.cards) - len(own)))
        lines.extend(line for card in own for line in _format_card(card))
    return lines


def _choose(cards: "list[Card]", room: int | None) -> set[str]:
    if room is None:
        return {card.id for card in cards}
    chosen: set[str] = set()
    for card in sorted((card for card in cards if card.sources.claims), key=_rank, reverse=True):
        room -= len(_format_card(card))
        if room < 0:
            break
        chosen.add(card.id)
    return chosen


def _rank(card: "Card") -> tuple[bool, int, int]:
    """What is reported of progress or breaches comes first, then what most documents speak of."""
    reported = bool(card.tally or card.latest or card.breaches)
    return reported, card.sources.articles, card.sources.digests


def _format_phase(column: "Column", hidden: int) -> str:
    counts = ", ".join(f"{number} {sign.full}" for sign, number in column.counts)
    more = f"; {hidden} more: --all" if hidden else ""
    own = f"{_format_latest(column.latest)}; " if column.latest else ""
    return f"{column.title}: {own}{counts}{more}"


def _format_card(card: "Card") -> list[str]:
    """A provision on a line, and what is alleged of it on another."""
    parts = [
        f"{card.tally.words} {card.tally.of}" if card.tally else "",
        _format_latest(card.latest),
        card.sources.words if card.sources.claims else "",
    ]
    said = "; ".join(part for part in parts if part)
    line = f"  {card.sign.glyph} {card.sign.word:<16} {card.id:<22} {said}".rstrip()
    return [line, f"      {_format_breaches(card.breaches)}"] if card.breaches else [line]


def _format_breaches(rows: "tuple[BreachRow, ...]") -> str:
    """ "Breaches alleged by Israel in 2 articles (7 claims), by Hamas in 4 articles (8 claims)"."""
    return f"breaches alleged by {', by '.join(_format_breach(row) for row in rows)}"


def _format_breach(row: "BreachRow") -> str:
    """Articles first, digests only where there are no articles; institutions under their side."""
    from pactwatch.display.words import count

    if not row.claims:
        return f"{row.by}: none read"
    parts = "".join(f"; of these {part.by} {_count_articles(part)}" for part in row.parts)
    return f"{row.by} in {_count_articles(row)} ({count(row.claims, 'claim')}{parts})"


def _count_articles(row: "BreachRow") -> str:
    """Articles with their independent origins where these are known: "4 articles, 2 origins"."""
    return row.sources.short if row.documents else row.sources.words


def _format_latest(latest: "LatestRow | None") -> str:
    if latest is None:
        return ""
    own_voice = "a digest" if latest.digest else "a report"
    speaker = own_voice if latest.speaker.own_voice else latest.speaker.name
    return f"{latest.step} ({speaker}, {latest.day})"


def _format_tail(standing: _Standing) -> list[str]:
    left_out = standing.status.left_out
    shown = left_out if standing.everything else left_out[:LEFT_OUT]
    lines = [_format_left_out(row) for row in shown]
    if len(left_out) > len(shown):
        lines.append(f"and {len(left_out) - len(shown)} more left out (--all)")
    lines.extend(_format_withdrawn(standing))
    lines.extend(_format_expectations(standing))
    lines.extend(_format_problems(standing))
    lines.append("Next: pactwatch explain CASE PROVISION, or pactwatch serve CASE")
    return lines


def _format_left_out(row: "LeftOut") -> str:
    from pactwatch.display.words import count

    return f"Left out: {row.name} ({count(row.claims, 'claim')}): {row.reason}"


def _format_withdrawn(standing: _Standing) -> list[str]:
    rows = [row for row in standing.documents if row.withdrawn is not None]
    shown = rows if standing.everything else rows[:WITHDRAWN]
    lines = [f"Withdrawn: {row.document.name} ({row.withdrawn})" for row in shown]
    return [*lines, f"and {len(rows) - len(shown)} more withdrawn (--all)"] if rows[len(shown) :] else lines


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
