"""The day of publication as the user writes it: 2031-05-12, 2031-05-12T10:15 or 2031-05."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from pactwatch.model.source import When

_FORM = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})"
    r"(?:-(?P<day>\d{2})(?P<time>[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?"
)
_HOW = "manifest"


@dataclass(frozen=True, slots=True)
class Published:
    """A day or a month; ``at`` is the ISO 8601 text with the clock time where there is one."""

    when: When
    at: str | None = None


def parse_published(text: str) -> Published | str | None:
    """The day or month that a text names; None for an empty one, a sentence on what is wrong else."""
    if not text:
        return None
    match = _FORM.fullmatch(text)
    if match is None:
        return f'"{text}" is no day or month in that form.'
    try:
        return _make_published(match, text)
    except ValueError:
        return f'"{text}" is not in the calendar.'


def _make_published(match: re.Match[str], text: str) -> Published:
    year, month = int(match["year"]), int(match["month"])
    if match["day"] is None:
        first = date(year, month, 1)
        return Published(When(first, date(year, month, monthrange(year, month)[1]), "month", _HOW))
    day = date(year, month, int(match["day"]))
    if match["time"]:
        at = text.replace(" ", "T")
        datetime.fromisoformat(at)
        return Published(When(day, day, "day", _HOW), at)
    return Published(When(day, day, "day", _HOW))
