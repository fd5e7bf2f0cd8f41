"""The time that a figure covers, from the words of its sentence.

    since        since the truce began on 10 October        past    in the past 24 hours
    same         during the same period; since then         dates   in March; by 2012; from 2009 to 2011
    until now    so far; to date

A window that names an event without its day takes the day that the same text gives for such
an event elsewhere; otherwise it stays anchored in words, for the agreement's dates.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import regex

from pactwatch.claims.event_days import BEGINS, SAME
from pactwatch.claims.periods import (
    THEN_NUMBER,
    PlacedWindow,
    find_days_in_a_row,
    find_periods,
    move_to_past_year,
)
from pactwatch.claims.quarters import find_quarters
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
    r"| (?=\d{1,3}(?:,\d{3})+)|\b(?:have|has|had|rose|rises|stood|stands|reached|climbed)\b| -- | [—–―] "
)
#: since the start of the truce | the army has made 12 strikes
_START_OF = regex.compile(
    r"(?:the )?(?:start|beginning|outbreak|end|launch|onset|signing) of (?:the|an?|its|their) [\p{L}-]+"
    r"(?= (?:the|an?|its|at|more|\p{Lu}))"
)
_ASIDE = regex.compile(r", (?:bringing|taking|raising|pushing)\b")
_ASIDE_ENDS = regex.compile(r" (?:--|[—–―]) ")
_NEW_CLAUSE = regex.compile(r"[;:]|, (?:while|but)\b|\band that\b")
_NEW_PREDICATE = regex.compile(r"\band (?:had|has|have|was|were|is|are|will|would)\b|, and the\b")
_YEARS = regex.compile(
    r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until|through) ((?:19|20)\d\d)\b",
    regex.IGNORECASE,
)
_HOURS = {"hour": 1, "day": 24, "week": 168}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
#: How far from its number a period may stand (words); a "since" may stand anywhere in its clause.
_NEAR = 12
_SUPERLATIVES = word_set("windows.superlatives")
#: How far before its "since" a superlative stands (characters, words).
_RECORD_REACH, _RECORD_WORDS = 40, 4


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
    quarters = list(find_quarters(text, unit))
    found.extend(quarters)
    taken.extend((placed.begin, placed.end) for placed in quarters)
    for match in SAME.finditer(text, unit.begin, unit.end):
        found.append(PlacedWindow(*match.span(), Window(match.group(), None, None, True), True))
    for match in _UNTIL_NOW.finditer(text, unit.begin, unit.end):
        found.append(PlacedWindow(*match.span(), Window(match.group()), False))
    for match in _YEARS.finditer(text, unit.begin, unit.end):
        first, last = int(match.group(1)), int(match.group(2))
        found.append(PlacedWindow(*match.span(), Window(match.group(), _year(first), _year(last)), False))
        taken.append(match.span())
    found.extend(find_days_in_a_row(text, unit, dates))
    found.extend(p for p in find_periods(text, dates) if not any(b < p.end and p.begin < e for b, e in taken))
    asides = [(unit.begin, _end_of_opening(unit)), *_asides(unit)]
    return [
        replace(p, follows=p.follows or any(b <= p.begin and p.end <= e for b, e in asides)) for p in found
    ]


def _asides(unit: Unit) -> Iterator[tuple[int, int]]:
    """The law, [drawn up in 2008], keeps; Dell, [which has led since 2003], keeps"""
    opening = None
    for at, tag in enumerate(unit.tags):
        if tag != ",":
            continue
        if opening is not None and unit.tag(at + 1) in "VAMRE":
            yield unit.tokens[opening].begin, unit.tokens[at].end
        opening = at if unit.tag(at + 1) in "WE" else None


def _end_of_opening(unit: Unit) -> int:
    """[Founded in 2004], it has 700 pilots: where a participle's clause ends that opens the sentence"""
    comma = unit.tags.find(",")
    opens = unit.tags.startswith("E") and comma > 0 and unit.tag(comma + 1) in "DOPN"
    return unit.tokens[comma].begin if opens else unit.begin


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
        return (not placed.wide and _is_far(text, end, placed.begin)) or (
            _ASIDE.search(text, end, placed.begin) is not None
            or _NEW_PREDICATE.search(text, end, placed.begin) is not None
        )
    if _ASIDE_ENDS.match(text, placed.end) and not text[placed.begin].isupper():
        return True
    far = not placed.wide and _is_far(text, placed.end, begin)
    return placed.follows or far or _NEW_CLAUSE.search(text, placed.end, begin) is not None


def _is_far(text: str, begin: int, end: int) -> bool:
    """By words and not by letters: a long name is no farther than a short one."""
    return len(text[begin:end].split()) > _NEAR


# Kinds of window


def _since(
    text: str, unit: Unit, match: "regex.Match[str]", dates: Sequence[DateFound], today: date | None
) -> PlacedWindow:
    stop = _STOP.search(text, match.end(), unit.end)
    end = stop.start() if stop else unit.end
    started = _START_OF.match(text, match.end(), end)
    end = started.end() if started else end
    inside = [found for found in dates if match.start() <= found.begin < end]
    is_fronted = bool(inside) and match.start() == unit.begin
    if inside and (inside[-1].end > end or is_fronted):
        end = inside[-1].end
    end = min(
        (at for at in _ends(text, match.end(), end, inside) if THEN_NUMBER.match(text, at)), default=end
    )
    words = text[match.start() : end].rstrip()
    when = next((move_to_past_year(found.when, today) for found in inside if found.when is not None), None)
    window = Window(words, when, None, when is None)
    return PlacedWindow(match.start(), match.start() + len(words), window, True)


def _ends(text: str, begin: int, end: int, inside: Sequence[DateFound]) -> Iterator[int]:
    """Where the words of a "since" may end: behind a date, behind "began" and the like."""
    yield from (found.end for found in inside if begin < found.end <= end)
    yield from (match.end() for match in BEGINS.finditer(text, begin, end))


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


def _year(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), "year", "printed")


def _day(day: date) -> When:
    return When(day, day, "day", "publication")
