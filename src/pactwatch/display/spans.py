"""Cuts a text at the edges of spans that may overlap, so that each piece carries all of its claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Figure,
    Interpretation,
    Position,
    Progress,
    Statement,
)
from pactwatch.model.source import Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to be shown as what it is: ``tone`` is breach, or the kind of the claim."""

    span: Span
    tone: str
    claim: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same highlights; ``tones`` and ``claims`` are empty outside.
    ``starts`` are the claims that begin here: one stop for the keyboard each."""

    text: str
    tones: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


def cut_pieces(text: str, within: Span, highlights: Iterable[Highlight]) -> tuple[Piece, ...]:
    """The text of ``within`` as pieces in order; joined they give exactly that text."""
    marked = [highlight for highlight in highlights if highlight.span.overlaps(within)]
    edges = {within.begin, within.end}
    for highlight in marked:
        edges.add(max(highlight.span.begin, within.begin))
        edges.add(min(highlight.span.end, within.end))
    ordered = sorted(edges)
    seen: set[str] = set()
    return tuple(_make_piece(text, Span(begin, end), marked, seen) for begin, end in pairwise(ordered))


def _make_piece(text: str, span: Span, highlights: Sequence[Highlight], seen: set[str]) -> Piece:
    over = [highlight for highlight in highlights if highlight.span.overlaps(span)]
    claims = tuple(dict.fromkeys(highlight.claim for highlight in over))
    starts = tuple(claim for claim in claims if claim not in seen)
    seen.update(claims)
    tones = tuple(sorted({highlight.tone for highlight in over}))
    return Piece(span.of(text), tones, claims, starts)


def find_tone(claim: Claim) -> str:
    """What a claim is shown as: an alleged breach is one, the rest go by their kind."""
    if isinstance(claim.slots, Event):
        return "breach" if claim.alleges_breach else "event"
    return claim.kind.value


def find_focus(claim: Claim) -> tuple[Span, ...]:
    """The stretches that carry the claim: what is said, the number, the word that reports the step, the two
    sides of a condition."""
    match claim.slots:
        case Statement(content=content) if content:
            return content
        case Figure(number=number):
            return (number,)
        case Progress(trigger=trigger) | Event(trigger=trigger):
            return (trigger,)
        case Position(trigger=trigger, target=target):
            return tuple(sorted((trigger, target)))
        case Condition(needs=needs, wants=wants):
            return tuple(sorted((needs, wants)))
        case Commitment(action=action):
            return (action,)
        case Interpretation(meaning=meaning):
            return (meaning,)
    return (claim.span,)
