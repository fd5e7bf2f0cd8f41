"""The twins of stories: the list, one story with its differences and rows, the wordings of an utterance."""

from collections.abc import Iterator, Mapping, Sequence

from pactwatch.display.differences import KINDS
from pactwatch.display.labels import Labels
from pactwatch.display.passports import Passport
from pactwatch.display.sayings import describe_difference
from pactwatch.display.stories import StoryRow
from pactwatch.display.tables import Cell, Table
from pactwatch.model.source import Span
from pactwatch.stories.differences import name_voices
from pactwatch.stories.telling import Telling


def make_stories_table(rows: Sequence[StoryRow], events: Mapping[str, str]) -> Table:
    """One row for each story; ``events`` are their names by ID."""
    columns = "story event when dating articles digests origins outlets utterances judged unjudged documents"
    cells = tuple(
        (
            row.id,
            events[row.id],
            row.when,
            row.dating or None,
            row.sources.articles,
            row.sources.digests,
            row.sources.origins or 0,
            "; ".join(row.outlets),
            row.utterances,
            row.judged,
            row.unjudged,
            "; ".join(row.files),
        )
        for row in rows
    )
    return Table("stories", tuple(columns.split()), cells)


def make_story_table(name: str, telling: Telling, labels: Labels) -> Table:
    """One row for each side of a difference, then one for each clause of a row; those of one number
    belong together."""
    columns = "part number kind about what letter outlet file speaker value words begin end strength"
    cells = (*_list_sides(telling, labels), *_list_clauses(telling, labels))
    return Table(name, tuple(columns.split()), cells)


def _list_sides(telling: Telling, labels: Labels) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(telling.differences, start=1):
        what = describe_difference(one, labels)
        for side in one.sides:
            said, value = name_voices(side.voices) or None, side.value or None
            place = _describe_place(telling, side.document, side.span)
            head = ("difference", number, KINDS[one.differs], one.about, what)
            yield (*head, *_describe(labels, side.document), said, value, *place, one.strength)


def _list_clauses(telling: Telling, labels: Labels) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(telling.alignment.rows, start=1):
        kind = "told by several" if len(row.documents) > 1 else "only one outlet"
        for clause in row.clauses:
            document, said = clause.place.document, name_voices(clause.voices) or None
            place = _describe_place(telling, document, clause.place.span)
            head = ("row", number, kind, None, None)
            yield (*head, *_describe(labels, document), said, None, *place, row.alike)


def _describe(labels: Labels, document: str) -> tuple[Cell, ...]:
    label = labels[document]
    return (label.letter, label.outlet, label.file)


def _describe_place(telling: Telling, document: str, span: Span) -> tuple[Cell, ...]:
    return (telling.alignment.report(document).words(span), span.begin, span.end)


def make_passport_table(name: str, passport: Passport) -> Table:
    """One row for each report that carries the utterance."""
    columns = "utterance letter outlet file published how speaker words origin claim"
    cells = tuple(
        (
            number,
            row.report.letter,
            row.report.outlet,
            row.report.file,
            row.report.published,
            row.form,
            row.speaker,
            row.stretch.words,
            row.origin or None,
            row.claim,
        )
        for number, one in enumerate(passport.utterances, start=1)
        for row in one.carriers
    )
    return Table(name, tuple(columns.split()), cells)
