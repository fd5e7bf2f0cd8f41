"""The events that begin windows: the days that a text gives for them, and windows dated by these."""

from collections.abc import Mapping

import regex

from pactwatch.claims.sheet import Sheet
from pactwatch.language.dates import DateFound
from pactwatch.model.claim import Window
from pactwatch.model.source import When

SAME = regex.compile(
    r"\b(?:during|in|over|within) (?:(?:the|that) same|that) (?:period|time|span|weeks|months)\b"
    r"|\bsince then\b",
    regex.IGNORECASE,
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
BEGINS = regex.compile(
    r"\b(?:began|begun|start(?:ed)?|came? into (?:effect|force)|took (?:effect|hold)"
    r"|(?:entered|went) into (?:effect|force)|launched|in force)\b",
    regex.IGNORECASE,
)


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
            if event is not None and BEGINS.search(before) and _better(found.when, days.get(event)):
                days[event] = found.when
    return days


def _better(new: When, old: When | None) -> bool:
    return old is None or (new.precision == "day" and old.precision != "day")


def settle_window(window: Window, days: Mapping[str, When], before: Window | None) -> Window:
    """Dates an anchored window by the text's own days or, for "the same period", by the
    window before it."""
    if not window.anchored:
        return window
    if SAME.search(window.words):
        if before is None:
            return window
        return Window(
            window.words, before.since, before.until, before.anchored, before.refers_to or before.words
        )
    event = event_of(window.words)
    day = days.get(event) if event and BEGINS.search(window.words) else None
    if day is None:
        return window
    return Window(
        window.words, When(day.first, day.last, day.precision, "dated elsewhere in the text"), None, True
    )
