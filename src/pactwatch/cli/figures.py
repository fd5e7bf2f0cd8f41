"""``pactwatch figures``: the numbers by measure and by speaker, and whether they add up."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option, make_question, question_options
from pactwatch.cli.output import write_json, write_lines
from pactwatch.errors import NotInCase

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
        agreement = opened.agreement_at(question.known)
        chosen = find_measures(agreement, measure)
        facts = opened.select(question)
        if as_json:
            write_json(_describe(agreement, chosen, facts, whole=measure is None))
            return
        write_lines([f"{opened.title}: view {question.view}, read as of {opened.as_of}, nothing later."])
        write_lines(format_figures(agreement, chosen, facts, everything, whole=measure is None))


def find_measures(agreement: "Agreement", name: str | None) -> "list[Measure]":
    """The measure that is named, by its ID or the only one whose ID begins so; all where none is.

    Raises NotInCase with the nearest.
    """
    measures = agreement.measures
    if name is None:
        return list(measures.values())
    fits = [name] if name in measures else [key for key in measures if name and key.startswith(name)]
    if len(fits) == 1:
        return [measures[fits[0]]]
    if fits:
        raise NotInCase(f'"{name}" fits {", ".join(fits)}.', "Give more of the name.")
    near = get_close_matches(name, list(measures), n=1, cutoff=0.4)
    nearest = f' The nearest is "{near[0]}".' if near else ""
    raise NotInCase(f'There is no measure "{name}".{nearest}', f"There are: {', '.join(measures)}.")


def format_figures(
    agreement: "Agreement",
    chosen: "Sequence[Measure]",
    facts: "Sequence[Fact]",
    everything: bool,
    whole: bool,
) -> Iterator[str]:
    """The series, what does not add up or cannot be compared, possible derivations, sets."""
    from pactwatch.display.figures import find_unmeasured, make_series
    from pactwatch.display.sets import make_sets
    from pactwatch.display.sums import make_derivations, make_sums

    series = [make_series(measure, facts, agreement) for measure in chosen]
    for one in series:
        if one.rows or not whole:
            yield from _format_series(one)
    wanted = {measure.id for measure in chosen} | ({""} if whole else set())
    yield from _format_sums(
        [row for row in make_sums(agreement, facts) if row.measure in wanted], everything, whole
    )
    yield from _format_derivations(
        [row for row in make_derivations(agreement, facts) if row.measure in wanted]
    )
    if not whole:
        return
    yield from _format_sets(make_sets(agreement, facts))
    loose = find_unmeasured(facts, agreement)
    if loose and everything:
        yield from ("", "Numbers that no measure follows")
        yield from (f"  {_format_number(row)}; {row.reason}" for row in loose)
    elif loose:
        yield from ("", f"{len(loose)} more numbers that no measure follows (--all).")


def _format_series(series: "Series") -> Iterator[str]:
    since = f", counted from {series.since_words}" if series.since_words else ""
    yield ""
    yield f"{series.title} ({series.id}; {series.accrual}{since})"
    if not series.rows:
        yield "  no number counts under this view"
    for speaker, rows in series.lanes:
        yield f"  {' '.join(part for part in (speaker.words, speaker.voice) if part)}"
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
    return "; ".join(
        f"{' '.join(part for part in (who.words, who.voice) if part)}, {day}" for who, day in row.voices
    )


def _describe(
    agreement: "Agreement", chosen: "Sequence[Measure]", facts: "Sequence[Fact]", whole: bool
) -> dict[str, Any]:
    from pactwatch.display.figures import find_unmeasured, make_series
    from pactwatch.display.sets import make_sets
    from pactwatch.display.sums import make_derivations, make_sums

    wanted = {measure.id for measure in chosen} | ({""} if whole else set())
    found: dict[str, Any] = {
        "series": [make_series(measure, facts, agreement) for measure in chosen],
        "sums": [row for row in make_sums(agreement, facts) if row.measure in wanted],
        "derivations": [row for row in make_derivations(agreement, facts) if row.measure in wanted],
    }
    if whole:
        found |= {
            "sets": list(make_sets(agreement, facts)),
            "unassigned": list(find_unmeasured(facts, agreement)),
        }
    return found
