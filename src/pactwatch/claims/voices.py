"""Whose words a place in the text is: the innermost statement that holds it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Mention, Modality, Statement
from pactwatch.model.source import When


@dataclass(frozen=True, slots=True)
class Voice:
    """The speakers of a stretch (none: the outlet itself), in which mode, and when."""

    speakers: tuple[Mention, ...] = ()
    modality: Modality = Modality.ASSERTED
    said_on: When | None = None
    statement: Claim | None = None


_OUTLET = Voice()
_EXPECTING = word_set("voices.expecting")
_ACTING = word_set("voices.acting")
_OUTLETS_OWN = ("i", "we")
_BLOCK = 256
_STOP_AND_BLANK = 2


class Voices:
    """The statements of an article, found by place. Contents are filed under blocks of
    characters, so that asking costs the same in a long text."""

    def __init__(self, statements: Sequence[Claim]) -> None:
        self._blocks: dict[int, list[Claim]] = {}
        self._statements = sorted(statements, key=lambda claim: claim.span.begin)
        for claim in statements:
            for block in _blocks_of(claim):
                self._blocks.setdefault(block, []).append(claim)

    def find(self, at: int) -> Voice:
        """The voice at character ``at``: of the statements that hold it, the one with the
        shortest content, before what somebody is only said to hope or expect."""
        near = self._blocks.get(at // _BLOCK, ())
        holding = [claim for claim in near if _holds(claim, at) and _tells(claim)]
        if not holding:
            return _OUTLET
        spoken = [claim for claim in holding if not _is_expectation(claim)]
        nearest = min(spoken or holding, key=_content_length)
        return voice_of(nearest)

    def expected_at(self, at: int) -> Modality | None:
        """The mode of what somebody only hopes, fears or wants there; None where nobody does."""
        holding = [claim for claim in self._blocks.get(at // _BLOCK, ()) if _holds(claim, at)]
        modes = (claim.modality for claim in holding if _is_expectation(claim))
        return next((mode for mode in modes if mode is not Modality.ASSERTED), None)

    def right_before(self, at: int) -> Claim | None:
        """The statement that ends a sentence right before a character."""
        place = bisect_left(self._statements, at, key=lambda claim: claim.span.begin)
        last = self._statements[place - 1] if place else None
        return last if last is not None and 0 <= at - last.span.end <= _STOP_AND_BLANK else None

    def full_name(self, name: str, at: int) -> str:
        """The name by which a body spoke before a character, where its last words are the given ones."""
        place = bisect_left(self._statements, at, key=lambda claim: claim.span.begin)
        for claim in reversed(self._statements[:place]):
            for mention in claim.speakers:
                if mention.name.casefold().endswith(f" {name.casefold()}"):
                    return mention.name
        return name

    def within(self, begin: int, end: int) -> list[Claim]:
        """The statements that begin between two characters, in order."""
        first, last = (
            bisect_left(self._statements, at, key=lambda claim: claim.span.begin) for at in (begin, end)
        )
        return self._statements[first:last]


def voice_of(claim: Claim) -> Voice:
    """The voice of a statement."""
    return Voice(claim.speakers, claim.modality, claim.said_on, claim)


def _blocks_of(claim: Claim) -> list[int]:
    slots = claim.slots
    assert isinstance(slots, Statement)
    blocks = {b for part in slots.content for b in range(part.begin // _BLOCK, part.end // _BLOCK + 1)}
    return sorted(blocks)


def _is_expectation(claim: Claim) -> bool:
    """What somebody is said to hope or expect is told by the one who says so."""
    return isinstance(claim.slots, Statement) and claim.slots.cue_word in _EXPECTING


def _tells(claim: Claim) -> bool:
    """Whether a statement tells numbers: not what somebody orders or condemns, nor what the outlet's own
    "we" asks."""
    slots = claim.slots
    if not isinstance(slots, Statement):
        return False
    if claim.rule == "noun phrase" and slots.cue_word in _ACTING:
        return False
    own = [mention for mention in claim.speakers if mention.how == "unresolved"]
    return not any(mention.name.lower() in _OUTLETS_OWN for mention in own)


def _holds(claim: Claim, at: int) -> bool:
    slots = claim.slots
    return isinstance(slots, Statement) and any(part.begin <= at < part.end for part in slots.content)


def _content_length(claim: Claim) -> int:
    slots = claim.slots
    return sum(part.end - part.begin for part in slots.content) if isinstance(slots, Statement) else 0
