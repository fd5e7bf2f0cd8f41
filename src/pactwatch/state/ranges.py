"""The numbers that printed words allow: intervals, their sums, and how far two lie apart.

``None`` is an open end. "at least 395" is [395, open), "up to 10" (open, 10]. "around 400" has no
bounds of its own: it is read as every number that is 400 when rounded to 400's last digit that is not
0, so from 350 to 450. The same is done with a rounded average (244 a day) and a rounded share (41 %).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pactwatch.model.claim import Figure

ZERO = Decimal(0)
HALF = Decimal("0.5")


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


def read_range(figure: Figure) -> Range:
    """What the words of a figure allow."""
    if figure.approx is not None:
        return widen(figure.approx, find_unit(figure.approx))
    return Range(figure.low, figure.high)


def find_unit(number: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 100 for 400, 1 for 395, 0.1 for 41.6, 1 for 0."""
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def find_step(number: Decimal) -> Decimal:
    """The place of the last digit written before rounding hides more: 1 for 244 and 240, 0.1 for 41.6."""
    return min(find_unit(number), Decimal(1))


def widen(number: Decimal, unit: Decimal) -> Range:
    """Every number that is this one when rounded to the unit."""
    return Range(number - unit * HALF, number + unit * HALF)


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
    """As it is printed in a sum: 17,819; 41.6."""
    plain = number.normalize()
    return f"{plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain:,f}"


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
