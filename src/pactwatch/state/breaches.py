"""Alleged breaches of a provision, counted for each side that alleges them."""

from collections.abc import Mapping, Sequence

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Event, Modality
from pactwatch.model.status import Breaches, Fact
from pactwatch.state.days import sort_facts
from pactwatch.state.speakers import find_sides

#: PLOVER's root and mode of an alleged breach.
ALLEGED = ("ACCUSE", "allege")


def is_allegation(fact: Fact) -> bool:
    """Whether a fact alleges a breach; one that is denied is none."""
    slots = fact.claim.slots
    is_breach = isinstance(slots, Event) and (slots.root, slots.mode) == ALLEGED
    return is_breach and fact.claim.modality is Modality.ASSERTED


def compute_breaches(
    facts: Sequence[Fact], agreement: Agreement, side_documents: Mapping[str, int], institutions: bool
) -> tuple[Breaches, ...]:
    """One row for each side that alleges and each that is accused, in the order of the file.

    ``side_documents`` says how many articles carry a side's words at all. Digests are counted apart.
    """
    groups: dict[tuple[str, str | None], list[Fact]] = {}
    for fact in sort_facts([fact for fact in facts if is_allegation(fact)]):
        for side in find_sides(fact, agreement, institutions):
            groups.setdefault((side, fact.placement.accused), []).append(fact)
    order = {actor: number for number, actor in enumerate(agreement.actors)}
    rows = [_make_row(by, against, own, side_documents) for (by, against), own in groups.items()]
    return tuple(sorted(rows, key=lambda row: (order.get(row.by, len(order)), row.by, row.against or "")))


def _make_row(
    by: str, against: str | None, facts: Sequence[Fact], side_documents: Mapping[str, int]
) -> Breaches:
    articles = {fact.document.id for fact in facts if not fact.document.digest}
    digests = {fact.document.id for fact in facts if fact.document.digest}
    return Breaches(by, against, tuple(facts), len(articles), side_documents.get(by, 0), len(digests))


def count_side_documents(
    facts: Sequence[Fact], agreement: Agreement, institutions: bool
) -> Mapping[str, int]:
    """How many articles, digests aside, carry any words of each side."""
    carried: dict[str, set[str]] = {}
    for fact in facts:
        if not fact.document.digest:
            for side in find_sides(fact, agreement, institutions):
                carried.setdefault(side, set()).add(fact.document.id)
    return {side: len(documents) for side, documents in carried.items()}
