"""The statements of an article, found by their reporting word; whose words a place is; who a subject is."""

from collections.abc import Sequence

from pactwatch.claims.people import bare
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.speakers import split_speakers
from pactwatch.claims.subjects import Range
from pactwatch.claims.voices import Voice, Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Mention, Statement

_PRONOUNS = (
    word_set("speakers.singular") | word_set("speakers.plural") | word_set("speakers.neutral") | {"i", "we"}
)


class Told:
    """Statements by the characters of their cues, and the voice at each place."""

    def __init__(self, statements: Sequence[Claim]) -> None:
        self.voices = Voices(statements)
        self._by_cue: dict[int, list[Claim]] = {}
        for claim in statements:
            cue = claim.slots.cue if isinstance(claim.slots, Statement) else claim.span
            for at in range(cue.begin, cue.end):
                self._by_cue.setdefault(at, []).append(claim)

    def at_cue(self, at: int) -> list[Claim]:
        """The statements whose reporting word stands at a character."""
        return self._by_cue.get(at, [])

    def voice(self, at: int) -> Voice:
        """Whose words a character is."""
        return self.voices.find(at)

    def identify(self, sheet: Sheet, unit: Unit, who: Range | None) -> tuple[Mention, ...]:
        """Who a subject is: each one it names, or the speaker whom a pronoun in speech leads to; empty
        where nobody can tell."""
        if who is None:
            return ()
        first, last = _strip(unit, who)
        if last - first == 1 and unit.low(first) in _PRONOUNS and unit.tags[first] != "P":
            return self._lead_back(unit, first)
        return tuple(_name(sheet, unit, *part) for part in split_speakers(unit, first, last))

    def _lead_back(self, unit: Unit, place: int) -> tuple[Mention, ...]:
        at = unit.tokens[place].begin
        voice = self.voice(at)
        if voice.statement is not None:
            return voice.speakers
        before = self.voices.right_before(unit.begin)
        return before.speakers if before is not None and unit.low(place) not in ("i", "we") else ()


def _strip(unit: Unit, who: Range) -> tuple[int, int]:
    first, last = who
    while last - first > 1 and unit.tags[last - 1] in ",;q":
        last -= 1
    while last - first > 1 and unit.tags[first] in "qC,R":
        first += 1
    return first, last


def _name(sheet: Sheet, unit: Unit, first: int, last: int) -> Mention:
    span = unit.span(first, last)
    words = bare(" ".join(span.of(sheet.text).split()))
    return Mention(span, words.removeprefix("the ").removeprefix("The "))
