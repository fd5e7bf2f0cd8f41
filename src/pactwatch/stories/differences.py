"""What differs between reports that tell the same thing: the shapes that all finders share.

A difference names its sides with their sentences and says what differs; it never says who is right.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pactwatch.model.source import Span
from pactwatch.stories.reports import Report, Voice


class Differs(StrEnum):
    """In what two reports differ, the weightiest first."""

    FIGURE = "figure"
    HEDGE = "hedge"
    CAUSE = "cause"
    ATTRIBUTION = "attribution"
    SPEAKER = "speaker"
    OFFICE = "office"
    DAY = "day"
    PLACE = "place"
    WORDING = "wording"
    SCOPE = "scope"
    SINGLE = "single source"
    LABEL = "label"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Side:
    """What one report has: ``value`` are its own words for what differs (empty: it has none), ``span``
    where they stand, ``voices`` who says it there (empty: the report itself)."""

    document: str
    span: Span
    value: str
    voices: tuple[Voice, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """``about`` is what both tell, ``what`` the difference in a plain sentence, ``sides`` in the order of
    the reports; ``strength`` from 0 to 1 is how surely they tell the same thing."""

    differs: Differs
    about: str
    what: str
    sides: tuple[Side, ...]
    strength: float

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side.document for side in self.sides))


_ORDER = {kind: number for number, kind in enumerate(Differs)}


def sort_differences(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The surest first; of equally sure ones the weightier kind."""
    return tuple(sorted(found, key=lambda one: (-one.strength, _ORDER[one.differs], one.about, one.what)))


def name_voices(voices: Iterable[Voice]) -> str:
    """Those who say something as one name; "" where the report itself does."""
    names = list(dict.fromkeys(voice.person or voice.name for voice in voices))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def make_side(
    report: Report, span: Span, value: str, voices: tuple[Voice, ...] = (), claim: str | None = None
) -> Side:
    """A side whose value has no line breaks and no space around it."""
    return Side(report.id, span, " ".join(value.split()), voices, claim)
