"""Whose words a number is, also where its own clause does not say it.

aside      five were killed, [bringing the toll to 400], he said         the clause before the aside
listed     [two had died]; and three were hurt, he added                 clauses that one speaker joins
goes on    14 went home, the office said; [six were in hospital]         behind the speaker's clause
counts     The office has counted 38 dead.                               see `counters.py`
part       The office counts 38 dead. [Twelve of them] were women.       a part of what was told before
retold     She said that 90 had come. It [had received] 17 reports.      the tense of retold words goes on
"""

from dataclasses import dataclass, field, replace

from pactwatch.claims.counters import find_counter
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.claims.voices import Voice, Voices, voice_of
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim

_BRINGING = word_set("tellers.bringing")
_PARTS = word_set("effects.groups-of") | {"them", "these", "those"}
_BEFORE = ("content before", "content before, inverted", "split clause")


@dataclass(slots=True)
class Tellers:
    """The voices of an article, the last one that told a number, in which unit, and whether that unit
    only goes on with the words of the one before."""

    text: str
    voices: Voices
    last: Voice = field(default_factory=Voice)
    unit: Unit | None = None
    goes_on: bool = False

    def find(self, unit: Unit, quantity: Quantity) -> Voice:
        """The voice of a number: its own, or one that goes on to it."""
        place = _place(unit, quantity.number.first)
        voice = self.voices.find(unit.tokens[place].begin)
        if not voice.speakers and place != quantity.number.first:
            voice = self._ending_at(unit, place) or voice
        if not voice.speakers and ";" in unit.tags:
            voice = self._beside(unit, quantity) or voice
        if not voice.speakers and (counter := find_counter(self.text, unit, quantity, self.voices)):
            voice = replace(voice, speakers=counter)
        goes_on = not voice.speakers and self._reaches(unit, quantity)
        self.last = self.last if goes_on else voice
        self.unit, self.goes_on = unit, goes_on
        return self.last

    def _beside(self, unit: Unit, quantity: Quantity) -> Voice | None:
        """The speaker of a clause that a semicolon joins to the number's clause."""
        at = unit.tokens[quantity.number.first].begin
        for claim in self.voices.within(unit.begin, unit.end):
            if claim.rule in _BEFORE and claim.speakers and _joins(unit, claim, at):
                return voice_of(claim)
        return None

    def _ending_at(self, unit: Unit, place: int) -> Voice | None:
        """Two died, [the office said], bringing the toll to 400: the speaker of the clause before"""
        end = unit.tokens[place].end
        said = self.voices.within(unit.begin, unit.end)
        return next(
            (voice_of(claim) for claim in said if claim.rule in _BEFORE and claim.span.end == end), None
        )

    def _reaches(self, unit: Unit, quantity: Quantity) -> bool:
        """Whether the words of the last speaker go on in this unit."""
        if _is_retold(unit) and (said := self.voices.right_before(unit.begin)) is not None:
            self.last = voice_of(said)
            return True
        if self.unit is None or not self.last.speakers or unit.paragraph != self.unit.paragraph:
            return False
        if unit.number == self.unit.number:
            return self.goes_on
        if unit.number != self.unit.number + 1 or self.voices.within(unit.begin, unit.end):
            return False
        return _is_part(unit, quantity)


def _place(unit: Unit, place: int) -> int:
    """The token at which to ask: an aside (", bringing the toll to") hangs on the clause before it."""
    for at in range(place - 1, 0, -1):
        if unit.tags[at] in ".;:":
            break
        if unit.tags[at] == "," and unit.low(at + 1) in _BRINGING:
            return at - 1
    return place


def _joins(unit: Unit, claim: Claim, at: int) -> bool:
    """A; B; [and C, he added]: A and B are the speaker's too. [A, he said]; B: B is."""
    marks = [token.begin for token, tag in zip(unit.tokens, unit.tags, strict=True) if tag == ";"]
    if at > claim.span.end:
        return any(claim.span.end <= mark < at for mark in marks)
    before = [place for place, token in enumerate(unit.tokens) if token.end <= claim.span.begin]
    opens = claim.span.begin > at and bool(before) and unit.tag(before[-1] + 1) == "C"
    return opens and unit.tags[before[-1]] == ";"


def _is_part(unit: Unit, quantity: Quantity) -> bool:
    """twelve of the dead; two of them: a part of what was told"""
    of = quantity.number.last
    article = unit.low(of + 1) == "the"
    return unit.low(of) == "of" and unit.low(of + 1 + article) in _PARTS


def _is_retold(unit: Unit) -> bool:
    """It had received: a pronoun and the tense of retold words"""
    return unit.tags[0] == "O" and unit.low(1) == "had" and unit.tag(2) in "ER"
