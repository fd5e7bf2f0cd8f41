"""The time that a figure covers: since the truce began on 10 October, in the past 24 hours, to date.

A window that names an event without its day takes the day that the same text gives for such
an event elsewhere; otherwise it stays anchored in words, for the agreement's dates.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import regex

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.dates import DateFound
from pactwatch.model.claim import Window
from pactwatch.model.source import When

#: Not the "since" that means because: since we can ...
_SINCE = regex.compile(
    r"\bsince\b\s+(?!then\b)"
    r"(?!(?:we|they|he|she|it|you|i)\s+(?:can|could|may|must|should|is|are|do|does|will|would)\b)",
    regex.IGNORECASE,
)
_SAME = regex.compile(
    r"\b(?:during|in|over|within) (?:the|that) same (?:period|time|span|weeks|months)\b|\bsince then\b",
    regex.IGNORECASE,
)
_PAST = regex.compile(
    r"\b(?:in|over|during|within) the (?:past|last|previous|preceding) "
    r"(?:(\d+|\w+) )?(hours?|days?|weeks?|months?)\b",
    regex.IGNORECASE,
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
_SMALL = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
    "24": 24,
    "48": 48,
    "72": 72,
}
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}


def find_window(sheet: Sheet, unit: Unit, at: int, dates: Sequence[DateFound]) -> Window | None:
    """The window that the sentence gives for the number at character ``at``."""
    text = sheet.text
    since = _nearest(_SINCE, text, unit, at)
    if since is not None:
        return _since(text, unit, since, dates)
    past = _PAST.search(text, unit.begin, unit.end)
    if past is not None:
        return _past(sheet, past)
    if _SAME.search(text, unit.begin, unit.end):
        same = _SAME.search(text, unit.begin, unit.end)
        return Window(same.group(), None, None, True) if same else None
    return None


def _nearest(pattern: "regex.Pattern[str]", text: str, unit: Unit, at: int) -> "regex.Match[str] | None":
    matches = [m for m in pattern.finditer(text, unit.begin, unit.end) if not _cut_off(text, at, m.start())]
    return min(matches, key=lambda match: abs(match.start() - at), default=None)


def _cut_off(text: str, at: int, since: int) -> bool:
    """Whether a participle's clause stands between: five were killed, bringing the toll since ..."""
    return (at < since and _ASIDE.search(text, at, since) is not None) or (
        since < at and _NEW_CLAUSE.search(text, since, at) is not None
    )


def _since(text: str, unit: Unit, match: "regex.Match[str]", dates: Sequence[DateFound]) -> Window:
    stop = _STOP.search(text, match.end(), unit.end)
    end = stop.start() if stop else unit.end
    inside = [found for found in dates if match.start() <= found.begin < end]
    if inside and stop and stop.group() == "," and inside[-1].end > end:
        end = inside[-1].end
    words = text[match.start() : end].rstrip()
    when = next((found.when for found in inside if found.when is not None), None)
    return Window(words, when, None, when is None)


def _past(sheet: Sheet, match: "regex.Match[str]") -> Window:
    published = sheet.article.document.published
    if published is None:
        return Window(match.group(), None, None, False)
    amount = match.group(1)
    number = int(amount) if amount and amount.isdigit() else _SMALL.get((amount or "").lower(), 1)
    hours = number * _HOURS[match.group(2).lower().rstrip("s")]
    last = published.last
    first = last - timedelta(days=max(1, round(hours / 24)))
    return Window(
        match.group(), When(first, first, "day", "counted back from publication"), _day(last), False
    )


def _day(day: date) -> When:
    return When(day, day, "day", "publication")


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
