"""``pactwatch figures``: the numbers by measure and by speaker, and whether they add up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option, make_question, question_options
from pactwatch.cli.output import write_json, write_lines

if TYPE_CHECKING:
    from pactwatch.display.figures import FigureRow, Series
    from pactwatch.display.sets import CountRow, SetRow
    from pactwatch.display.sums import DerivationRow, SumRow
    from pactwatch.model.agreement import Agreement, Measure
    from pactwatch.model.status import Fact

#: The most sums, and the most derivations, that are printed.
MOST = 60


@click.command()
@case_argument
@click.argument("measure", required=False)
@question_options
@click.option(
    "--all", "everything", is_flag=True, help="Also the sums that hold, and what no measure follows."
)
@json_option
def figures(case: Path, measure: str | None, everything: bool, as_json: bool, **asked: Any) -> None:
    """The numbers of CASE by speaker, of one MEASURE or of all, and whether they add up."""
    question = make_question(asked)
    with open_reading(case) as opened:
        chosen = opened.measure(measure, question.known) if measure is not None else None
        found = _find(opened.agreement_at(question.known), opened.select(question), chosen)
        if as_json:
            write_json(found)
            return
        write_lines([f"{opened.title}: view {question.view}, read as of {opened.as_of}, nothing later."])
        write_lines(_format(found, everything))
        write_lines(["", f"Next: pactwatch claims {case} --kind figure gives each number its key,"])
        write_lines([f"and pactwatch explain {case} --claim KEY its sentence."])


@dataclass(frozen=True, slots=True)
class _Found:
    """What is printed of a case, or of one measure of it: then ``sets`` and ``unassigned`` are None."""

    series: "list[Series]"
    sums: "list[SumRow]"
    derivations: "list[DerivationRow]"
    sets: "list[SetRow] | None" = None
    unassigned: "list[FigureRow] | None" = None


def _find(agreement: "Agreement", facts: "Sequence[Fact]", measure: "Measure | None") -> _Found:
    from pactwatch.display.figures import find_unmeasured, make_series
    from pactwatch.display.sets import make_sets
    from pactwatch.display.sums import make_derivations, make_sums

    sums, derivations = make_sums(agreement, facts), make_derivations(agreement, facts)
    if measure is not None:
        return _Found(
            [make_series(measure, facts, agreement)],
            [row for row in sums if row.measure == measure.id],
            [row for row in derivations if row.measure == measure.id],
        )
    return _Found(
        [make_series(one, facts, agreement) for one in agreement.measures.values()],
        list(sums),
        list(derivations),
        list(make_sets(agreement, facts)),
        list(find_unmeasured(facts, agreement)),
    )


def _format(found: _Found, everything: bool) -> Iterator[str]:
    """The series, what does not add up or cannot be compared, possible derivations, sets."""
    whole = found.unassigned is not None
    for one in found.series:
        if one.rows or not whole:
            yield from _format_series(one)
    yield from _format_sums(found.sums, everything, whole)
    yield from _format_derivations(found.derivations)
    yield from _format_sets(found.sets or ())
    if found.unassigned and everything:
        yield from ("", "Numbers that no measure follows")
        yield from (f"  {_format_number(row)}; {row.reason}" for row in found.unassigned)
    elif found.unassigned:
        yield from ("", f"{len(found.unassigned)} more numbers that no measure follows (--all).")


def _format_series(series: "Series") -> Iterator[str]:
    since = f", counted from {series.since_words}" if series.since_words else ""
    yield ""
    yield f"{series.title} ({series.id}; {series.accrual}{since})"
    if not series.rows:
        yield "  no number counts under this view"
    for speaker, rows in series.lanes:
        yield f"  {speaker.full}"
        yield from (f"    {_format_number(row)}" for row in rows)


def _format_number(row: "FigureRow") -> str:
    digest = ", a digest" if row.digest else ""
    where = f" {row.place}" if row.place else ""
    return f"{row.printed:<16}{row.things}{where}, {row.day_words} ({row.day_source}); {row.file}{digest}"


def _format_sums(rows: "Sequence[SumRow]", everything: bool, whole: bool) -> Iterator[str]:
    shown = [row for row in rows if everything or not row.holds]
    held = sum(1 for row in rows if row.holds)
    if rows:
        yield from ("", "Whether the numbers add up")
    for row in shown[:MOST]:
        yield f"  {row.written}{'. ' if row.written else ''}{row.answer}"
        about = f"{row.title}, " if whole and row.title else ""
        yield f"      {about}{row.kind}: " + "; ".join(_write_terms(row))
    if len(shown) > MOST:
        yield f"  and {len(shown) - MOST} more (--json has all)"
    if held and not everything:
        yield f"  {held} more hold{'s' * (held == 1)} (--all)."


def _write_terms(row: "SumRow") -> list[str]:
    from pactwatch.display.sums import write_term

    return [write_term(term) for term in row.terms]


def _format_derivations(rows: "Sequence[DerivationRow]") -> Iterator[str]:
    from pactwatch.display.sums import write_term

    if rows:
        yield from ("", "How numbers may have come about (a possibility from the numbers alone)")
    for row in rows[:MOST]:
        changes = f"; {', '.join(row.changes)}" if row.changes else ""
        yield f"  {row.written}: {write_term(row.result)}"
        yield f"      from {'; '.join(write_term(term) for term in row.sources)}{changes}; {row.order}"
    if len(rows) > MOST:
        yield f"  and {len(rows) - MOST} more (--json has all)"


def _format_sets(rows: "Sequence[SetRow]") -> Iterator[str]:
    counted = [row for row in rows if row.newest is not None]
    if counted:
        yield from ("", "Sets")
    for row in counted:
        assert row.newest is not None
        done = f"{row.newest.done} of {row.owed} {row.of} done, {row.left} left"
        yield f"  {row.title}: {done}; {_name(row.newest)}"
        yield from (f"      {other.done} by {_name(other)}" for other in row.disputed)


def _name(row: "CountRow") -> str:
    return "; ".join(f"{who.full}, {day}" for who, day in row.voices)
