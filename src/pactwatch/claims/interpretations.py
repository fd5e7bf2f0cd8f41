"""Clause readings: what somebody says that the agreement or a clause of it requires, allows or means.

Whose reading it is: of the statement around it; of "in his view", "on its reading"; of who reads it so; else
of the outlet. Where the outlet goes on from sentence to sentence with what a text lays down ("Under the plan,
X. The force is to ..."), each is a reading of it.
"""

from collections.abc import Iterator

import regex

from pactwatch.claims.authors import Author, find_author
from pactwatch.claims.base import make_claim
from pactwatch.claims.forces import Clause, find_owed, read_clauses
from pactwatch.claims.reading_sides import Read, find_teller_before
from pactwatch.claims.readings import TELLING, find_readings
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.sides import find_teller
from pactwatch.claims.stretches import Stretches, is_clause
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import INSTRUMENTS, TEXTS, is_told_by_text, text_from, without_texts
from pactwatch.claims.told import Told
from pactwatch.claims.views import find_view
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Interpretation, Mention, Statement
from pactwatch.model.source import PassageKind, Span

#: Words that a reading may stand on: a text, a phase of it, a duty, a reading.
_NAMING = TEXTS | word_set("interpretations.naming")
_POINTS = regex.compile(r"\b(?:it|that|this|(?:is|are) to|is|are|shall)\b", regex.IGNORECASE)


class Interpretations:
    """Reads what is said that an agreement means."""

    name = "interpretations"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        author = find_author(sheet)
        claims: list[Claim] = []
        text: Span | None = None
        last = 0
        for unit in sheet.units:
            near = text is not None and unit.paragraph - last <= 1
            flat = sheet.flat(unit)
            named = not _NAMING.isdisjoint(flat.lows)
            if not named and not (near and _POINTS.search(sheet.text, unit.begin, unit.end)):
                text = None
                continue
            reader = _Reader(self, sheet, flat, told, author, text if near else None)
            found = reader.read()
            claims.extend(found)
            text, last = reader.leads_to(found), unit.paragraph
        return tuple(sorted(claims, key=lambda claim: (claim.span, claim.key)))


class _Reader:
    """Reads one flat unit; ``before`` is the text that the sentence before told of."""

    def __init__(
        self,
        maker: Interpretations,
        sheet: Sheet,
        unit: Unit,
        told: Told,
        author: Author,
        before: Span | None,
    ) -> None:
        self._maker, self._sheet, self._unit, self._told, self._before = maker, sheet, unit, told, before
        self._author = author
        self._stretches = Stretches(unit, told, is_told_by_text)

    def read(self) -> list[Claim]:
        """The readings of the unit; of overlapping ones the first."""
        kept: list[Claim] = []
        for claim in (*self._told_by_texts(), *self._stated(), *self._going_on()):
            if not any(_same(claim, other) for other in kept):
                kept.append(claim)
        return kept

    def leads_to(self, found: list[Claim]) -> Span | None:
        """The text that the next sentence may go on with: the one told of here."""
        own = [claim for claim in found if not claim.speakers]
        if own or found:
            slots = (own or found)[-1].slots
            assert isinstance(slots, Interpretation)
            return slots.instrument
        first = next((at for at in range(len(self._unit.tags)) if self._unit.tags[at] not in "Rq,"), 0)
        subject = text_from(self._unit, first) or self._only_numbered()
        return self._unit.span(*subject) if subject else None

    def _only_numbered(self) -> Range | None:
        """I have read | article 10, too: the only numbered text of the sentence"""
        unit = self._unit
        numbered = [at for at, low in enumerate(unit.lows) if low in INSTRUMENTS and unit.tag(at + 1) == "0"]
        return Range(numbered[0], numbered[0] + 2) if len(numbered) == 1 else None

    def _told_by_texts(self) -> Iterator[Claim]:
        """The clauses that a text says: the plan says that ...; they will not return, the steps say"""
        unit = self._unit
        for claim in self._told.voices.within(unit.begin, unit.end):
            slots = claim.slots
            if not isinstance(slots, Statement) or not is_told_by_text(claim) or not is_clause(claim):
                continue
            if slots.cue_word not in TELLING and claim.rule != "according to":
                continue
            part = slots.content[0]
            first, last = unit.place_of(part.begin), unit.place_of(part.end - 1) + 1
            for clause in read_clauses(unit, Range(first, last)):
                yield self._claim(unit, _of_text(clause), slots.cue, claim.speakers[0].span, None)

    def _stated(self) -> Iterator[Claim]:
        named = [token.begin for token in self._unit.tokens if token.low in _NAMING]
        for place_unit, statement in self._stretches.all(None if self._before else named):
            for read in find_readings(place_unit, self._before is not None):
                at = place_unit.tokens[read.place].begin
                if self._stretches.holding(at) is not statement and statement is not None:
                    continue
                if statement is None and self._stretches.holding(at) is not None:
                    continue
                instrument = place_unit.span(*read.instrument)
                if read.instrument.last - read.instrument.first == 1 and self._before is not None:
                    low = place_unit.low(read.instrument.first)
                    instrument = self._before if low in ("it", "that", "this") else instrument
                trigger = place_unit.span(read.place, read.place + 1)
                yield self._claim(place_unit, read, trigger, instrument, statement)

    def _going_on(self) -> Iterator[Claim]:
        """The force is to train the police: goes on with the text of the sentence before"""
        unit = self._unit
        if self._before is None or unit.kind is not PassageKind.SENTENCE:
            return
        for clause in find_owed(unit):
            at = unit.tokens[clause.place].begin
            if self._stretches.holding(at) is None:
                trigger = unit.span(clause.place, clause.place + 1)
                yield self._claim(unit, _of_text(clause), trigger, self._before, None)

    def _claim(
        self, unit: Unit, read: Read, trigger: Span, instrument: Span, statement: Claim | None
    ) -> Claim:
        last = read.meaning.last
        while last > read.meaning.first + 1 and unit.tags[last - 1] in ".,;q":
            last -= 1
        quoted = unit.tags[read.meaning.first] == "q" and "q" not in unit.tags[read.meaning.first + 1 : last]
        meaning = unit.span(min(read.meaning.first + quoted, last - 1), last)
        parts = [
            part for part in (trigger, instrument, meaning) if self._unit.begin <= part.begin < self._unit.end
        ]
        span = Span(min(part.begin for part in parts), max(part.end for part in parts))
        slots = Interpretation(trigger, read.force, instrument, meaning)
        return make_claim(
            self._maker, self._sheet, self._unit, span, slots, read.rule,
            speakers=self._author.speakers(self._unit, self._speakers(unit, read, statement)),
            said_on=statement.said_on if statement else None,
        )  # fmt: skip

    def _speakers(self, unit: Unit, read: Read, statement: Claim | None) -> tuple[Mention, ...]:
        holder = read.holder or find_view(unit, read.place)
        if holder is None and statement is None:
            comma = unit.tags.find(",", read.meaning.last)
            behind = find_teller(unit, comma) if comma > 0 else None
            holder = find_teller_before(unit, read.instrument) or behind
        if holder is not None:
            found = without_texts(self._told.identify(self._sheet, unit, holder))
            if found:
                return found
        return without_texts(statement.speakers) if statement is not None else ()


def _of_text(clause: Clause) -> Read:
    return Read(clause.place, clause.force, clause.whole, clause.whole, "text that goes on")


def _same(one: Claim, other: Claim) -> bool:
    """Whether two readings are of the same words."""
    a, b = one.slots, other.slots
    assert isinstance(a, Interpretation) and isinstance(b, Interpretation)
    return a.meaning.overlaps(b.meaning)
