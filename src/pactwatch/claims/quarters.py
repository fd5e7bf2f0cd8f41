"""Quarters and halves of a year as windows: in the third quarter of 2030; in the first half of the year."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

import regex

from pactwatch.claims.periods import PlacedWindow
from pactwatch.claims.sheet import Unit
from pactwatch.model.claim import Window
from pactwatch.model.source import When

_PART = regex.compile(
    r"\b(?:in|during|for|over|through|throughout) (?:the|its|their|this|last|each) "
    r"(?:(first|second|third|fourth|1st|2nd|3rd|4th|final|last|latest|current|same|previous) )?"
    r"(?:(?:fiscal|financial|holiday|business) )?(quarter|half|season|semester)\b(?! of an? )"
    r"(?: (?:of )?(?:(?:the|this|last|its) (?:\w+ )?year|((?:19|20)\d\d)))?",
    regex.IGNORECASE,
)
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}
_MONTHS = {"quarter": 3, "half": 6}
_LAST = 12


def find_quarters(text: str, unit: Unit) -> Iterator[PlacedWindow]:
    """The parts of a year that a sentence names; dated where the year stands with them."""
    for match in _PART.finditer(text, unit.begin, unit.end):
        since, until = _date(match) or (None, None)
        yield PlacedWindow(*match.span(), Window(match.group(), since, until), True)


def _date(match: "regex.Match[str]") -> tuple[When, When] | None:
    order, months, year = _ORDER.get((match.group(1) or "").lower()), match.group(2).lower(), match.group(3)
    if order is None or months not in _MONTHS or year is None or (order + 1) * _MONTHS[months] > _LAST:
        return None
    first, last = order * _MONTHS[months] + 1, (order + 1) * _MONTHS[months]
    return _month(int(year), first), _month(int(year), last)


def _month(year: int, month: int) -> When:
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", "printed")
