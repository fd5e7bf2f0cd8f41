"""What the rules of attribution hand to each other: places of one unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.cues import Cue
from pactwatch.model.claim import Modality

#: The words stand in the paragraph that follows: He said: / "We have ..."
NEXT_PARAGRAPH = "direct in the next paragraph"
#: The words run to the end of the paragraph that a label opens.
LABELLED = "under a label"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Places in one unit. ``content`` are ranges in reading order; ``source`` is None where
    the unit names none; ``addressee`` the places of the one who is told."""

    unit: Unit
    source: Range | None
    cue: Range
    word: int
    base: str
    content: tuple[Range, ...]
    modality: Modality
    rule: str
    addressee: Range | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A reporting word with its verb group and its own subject."""

    place: int
    begin: int
    cues: tuple[Cue, ...]
    subject: Range | None
    kind: str

    @property
    def start(self) -> int:
        """Where the attribution begins: its subject or its verb group."""
        return min(self.begin, self.subject.first) if self.subject else self.begin


class Candidate(NamedTuple):
    """A reporting word tried as one of its cues: ``after`` is the place behind it, ``starts`` the places
    where other attributions of the unit begin, ``base`` what is known before a rule finds the content."""

    unit: Unit
    trigger: Trigger
    cue: Cue
    after: int
    starts: Sequence[int]
    base: Attribution


def is_relative(unit: Unit, trigger: Trigger) -> bool:
    """Whether the word stands in a relative clause: which calls for, what they describe as."""
    subject = trigger.subject
    return subject is not None and (unit.tags[subject.first] == "W" or unit.tag(subject.first - 1) == "W")
