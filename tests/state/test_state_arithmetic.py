"""Parts against a total: the published cases by the sum alone, and what cannot be compared."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sample_facts import AGREEMENT, document, figure

from pactwatch.model.agreement import Accrual, Agreement, Measure
from pactwatch.model.claim import Figure, Relevance
from pactwatch.model.status import Fact
from pactwatch.state.arithmetic import Verdict, check_parts

KINDS = ("shootings", "raids", "bombardments", "demolitions")


def agreement() -> Agreement:
    parts = {name: Measure(name, name, Accrual.CUMULATIVE, name, (name,)) for name in KINDS}
    total = Measure("violations", "violations", Accrual.CUMULATIVE, "violations", ("violation",), parts=KINDS)
    return replace(AGREEMENT, measures={"violations": total, **parts})


def bulletin(total: int, parts: tuple[int, ...]) -> list[Fact]:
    source = document("Bulletin", 9)
    stated = figure(total, source, measure="violations", effect="recorded")
    given = zip(KINDS, parts, strict=False)
    return [stated, *(figure(number, source, measure=name, effect="recorded") for name, number in given)]


@pytest.mark.parametrize(
    ("total", "parts", "verdict", "off_by"),
    [
        (282, (88, 12, 124, 52), Verdict.OFF, 6),
        (497, (142, 21, 228, 100), Verdict.OFF, 6),
        (738, (205, 37, 358, 138), Verdict.HOLDS, 0),
        (875, (265, 49, 421, 150), Verdict.OFF, 10),
    ],
)
def test_published_tallies(total: int, parts: tuple[int, ...], verdict: Verdict, off_by: int) -> None:
    facts = bulletin(total, parts)
    (check,) = check_parts(agreement(), facts)
    assert (check.verdict, check.off_by) == (verdict, Decimal(off_by))
    added = " + ".join(str(part) for part in parts)
    assert check.words == f"{added} = {sum(parts):,}, stated {total:,}"
    assert check_parts(agreement(), facts[::-1]) == (check,)


def test_a_missing_part_leaves_it_open() -> None:
    (check,) = check_parts(agreement(), bulletin(282, (88, 12, 124)))
    assert (check.verdict, check.off_by) == (Verdict.OPEN, None)
    assert "demolitions" in check.why


def test_a_hedged_part_leaves_it_open() -> None:
    facts = bulletin(282, (88, 12, 124, 52))
    slots = facts[1].claim.slots
    assert isinstance(slots, Figure)
    hedged = replace(
        facts[1], claim=replace(facts[1].claim, slots=replace(slots, high=None), hedge="at least")
    )
    (check,) = check_parts(agreement(), [facts[0], hedged, *facts[2:]])
    assert check.verdict is Verdict.OPEN


def test_another_negotiation_is_not_added_up() -> None:
    facts = bulletin(282, (88, 12, 124, 52))
    old = [replace(fact, placement=replace(fact.placement, relevance=Relevance.PREHISTORY)) for fact in facts]
    assert check_parts(agreement(), old) == ()
