"""Numbers of nothing: none killed; none of them was hurt; no civilian has been killed; Barges: none"""

from collections.abc import Iterator
from decimal import Decimal

from pactwatch.claims.effect_words import effect_of
from pactwatch.claims.groups import find_group_behind, is_counted_noun
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.numbers import Number

_HARMS = ("killed", "wounded", "missing", "abducted")


def find_zeros(unit: Unit) -> Iterator[Quantity]:
    """The quantities of zero in a unit; only with a harm behind them or as the end of a label."""
    for place, low in enumerate(unit.lows):
        if low == "none" and (_is_end_of_label(unit, place) or _is_unharmed(unit, place + 1)):
            yield _zero(place, None, "")
        elif low == "no":
            group = find_group_behind(unit, place + 1)
            if group is None or not _is_unharmed(unit, group[1]):
                continue
            head = unit.low(group[1] - 1)
            if is_counted_noun(head):
                yield _zero(place, group, head)


def _zero(place: int, group: tuple[int, int] | None, head: str) -> Quantity:
    number = Number(place, place + 1, Decimal(0), Decimal(0), False)
    return Quantity(place, group[1] if group else place + 1, number, None, "exact", group, head)


def _is_end_of_label(unit: Unit, place: int) -> bool:
    return unit.tag(place - 1) == ":" and unit.tag(place + 1) == "."


def _is_unharmed(unit: Unit, place: int) -> bool:
    """killed; was killed; has been hurt; of them was hurt"""
    if unit.low(place) == "of":
        place += 2 if unit.tag(place + 1) == "O" else 3
    while unit.tag(place) in "AR":
        place += 1
    return unit.tag(place) == "E" and effect_of(unit.low(place)) in _HARMS
