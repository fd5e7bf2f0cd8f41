"""Windows that dates make: months and years, stretches from one date to another, days in a row.

in March; last year; by 2012; from 2009 to 2011; between 3 and 9 May; 12 on Friday and 19 on Saturday
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from pactwatch.claims.sheet import Unit
from pactwatch.language.dates import DateFound
from pactwatch.model.claim import Window
from pactwatch.model.source import When

_FIRST_DAY = regex.compile(r"\b(?:from|between) (\d{1,2}) (?:to|and|until) $", regex.IGNORECASE)
_BEFORE_PERIOD = regex.compile(
    r"\b(in|during|throughout|for|by|until|up to)(?: the)?(?: whole of)? $", regex.IGNORECASE
)
_BEFORE_PERIOD = regex.compile(
    r"\b(in|during|throughout|for|by|until|up to)(?: the)?(?: whole of)? $", regex.IGNORECASE
)
_BEFORE_RANGE = regex.compile(r"\b(?:from|between)\s+$", regex.IGNORECASE)
_INSIDE_RANGE = regex.compile(
    r"\s*(?:morning|evening|noon|night|afternoon)?\s+(?:to|and|until|through)\s+(?:late\s+)?",
    regex.IGNORECASE,
)
_INSIDE_RANGE = regex.compile(
    r"\s*(?:morning|evening|noon|night|afternoon)?\s+(?:to|and|until|through)\s+(?:late\s+)?",
    regex.IGNORECASE,
)
#: What may stand between a window and the number that it is of: since Monday [at least] 60 barges
THEN_NUMBER = regex.compile(
    r"\s+(?:at |as |to |is |was )?"
    r"(?:at least|more than|up to|about|around|some|nearly|almost|over|only|another)?\s*"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a dozen|dozens|hundreds|thousands|scores)\b)",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlacedWindow:
    """A window at characters ``begin`` to ``end``; a ``wide`` one counts for its whole clause, one that
    ``follows`` only for numbers before it."""

    begin: int
    end: int
    window: Window
    wide: bool
    follows: bool = False


def find_periods(text: str, dates: Sequence[DateFound]) -> Iterator[PlacedWindow]:
    """Months, years and weeks, and stretches from one date to another."""
    joined = -1
    for place, found in enumerate(dates):
        follower = dates[place + 1] if place + 1 < len(dates) else None
        opening = _BEFORE_RANGE.search(text, max(0, found.begin - 10), found.begin)
        if opening and follower and _INSIDE_RANGE.fullmatch(text, found.end, follower.begin):
            joined = place + 1
            words = text[opening.start() : follower.end]
            since, until = _in_order(found.when, follower.when)
            yield PlacedWindow(opening.start(), follower.end, Window(words, since, until), False)
        elif place != joined and (period := _days_of_month(text, found) or _period(text, found)) is not None:
            yield period


def _days_of_month(text: str, found: DateFound) -> PlacedWindow | None:
    """between 3 and 9 May: one month for both days"""
    first = _FIRST_DAY.search(text, max(0, found.begin - 20), found.begin)
    until = found.when
    if first is None or until is None or not text[found.begin].isdigit():
        return None
    day = int(first.group(1))
    if not 0 < day < until.first.day:
        return None
    since = replace(until, first=until.first.replace(day=day), last=until.first.replace(day=day))
    return PlacedWindow(
        first.start(), found.end, Window(text[first.start() : found.end], since, until), False
    )


def _in_order(since: When | None, until: When | None) -> tuple[When | None, When | None]:
    """The ends of a stretch; a weekday that seems to lie behind the end is the one of the week before."""
    if since is None or until is None or since.first <= until.last:
        return since, until
    if "nearest" in since.how:
        return move_to_past_year(since, until.last), until
    if "weekday" in since.how and since.first - until.last < timedelta(days=7):
        day = since.first - timedelta(days=7)
        return When(day, day, "day", "weekday before the end"), until
    return None, None


def move_to_past_year(when: When, today: date | None) -> When:
    """What began without a year lies before publication: since 10 October, told in May"""
    if today is None or when.first <= today or "nearest" not in when.how:
        return when
    try:
        first, last = (day.replace(year=day.year - 1) for day in (when.first, when.last))
    except ValueError:
        return when
    return replace(when, first=first, last=last, how="last before publication")


def _period(text: str, found: DateFound) -> PlacedWindow | None:
    """in March; last year; by 2012 (which only ends). A single day is no period."""
    when, before = found.when, _BEFORE_PERIOD.search(text, max(0, found.begin - 20), found.begin)
    relative = text[found.begin : found.end].lower().startswith(("last ", "this ", "past ", "next "))
    is_day = when.precision == "day" if when else text[found.begin : found.end][-3:].lower() == "day"
    ends = before is not None and before.group(1).lower() in ("by", "until", "up to")
    if not (relative or before) or (is_day and not ends):
        return None
    begin = before.start() if before else found.begin
    words = text[begin : found.end]
    first = When(when.first, when.first, when.precision, when.how) if when and not ends else None
    last = When(when.last, when.last, when.precision, when.how) if when else None
    return PlacedWindow(begin, found.end, Window(words, first, last), False)


def find_days_in_a_row(text: str, unit: Unit, dates: Sequence[DateFound]) -> list[PlacedWindow]:
    """12 barges on Friday, 19 on Saturday: days are windows where counts of several stand side by side."""
    days = [
        f
        for f in dates
        if f.when and f.when.precision == "day" and text[f.begin - 3 : f.begin].lower() == "on "
    ]
    if len(days) < 2:
        return []
    follows = THEN_NUMBER.search(f" {text[unit.begin : days[0].begin]}") is not None
    spans = [(found.begin - 3, found.end, found.when) for found in days]
    return [
        PlacedWindow(begin, end, Window(text[begin:end], day, day), False, follows)
        for begin, end, day in spans
    ]
