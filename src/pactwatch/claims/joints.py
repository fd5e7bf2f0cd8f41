"""Numbers that a mark joins to what stands beside them, so that they are parts of something else."""

from pactwatch.claims.groups import find_group_behind
from pactwatch.claims.sheet import Unit
from pactwatch.language.numbers import Number, read_digits

_JOINTS = ("-", "–", "/", "^", "×", "=", "_", "@")


def is_joined(unit: Unit, number: Number) -> bool:
    """Numbers that a mark joins without a space; two with a hyphen may be a range of what stands behind."""
    after = _is_joint(unit, number.last) and unit.tag(number.last + 1) == "0"
    before = _is_joint(unit, number.first - 1)
    if not (after or before):
        return False
    mark, last = (number.first - 1, number.last) if before else (number.last, number.last + 2)
    if unit.low(mark) not in ("-", "–") or unit.tag(mark - 1) != "0":
        return unit.low(mark) not in ("-", "–")
    if _falls(unit, mark):
        return True
    if unit.tokens[last - 1].text.endswith("%"):
        return False
    return find_group_behind(unit, last) is None and unit.low(last) not in ("%", "percent", "per")


def _falls(unit: Unit, mark: int) -> bool:
    """787-8: the second number is smaller, so that it is no range"""
    first, second = (read_digits(unit.tokens[at].text) for at in (mark - 1, mark + 1))
    return first is not None and second is not None and first > second


def _is_joint(unit: Unit, place: int) -> bool:
    """Whether a mark of joining stands at a place, with no space behind it."""
    if not 0 <= place < len(unit.tokens) - 1 or unit.tokens[place].text not in _JOINTS:
        return False
    return unit.tokens[place].end == unit.tokens[place + 1].begin
