"""The alignment table of a story: one row for each thing told, one column for each report that is shown.

rows of the telling --> columns chosen --> rows that a filter leaves --> cells with their words marked
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import regex

from pactwatch.display.labels import Labels, ReportLabel
from pactwatch.display.marking import Wording, mark_words
from pactwatch.display.spans import Highlight
from pactwatch.display.stretches import Stretch, find_words, make_stretch
from pactwatch.language.lexicon import read_list
from pactwatch.model.source import Span
from pactwatch.stories.differences import Difference, Differs, name_voices
from pactwatch.stories.reports import Clause, Voice
from pactwatch.stories.table import Row
from pactwatch.stories.telling import Telling

#: Reports that the table shows side by side.
MOST_COLUMNS = 4

#: The filters of the rows: what an address says, and what a reader reads.
FILTERS: Mapping[str, str] = {
    "several": "told by several",
    "attribution": "attribution differs",
    "numbers": "numbers differ",
    "judging": "judging words",
    "single": "only one outlet",
}

_JUDGING = regex.compile(r"\b(?:\L<labels>)(?:s|es)?\b", regex.IGNORECASE, labels=read_list("labels.txt"))

_NUMBERS = (Differs.FIGURE, Differs.HEDGE, Differs.SINGLE)
_VALUES = (*_NUMBERS, Differs.OFFICE, Differs.SCOPE)
_VOICES = (Differs.ATTRIBUTION, Differs.SPEAKER)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has in a row; no stretches where it tells nothing of it. ``otherwise``: it is told
    in other words, so that no single word is marked; ``dropped``: others name a speaker and this one
    does not; ``caused``: it makes this the result of something else and others do not."""

    report: ReportLabel
    stretches: tuple[Stretch, ...]
    otherwise: bool = False
    dropped: bool = False
    caused: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One thing that is told; ``flags`` say in words in what the reports differ, ``also`` are the reports
    that tell it and are not shown; ``otherwise``: every one of them tells it in other words."""

    number: int
    cells: tuple[Cell, ...]
    otherwise: bool
    flags: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A filter with how many rows it leaves."""

    value: str
    label: str
    number: int
    current: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The table as it is asked for. ``singles`` stand in place of rows where one outlet's are asked for."""

    columns: tuple[ReportLabel, ...]
    chosen: str
    rows: tuple[TableRow, ...]
    singles: tuple[tuple[ReportLabel, tuple[Stretch, ...]], ...]
    filters: tuple[FilterRow, ...]


def choose_columns(labels: Labels, asked: Sequence[str]) -> tuple[ReportLabel, ...]:
    """The reports asked for by letter, at most four; the first four where fewer than two are asked for."""
    wanted = {letter.strip().upper() for words in asked for letter in words.split(",")}
    chosen = [label for label in labels.values() if label.letter in wanted]
    return tuple((chosen if len(chosen) > 1 else list(labels.values()))[:MOST_COLUMNS])


def make_side_by_side(
    telling: Telling, labels: Labels, columns: Sequence[ReportLabel], asked: str
) -> SideBySide:
    """The rows that a filter leaves; an unknown filter is the first one."""
    chosen = asked if asked in FILTERS else "several"
    shown = [column.document for column in columns]
    several = [row for row in telling.alignment.rows if len(set(row.documents) & set(shown)) > 1]
    single = [row for row in telling.alignment.rows if len(row.documents) == 1 and row.documents[0] in shown]
    left = {name: [row for row in several if test(row, telling, shown)] for name, test in _TESTS.items()}
    kept = left.get(chosen, [])
    numbers = {id(row): number for number, row in enumerate(several, start=1)}
    return SideBySide(
        columns=tuple(columns),
        chosen=chosen,
        rows=tuple(_make_row(row, numbers[id(row)], telling, labels, columns) for row in kept),
        singles=_list_singles(single, telling, labels, columns) if chosen == "single" else (),
        filters=tuple(
            FilterRow(name, label, len(left.get(name, single)), name == chosen)
            for name, label in FILTERS.items()
        ),
    )


def _list_singles(
    rows: Sequence[Row], telling: Telling, labels: Labels, columns: Sequence[ReportLabel]
) -> tuple[tuple[ReportLabel, tuple[Stretch, ...]], ...]:
    return tuple(
        (
            column,
            tuple(
                _make_stretch(clause, telling, labels, ())
                for row in rows
                for clause in row.of(column.document)
            ),
        )
        for column in columns
    )


def _make_row(
    row: Row, number: int, telling: Telling, labels: Labels, columns: Sequence[ReportLabel]
) -> TableRow:
    shown = [column.document for column in columns]
    cells = tuple(_make_cell(row, column, telling, labels, shown) for column in columns)
    return TableRow(
        number=number,
        cells=cells,
        otherwise=all(cell.otherwise for cell in cells if cell.stretches),
        flags=tuple(
            FILTERS[name] for name in _TESTS if name != "several" and _TESTS[name](row, telling, shown)
        ),
        also=tuple(labels[document].letter for document in row.documents if document not in shown),
    )


def _make_cell(row: Row, column: ReportLabel, telling: Telling, labels: Labels, shown: Sequence[str]) -> Cell:
    own = row.of(column.document)
    if not own:
        return Cell(column, ())
    others = [row.of(document) for document in shown if document != column.document and row.of(document)]
    marks = mark_words(_cut(own, telling), [_cut(clauses, telling) for clauses in others])
    found = [*_find_judging(own, telling), *_find_different(own, telling)]
    told = any(_find_voices(clause, telling) for clauses in others for clause in clauses)
    return Cell(
        report=column,
        stretches=tuple(_make_stretch(clause, telling, labels, (*(marks or ()), *found)) for clause in own),
        otherwise=marks is None,
        dropped=told and not any(_find_voices(clause, telling) for clause in own),
        caused=any(_is_caused(clause, telling) for clause in own),
    )


def _cut(clauses: Sequence[Clause], telling: Telling) -> Wording:
    text = telling.alignment.report(clauses[0].place.document).article.text
    return Wording.cut(text, [clause.place.span for clause in clauses])


def _find_judging(clauses: Sequence[Clause], telling: Telling) -> list[Highlight]:
    text = telling.alignment.report(clauses[0].place.document).article.text
    found = (
        match
        for clause in clauses
        for match in _JUDGING.finditer(text, clause.place.span.begin, clause.place.span.end)
    )
    return [Highlight(Span(match.start(), match.end()), "judging", "") for match in found]


def _find_different(clauses: Sequence[Clause], telling: Telling) -> list[Highlight]:
    """The values of differences that stand in some clauses: a number, an office, a reach."""
    document = clauses[0].place.document
    text = telling.alignment.report(document).article.text
    values = (
        find_words(text, side.span, side.value)
        for one in telling.differences
        if one.differs in _VALUES
        for side in one.sides
        if side.document == document and any(side.span.overlaps(clause.place.span) for clause in clauses)
    )
    return [Highlight(span, "changed", "") for span in values if span is not None]


def _make_stretch(clause: Clause, telling: Telling, labels: Labels, marks: Sequence[Highlight]) -> Stretch:
    report = telling.alignment.report(clause.place.document)
    voice = name_voices(_find_voices(clause, telling))
    return make_stretch(report, labels, clause.place.span, marks, voice)


def _find_voices(clause: Clause, telling: Telling) -> Sequence[Voice]:
    """Those who say a clause, or the number in it."""
    said = (
        side.voices
        for one in telling.differences
        if one.differs is Differs.ATTRIBUTION
        for side in one.sides
        if side.document == clause.place.document and side.span.overlaps(clause.place.span)
    )
    return clause.voices or next((voices for voices in said if voices), ())


def _is_caused(clause: Clause, telling: Telling) -> bool:
    """Whether a difference of cause names this clause as the one with the cause."""
    return any(
        one.differs is Differs.CAUSE
        and one.sides[0].document == clause.place.document
        and one.sides[0].span.overlaps(clause.place.span)
        for one in telling.differences
    )


def _is_any(row: Row, telling: Telling, shown: Sequence[str]) -> bool:
    return True


def _differs_in_voice(row: Row, telling: Telling, shown: Sequence[str]) -> bool:
    """Whether some of the reports shown name a speaker here and others none, or a difference says so."""
    clauses = [clause for clause in row.clauses if clause.place.document in shown]
    named = {bool(_find_voices(clause, telling)) for clause in clauses}
    return len(named) > 1 or _is_touched(clauses, telling.differences, _VOICES)


def _differs_in_number(row: Row, telling: Telling, shown: Sequence[str]) -> bool:
    clauses = [clause for clause in row.clauses if clause.place.document in shown]
    return _is_touched(clauses, telling.differences, _NUMBERS)


def _is_touched(
    clauses: Sequence[Clause], differences: Sequence[Difference], kinds: Sequence[Differs]
) -> bool:
    """Whether two reports of a row are two sides of a difference of some kinds."""
    return any(
        len(
            {
                side.document
                for side in one.sides
                for clause in clauses
                if side.document == clause.place.document and side.span.overlaps(clause.place.span)
            }
        )
        > 1
        for one in differences
        if one.differs in kinds
    )


def _is_judging(row: Row, telling: Telling, shown: Sequence[str]) -> bool:
    return any(_JUDGING.search(clause.words) for clause in row.clauses if clause.place.document in shown)


_TESTS: Mapping[str, Callable[[Row, Telling, Sequence[str]], bool]] = {
    "several": _is_any,
    "attribution": _differs_in_voice,
    "numbers": _differs_in_number,
    "judging": _is_judging,
}
