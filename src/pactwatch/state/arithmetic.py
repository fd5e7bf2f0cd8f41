"""Whether stated numbers add up: the sum alone, never who is right.

Here: a total against its parts (semantics, check 1), within one document, as its speaker
gives them. An answer is one of: holds, does not add up by N, cannot be compared because ...
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.claim import Figure, Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import sort_facts


class Verdict(StrEnum):
    """What a check answers."""

    HOLDS = "holds"
    OFF = "does not add up"
    OPEN = "cannot be compared"


@dataclass(frozen=True, slots=True)
class Check:
    """One sum: the stated total, its parts, what the parts make, and by how much it is off.

    ``why`` says what is missing where nothing can be compared; ``words`` is the sum written out.
    """

    measure: str
    document: str
    verdict: Verdict
    total: Fact
    parts: tuple[Fact, ...]
    off_by: Decimal | None
    why: str
    words: str


def check_parts(agreement: Agreement, facts: Sequence[Fact]) -> tuple[Check, ...]:
    """Each stated total that has parts in its document, oldest first."""
    own = [fact for fact in sort_facts(list(facts)) if fact.placement.relevance is Relevance.AGREEMENT]
    by_place: dict[tuple[str, str], list[Fact]] = {}
    for fact in own:
        if isinstance(fact.claim.slots, Figure) and fact.placement.measure:
            by_place.setdefault((fact.document.id, fact.placement.measure), []).append(fact)
    checks = [
        _check(measure, total, by_place)
        for measure in agreement.measures.values()
        if measure.parts
        for total in _totals(measure, by_place)
    ]
    return tuple(check for check in checks if check.parts)


def _totals(measure: Measure, by_place: dict[tuple[str, str], list[Fact]]) -> list[Fact]:
    """The newest total of each document: a running total is the highest that it states."""
    stated = (facts for (_, name), facts in by_place.items() if name == measure.id)
    return [max(facts, key=lambda fact: _exact(fact) or Decimal(0)) for facts in stated]


def _check(measure: Measure, total: Fact, by_place: dict[tuple[str, str], list[Fact]]) -> Check:
    document = total.document.id
    parts = tuple(facts[0] for part in measure.parts if (facts := by_place.get((document, part))) is not None)
    missing = [part for part in measure.parts if (document, part) not in by_place]
    stated, numbers = _exact(total), [_exact(part) for part in parts]
    if missing:
        return _open(measure, total, parts, f"no number is given for {', '.join(missing)}")
    if stated is None or any(number is None for number in numbers):
        return _open(measure, total, parts, "a number is hedged, so that the sum has no one value")
    added = sum((number for number in numbers if number is not None), Decimal(0))
    written = " + ".join(f"{number:,}" for number in numbers if number is not None)
    words = f"{written} = {added:,}, stated {stated:,}"
    verdict = Verdict.HOLDS if added == stated else Verdict.OFF
    return Check(measure.id, document, verdict, total, parts, abs(added - stated), "", words)


def _open(measure: Measure, total: Fact, parts: tuple[Fact, ...], why: str) -> Check:
    return Check(measure.id, total.document.id, Verdict.OPEN, total, parts, None, why, "")


def _exact(fact: Fact) -> Decimal | None:
    figure = fact.claim.slots
    if isinstance(figure, Figure) and figure.low is not None and figure.low == figure.high:
        return figure.low
    return None
