"""Time terms and conditions evaluated on a day, three-valued: True, False, or None for unknown.

What this version does not evaluate ("keeps", states other than fulfilled and partly performed)
is None, and None is said in the status, never taken for False.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from pactwatch.model.agreement import Agreement, Provision
from pactwatch.model.terms import (
    AllOf,
    AnyOf,
    AtOnce,
    By,
    Condition,
    Due,
    Happened,
    Keeps,
    Not,
    StateIs,
    Within,
)

#: Answers for a provision or a phase whether it is in a state.
StateLookup = Callable[[str, str], bool | None]

_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


def evaluate(condition: Condition, agreement: Agreement, on: date, state_of: StateLookup) -> bool | None:
    """Whether a condition holds on a day; None where an input is unknown or is not evaluated yet."""
    match condition:
        case StateIs(subject=subject, state=state):
            return state_of(subject, state)
        case Happened(anchor=anchor):
            return _has_happened(anchor, agreement, on)
        case Keeps():
            return None
        case Not(part=part):
            held = evaluate(part, agreement, on, state_of)
            return None if held is None else not held
        case AllOf(parts=parts):
            return _combine([evaluate(part, agreement, on, state_of) for part in parts], False)
        case AnyOf(parts=parts):
            return _combine([evaluate(part, agreement, on, state_of) for part in parts], True)


def _combine(held: Sequence[bool | None], decisive: bool) -> bool | None:
    """Kleene's "and" (False decides) and "or" (True decides)."""
    if decisive in held:
        return decisive
    return None if None in held else not decisive


def _has_happened(anchor: str, agreement: Agreement, on: date) -> bool | None:
    known = agreement.anchors.get(anchor)
    return None if known is None or known.on is None else known.on <= on


def find_deadlines(provision: Provision, agreement: Agreement) -> list[date | None]:
    """The last days in time under the clause and under each rival reading of it, None where unknown."""
    terms = [provision.due, *(reading.due for reading in provision.readings)]
    return [day for term in terms if term is not None for day in _find_days(term, agreement)]


def _find_days(due: Due, agreement: Agreement) -> list[date | None]:
    if isinstance(due, By):
        return [due.day]
    anchor = agreement.anchors.get(due.anchor)
    if anchor is None or anchor.on is None:
        return [None]
    starts = [anchor.on, *(rival.on for rival in anchor.rivals)]
    return [start if isinstance(due, AtOnce) else _shift(start, due) for start in starts]


def _shift(start: date, due: Within) -> date:
    """The day on which a span of time has surely ended: hours run on into the next day."""
    sign = -1 if due.before else 1
    if due.unit in ("minute", "hour"):
        hours = due.amount if due.unit == "hour" else due.amount / 60
        return start + sign * timedelta(days=-(-hours // 24))
    return start + sign * timedelta(days=due.amount * _DAYS[due.unit])
