"""The statements of an article, found by their reporting word; whose words a place is; who a subject is."""

from collections.abc import Sequence

from pactwatch.claims.interviews import find_interviewee
from pactwatch.claims.referents import find_believer, find_teller, lead_back, make_mention
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.speakers import split_speakers
from pactwatch.claims.subjects import Range
from pactwatch.claims.voices import Voice, Voices
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Mention, Statement

_PRONOUNS = (
    word_set("speakers.singular") | word_set("speakers.plural") | word_set("speakers.neutral") | {"i", "we"}
)


_OWNED = ("his ", "her ", "its ", "their ", "our ", "my ")


def is_owned(name: str) -> bool:
    """Whether a name leads to somebody else: her government, his members"""
    return name.lower().startswith(_OWNED)


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

    def around(self, sheet: Sheet, unit: Unit, place: int) -> Voice:
        """Whose words a place of a unit is, where the teller stands behind or between: ..., he told AFP"""
        found = self.voice(unit.tokens[place].begin)
        if found.statement is not None or found.speakers:
            return found
        asked = find_interviewee(sheet, unit)
        if asked is not None:
            return Voice((asked,))
        teller = find_teller(unit, place) or find_believer(unit, place)
        return Voice(self.identify(sheet, unit, teller)) if teller is not None else found

    def identify(self, sheet: Sheet, unit: Unit, who: Range | None) -> tuple[Mention, ...]:
        """Who a subject is: each one it names, or the speaker whom a pronoun in speech leads to; empty
        where nobody can tell."""
        if who is None:
            return ()
        first, last = _strip(unit, who)
        if unit.tags[first] == "W":
            first, last = _antecedent(unit, first)
        if unit.tags[first] == "B":
            return self.voice(unit.tokens[first].begin).speakers
        if last - first == 1 and unit.low(first) in _PRONOUNS and unit.tags[first] != "P":
            return self._lead_back(sheet, unit, first)
        return tuple(make_mention(sheet, unit, *part) for part in split_speakers(unit, first, last))

    def _lead_back(self, sheet: Sheet, unit: Unit, place: int) -> tuple[Mention, ...]:
        """In speech the speaker, else whom the sentences before are about."""
        voice = self.voice(unit.tokens[place].begin)
        if voice.statement is not None and unit.low(place) != "both":
            return voice.speakers
        if unit.low(place) in ("i", "we"):
            asked = find_interviewee(sheet, unit)
            return (asked,) if asked is not None else ()
        before = self.voices.right_before(unit.begin)
        found = lead_back(sheet, unit, place, self.voices)
        return found or (before.speakers if before is not None else ())


def _strip(unit: Unit, who: Range) -> tuple[int, int]:
    first, last = who
    while last - first > 1 and unit.tags[last - 1] in ",;q":
        last -= 1
    while last - first > 1 and unit.tags[first] in "qC,R":
        first += 1
    aside = max(unit.tags.find(",I", first + 1, last), unit.tags.find(",W", first + 1, last))
    told = any(unit.tags[at] in "VE" and unit.low(at) in cue_forms() for at in range(first, last))
    aside = unit.tags.find(",", first + 1, last) if told else aside
    last = aside if aside > 0 else last
    return first, last


def _antecedent(unit: Unit, relative: int) -> tuple[int, int]:
    """Whom "who" or "which" is about: [Ms Hanne Tressick] , who is pressing for"""
    last = relative
    while last > 0 and unit.tags[last - 1] == ",":
        last -= 1
    first = last
    while first > 0 and _belongs(unit, first, last):
        first -= 1
    return (first, last) if first < last else (relative, relative + 1)


def _belongs(unit: Unit, first: int, last: int) -> bool:
    """Whether the word before belongs to a name: Minister | of the Interior, who"""
    if unit.low(first - 1) == "of" and first < last:
        return unit.tag(first - 2) in "NP"
    opened = unit.tags[first : first + 1] == "D" and unit.low(first) != "the"
    whole = unit.tags[first : first + 1] == "D" and unit.low(first - 1) != "of"
    return unit.tags[first - 1] in "PNDZ0" and not opened and not whole
