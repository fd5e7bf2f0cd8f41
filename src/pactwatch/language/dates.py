"""Finds the days, months and years that a text names, and dates them where it can.

Weekdays are the last such day on or before publication, unless the tense is future; a day
without a year takes the year that lies nearest to publication. Without a publication date a
weekday stays undated. Granularity is kept.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

import regex

from pactwatch.model.source import When

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sept sep|october oct|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate("monday mon|tuesday tues tue|wednesday wed|thursday thurs thu|friday fri|"
                                   "saturday sat|sunday sun".split("|"))
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<{m}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_NAME = r"(?P<weekday>Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
_DATE = regex.compile(
    r"\b(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format(m='m1')}(?:,?\s+(?P<y1>(?:19|20)\d\d))?)"
    rf"|(?:{_MONTH.format(m='m2')}\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?\b(?!,\d|\s+(?:million|percent|people))"
    r"(?:,?\s+(?P<y2>(?:19|20)\d\d))?)"
    rf"|(?:{_MONTH.format(m='m3')}\s+(?P<y3>(?:19|20)\d\d))"
    rf"|(?P<rel>(?:last|next|this|past)\s+(?:week|month|year))"
    rf"|(?P<ref>(?:last|next|this|past)\s+)?{_DAY_NAME}"
    rf"|(?:(?:in|since|until|by|during|late|early|mid|last|from|of)[\s-]){_MONTH.format(m='m4')}"
    rf"(?!\.?\s+(?:{_DAY}(?:st|nd|rd|th)?\b|\d{{4}}))"
    r"|(?P<near>today|yesterday|tomorrow|tonight)"
    r"|(?:(?:in|since|of|during|until|by)\s+)(?P<y5>(?:19|20)\d\d)\b(?![,.]\d|-)"
    r")",
    regex.IGNORECASE,
)
_QUICK = regex.compile(
    r"\d|day\b|days\b|morrow|night|week|month|year|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec",
    regex.IGNORECASE,
)


class DateFound(NamedTuple):
    """A date expression at ``begin`` to ``end``; ``when`` is None where nothing dates it."""

    begin: int
    end: int
    when: When | None


def find_dates(text: str, begin: int, end: int, base: date | None, future: bool = False) -> list[DateFound]:
    """The date expressions of ``text[begin:end]``. ``base`` is the day of publication;
    ``future`` says that the clause speaks of what is to come."""
    if not _QUICK.search(text, begin, end):
        return []
    return [_date(match, base, future) for match in _DATE.finditer(text, begin, end)]


def _date(match: "regex.Match[str]", base: date | None, future: bool) -> DateFound:
    begin = min(match.start(name) for name, value in match.groupdict().items() if value)
    return DateFound(begin, match.end(), _when(match, base, future))


def _when(match: "regex.Match[str]", base: date | None, future: bool) -> When | None:
    found = match.groupdict()
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return _safe_day(year, month, day, "printed")
    for month_name, day_name, year_name in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if found[month_name]:
            return _day_of_month(_month(found[month_name]), int(found[day_name]), found[year_name], base)
    if found["m3"]:
        return _whole_month(int(found["y3"]), _month(found["m3"]), "printed")
    if found["m4"]:
        return _month_near(_month(found["m4"]), base, future)
    if found["y5"]:
        year_number = int(found["y5"])
        return When(date(year_number, 1, 1), date(year_number, 12, 31), "year", "printed")
    return _relative(found, base, future) if base else None


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _safe_day(year: int, month: int, day: int, how: str) -> When | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return When(found, found, "day", how)


def _day_of_month(month: int, day: int, year: str | None, base: date | None) -> When | None:
    if year:
        return _safe_day(int(year), month, day, "printed")
    if base is None:
        return None
    near = [_safe_day(base.year + step, month, day, "year nearest to publication") for step in (-1, 0, 1)]
    return min((when for when in near if when), key=lambda when: abs(when.first - base), default=None)


def _whole_month(year: int, month: int, how: str) -> When:
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", how)


def _month_near(month: int, base: date | None, future: bool) -> When | None:
    """A bare month is the last one begun by publication, or the next one in the future."""
    if base is None:
        return None
    year = base.year
    if month > base.month and not future:
        year -= 1
    if month < base.month and future:
        year += 1
    return _whole_month(year, month, "month nearest to publication")


def _relative(found: dict[str, str | None], base: date, future: bool) -> When | None:
    if found["weekday"]:
        return _weekday(found["weekday"], found["ref"], base, future)
    if found["near"]:
        step = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[found["near"].lower()]
        day = base + timedelta(days=step)
        return When(day, day, "day", "relative to publication")
    which, unit = (found["rel"] or "").lower().split()
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[which]
    return _unit(unit, step, base)


def _weekday(name: str, reference: str | None, base: date, future: bool) -> When | None:
    wanted = _WEEKDAYS[name.lower().rstrip("s")]
    back = (base.weekday() - wanted) % 7
    ahead = future or (reference or "").strip().lower() == "next"
    day = (
        base + timedelta(days=(7 - back) % 7 or 7 if ahead and back else 0)
        if ahead
        else base - timedelta(days=back)
    )
    how = "weekday after publication" if ahead else "weekday on or before publication"
    return When(day, day, "day", how)


def _unit(unit: str, step: int, base: date) -> When:
    how = "relative to publication"
    if unit == "week":
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        return When(monday, monday + timedelta(days=6), "week", how)
    if unit == "year":
        return When(date(base.year + step, 1, 1), date(base.year + step, 12, 31), "year", how)
    months = base.year * 12 + base.month - 1 + step
    return _whole_month(months // 12, months % 12 + 1, how)
