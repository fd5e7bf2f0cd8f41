"""When a provision falls due: its phase, what must come before it, its deadline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.claim import Step
from pactwatch.model.terms import AtOnce, Due, Within
from pactwatch.state.progress import LADDER
from pactwatch.state.terms import StateLookup, evaluate, find_deadlines


@dataclass(frozen=True, slots=True)
class Timing:
    """``due``: whether the time of the provision has come (None: not known); ``waits_for`` says in
    words what does not hold or is not known; ``overdue_since`` is the deadline where it is past under every
    reading; ``note`` says what was not evaluated or differs between readings."""

    due: bool | None
    waits_for: str = ""
    overdue_since: date | None = None
    note: str = ""


def compute_timing(
    provision: Provision,
    agreement: Agreement,
    on: date,
    begun: Mapping[str, bool | None],
    state_of: StateLookup,
) -> Timing:
    """Whether a provision is due on a day. ``begun`` says of each phase whether it has begun."""
    if on < agreement.starts:
        return Timing(False, f"the agreement takes effect on {agreement.starts.isoformat()}")
    gates = list(_find_gates(provision, agreement, on, begun, state_of))
    closed = [gate for gate in gates if gate.held is False] or [gate for gate in gates if gate.held is None]
    if closed:
        return Timing(closed[0].held, closed[0].denial if closed[0].held is False else closed[0].question)
    return _compute_deadline(provision, agreement, on)


@dataclass(frozen=True, slots=True)
class _Gate:
    """Something that must hold first; ``denial`` and ``question`` say in words that it does not,
    or that it is not known."""

    held: bool | None
    denial: str
    question: str


def _find_gates(
    provision: Provision,
    agreement: Agreement,
    on: date,
    begun: Mapping[str, bool | None],
    state_of: StateLookup,
) -> Iterator[_Gate]:
    phase = _title(provision.phase, agreement)
    yield _Gate(begun.get(provision.phase), f'"{phase}" has not begun', f'whether "{phase}" has begun')
    for name, condition in (("after", provision.after), ("when", provision.when)):
        if condition is not None:
            held = evaluate(condition, agreement, on, state_of)
            yield _Gate(held, f'its "{name}" does not hold', f'whether its "{name}" holds')
    held = _is_triggered(provision.due, agreement, on)
    yield _Gate(held, "the event from which its time runs has not come", "whether its time runs")


def _title(phase: str, agreement: Agreement) -> str:
    known = agreement.phases.get(phase)
    return known.title if known else phase


def _is_triggered(due: Due | None, agreement: Agreement, on: date) -> bool | None:
    """Whether the event from which the time runs has come; an event without a day stops nothing."""
    if not isinstance(due, AtOnce | Within) or (isinstance(due, Within) and due.before):
        return True
    anchor = agreement.anchors.get(due.anchor)
    return anchor is None or anchor.on is None or anchor.on <= on


def _compute_deadline(provision: Provision, agreement: Agreement, on: date) -> Timing:
    deadlines = find_deadlines(provision, agreement)
    known = [day for day in deadlines if day is not None]
    notes = []
    if len(known) < len(deadlines):
        notes.append("the day from which a deadline runs is not known")
    past = [day for day in known if day < on]
    is_past = bool(known) and len(past) == len(deadlines)
    if past and not is_past:
        notes.append(f"a deadline of {max(past).isoformat()} is past under one reading of the clause")
    if provision.while_ is not None:
        notes.append('its "while" is not evaluated')
    return Timing(True, "", max(past) if is_past else None, "; ".join(notes))


def find_begun(
    phase: Phase, agreement: Agreement, on: date, reported: Step | None, state_of: StateLookup
) -> bool | None:
    """Whether a phase has begun: the first one with the agreement, a later one by its condition or
    because it is reported; None where neither is known."""
    if on < agreement.starts:
        return False
    if reported is not None and LADDER.index(reported) >= LADDER.index(Step.BEGUN):
        return True
    if phase.after is not None:
        return evaluate(phase.after, agreement, on, state_of)
    if next(iter(agreement.phases), None) == phase.id:
        return True
    return False if reported is Step.NOT_BEGUN else None
