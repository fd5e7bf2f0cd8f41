"""Where a claim belongs in one agreement: what it is about, and whose words it holds."""

from dataclasses import dataclass
from enum import StrEnum

from pactwatch.model.source import When


class Relevance(StrEnum):
    """Whether a claim is about this agreement."""

    AGREEMENT = "agreement"
    PREHISTORY = "prehistory"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ProvisionMatch:
    """A provision that a claim is about, with the score from 0 to 1 and the reason."""

    provision: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerMatch:
    """Which actor a speaker is or speaks for. ``direct`` is False for an institution that is
    only part of the actor; ``person`` is the person's name where a person speaks."""

    actor: str | None
    person: str | None
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a claim belongs in one agreement: a reading of its own, keyed by the
    agreement's hash. ``since`` and ``until`` date a figure's window by the agreement's anchors;
    ``accused`` is the actor against whom a breach is alleged; ``counts_like`` are the measures that count
    the same things with the same effect, whatever the window. ``actors`` hold a position or make a promise
    (several where one word means several: "the mediators"), ``towards`` is the actor to whom or about whom;
    ``needs`` and ``wants`` are the provisions of the two sides of a condition."""

    claim: str
    relevance: Relevance
    relevance_reason: str
    provisions: tuple[ProvisionMatch, ...] = ()
    measure: str | None = None
    measure_reason: str = ""
    speakers: tuple[SpeakerMatch, ...] = ()
    accused: str | None = None
    since: When | None = None
    until: When | None = None
    counts_like: tuple[str, ...] = ()
    actors: tuple[SpeakerMatch, ...] = ()
    towards: str | None = None
    needs: tuple[ProvisionMatch, ...] = ()
    wants: tuple[ProvisionMatch, ...] = ()
