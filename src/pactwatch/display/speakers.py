"""Who says something: the name to show, whose side it is, and the chain from outlet to source."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.display.words import join
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Mention
from pactwatch.model.placement import SpeakerMatch
from pactwatch.model.source import Document
from pactwatch.model.status import Fact


@dataclass(frozen=True, slots=True)
class Speaker:
    """``id`` groups the same speaker (an actor, a person or an outlet); ``name`` is shown;
    ``side`` names the actor that a person or an institution speaks for; ``own_voice`` is True
    where the report itself says it, ``digest`` where that report is a digest; ``resolved`` is
    False where nobody could be named."""

    id: str
    name: str
    side: str | None = None
    own_voice: bool = False
    resolved: bool = True
    digest: bool = False

    @property
    def voice(self) -> str:
        """How a report says it that names no speaker; a digest has no voice of its own."""
        if not self.own_voice:
            return ""
        return "naming no speaker" if self.digest else "in its own voice"

    @property
    def words(self) -> str:
        """The name with its side: "Marco Rubio (United States)"."""
        return f"{self.name} ({self.side})" if self.side else self.name

    @property
    def full(self) -> str:
        """The name with its side and, where it is a report's own, how it says it."""
        return f"{self.words} {self.voice}".rstrip()


def name_outlet(document: Document) -> str:
    """The outlet of a document; where nobody names it, the agency whose report it carries, else its file."""
    if document.outlet:
        return document.outlet
    if document.agency:
        return f"unnamed outlet, {document.agency} report"
    return f"unnamed outlet ({document.name})"


def name_speaker(fact: Fact, agreement: Agreement) -> Speaker:
    """Who says a claim: its speakers as one name, or the report in its own voice."""
    if fact.placement.speakers:
        return _join_speakers([name_match(match, agreement) for match in fact.placement.speakers])
    if fact.claim.speakers:
        return _join_speakers([_name_mention(mention) for mention in fact.claim.speakers])
    outlet = name_outlet(fact.document)
    known = fact.document.outlet or fact.document.name
    return Speaker(f"outlet:{known}", outlet, own_voice=True, digest=fact.document.digest)


def _join_speakers(speakers: Sequence[Speaker]) -> Speaker:
    if len(speakers) == 1:
        return speakers[0]
    sides = list(dict.fromkeys(speaker.side for speaker in speakers if speaker.side))
    return Speaker(
        "+".join(speaker.id for speaker in speakers),
        join([speaker.name for speaker in speakers]),
        side=join(sides) or None,
        resolved=all(speaker.resolved for speaker in speakers),
    )


def name_match(match: SpeakerMatch, agreement: Agreement) -> Speaker:
    """Somebody whom a claim names: the person or the actor, with the side that they speak for."""
    actor = agreement.actors.get(match.actor or "")
    name = match.person or match.name or (actor.name if actor else "")
    side = actor.name if actor and actor.name != name else None
    if match.person:
        return Speaker(f"person:{match.person}", name, side)
    if actor is None:
        return Speaker(f"name:{name}", name, resolved=bool(name))
    owner = agreement.actors.get(actor.part_of or "")
    return Speaker(f"actor:{actor.id}", actor.name, owner.name if owner else None)


def _name_mention(mention: Mention) -> Speaker:
    resolved = mention.how != "unresolved"
    return Speaker(f"name:{mention.name}", mention.name, mention.affiliation, resolved=resolved)


def trace_speakers(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    """The chain from the outlet over the agency and the speaker to the speaker's own source."""
    speaker = name_speaker(fact, agreement)
    outlet = name_outlet(fact.document)
    chain = [f"{outlet}, {speaker.voice}" if speaker.own_voice else outlet]
    if fact.document.outlet and fact.document.agency and fact.document.agency != fact.document.outlet:
        chain.append(f"carrying {fact.document.agency}")
    if not speaker.own_voice:
        chain.append(speaker.words if speaker.resolved else f"{speaker.words}, not resolved")
    chain.extend(f"according to {mention.name}" for mention in fact.claim.via)
    return tuple(chain)
