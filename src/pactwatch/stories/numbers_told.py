"""Figures that several reports of a story give for one thing: other numbers, other hedges, one without a
speaker, one that a single report has.

facts with figures --> those of one measure, or of one row and thing counted --> differences
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.attributions_told import is_said
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.groups import connect
from pactwatch.stories.own_voice import is_own_voice
from pactwatch.stories.reports import Clause, Report, find_voices
from pactwatch.stories.table import Alignment, Row
from pactwatch.stories.told import Told, find_any, list_told
from pactwatch.stories.tolls_told import SURE as TOLL
from pactwatch.stories.tolls_told import group_tolls
from pactwatch.stories.who import are_others

#: Clauses are about one thing for figures that no measure follows from this likeness on, and are the same
#: but for the number from the other on.
SURE, SAME = 0.38, 0.7
#: From here on a clause without a number tells what one with a number tells.
SINGLE = 0.45
#: Numbers for one thing that are further apart are mostly for different things.
NEAR = 1.5
#: How sure figures of one measure are to be about the same thing.
MEASURED = 0.97

#: Characters before a number in which its hedge stands.
_HEDGE = 12
#: Characters before a number in which another one or a name may stand that it belongs to.
_TIE = 6
_YEAR = regex.compile(r"1[5-9]\d\d|20\d\d")
_TIED_BEFORE = regex.compile(r"(?:\d\s?[-–/]\s?|\d (?:to|and|or) |\p{L}\s?-\s?|\d[.:])\Z")
_TIED_BEHIND = regex.compile(r"\s?[-–/]\s?\d")
_NUMBER = regex.compile(r"\d")


def find_figure_differences(alignment: Alignment) -> Iterable[Difference]:
    """Other numbers, hedges and speakers for one thing, and numbers that a single report has."""
    told = [told for report in alignment.reports for told in list_told(report)]
    for group in _by_measure(told):
        yield from _compare(group, told, MEASURED)
    for group in group_tolls(told):
        yield from _compare(group, told, TOLL)
    for group, sure in _by_row(told, alignment):
        yield from _compare(group, told, sure)
    yield from _find_single(told, alignment)


def _by_measure(told: Sequence[Told]) -> Iterable[list[Told]]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        if one.fact.placement.measure:
            groups.setdefault(one.fact.placement.measure, []).append(one)
    return groups.values()


def _by_row(told: Sequence[Told], alignment: Alignment) -> Iterable[tuple[list[Told], float]]:
    """Figures that no measure follows, two by two: those of one row that count the same thing in clauses
    that are alike."""
    counts = [one for one in told if not one.fact.placement.measure and is_count(one)]
    for row in alignment.rows:
        own = [(one, clause) for one in counts if (clause := _find_clause(one, row)) is not None]
        alike: dict[tuple[int, int], float] = {}
        for (m, (a, here)), (n, (b, there)) in combinations(enumerate(own), 2):
            score = alignment.compare(here, there)
            if a.report.id != b.report.id and a.thing == b.thing and score >= SURE and _is_one_window(a, b):
                alike[m, n] = score
        for group in connect(range(len(own)), list(alike)):
            scores = [score for (m, _), score in alike.items() if m in group]
            yield [own[n][0] for n in sorted(group)], max(scores, default=0.0)


def is_count(told: Told) -> bool:
    """Whether a number counts things: no year, no part of a score, a range or a name (1950-53, AK-47)."""
    text, number = told.report.article.text, told.figure.number
    if told.figure.effect is None and _YEAR.fullmatch(number.of(text)):
        return False
    before = text[max(0, number.begin - _TIE) : number.begin]
    return not (_TIED_BEFORE.search(before) or _TIED_BEHIND.match(text, number.end))


def _find_clause(told: Told, row: Row) -> Clause | None:
    """The clause of a row in which a number stands."""
    own = row.of(told.report.id)
    return next((clause for clause in own if clause.place.span.holds(told.figure.number)), None)


def _is_one_window(a: Told, b: Told) -> bool:
    """Whether two figures may be of one stretch of time: a running total is none of a single day."""
    return a.figure.cumulative == b.figure.cumulative and bool(a.figure.window) == bool(b.figure.window)


def _compare(group: Sequence[Told], told: Sequence[Told], sure: float) -> Iterable[Difference]:
    """What differs among figures for one thing; the last one of a report stands for it."""
    newest = list({one.report.id: one for one in group}.values())
    if len(newest) < 2:
        return
    about, sides = _describe(newest[0]), tuple(one.side() for one in newest)
    values = ", ".join(dict.fromkeys(side.value for side in sides))
    if len({one.number for one in newest}) > 1:
        windowed = sure == MEASURED and all(_has_window(one) for one in newest)
        if windowed or _are_rivals(newest, told, sure):
            yield Difference(Differs.FIGURE, about, f"the number is given as {values}", sides, sure)
    elif len({_bounds(one) for one in newest}) > 1 and not any(_is_edited(one) for one in newest):
        yield Difference(Differs.HEDGE, about, f"one number, given as {values}", sides, sure)
    if sure == MEASURED or len({one.number for one in newest}) == 1:
        yield from _compare_voices(newest, told, sure)
    if len({one.number for one in newest}) == 1:
        yield from _compare_speakers(newest, sure)


def _bounds(told: Told) -> tuple[object, ...]:
    return told.figure.low, told.figure.high, told.figure.approx


def _is_edited(told: Told) -> bool:
    """Whether a hedge may stand before a number that is read without one: [A]t least 10, larger than 10."""
    begin = told.figure.number.begin
    before = told.report.article.text[max(0, begin - _HEDGE) : begin]
    return "]" in before or (not told.fact.claim.hedge and before.endswith("than "))


def _has_window(told: Told) -> bool:
    return told.figure.cumulative or told.figure.window is not None


def _are_rivals(group: Sequence[Told], told: Sequence[Told], sure: float) -> bool:
    """Whether numbers without a measure and a window are for one thing: close to each other and no distance
    or time, or in clauses that are the same but for them, and none of them given by the other as well."""
    values = [float(str(find_any(one.figure) or 0)) for one in group]
    near = min(values) > 0 and max(values) / min(values) <= NEAR
    shared = any(
        other.number == one.number and other.thing == one.thing
        for one in group
        for other in told
        if other.report.id != one.report.id and any(other.report.id == own.report.id for own in group)
    )
    return ((near and not _is_measure(group[0])) or MEASURED > sure >= SAME) and not shared


def _compare_voices(group: Sequence[Told], told: Sequence[Told], sure: float) -> Iterable[Difference]:
    """One report gives a number as somebody's and another one in its own voice only."""
    said = [one for one in group if is_said(one.report, find_voices(one.fact), one.figure.number)]
    own = [one for one in group if _is_own(one, told)]
    if own and said and (sure == MEASURED or not _is_measure(own[0])):
        sides = tuple(one.side() for one in sorted([*own, *said], key=group.index))
        names = " or ".join(dict.fromkeys(name_voices(find_voices(one.fact)) for one in said))
        what = f"one report has the number from {names}, another gives it in its own voice"
        yield Difference(Differs.ATTRIBUTION, _describe(own[0]), what, sides, sure)


def _compare_speakers(group: Sequence[Told], sure: float) -> Iterable[Difference]:
    """One number that reports have from different speakers, each known by name or side."""
    voices = [(one, find_voices(one.fact)) for one in group if sure == MEASURED or not _is_measure(one)]
    apart = [
        pair
        for pair in combinations(voices, 2)
        if pair[0][1] and pair[1][1] and are_others(pair[0][1], pair[1][1])
    ]
    shown = [one for one, own in voices if any((one, own) in pair for pair in apart)]
    if shown:
        names = " / ".join(dict.fromkeys(name_voices(find_voices(one.fact)) for one in shown))
        what = f"the number is given as that of {names}"
        yield Difference(Differs.SPEAKER, _describe(shown[0]), what, tuple(one.side() for one in shown), sure)


def _is_own(one: Told, told: Sequence[Told]) -> bool:
    """Whether a report gives a number in its own voice wherever it does."""
    same = [other for other in told if other.report.id == one.report.id and other.number == one.number]
    return all(
        not find_voices(other.fact) and is_own_voice(other.report, other.figure.number) for other in same
    )


def _is_measure(told: Told) -> bool:
    """Whether a number measures a distance, an age or a time, and counts no things."""
    counted = told.figure.counted.lower()
    units = word_set("quantities.measures") | word_set("exclusions.time-units") | word_set("numbers.units")
    return counted in units or counted.removesuffix("s") in units


def _is_age(told: Told) -> bool:
    """Whether a number stands behind "at": an age, a rate."""
    return told.report.article.text[: told.figure.number.begin].rstrip().lower().endswith(" at")


def _describe(told: Told) -> str:
    group = told.figure.group or told.figure.counted
    return " ".join(part for part in (group, told.figure.effect or "") if part)


def _find_single(told: Sequence[Told], alignment: Alignment) -> Iterable[Difference]:
    """A number in one report where another tells the same of the same things without one."""
    counts = [one for one in told if is_count(one) and not _is_measure(one) and not _is_age(one)]
    for row, one in ((row, one) for row in alignment.rows for one in counts):
        clause = _find_clause(one, row)
        if clause is None or len(row.documents) < 2 or _is_told_by_others(one, told):
            continue
        others = [
            other
            for other in row.clauses
            if other.place.document != one.report.id and alignment.compare(clause, other) >= SINGLE
            if _tells_without(one, other, told)
        ]
        if others:
            sides = (one.side(), *(Side(c.place.document, c.place.span, "", c.voices) for c in others))
            what = f"only one report gives a number: {sides[0].value}"
            yield Difference(Differs.SINGLE, _describe(one), what, sides, min(0.7, row.alike))


def _tells_without(one: Told, clause: Clause, told: Sequence[Told]) -> bool:
    """Whether a clause speaks of what a figure counts, and has no number itself."""
    if _NUMBER.search(clause.words) or any(_holds(clause, other) for other in told):
        return False
    number = one.figure.number.of(one.report.article.text).lower()
    words = clause.words.lower().split()
    return number not in words and set(find_stems(one.figure.counted)) <= set(find_stems(clause.told))


def _holds(clause: Clause, told: Told) -> bool:
    return clause.place.document == told.report.id and clause.place.span.holds(told.figure.number)


def _is_told_by_others(one: Told, told: Sequence[Told]) -> bool:
    return any(
        other.report.id != one.report.id and (other.number == one.number or other.thing == one.thing)
        for other in told
    )


def count_shared(one: Report, other: Report) -> list[tuple[Told, Told]]:
    """The figures that two reports share: the same number of the same thing."""
    pairs = ((a, b) for a in list_told(one) for b in list_told(other))
    shared = [(a, b) for a, b in pairs if a.number == b.number and (a.thing == b.thing or _one_measure(a, b))]
    return list({a.number: (a, b) for a, b in reversed(shared)}.values())


def _one_measure(a: Told, b: Told) -> bool:
    return a.fact.placement.measure is not None and a.fact.placement.measure == b.fact.placement.measure
