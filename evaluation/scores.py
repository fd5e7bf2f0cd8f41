"""A score, its misses with their reasons, and how they are pooled over documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotated import Annotated
from matching import find_all, names_of
from pactwatch.model.claim import Claim
from pactwatch.model.source import Span
from reading import Reading


@dataclass(frozen=True)
class Miss:
    """What is not as the gold says, where, and why."""

    measure: str
    document: str
    wanted: str
    reason: str
    sentence: str = ""


@dataclass(frozen=True)
class Score:
    """So many right of so many; ``total`` None marks a count that should be zero."""

    measure: str
    right: int
    total: int | None
    misses: tuple[Miss, ...] = ()

    @property
    def value(self) -> float:
        """Percent, or the count itself."""
        if self.total is None:
            return float(self.right)
        return 100 * self.right / self.total if self.total else 100.0


Pair = tuple[Annotated, Reading]
#: How many were wanted in a document (None: none is ever wanted), and each miss.
Found = tuple[int | None, list[Miss]]
Finding = Callable[[Annotated, Reading], Found]


def pool(measure: str, find: Finding, pairs: Sequence[Pair]) -> Score:
    """One score over all documents."""
    found = [find(document, reading) for document, reading in pairs]
    totals = [total for total, _ in found if total is not None]
    misses = tuple(miss for _, missed in found for miss in missed)
    if not totals:
        return Score(measure, len(misses), None, misses)
    return Score(measure, sum(totals) - len(misses), sum(totals), misses)


def is_debatable(span: Span, document: Annotated, reading: Reading) -> bool:
    """Whether two careful readers did not agree on what stands here: neither wanted nor wrong."""
    places = (place for words in document.debatable for place in find_all(reading.article.text, words))
    return any(place.overlaps(span) for place in places)


def make_miss(
    measure: str, document: Annotated, reading: Reading, words: str, wanted: str, reason: str
) -> Miss:
    """Something in the gold that was not found as it stands there."""
    place = reading.article.text.find(words)
    sentence = reading.sentence_at(place) if place >= 0 else "the gold text does not stand in the document"
    return Miss(measure, document.name, f"{wanted}: {words}", reason, sentence)


def make_claim_miss(measure: str, document: Annotated, reading: Reading, claim: Claim, wanted: str) -> Miss:
    """A claim that is not in the gold."""
    reason = f"{'; '.join(names_of(claim)) or 'nobody'} [{claim.rule}]"
    return Miss(measure, document.name, wanted, reason, reading.sentence_at(claim.span.begin))
