"""``pactwatch add``, ``withdraw`` and ``redact``: documents come in, no longer count, lose words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.clock import now
from pactwatch.cli.exits import INTERRUPTED, PROBLEMS
from pactwatch.cli.interrupt import Interrupt, catch_interrupt
from pactwatch.cli.opening import open_writing
from pactwatch.cli.options import case_argument, json_option, reason_option
from pactwatch.cli.output import write_json, write_problems
from pactwatch.cli.progress import show_progress
from pactwatch.problems import has_errors

if TYPE_CHECKING:
    from pactwatch.case.add import Outcome
    from pactwatch.case.ask import Case
    from pactwatch.model.source import Span
    from pactwatch.problems import Problem

#: Warnings of one kind that are told in full.
ALIKE = 3


@click.command()
@case_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@click.pass_context
def add(ctx: click.Context, case: Path, files: tuple[Path, ...], as_json: bool) -> None:
    """Read FILES into CASE; a folder stands for its text files, or those of documents/ in it.

    What a sources.csv or a sidecar beside a file says of it is taken over. A file that was added before
    is told as a duplicate, or updated where sources.csv now says something else of it.
    """
    with open_writing(case) as opened:
        outcomes, stopped = add_files(opened, files, as_json=as_json)
        if as_json:
            write_json({"outcomes": outcomes, "stopped": stopped})
        else:
            click.echo(sum_up(outcomes))
    if stopped:
        click.echo(
            "Stopped before the end; every document above is recorded. Run add again for the rest.", err=True
        )
        ctx.exit(INTERRUPTED)
    if any(outcome.result == "failed" or has_errors(list(outcome.problems)) for outcome in outcomes):
        ctx.exit(PROBLEMS)


def add_files(case: "Case", paths: Sequence[Path], *, as_json: bool = False) -> tuple[list["Outcome"], bool]:
    """Add files with a progress display; the outcomes, and whether the user stopped it.

    Documents for which a maker is newer are read again first.
    """
    from pactwatch.case.sources import find_files

    files = find_files(paths)
    outcomes: list[Outcome] = []
    with catch_interrupt() as interrupt:
        stopped = _read_again(case, interrupt) or _add(case, files, outcomes, interrupt, quiet=as_json)
    _link(case, quiet=as_json)
    if not as_json:
        write_problems(shorten([problem for outcome in outcomes for problem in outcome.problems]))
    return outcomes, stopped


def _link(case: "Case", *, quiet: bool) -> None:
    """Bring the stories up to date with what is recorded now."""
    from pactwatch.case.link import link_documents
    from pactwatch.display.words import count

    linking = link_documents(case, now())
    if linking.changed and not quiet:
        stories, links = count(linking.stories, "story", "stories"), count(linking.changed, "link")
        click.echo(f"Grouped into {stories}; {links} proposed or changed.", err=True)


def _read_again(case: "Case", interrupt: Interrupt) -> bool:
    from pactwatch.case.read import read_again

    number = 0
    for _ in read_again(case, now):
        number += 1
        if interrupt.asked:
            return True
    if number:
        click.echo(
            f"Read {number} documents again: what reads them is newer than what read them first.", err=True
        )
    return False


def _add(
    case: "Case", files: Sequence[Path], outcomes: "list[Outcome]", interrupt: Interrupt, *, quiet: bool
) -> bool:
    from pactwatch.case.add import add_documents

    with show_progress(len(files), quiet=quiet) as progress:
        for outcome in add_documents(case, files, now):
            outcomes.append(outcome)
            progress.step(outcome.name, count_results(outcomes))
            if interrupt.asked and len(outcomes) < len(files):
                return True
    return False


def shorten(problems: "Sequence[Problem]") -> "list[Problem]":
    """All errors, and of each kind of warning the first few; the last of these says how many more."""
    from pactwatch.display.words import count
    from pactwatch.problems import Level

    kept: list[Problem] = []
    number = Counter(problem.code for problem in problems)
    seen: Counter[str] = Counter()
    for problem in problems:
        seen[problem.code] += 1
        more = number[problem.code] - ALIKE
        if problem.level is Level.ERROR or seen[problem.code] < ALIKE or more <= 0:
            kept.append(problem)
        elif seen[problem.code] == ALIKE:
            kept.append(
                replace(problem, hint=f"{problem.hint} The same of {count(more, 'more file', 'more files')}.")
            )
    return kept


def count_results(outcomes: Sequence["Outcome"]) -> str:
    """How many of each: "added 5, duplicates 0, failed 1"."""
    counts = Counter(str(outcome.result) for outcome in outcomes)
    parts = [f"added {counts['added']}", f"duplicates {counts['duplicate']}", f"failed {counts['failed']}"]
    if counts["updated"]:
        parts.insert(1, f"updated {counts['updated']}")
    return ", ".join(parts)


def sum_up(outcomes: Sequence["Outcome"]) -> str:
    """One line: what became of all files, and why some failed."""
    reasons = [
        f"{outcome.name} ({outcome.reason})"
        for outcome in outcomes
        if outcome.result == "failed" or outcome.withdrawn
    ]
    return count_results(outcomes) + (f": {'; '.join(reasons)}" if reasons else "")


@click.command()
@case_argument
@click.argument("document")
@reason_option
@json_option
def withdraw(case: Path, document: str, reason: str, as_json: bool) -> None:
    """Take DOCUMENT out of all counts; it stays in the record."""
    from pactwatch.case.judge import withdraw_document

    with open_writing(case) as opened:
        row = opened.document(document)
        record = withdraw_document(opened, document, reason=reason, at=now())
    _tell(record, f"{row.document.name} no longer counts: {reason} (record {record.number}).", as_json)


@click.command()
@case_argument
@click.argument("document")
@click.option("--words", metavar="WORDS", help="The words to remove, as they stand in the document.")
@click.option("--span", metavar="BEGIN:END", help="Or the characters to remove.")
@reason_option
@json_option
def redact(
    case: Path, document: str, words: str | None, span: str | None, reason: str, as_json: bool
) -> None:
    """Remove words of DOCUMENT for good; every proof still verifies."""
    from pactwatch.case.judge import redact_words

    if (words is None) == (span is None):
        raise click.UsageError(
            "Give the words to remove (--words) or where they stand (--span), one of them."
        )
    with open_writing(case) as opened:
        stretch = _find_stretch(opened, document, words, span)
        record = redact_words(opened, document, stretch, reason=reason, at=now())
    _tell(record, f"Removed {stretch.end - stretch.begin} characters (record {record.number}).", as_json)


def _find_stretch(case: "Case", document: str, words: str | None, span: str | None) -> "Span":
    from pactwatch.case.judge import find_words
    from pactwatch.model.source import Span

    if words is not None:
        return find_words(case, document, words)
    begin, _, end = (span or "").partition(":")
    if not (begin.isdigit() and end.isdigit()):
        raise click.UsageError(f'"{span}" is no stretch of characters. Write it like 120:145.')
    return Span(int(begin), int(end))


def _tell(record: Any, line: str, as_json: bool) -> None:
    if as_json:
        write_json({"record": record.number, "kind": record.kind, "hash": record.hash, "at": record.at})
    else:
        click.echo(line)
