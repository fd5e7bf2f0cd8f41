"""Alleged breaches of a provision, counted for each side that alleges them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Modality
from pactwatch.model.status import Breaches, Fact
from pactwatch.state.days import sort_facts
from pactwatch.state.speakers import find_owner, find_sides


def is_allegation(fact: Fact) -> bool:
    """Whether a fact alleges a breach; one that is denied is none."""
    return fact.claim.alleges_breach and fact.claim.modality is Modality.ASSERTED


def compute_breaches(
    facts: Sequence[Fact], agreement: Agreement, heard: Mapping[str, Sequence[Fact]]
) -> tuple[Breaches, ...]:
    """One row for each side that alleges and each that is accused, in the order of the file.

    What an institution alleges is in the row of its owner and stands under it as a part. ``heard``
    are all the words of each side in articles (see ``gather_heard``). Digests are counted apart.
    """
    groups: dict[tuple[str, str | None], list[Fact]] = {}
    inner: dict[tuple[str, str | None], dict[str, list[Fact]]] = {}
    for fact in sort_facts([fact for fact in facts if is_allegation(fact)]):
        accused = fact.placement.accused
        for owner in find_sides(fact, agreement, institutions=True):
            groups.setdefault((owner, accused), []).append(fact)
        for actor in find_sides(fact, agreement, institutions=False):
            owner = find_owner(actor, agreement)
            if owner != actor:
                inner.setdefault((owner, accused), {}).setdefault(actor, []).append(fact)
    order = {actor: number for number, actor in enumerate(agreement.actors)}
    rows = []
    for (by, against), own in groups.items():
        bodies = inner.get((by, against), {})
        parts = [_make_row(actor, against, said, heard) for actor, said in bodies.items()]
        rows.append(replace(_make_row(by, against, own, heard), parts=_sort(parts, order)))
    return _sort(rows, order)


def _sort(rows: Sequence[Breaches], order: Mapping[str, int]) -> tuple[Breaches, ...]:
    return tuple(sorted(rows, key=lambda row: (order.get(row.by, len(order)), row.by, row.against or "")))


def _make_row(
    by: str, against: str | None, facts: Sequence[Fact], heard: Mapping[str, Sequence[Fact]]
) -> Breaches:
    digests = {fact.document.id for fact in facts if fact.document.digest}
    said = tuple(heard.get(by, ()))
    return Breaches(
        by,
        against,
        tuple(facts),
        count_articles(facts),
        count_articles(said),
        len(digests),
        side_facts=said,
        origins=count_origins(facts),
    )


def count_articles(facts: Sequence[Fact]) -> int:
    """How many documents carry some facts, digests aside."""
    return len({fact.document.id for fact in facts if not fact.document.digest})


def count_origins(facts: Sequence[Fact]) -> int | None:
    """How many independent origins the articles that carry some facts go back to; None where one has none."""
    origins = {fact.origin for fact in facts if not fact.document.digest}
    return None if None in origins or not origins else len(origins)


def gather_heard(facts: Sequence[Fact], agreement: Agreement) -> Mapping[str, Sequence[Fact]]:
    """The words of each side in articles, those of its institutions included; institutions too."""
    heard: dict[str, list[Fact]] = {}
    for fact in sort_facts([fact for fact in facts if not fact.document.digest]):
        sides = (*find_sides(fact, agreement, True), *find_sides(fact, agreement, False))
        for side in dict.fromkeys(sides):
            heard.setdefault(side, []).append(fact)
    return heard
