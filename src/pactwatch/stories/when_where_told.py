"""Days and places that reports of a story give differently for one thing that they tell.

rows that are surely one thing --> the one day, the one place that each clause names --> differences

A weekday counts from the day of publication; where that is unknown, weekdays are compared by name. A place is
what stands behind a preposition of place with a capital; "in Miami" and "in Florida" differ as printed, and
which lies in which is not known here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import regex

from pactwatch.language.dates import find_dates
from pactwatch.model.source import When
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side
from pactwatch.stories.reports import Clause, Report
from pactwatch.stories.table import Alignment, Row

#: From here on a row is one thing that reports may date or place differently.
SURE = 0.5
#: How much of a row's likeness counts: two clauses may name days of two things, and of two places one may
#: lie in the other.
DAY_SHARE, PLACE_SHARE = 0.8, 0.4

_WEEKDAY = regex.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PLACE = regex.compile(
    r"\b(?:in|at|near|outside|off|around)\s+(?:the\s+)?(?P<place>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)"
)
_MONTH = regex.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


@dataclass(frozen=True, slots=True)
class _Name:
    """What a clause names: the words as printed, and what they are compared by (empty: not known).
    ``loose`` is compared where one of the two is not known."""

    words: str
    exact: str
    loose: str = ""

    def differs(self, other: "_Name") -> bool:
        """Whether two names differ; those that share a word may be one ("Mount Pell", "Mt Pell")."""
        known = bool(self.exact and other.exact)
        a, b = (self.exact, other.exact) if known else (self.loose, other.loose)
        return not set(a.split()) & set(b.split())


def find_days(alignment: Alignment) -> Iterable[Difference]:
    """One thing that two reports put on different days."""
    yield from _compare(alignment, Differs.DAY, _name_day, DAY_SHARE)


def find_places(alignment: Alignment) -> Iterable[Difference]:
    """One thing that two reports put in different places."""
    yield from _compare(alignment, Differs.PLACE, _name_place, PLACE_SHARE)


def _compare(
    alignment: Alignment, kind: Differs, find: Callable[[Clause, Report], _Name | None], share: float
) -> Iterator[Difference]:
    for row in alignment.rows:
        if row.alike >= SURE and len(row.documents) > 1:
            named = [
                (clause, name)
                for clause in row.clauses
                if (name := find(clause, alignment.report(clause.place.document)))
            ]
            pairs = [(a, b) for a, b in combinations(named, 2) if a[0].place.document != b[0].place.document]
            sure = [(a, b) for a, b in pairs if alignment.compare(a[0], b[0]) >= SURE]
            apart = [(a, b) for a, b in sure if a[1].differs(b[1])]
            if any(kind is Differs.DAY or not _shares_places(alignment, *pair) for pair in apart):
                yield _make(row, kind, named, share)


def _shares_places(alignment: Alignment, one: tuple[Clause, _Name], other: tuple[Clause, _Name]) -> bool:
    """Whether one report names the other's place too, anywhere: one may lie in the other."""
    return any(
        name.words in alignment.report(clause.place.document).article.text
        for clause, name in ((one[0], other[1]), (other[0], one[1]))
    )


def _make(row: Row, kind: Differs, named: list[tuple[Clause, _Name]], share: float) -> Difference:
    sides = tuple(
        Side(clause.place.document, clause.place.span, name.words, clause.voices) for clause, name in named
    )
    values = " / ".join(dict.fromkeys(f"“{side.value}”" for side in sides))
    return Difference(
        kind, row.clauses[0].told, f"the {kind.value} is given as {values}", sides, row.alike * share
    )


def _name_day(clause: Clause, report: Report) -> _Name | None:
    """The one day that a clause names: compared as a day, or as a weekday where one is not dated."""
    published = report.document.published
    base = published.first if published and published.first == published.last else None
    weekdays = _WEEKDAY.findall(clause.told)
    found = [one for one in find_dates(clause.told, 0, len(clause.told), base) if _is_day(one.when)]
    if len(found) == 1 and found[0].when is not None:
        day, words = found[0].when.first, clause.told[found[0].begin : found[0].end]
        return _Name(words, day.isoformat(), f"{day:%A}")
    return _Name(weekdays[0], "", weekdays[0]) if len(weekdays) == 1 and not found else None


def _is_day(when: When | None) -> bool:
    return when is not None and when.precision == "day"


def _name_place(clause: Clause, report: Report) -> _Name | None:
    """The one place that a clause names, compared by its stems."""
    found = [match["place"] for match in _PLACE.finditer(clause.told)]
    places = [place for place in found if not _WEEKDAY.match(place) and not _MONTH.match(place)]
    return _Name(places[0], " ".join(find_stems(places[0]))) if len(places) == 1 else None
