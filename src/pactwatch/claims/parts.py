"""What each kind of claim turns on, who acts in it, and towards whom."""

from pactwatch.claims.aliases import AliasTable, find_exact, find_named
from pactwatch.language.lexicon import lemma_of
from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Interpretation,
    Mention,
    Position,
    Progress,
    Statement,
)
from pactwatch.model.source import Span


def find_cores(claim: Claim) -> tuple[Span, ...]:
    """The words that a claim is about; empty where it is about all of its own."""
    match claim.slots:
        case Position(target=target):
            return (target,)
        case Condition(needs=needs, wants=wants):
            return (needs, wants)
        case Commitment(action=action):
            return (action,)
        case Interpretation(meaning=meaning, instrument=instrument):
            return (meaning, instrument)
        case Statement(content=content):
            return content
    return ()


def find_actor(claim: Claim) -> Mention | None:
    """Who holds a position or makes a promise."""
    match claim.slots:
        case Position(actor=actor):
            return actor
        case Commitment(promiser=promiser):
            return promiser
    return None


def find_doer(claim: Claim, aliases: AliasTable) -> str | None:
    """The actor who takes a reported step, where its words name one."""
    slots = claim.slots
    return _name(slots.subject, aliases) if isinstance(slots, Progress) else None


def find_act(claim: Claim, text: str) -> tuple[str, ...]:
    """The words of a step that may name the act: the base of its verb, then its other words."""
    slots = claim.slots
    if not isinstance(slots, Progress):
        return ()
    verb = lemma_of(slots.trigger.of(text).lower().split()[0])
    return verb, *(word.strip(".,;:") for word in claim.words.lower().split())


def find_accused(claim: Claim, aliases: AliasTable) -> str | None:
    """The actor against whom an event is told; whoever meets is against nobody."""
    slots = claim.slots
    if not isinstance(slots, Event) or slots.root == "CONSULT":
        return None
    return _name(slots.recipient, aliases)


def find_towards(claim: Claim, aliases: AliasTable) -> str | None:
    """The actor about whom a position is, or to whom a promise is made."""
    match claim.slots:
        case Position(about=about):
            return _name(about, aliases)
        case Commitment(to=to):
            return _name(to, aliases)
    return None


def _name(words: str | None, aliases: AliasTable) -> str | None:
    if words is None:
        return None
    exact = find_exact(aliases, words)
    if exact is not None:
        return exact.actor
    named = find_named(aliases, words)
    return named[0].actor if named else None
