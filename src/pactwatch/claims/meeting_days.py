"""The day of a meeting, from the words of its sentence.

    met on Friday · the talks on Saturday · on 29 December · later this month · On Friday, envoys met
A day on which it was only said is none, and a day that nothing dates stays unknown.
"""

from bisect import bisect_left
from datetime import date, timedelta

from pactwatch.claims.meeting_nouns import Frame
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


def choose_day(
    sheet: Sheet, unit: Unit, frame: Frame, base: date | None, ahead: bool
) -> tuple[When | None, bool]:
    """The day of a meeting (None where nothing dates it), and whether its words name one."""
    found = find_dates(sheet.text, unit.begin, unit.end, base, ahead)
    own = [date_found for date_found in found if _is_own(unit, frame, date_found)]
    if own:
        return own[0].when, True
    return None, False


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
    head = place <= 2 and (unit.low(0) in ("on", "in", "late", "early", "last") or place == 0)
    return head and frame.begin - place <= 4


def is_long_ago(day: When | None, base: date | None) -> bool:
    """Whether a meeting lies so far before the report that it is told as history."""
    return day is not None and base is not None and base - day.last > _PAST_MONTH
