"""Tables as plain rows and columns: the twin of every page, for spreadsheets and programs.

A cell of the spreadsheet form that begins like a formula gets an apostrophe before it
(ASVS 5.0, 1.2.10); the JSON form holds the cells as they are.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pactwatch.display.board import Column
from pactwatch.display.documents import COUNTED, DocumentRow
from pactwatch.display.evidence import Evidence
from pactwatch.display.figures import FigureRow, Series
from pactwatch.display.issues import Issues
from pactwatch.display.quotes import QuoteRow
from pactwatch.display.sums import DerivationRow, SumRow, TermRow, write_term

Cell = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """A name, column names, and rows of as many cells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def format_csv(table: Table) -> str:
    """The table for a spreadsheet: header, CRLF, no cell that is a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_disarm(cell) for cell in row] for row in table.rows)
    return buffer.getvalue()


def _disarm(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip(" \ufeff").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def list_objects(table: Table) -> list[dict[str, Cell]]:
    """The rows as objects by column name."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def make_board_table(columns: Iterable[Column]) -> Table:
    """One row for each provision: mark, tally, latest progress, breaches alleged per side."""
    rows = []
    for column in columns:
        for card in column.cards:
            rows.append(
                (
                    column.id,
                    card.id,
                    card.title,
                    card.duty.by if card.duty else None,
                    card.sign.full,
                    card.life_cycle,
                    card.tally.words if card.tally else None,
                    card.latest.step if card.latest else None,
                    card.latest.day if card.latest else None,
                    card.latest.speaker.words if card.latest else None,
                    "; ".join(f"{row.by}: {row.words}" for row in card.breaches) or None,
                    card.sources.articles,
                    card.sources.digests,
                    card.scale,
                    "; ".join(card.flags) or None,
                    card.why,
                )
            )
    head = "phase provision title owed_by status life_cycle tally progress progress_day reported_by"
    tail = "breaches_alleged_by articles digests kroc_scale differences why"
    return Table("phases", tuple(f"{head} {tail}".split()), tuple(rows))


def make_figure_table(name: str, rows: Iterable[FigureRow], measure: str | None = None) -> Table:
    """One row for each reported number, as printed and as bounds."""
    numbers, told = "measure printed low high bound hedge things place", "speaker side day day_from window"
    cells = tuple(
        (
            measure,
            row.printed,
            row.low,
            row.high,
            row.bound,
            row.hedge,
            row.things,
            row.place,
            row.speaker.name,
            row.speaker.side,
            row.day.isoformat() if row.day else None,
            row.day_source,
            row.window,
            row.outlet,
            row.file,
            "digest" if row.digest else None,
            row.state,
            row.claim,
            row.words,
        )
        for row in rows
    )
    columns = f"{numbers} {told} outlet file digest review claim words"
    return Table(name, tuple(columns.split()), cells)


def make_figures_table(series: Sequence[Series]) -> Table:
    """The numbers of all measures in one table."""
    parts = [make_figure_table("figures", one.rows, one.id) for one in series]
    columns = parts[0].columns if parts else make_figure_table("figures", ()).columns
    return Table("figures", columns, tuple(row for part in parts for row in part.rows))


def make_sum_table(rows: Iterable[SumRow]) -> Table:
    """One row for each check of the numbers."""
    cells = tuple(
        (
            row.measure or None,
            row.kind,
            row.written or None,
            row.answer,
            row.verdict,
            row.off_by,
            _write_terms(row.terms),
            " ".join(row.claims),
        )
        for row in rows
    )
    return Table("sums", ("measure", "check", "sum", "answer", "verdict", "off_by", "terms", "claims"), cells)


def make_derivation_table(rows: Iterable[DerivationRow]) -> Table:
    """One row for each possible derivation."""
    cells = tuple(
        (
            row.measure,
            row.written,
            _write_terms((row.result,)),
            _write_terms(row.sources),
            "; ".join(row.changes) or None,
            row.order,
            " ".join(row.claims),
        )
        for row in rows
    )
    return Table(
        "derivations", ("measure", "sum", "number", "may_come_from", "changes", "order", "claims"), cells
    )


def _write_terms(terms: Iterable[TermRow]) -> str:
    return "; ".join(write_term(term) for term in terms)


def make_document_table(rows: Iterable[DocumentRow]) -> Table:
    """One row for each document."""
    columns = ("document", "file", "title", "outlet", "agency", "published", "digest", "rests_on", "url")
    cells = tuple(
        (
            row.id,
            row.file,
            row.title,
            row.outlet if row.named else None,
            row.agency,
            row.published,
            "digest" if row.digest else None,
            "; ".join(row.rests_on) or None,
            row.url,
            *row.counts,
            row.rejected,
            row.elsewhere or None,
            row.withdrawn,
        )
        for row in rows
    )
    return Table("documents", (*columns, *COUNTED, "rejected", "about_something_else", "withdrawn"), cells)


def make_quote_table(rows: Iterable[QuoteRow]) -> Table:
    """One row for each statement."""
    columns = "speaker side form cue words told said modality outlet file digest provisions review claim"
    cells = tuple(
        (
            row.speaker.name,
            row.speaker.side,
            row.form,
            row.cue,
            row.words,
            row.told or None,
            row.said,
            row.modality,
            row.outlet,
            row.file,
            "digest" if row.digest else None,
            "; ".join(row.provisions) or None,
            row.state,
            row.claim,
        )
        for row in rows
    )
    return Table("quotes", tuple(columns.split()), cells)


def make_issue_table(issues: Issues) -> Table:
    """One row for whatever is wrong, left out or open."""
    rows: list[tuple[Cell, ...]] = []
    for problem in issues.problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        rows.append((problem.level.value, problem.code, place, problem.message, problem.hint, None))
    rows.extend(("left out", None, row.file, row.reason, None, None) for row in issues.left_out)
    rows.extend(
        ("about something else", None, row.file, row.reason, None, " ".join(row.claims))
        for row in issues.apart
    )
    rows.extend(
        ("withdrawn", None, document.name, reason, None, None) for document, reason in issues.withdrawn
    )
    rows.extend(("speaker open", None, row.file, row.words, row.reason, row.claim) for row in issues.speakers)
    rows.extend(("stale", None, row.file, row.sentence, row.reason, row.claim) for row in issues.stale)
    rows.extend(("expectation failed", None, None, words, None, None) for words in issues.expectations)
    return Table("problems", ("kind", "code", "place", "message", "note", "claims"), tuple(rows))


def make_evidence_table(name: str, rows: Iterable[Evidence]) -> Table:
    """One row for each sentence, with all that is known of the claim."""
    columns = "claim kind says speaker side hedge modality said happened window outlet published file digest"
    cells = tuple(
        (
            row.claim,
            row.kind,
            row.says,
            row.speaker.name,
            row.speaker.side,
            row.hedge,
            row.modality,
            row.said,
            row.happened,
            row.window,
            row.outlet,
            row.published,
            row.file,
            "digest" if row.digest else None,
            row.state,
            row.maker,
            row.rule,
            "; ".join(provision for provision, _ in row.provisions) or None,
            "".join(piece.text for piece in row.pieces),
            row.home.story if row.home else None,
            row.home.origin if row.home else None,
            (row.home.standing or None) if row.home else None,
        )
        for row in rows
    )
    tail = "review maker rule provisions sentence story origin standing"
    return Table(name, (*columns.split(), *tail.split()), cells)
