"""The numbers that printed words allow: intervals, their sums, and how far two lie apart.

``None`` is an open end. "at least 395" is [395, open), "up to 10" (open, 10]. "around 400" has no
bounds of its own: it is read as every number that is 400 when rounded to 400's last digit that is not
0, so from 350 to 450. The same is done with a rounded average (244 a day) and a rounded share (41 %).
Of things that are counted whole "more than 40" begins at 41, and no bound lies between two numbers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from pactwatch.model.claim import Figure

ZERO = Decimal(0)
HALF = Decimal("0.5")
#: Hedges that leave the printed number itself out.
MORE = ("more than", "over", "above", "exceeding", "upwards of")
FEWER = ("fewer than", "less than", "under", "below")


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included; None is open."""

    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return self.low is not None or self.high is not None

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


def make_exact(number: Decimal | int) -> Range:
    """The range of one number."""
    return Range(Decimal(number), Decimal(number))


def read_range(figure: Figure, hedge: str | None = None) -> Range:
    """What the words of a figure allow."""
    if figure.approx is not None:
        about = widen(make_exact(figure.approx), lambda number: find_unit(number) * HALF)
        return about if figure.percent or not _is_whole(figure.approx) else _round_inward(about)
    if figure.percent or hedge is None:
        return Range(figure.low, figure.high)
    return _read_strictly(figure, hedge.casefold())


def _read_strictly(figure: Figure, hedge: str) -> Range:
    low, high = figure.low, figure.high
    if low is not None and high is None and _is_whole(low) and hedge in MORE:
        return Range(low + 1, None)
    if high is not None and low is None and _is_whole(high) and hedge in FEWER:
        return Range(None, high - 1)
    return Range(low, high)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _round_inward(one: Range) -> Range:
    assert one.low is not None and one.high is not None
    return Range(one.low.to_integral_value(ROUND_CEILING), one.high.to_integral_value(ROUND_FLOOR))


def find_number(figure: Figure) -> Decimal | None:
    """The number that is printed: of "at least 395" and of "around 395" it is 395; a range has none."""
    if figure.approx is not None:
        return figure.approx
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return None
    return figure.low if figure.low is not None else figure.high


def find_unit(number: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 100 for 400, 1 for 395, 0.1 for 41.6, 1 for 0."""
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def find_step(number: Decimal) -> Decimal:
    """The place of the last digit written before rounding hides more: 1 for 244 and 240, 0.1 for 41.6."""
    return min(find_unit(number), Decimal(1))


def widen(one: Range, room: Callable[[Decimal], Decimal]) -> Range:
    """The range with room at each end, by the number there."""
    low = None if one.low is None else one.low - room(one.low)
    return Range(low, None if one.high is None else one.high + room(one.high))


def add(ranges: Iterable[Range]) -> Range:
    """The sum; an open end of one leaves the sum open there."""
    low: Decimal | None = ZERO
    high: Decimal | None = ZERO
    for one in ranges:
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
    return Range(low, high)


def subtract(one: Range, other: Range) -> Range:
    """The difference."""
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Range(low, high)


def scale(one: Range, factor: Decimal) -> Range:
    """The range times a number that is not negative."""
    return Range(
        None if one.low is None else one.low * factor, None if one.high is None else one.high * factor
    )


def find_gap(one: Range, other: Range) -> Decimal:
    """How far two ranges lie apart at least; 0 where they share a number."""
    gap = ZERO
    if one.low is not None and other.high is not None:
        gap = max(gap, one.low - other.high)
    if other.low is not None and one.high is not None:
        gap = max(gap, other.low - one.high)
    return gap


def write_number(number: Decimal) -> str:
    """With its thousands apart and no idle zeros: 17,819; 41.6."""
    whole = number == number.to_integral_value()
    return f"{int(number):,}" if whole else f"{number.normalize():,f}"


def write_range(one: Range) -> str:
    """In words: "395", "at least 395", "at most 10", "350 to 450", "an unknown number"."""
    if one.low is not None and one.high is not None:
        return write_number(one.low) if one.exact else f"{write_number(one.low)} to {write_number(one.high)}"
    if one.low is not None:
        return f"at least {write_number(one.low)}"
    return "an unknown number" if one.high is None else f"at most {write_number(one.high)}"


def round_to(number: Decimal, unit: Decimal) -> Decimal:
    """Rounded half up to a place."""
    return (number / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
