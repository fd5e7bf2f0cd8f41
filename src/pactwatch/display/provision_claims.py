"""What is said of one provision beyond its status: steps, positions, conditions, promises, readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.display.actors import make_sides
from pactwatch.display.commitments import PromiseRow, make_promises
from pactwatch.display.days import describe_when, sort_newest
from pactwatch.display.marks import SIGNS, Sign
from pactwatch.display.position_cells import Cell
from pactwatch.display.positions import Outside, find_positions
from pactwatch.display.slots import cut_words
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.terms import name_actor
from pactwatch.display.words import STEPS
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Commitment, Condition, Interpretation, Progress, Step
from pactwatch.model.placement import ProvisionMatch, Relevance
from pactwatch.model.status import Fact, Mark
from pactwatch.state.evidence import is_spoken
from pactwatch.state.speakers import OUTLETS, find_sides
from pactwatch.state.targets import find_targets

_MARKS = {
    Step.NOT_BEGUN: Mark.NOT_STARTED,
    Step.DECLARED: Mark.DECLARED,
    Step.ORDERED: Mark.DECLARED,
    Step.BEGUN: Mark.IN_PROGRESS,
    Step.PARTLY: Mark.PARTLY_DONE,
    Step.DONE: Mark.DONE,
    Step.STALLED: Mark.STALLED,
    Step.REVERSED: Mark.REVERSED,
}


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody with the claims in which they say something."""

    speaker: Speaker
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step with who reports it, who is said to confirm it, the newest day, and tallies."""

    sign: Sign
    step: str
    reported: tuple[Teller, ...]
    confirmed: tuple[Teller, ...]
    day: str
    tallies: tuple[tuple[str, tuple[str, ...]], ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """What waits for what, in the words of a speaker. ``needs_of`` and ``wants_of`` are the provisions."""

    needs: str
    wants: str
    connective: str
    unless: bool
    needs_of: tuple[str, ...]
    wants_of: tuple[str, ...]
    speaker: Speaker
    day: str
    sources: Sources
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One reading of the clause in somebody's words."""

    instrument: str
    force: str
    meaning: str
    speaker: Speaker
    day: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class ReadingSide:
    """The readings by one side."""

    name: str
    rows: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True)
class ProvisionClaims:
    """The sections of a provision's page; each is empty where nothing of it is read."""

    steps: tuple[StepRow, ...]
    cells: tuple[Cell, ...]
    outside: tuple[Outside, ...]
    waits_for: tuple[ConditionRow, ...]
    waiting: tuple[ConditionRow, ...]
    promises: tuple[PromiseRow, ...]
    readings: tuple[ReadingSide, ...]


def make_provision_claims(
    facts: Sequence[Fact], provision: str, agreement: Agreement, on: date, institutions: bool = False
) -> ProvisionClaims:
    """What the facts of a view say of one provision."""
    about = [fact for fact in facts if fact.placement.relevance is Relevance.AGREEMENT]
    own = [fact for fact in about if provision in _list_ids(fact.placement.provisions)]
    held = find_positions(own, agreement, provision=provision, institutions=institutions)
    cells = [row.cells for group in held.groups for row in group.rows if row.id == provision]
    conditions = [fact for fact in about if isinstance(fact.claim.slots, Condition)]
    wanting = [fact for fact in conditions if provision in _list_ids(fact.placement.wants)]
    needing = [fact for fact in conditions if provision in _list_ids(fact.placement.needs)]
    return ProvisionClaims(
        steps=make_steps([fact for fact in own if is_step_of(fact, provision, agreement)], agreement),
        cells=tuple(cells[0].values()) if cells else (),
        outside=held.outside,
        waits_for=tuple(_make_condition(fact, agreement) for fact in sort_newest(wanting)),
        waiting=tuple(_make_condition(fact, agreement) for fact in sort_newest(needing)),
        promises=make_promises(own, agreement, on),
        readings=_make_readings(own, agreement),
    )


def _list_ids(matches: Sequence[ProvisionMatch]) -> tuple[str, ...]:
    return tuple(match.provision for match in matches)


def is_told_apart(fact: Fact, provision: str) -> bool:
    """Whether a fact stands in a section of its own on the page of a provision."""
    if isinstance(fact.claim.slots, Condition):
        sides = (*fact.placement.needs, *fact.placement.wants)
        return provision in _list_ids(sides)
    return isinstance(fact.claim.slots, Commitment | Interpretation)


def is_step_of(fact: Fact, provision: str, agreement: Agreement) -> bool:
    """Whether a fact reports a step on a provision."""
    is_progress = isinstance(fact.claim.slots, Progress) and not is_spoken(fact)
    return is_progress and provision in find_targets(fact, agreement)


def make_steps(facts: Sequence[Fact], agreement: Agreement) -> tuple[StepRow, ...]:
    """One row for each step that is reported, in rising order; stalled and reversed last."""
    by_step: dict[Step, list[Fact]] = {}
    for fact in sort_newest(facts):
        if isinstance(fact.claim.slots, Progress):
            by_step.setdefault(fact.claim.slots.step, []).append(fact)
    return tuple(_make_step(step, by_step[step], agreement) for step in Step if step in by_step)


def _make_step(step: Step, facts: Sequence[Fact], agreement: Agreement) -> StepRow:
    confirming = [
        fact for fact in facts if isinstance(fact.claim.slots, Progress) and fact.claim.slots.confirms
    ]
    reporting = [fact for fact in facts if fact not in confirming]
    return StepRow(
        sign=SIGNS[_MARKS[step]],
        step=STEPS[step],
        reported=_gather_tellers(reporting, agreement),
        confirmed=_gather_tellers(confirming, agreement),
        day=describe_when(facts[0]),
        tallies=_gather_tallies(facts),
        sources=count_sources(facts),
    )


def _gather_tellers(facts: Sequence[Fact], agreement: Agreement) -> tuple[Teller, ...]:
    speakers: dict[str, Speaker] = {}
    claims: dict[str, list[str]] = {}
    for fact in facts:
        speaker = name_speaker(fact, agreement)
        speakers[speaker.id] = speaker
        claims.setdefault(speaker.id, []).append(fact.claim.key)
    return tuple(Teller(speaker, tuple(claims[known])) for known, speaker in speakers.items())


def _gather_tallies(facts: Sequence[Fact]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each tally once, the highest first, with the claims that give it."""
    found: dict[tuple[int, int], list[str]] = {}
    for fact in facts:
        slots = fact.claim.slots
        if isinstance(slots, Progress) and slots.done is not None and slots.owed is not None:
            found.setdefault((int(slots.done), int(slots.owed)), []).append(fact.claim.key)
    return tuple((f"{done:,} of {owed:,}", tuple(keys)) for (done, owed), keys in sorted(found.items())[::-1])


def _make_condition(fact: Fact, agreement: Agreement) -> ConditionRow:
    slots = fact.claim.slots
    if not isinstance(slots, Condition):
        raise TypeError(f"claim {fact.claim.key} holds no condition")
    return ConditionRow(
        needs=cut_words(fact.claim, slots.needs),
        wants=cut_words(fact.claim, slots.wants),
        connective=slots.connective,
        unless=slots.unless,
        needs_of=_list_ids(fact.placement.needs),
        wants_of=_list_ids(fact.placement.wants),
        speaker=name_speaker(fact, agreement),
        day=describe_when(fact),
        sources=count_sources([fact]),
        facts=(fact,),
    )


def _make_readings(facts: Sequence[Fact], agreement: Agreement) -> tuple[ReadingSide, ...]:
    """By the side that reads it so: parties, mediators, others, reports in their own voice last."""
    by_side: dict[str, list[Fact]] = {}
    for fact in sort_newest([fact for fact in facts if isinstance(fact.claim.slots, Interpretation)]):
        for side in find_sides(fact, agreement, institutions=True):
            by_side.setdefault(side, []).append(fact)
    order = dict.fromkeys([*make_sides(agreement), *sorted(set(by_side) - {OUTLETS}), OUTLETS])
    return tuple(
        ReadingSide(
            "Reports in their own voice" if side == OUTLETS else name_actor(side, agreement),
            tuple(_make_reading(fact, agreement) for fact in by_side[side]),
        )
        for side in order
        if side in by_side
    )


def _make_reading(fact: Fact, agreement: Agreement) -> ReadRow:
    slots = fact.claim.slots
    if not isinstance(slots, Interpretation):
        raise TypeError(f"claim {fact.claim.key} holds no reading")
    return ReadRow(
        instrument=cut_words(fact.claim, slots.instrument),
        force=slots.force.value,
        meaning=cut_words(fact.claim, slots.meaning),
        speaker=name_speaker(fact, agreement),
        day=describe_when(fact),
        sources=count_sources([fact]),
    )
