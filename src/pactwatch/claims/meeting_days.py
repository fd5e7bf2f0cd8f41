"""The day of a meeting, from the words of its sentence.

    met on Friday · the talks on Saturday · on 29 December · later this month · On Friday, envoys met
A day on which it was only said is none, and a day that nothing dates stays unknown.
"""

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from pactwatch.claims.meeting_frames import Frame
from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
    NOT_HELD,
    PLANNED,
    POSTPONED,
    REFUSED,
    RESCHEDULED,
    SUPPOSED,
)
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.cues import cue_forms
from pactwatch.language.dates import DateFound, find_dates
from pactwatch.model.source import When

_PAST_MONTH = timedelta(days=45)


def find_base(sheet: Sheet, said_on: When | None) -> date | None:
    """The day from which a weekday is counted: of saying where it is known, else of publication."""
    for when in (said_on, sheet.article.document.published):
        if when is not None and when.precision == "day":
            return when.first
    return None


def choose_day(sheet: Sheet, unit: Unit, frame: Frame, base: date | None) -> tuple[When | None, bool]:
    """The day of a meeting (None where nothing dates it), and whether its words name one."""
    ahead = _is_ahead(unit, frame)
    found = find_dates(sheet.text, unit.begin, unit.end, base, ahead)
    own = next((one for one in found if _is_own(unit, frame, one)), None)
    if own is None:
        return None, False
    when = None if _is_of_deed(unit, frame, own) else _widen(unit, own)
    early = when is not None and base is not None and when.first > base and not ahead
    return (None if early else when), True  # what was held lies behind: the year was another


def _widen(unit: Unit, found: DateFound) -> When | None:
    """10 and 11 June, 10 to 12 June: from the first day on"""
    place = bisect_left(unit.tokens, found.begin, key=lambda token: token.begin)
    before, when = unit.low(place - 2), found.when
    if when is None or unit.low(place - 1) not in ("and", "to", "-") or not before.isdigit():
        return when
    day = int(before)
    same = when.precision == "day" and 0 < day < when.first.day
    return replace(when, first=when.first.replace(day=day), precision="span") if same else when


def _is_ahead(unit: Unit, frame: Frame) -> bool:
    """Whether its day lies before those who tell it."""
    if frame.status in (NOT_HELD, REFUSED):
        return bool({"will", "won't"} & set(unit.lows[frame.begin : frame.end]))
    return frame.status in (PLANNED, SUPPOSED, POSTPONED, RESCHEDULED, CALLED_OFF)


def _is_of_deed(unit: Unit, frame: Frame, found: DateFound) -> bool:
    """was called off on Friday: the day of the meeting, or that on which it was called off? A weekday
    behind "for", "until" or "to" is the meeting's."""
    if frame.status not in (CALLED_OFF, POSTPONED, RESCHEDULED):
        return False
    place = bisect_left(unit.tokens, found.begin, key=lambda token: token.begin)
    if place < frame.trigger and unit.tag(frame.begin) != "E" and _is_before(unit, frame, place):
        return True
    weekday = found.when is None or found.when.how.startswith("weekday")
    return weekday and unit.low(place - 1) not in ("for", "until", "to", "till", "next")


def _is_own(unit: Unit, frame: Frame, found: DateFound) -> bool:
    place = bisect_left(unit.tokens, found.begin, key=lambda token: token.begin)
    if place in frame.timed or place - 1 in frame.timed or place + 1 in frame.timed:
        return True
    return _is_before(unit, frame, place) or _is_within(unit, frame, place)


def _is_within(unit: Unit, frame: Frame, place: int) -> bool:
    """Marr on Friday met Quire; stressed on Friday, during talks; Friday's meeting"""
    if not frame.begin <= place < frame.trigger:
        return False
    reporting = unit.low(place - 1) in cue_forms() or unit.low(place - 2) in cue_forms()
    during = unit.low(frame.trigger - 1) in ("during", "in", "at") and not set(".;:SWQ") & set(
        unit.tags[place : frame.trigger]
    )
    return during or not (reporting or set(";:SWQ,") & set(unit.tags[place : frame.trigger]))


def _is_before(unit: Unit, frame: Frame, place: int) -> bool:
    """On Friday, | envoys met"""
    head = unit.low(0) in ("on", "in", "at", "late", "early", "last") or place == 0
    return head and place <= 6 and 0 < frame.begin - place <= 3


def is_long_ago(day: When | None, base: date | None) -> bool:
    """Whether a meeting lies so far before the report that it is told as history."""
    return day is not None and base is not None and base - day.last > _PAST_MONTH
