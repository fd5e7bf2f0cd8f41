"""The time that a figure covers, from the words of its sentence.

    since        since the truce began on 10 October        past    in the past 24 hours
    same         during the same period; since then         dates   in March; by 2012; from 2009 to 2011
    until now    so far; to date

A window that names an event without its day takes the day that the same text gives for such
an event elsewhere; otherwise it stays anchored in words, for the agreement's dates.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.dates import DateFound
from pactwatch.language.lexicon import word_set
from pactwatch.language.numbers import find_numbers
from pactwatch.language.tokens import split_tokens
from pactwatch.model.claim import Window
from pactwatch.model.source import When

#: Not the "since" that means because: since we can ...
_SINCE = regex.compile(
    r"\bsince\b\s+(?!then\b)"
    r"(?!(?:we|they|he|she|it|you|i)\s+(?:can|could|may|must|should|is|are|do|does|will|would)\b)",
    regex.IGNORECASE,
)
_SAME = regex.compile(
    r"\b(?:during|in|over|within) (?:(?:the|that) same|that) (?:period|time|span|weeks|months)\b"
    r"|\bsince then\b",
    regex.IGNORECASE,
)
_PAST = regex.compile(
    r"\b(?:in|over|during|within|for) (?:the (?:past|last|previous|preceding)|(?:the )?recent) "
    r"(?:((?:a )?\w[\w-]*(?: of)?) )?(hours?|days?|weeks?|months?|years?|decades?)\b",
    regex.IGNORECASE,
)
_UNTIL_NOW = regex.compile(
    r"\b(?:so far|to date|until now|up to now|as of (?:now|today))\b", regex.IGNORECASE
)
_STOP = regex.compile(
    r"[,;.\"”]|\bto (?:around|about|at least|more than|\d)"
    r"|\b(?:have|has|had|rose|rises|stood|stands|reached|climbed)\b| -- | — "
)
_EVENT = regex.compile(
    r"\b(truce|cease-?fire|armistice|agreement|deal|accord|war|conflict|fighting|offensive|campaign|invasion)\b",
    regex.IGNORECASE,
)
_SAME_EVENT = {
    "cease-fire": "truce",
    "ceasefire": "truce",
    "armistice": "truce",
    "deal": "agreement",
    "accord": "agreement",
}
_BEGINS = regex.compile(
    r"\b(?:began|begun|start(?:ed)?|came? into (?:effect|force)|took (?:effect|hold)"
    r"|(?:entered|went) into (?:effect|force)|launched|in force)\b",
    regex.IGNORECASE,
)
_ASIDE = regex.compile(r", (?:bringing|taking|raising|pushing)\b")
_NEW_CLAUSE = regex.compile(r"[;:]|, (?:while|but)\b")
_NEW_PREDICATE = regex.compile(r"\band (?:had|has|have|was|were|is|are|will|would)\b|, and the\b")
_YEARS = regex.compile(
    r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until|through) ((?:19|20)\d\d)\b",
    regex.IGNORECASE,
)
_FIRST_DAY = regex.compile(r"\b(?:from|between) (\d{1,2}) (?:to|and|until) $", regex.IGNORECASE)
_BEFORE_PERIOD = regex.compile(
    r"\b(in|during|throughout|for|by|until|up to)(?: the)?(?: whole of)? $", regex.IGNORECASE
)
_BEFORE_RANGE = regex.compile(r"\b(?:from|between)\s+$", regex.IGNORECASE)
_INSIDE_RANGE = regex.compile(
    r"\s*(?:morning|evening|noon|night|afternoon)?\s+(?:to|and|until|through)\s+(?:late\s+)?",
    regex.IGNORECASE,
)
#: What may stand between a window and the number that it is of: since Monday [at least] 60 barges
_THEN_NUMBER = regex.compile(
    r"\s+(?:at |as |to |is |was )?"
    r"(?:at least|more than|up to|about|around|some|nearly|almost|over|only|another)?\s*"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a dozen|dozens|hundreds|thousands|scores)\b)",
    regex.IGNORECASE,
)
_HOURS = {"hour": 1, "day": 24, "week": 168}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
#: How far from its number a period may stand (characters); a "since" may stand anywhere in its clause.
_NEAR = 70
_SUPERLATIVES = word_set("windows.superlatives")
#: How far before its "since" a superlative stands (characters, words).
_RECORD_REACH, _RECORD_WORDS = 40, 4


@dataclass(frozen=True, slots=True)
class PlacedWindow:
    """A window at characters ``begin`` to ``end``; a ``wide`` one counts for its whole clause, one that
    ``follows`` only for numbers before it."""

    begin: int
    end: int
    window: Window
    wide: bool
    follows: bool = False


def find_windows(sheet: Sheet, unit: Unit, dates: Sequence[DateFound]) -> list[PlacedWindow]:
    """The windows that a sentence names, each where it stands."""
    text = sheet.text
    published = sheet.article.document.published
    today = published.last if published else None
    found = [
        _since(text, unit, match, dates, today)
        for match in _SINCE.finditer(text, unit.begin, unit.end)
        if not _is_record(text, unit, match.start())
    ]
    taken = [(placed.begin, placed.end) for placed in found]
    for match in _PAST.finditer(text, unit.begin, unit.end):
        found.append(PlacedWindow(match.start(), match.end(), _past(sheet, match), True))
        taken.append(match.span())
    for match in _SAME.finditer(text, unit.begin, unit.end):
        found.append(PlacedWindow(*match.span(), Window(match.group(), None, None, True), True))
    for match in _UNTIL_NOW.finditer(text, unit.begin, unit.end):
        found.append(PlacedWindow(*match.span(), Window(match.group()), False))
    for match in _YEARS.finditer(text, unit.begin, unit.end):
        first, last = int(match.group(1)), int(match.group(2))
        found.append(PlacedWindow(*match.span(), Window(match.group(), _year(first), _year(last)), False))
        taken.append(match.span())
    found.extend(_days_in_a_row(text, unit, dates))
    found.extend(p for p in _periods(text, dates) if not any(b < p.end and p.begin < e for b, e in taken))
    return found


def choose_window(text: str, windows: Sequence[PlacedWindow], begin: int, end: int) -> Window | None:
    """The window of the number at ``begin`` to ``end``: the nearest "since" or "past" of its clause,
    else the nearest period."""
    fitting = [placed for placed in windows if not _is_cut_off(text, begin, end, placed)]
    return (
        min(fitting, key=lambda placed: (not placed.wide, _distance(placed, begin, end))).window
        if fitting
        else None
    )


def _distance(placed: PlacedWindow, begin: int, end: int) -> int:
    return placed.begin - end if placed.begin >= end else begin - placed.end


def _is_cut_off(text: str, begin: int, end: int, placed: PlacedWindow) -> bool:
    """Whether a participle's clause stands between: five were killed, bringing the toll since ..."""
    if begin < placed.end and placed.begin < end:
        return True
    if placed.begin >= end:
        return (not placed.wide and placed.begin - end > _NEAR) or (
            _ASIDE.search(text, end, placed.begin) is not None
            or _NEW_PREDICATE.search(text, end, placed.begin) is not None
        )
    far = not placed.wide and begin - placed.end > _NEAR
    return placed.follows or far or _NEW_CLAUSE.search(text, placed.end, begin) is not None


# Kinds of window


def _since(
    text: str, unit: Unit, match: "regex.Match[str]", dates: Sequence[DateFound], today: date | None
) -> PlacedWindow:
    stop = _STOP.search(text, match.end(), unit.end)
    end = stop.start() if stop else unit.end
    inside = [found for found in dates if match.start() <= found.begin < end]
    is_fronted = bool(inside) and match.start() == unit.begin
    if inside and (inside[-1].end > end or is_fronted):
        end = inside[-1].end
    end = min(
        (at for at in _ends(text, match.end(), end, inside) if _THEN_NUMBER.match(text, at)), default=end
    )
    words = text[match.start() : end].rstrip()
    when = next((_past_year(found.when, today) for found in inside if found.when is not None), None)
    window = Window(words, when, None, when is None)
    return PlacedWindow(match.start(), match.start() + len(words), window, True)


def _past_year(when: When, today: date | None) -> When:
    """What began without a year lies before publication: since 10 October, told in May"""
    if today is None or when.first <= today or "nearest" not in when.how:
        return when
    try:
        first, last = (day.replace(year=day.year - 1) for day in (when.first, when.last))
    except ValueError:
        return when
    return replace(when, first=first, last=last, how="last before publication")


def _ends(text: str, begin: int, end: int, inside: Sequence[DateFound]) -> Iterator[int]:
    """Where the words of a "since" may end: behind a date, behind "began" and the like."""
    yield from (found.end for found in inside if begin < found.end <= end)
    yield from (match.end() for match in _BEGINS.finditer(text, begin, end))


def _is_record(text: str, unit: Unit, place: int) -> bool:
    """the lowest number | since 1981; the first barges | since the war: how rare, and no window"""
    words = text[max(unit.begin, place - _RECORD_REACH) : place].lower().split()[-_RECORD_WORDS:]
    return any(word in ("first", "worst", "best") or word in _SUPERLATIVES for word in words)


def _past(sheet: Sheet, match: "regex.Match[str]") -> Window:
    published = sheet.article.document.published
    amount = _amount(match.group(1))
    since = (
        _count_back(published.last, amount, match.group(2).lower().rstrip("s"))
        if published and amount
        else None
    )
    return Window(match.group(), since, _day(published.last) if published and since else None, False)


def _amount(words: str | None) -> int | None:
    """How many units of time; one where there is no word, None where it is open (few, several)."""
    if words is None:
        return 1
    numbers = find_numbers(split_tokens(words, 0, len(words)))
    return int(numbers[0].low) if len(numbers) == 1 and not numbers[0].loose else None


def _count_back(last: date, amount: int, unit: str) -> When | None:
    """The day, month or year that lies so many units before; None where no calendar reaches so far."""
    how = "counted back from publication"
    try:
        if unit in _HOURS:
            first = last - timedelta(days=max(1, round(amount * _HOURS[unit] / 24)))
            return When(first, first, "day", how)
        months = last.year * 12 + last.month - 1 - amount * _MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        if unit == "month":
            return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", how)
        return When(date(year, 1, 1), date(year, 12, 31), "year", how)
    except (OverflowError, ValueError):
        return None


def _periods(text: str, dates: Sequence[DateFound]) -> Iterator[PlacedWindow]:
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
        return _past_year(since, until.last), until
    if "weekday" in since.how and since.first - until.last < timedelta(days=7):
        day = since.first - timedelta(days=7)
        return When(day, day, "day", "weekday before the end"), until
    return None, None


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


def _days_in_a_row(text: str, unit: Unit, dates: Sequence[DateFound]) -> list[PlacedWindow]:
    """12 barges on Friday, 19 on Saturday: days are windows where counts of several stand side by side."""
    days = [
        f
        for f in dates
        if f.when and f.when.precision == "day" and text[f.begin - 3 : f.begin].lower() == "on "
    ]
    if len(days) < 2:
        return []
    follows = _THEN_NUMBER.search(f" {text[unit.begin : days[0].begin]}") is not None
    spans = [(found.begin - 3, found.end, found.when) for found in days]
    return [
        PlacedWindow(begin, end, Window(text[begin:end], day, day), False, follows)
        for begin, end, day in spans
    ]


def _year(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), "year", "printed")


def _day(day: date) -> When:
    return When(day, day, "day", "publication")


# Events that begin windows


def event_of(words: str) -> str | None:
    """The event that a window's words name ("since the truce took hold": truce)."""
    found = _EVENT.search(words)
    if found is None:
        return None
    word = found.group(1).lower()
    return _SAME_EVENT.get(word, word)


def find_event_days(sheet: Sheet, dates_of: "dict[int, list[DateFound]]") -> dict[str, When]:
    """The days that the text gives for the beginning of an event: truce -> 10 October."""
    days: dict[str, When] = {}
    for unit in sheet.units:
        for found in dates_of.get(unit.number, ()):
            if found.when is None:
                continue
            before = sheet.text[max(unit.begin, found.begin - 60) : found.begin]
            event = event_of(before)
            if event is not None and _BEGINS.search(before) and _better(found.when, days.get(event)):
                days[event] = found.when
    return days


def _better(new: When, old: When | None) -> bool:
    return old is None or (new.precision == "day" and old.precision != "day")


def settle_window(window: Window, days: Mapping[str, When], before: Window | None) -> Window:
    """Dates an anchored window by the text's own days or, for "the same period", by the
    window before it."""
    if not window.anchored:
        return window
    if _SAME.search(window.words):
        if before is None:
            return window
        return Window(
            window.words, before.since, before.until, before.anchored, before.refers_to or before.words
        )
    event = event_of(window.words)
    day = days.get(event) if event and _BEGINS.search(window.words) else None
    if day is None:
        return window
    return Window(
        window.words, When(day.first, day.last, day.precision, "dated elsewhere in the text"), None, True
    )
