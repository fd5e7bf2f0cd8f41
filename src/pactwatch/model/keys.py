"""Claim keys: a hash of document, span, kind and core slots, without the version.

The same claim found by a later version of its maker has the same key, so that a judgement
carries over; a claim with another value, speaker or place has another key.
"""

from pactwatch.ids import hash_value
from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Figure,
    Interpretation,
    Position,
    Progress,
    Slots,
    Statement,
)

KEY_LENGTH = 24


def compute_key(claim: Claim) -> str:
    """The key of a claim: 24 hexadecimal characters."""
    core = [
        claim.document,
        claim.span.begin,
        claim.span.end,
        claim.kind.value,
        [mention.name for mention in claim.speakers],
        claim.modality.value,
        _core_slots(claim.slots),
    ]
    return hash_value(core)[:KEY_LENGTH]


def _core_slots(slots: Slots) -> list[object]:
    match slots:
        case Statement():
            content = [[span.begin, span.end] for span in slots.content]
            return [slots.form.value, slots.cue.begin, slots.cue.end, content]
        case Figure():
            bounds = [None if b is None else str(b) for b in (slots.low, slots.high, slots.approx)]
            return [slots.number.begin, slots.number.end, bounds, slots.counted, slots.effect]
        case Event():
            return [slots.root, slots.mode, slots.actor, slots.recipient, slots.trigger.begin]
        case Progress():
            tally = [None if n is None else str(n) for n in (slots.done, slots.owed)]
            return [slots.step.value, slots.trigger.begin, slots.trigger.end, tally]
        case Position():
            return [slots.actor.name, slots.stance.value, slots.trigger.begin, slots.target.begin]
        case Condition():
            return [slots.connective, slots.trigger.begin, slots.needs.begin, slots.wants.begin, slots.unless]
        case Commitment():
            return [slots.promiser.name, slots.fate.value, slots.trigger.begin, slots.action.begin]
        case Interpretation():
            return [slots.force.value, slots.trigger.begin, slots.instrument.begin, slots.meaning.begin]
