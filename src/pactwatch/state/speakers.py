"""Who speaks: names and sides of a fact's speakers, and of an institution's owner."""

from collections.abc import Mapping

from pactwatch.model.agreement import Actor, Agreement, Role
from pactwatch.model.placement import SpeakerMatch
from pactwatch.model.status import Fact

#: Stands for the side of words that a report says in its own voice.
OUTLETS = "outlets"


def is_own_voice(fact: Fact) -> bool:
    """Whether the report itself says it. What a party publishes as its statement is the party's."""
    return not fact.claim.speakers and fact.document.kind != "statement"


def identify_speakers(fact: Fact) -> tuple[str, ...]:
    """What tells one speaker from another: person, actor, name, or the outlet in its own voice."""
    if fact.placement.speakers:
        return tuple(_identify(match) for match in fact.placement.speakers)
    if fact.claim.speakers:
        return tuple(f"name:{mention.name}" for mention in fact.claim.speakers)
    return (f"outlet:{fact.document.outlet or fact.document.name}",)


def _identify(match: SpeakerMatch) -> str:
    if match.person:
        return f"person:{match.person}"
    return f"actor:{match.actor}" if match.actor else f"name:{match.name}"


def name_speakers(fact: Fact, agreement: Agreement) -> str:
    """The speakers in words: "Bassem Naim (Hamas)", or the outlet in its own voice."""
    if fact.placement.speakers:
        return " and ".join(_name(match, agreement.actors) for match in fact.placement.speakers)
    if fact.claim.speakers:
        return " and ".join(mention.name for mention in fact.claim.speakers)
    return f"{_name_outlet(fact)} in its own voice"


def _name_outlet(fact: Fact) -> str:
    if fact.document.outlet or not fact.document.agency:
        return fact.document.outlet or "an unnamed outlet"
    return f"an unnamed outlet, {fact.document.agency} report,"


def _name(match: SpeakerMatch, actors: Mapping[str, Actor]) -> str:
    actor = actors.get(match.actor or "")
    if match.person:
        return f"{match.person} ({actor.name})" if actor else match.person
    return actor.name if actor else match.name


def find_sides(fact: Fact, agreement: Agreement, institutions: bool) -> tuple[str, ...]:
    """The actors whose words these are. An institution stands for itself, or with the switch for
    its owner; a speaker whom the file does not know for its name; no speaker for the outlets."""
    if not fact.placement.speakers:
        return tuple(mention.name for mention in fact.claim.speakers) or (OUTLETS,)
    sides = (find_side(match, agreement, institutions) for match in fact.placement.speakers)
    return tuple(dict.fromkeys(sides))


def find_side(match: SpeakerMatch, agreement: Agreement, institutions: bool) -> str:
    """The actor whose words a speaker's are."""
    if match.actor is None:
        return match.person or match.name
    return find_owner(match.actor, agreement) if institutions else match.actor


def find_owner(actor: str, agreement: Agreement) -> str:
    """The actor that an institution belongs to in the end; itself where it belongs to none."""
    seen = {actor}
    while (known := agreement.actors.get(actor)) and known.part_of and known.part_of not in seen:
        actor = known.part_of
        seen.add(actor)
    return actor


def has_role(actor: str, role: Role, agreement: Agreement) -> bool:
    """Whether an actor of the file has a role in the agreement."""
    known = agreement.actors.get(actor)
    return known is not None and role in known.roles


def name_side(side: str, agreement: Agreement) -> str:
    """A side's name; what the file does not know stands for itself."""
    known = agreement.actors.get(side)
    return known.name if known else side
