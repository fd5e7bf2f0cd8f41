"""A proposed relation between two claims or two documents. It never edits either of them."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """What one of the two is to the other."""

    SAME_UTTERANCE = "same_utterance"
    SAME_INCIDENT = "same_incident"
    SAME_ORIGIN = "same_origin"
    DERIVED_FROM = "derived_from"
    COPIED_FROM = "copied_from"
    DENIES = "denies"
    CORRECTS = "corrects"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Link:
    """``a`` and ``b`` are claim keys or document IDs; ``score`` runs from 0 to 1; ``reasons``
    say what speaks for it; ``maker`` and ``version`` name what proposed it."""

    kind: LinkKind
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    maker: str
    version: str
