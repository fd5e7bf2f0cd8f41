"""Windows that a text gives once and that later numbers share.

counting    the ministry, which counts from 4 May ... It puts the dead at 38.       of one speaker's tolls
these       In the past day the army made five strikes. [These strikes] hit three depots.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from pactwatch.claims.counted import HARMS, singular
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.dates import DateFound
from pactwatch.model.claim import Figure, Mention, Window

_COUNTING = regex.compile(
    r"\bcount(?:s|ed|ing)?(?: \p{L}+){0,2} (?:from|since|beginning on|starting on) $", regex.IGNORECASE
)
_LOOK_BACK = 50


@dataclass(slots=True)
class Carried:
    """From where speakers count (with the sentence that says so), and what the last unit with a window
    counted."""

    counting: Sequence[tuple[str, Window]]
    counted: set[str] = field(default_factory=set)
    window: Window | None = None
    unit: int = -1

    def find(self, unit: Unit, figure: Figure, speakers: Iterable[Mention]) -> Window | None:
        """The window that a figure without one of its own shares."""
        if self._is_these(unit):
            return self.window
        if figure.effect not in HARMS:
            return None
        names = [mention.name for mention in speakers]
        return next((w for said, w in self.counting if any(name in said for name in names)), None)

    def _is_these(self, unit: Unit) -> bool:
        near = self.unit in (unit.number, unit.number - 1)
        if not near or unit.low(0) not in ("these", "those"):
            return False
        noun = singular(next((unit.low(at) for at in (2, 1) if unit.tag(at) in "N"), ""))
        return any(noun and (one.endswith(noun) or noun.endswith(one)) for one in self.counted)

    def remember(self, unit: Unit, figure: Figure) -> None:
        """Keeps what a unit counted and over which time."""
        if unit.number != self.unit:
            goes_on = self._is_these(unit)
            self.counted, self.unit = (self.counted if goes_on else set()), unit.number
            self.window = self.window if goes_on else None
        self.counted.add(figure.counted)
        self.window = figure.window or self.window


def find_counting(sheet: Sheet, dates: Mapping[int, Sequence[DateFound]]) -> list[tuple[str, Window]]:
    """Each "counts from 4 May": the sentence and the window."""
    found = []
    for unit in sheet.units:
        for date in dates.get(unit.number, ()):
            before = sheet.text[max(unit.begin, date.begin - _LOOK_BACK) : date.begin]
            match = _COUNTING.search(before)
            if match is not None and date.when is not None:
                words = sheet.text[date.begin - len(before) + match.start() : date.end]
                said = sheet.text[unit.begin : unit.end]
                found.append((said, Window(words, date.when, None)))
    return found
