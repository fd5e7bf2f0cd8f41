"""Statements: attributions of a text as claims, quotations joined, speakers resolved."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pactwatch.claims.attributions import find_attributions
from pactwatch.claims.base import make_claim
from pactwatch.claims.circumstances import find_addressee, find_day, find_occasion
from pactwatch.claims.gender import find_genders
from pactwatch.claims.grammar import LABELLED, NEXT_PARAGRAPH, Attribution
from pactwatch.claims.memory import Memory, note_bodies, notice, remember
from pactwatch.claims.modes import find_modality, keep_told
from pactwatch.claims.people import find_people
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.sources import find_own_sources
from pactwatch.claims.speakers import resolve_source
from pactwatch.claims.speech import (
    LATER,
    Around,
    find_announced,
    find_rest_of_open,
    find_speech_before,
    find_speech_behind,
    is_open,
    to_end_of_quote,
)
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.claims.turns import find_turns, resolve_label
from pactwatch.model.claim import Claim, Form, Mention, Modality, Statement
from pactwatch.model.source import PassageKind, Span

#: Quotations behind retold words, with no cue of their own.
GOES_ON = "quotation goes on"
#: As many characters as marks and spaces around a quotation may take (`` ... '').
_MARKS = 7
_HEDGES = ("allegedly", "reportedly", "apparently", "purportedly")


class Voiced(NamedTuple):
    """Who says something, and whom they cite for it."""

    speakers: tuple[Mention, ...]
    via: tuple[Mention, ...]


class Statements:
    """Reads direct, mixed and indirect statements."""

    name = "statements"
    version = "3"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        people = find_people(sheet)
        memory = Memory(people, find_genders(sheet, people))
        turns = find_turns(sheet, people)
        found = {unit.number: _find_all(unit, turns) for unit in sheet.units}
        claims: list[Claim] = []
        paragraphs = list(sheet.by_paragraph.values())
        for number, units in enumerate(paragraphs):
            later = paragraphs[number + 1 : number + 1 + LATER]
            before = find_speech_before(paragraphs, number, found)
            for place in range(len(units)):
                around = Around(units, place, before if place == 0 else [], later, found)
                claims.extend(self._read_unit(sheet, around, memory))
        return tuple(claims)

    def _read_unit(self, sheet: Sheet, around: Around, memory: Memory) -> list[Claim]:
        unit, found = around.units[around.place], around.found
        claims: list[Claim] = []
        note_bodies(memory, unit, sheet)
        for attribution in keep_told(found[unit.number]):
            speakers = _resolve(sheet, attribution, memory)
            carries = attribution is _carrier(found[unit.number])
            following = _following(sheet, attribution, around) if carries else ()
            if attribution.rule == NEXT_PARAGRAPH and not following:
                continue
            opened = tuple(around.before) if attribution.rule.startswith("direct before") else ()
            cited = find_own_sources(found[unit.number], attribution)
            via = tuple(m for one in cited for m in resolve_source(sheet, unit, one.content[0], memory))
            claims.extend(self._claims(sheet, attribution, Voiced(speakers, via), opened, following))
            remember(memory, speakers)
        if not found[unit.number]:
            notice(memory, unit, sheet)
            remember(memory, _described_subject(sheet, unit, memory))
        return claims

    def _claims(
        self,
        sheet: Sheet,
        found: Attribution,
        voiced: Voiced,
        before: tuple[Span, ...],
        following: tuple[Span, ...],
    ) -> list[Claim]:
        """The claim of an attribution; words that go on behind retold ones are a claim of their own."""
        own = tuple(found.unit.span(part.first, part.last) for part in found.content)
        own = before + to_end_of_quote(found.unit, own)
        if found.rule.startswith("direct"):
            return [self._claim(sheet, found, voiced, own + following)]
        claims = [self._claim(sheet, found, voiced, own)]
        if following:
            going_on = replace(found, content=(), rule=GOES_ON, modality=Modality.ASSERTED)
            claims.append(self._claim(sheet, going_on, voiced, following))
        return claims

    def _claim(self, sheet: Sheet, found: Attribution, voiced: Voiced, content: tuple[Span, ...]) -> Claim:
        unit = found.unit
        if found.rule == LABELLED:
            content = (Span(content[0].begin, sheet.by_paragraph[unit.paragraph][-1].end),)
        quotes = _quotes_in(sheet, unit, content)
        form = _form(sheet.text, found, content, quotes)
        cue = unit.span(found.cue.first, found.cue.last)
        source = [unit.span(*found.source)] if found.source else []
        whole = Span(
            min(s.begin for s in [cue, *content, *source]), max(s.end for s in [cue, *content, *source])
        )
        addressee = find_addressee(found)
        told = (_words(sheet, unit, part) for part in (addressee, find_occasion(found, addressee)))
        return make_claim(
            self,
            sheet,
            unit,
            whole,
            Statement(form, cue, found.base, content, quotes, *told),
            found.rule,
            speakers=voiced.speakers,
            via=voiced.via,
            hedge=_hedge(unit, found),
            modality=find_modality(sheet.text, found, content),
            said_on=find_day(sheet, found, content),
        )


def _words(sheet: Sheet, unit: Unit, where: Range | None) -> str | None:
    return " ".join(unit.span(*where).of(sheet.text).split()) if where else None


def _find_all(unit: Unit, turns: Mapping[int, Attribution]) -> list[Attribution]:
    turn = turns.get(unit.number)
    return ([turn] if turn else []) + find_attributions(unit)


def _described_subject(sheet: Sheet, unit: Unit, memory: Memory) -> tuple[Mention, ...]:
    """Whom a sentence without speech is about, where it describes and does not name them: what "he" or
    "they" in the next one may lead to."""
    subject = find_main_subject(unit, len(unit.tags))
    if (
        subject is None
        or unit.tags[subject.first] not in "DN"
        or "P" in unit.tags[subject.first : subject.last]
    ):
        return ()
    return resolve_source(sheet, unit, subject, memory)


def _resolve(sheet: Sheet, found: Attribution, memory: Memory) -> tuple[Mention, ...]:
    if found.source is None:
        return ()
    if found.rule == LABELLED and (speaker := resolve_label(sheet, found, memory.people)) is not None:
        return (speaker,)
    return resolve_source(sheet, found.unit, found.source, memory)


def _carrier(attributions: Sequence[Attribution]) -> Attribution:
    """Whose words go on behind a sentence: those of its last direct speech, where what follows that is
    shared with it or stands beside its speaker, else those of its last attribution."""
    last = attributions[-1]
    direct = next((one for one in reversed(attributions) if one.rule.startswith("direct")), None)
    if direct is None or direct is last:
        return last
    beside = direct.source is not None and direct.source.first <= last.cue.first < direct.source.last
    return direct if last.shared or beside or last.source in (None, direct.source) else last


def _following(sheet: Sheet, found: Attribution, around: Around) -> tuple[Span, ...]:
    """The words that go on behind the last attribution of a unit."""
    unit, is_last = around.units[around.place], around.place == len(around.units) - 1
    if found.rule == NEXT_PARAGRAPH and is_last and unit.tags.endswith((":", ",")):
        return tuple(find_announced(sheet.text, around.later))
    if found.rule != NEXT_PARAGRAPH and is_open(unit):
        return tuple(find_rest_of_open(around.later))
    return tuple(find_speech_behind(around))


def _quotes_in(sheet: Sheet, unit: Unit, content: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches inside quotation marks, of the paragraphs over which a content may run."""
    near = range(unit.paragraph, unit.paragraph + 1 + LATER)
    quotes = [quote for number in near for quote in sheet.quotes.get(number, ())]
    spans: list[Span] = []
    for part in content:
        first = bisect_left(quotes, part.begin, key=lambda quote: quote.begin)
        while first < len(quotes) and quotes[first].end <= part.end:
            spans.append(Span(quotes[first].begin, quotes[first].end))
            first += 1
    return tuple(spans)


def _form(text: str, found: Attribution, content: Sequence[Span], quotes: Sequence[Span]) -> Form:
    if found.rule == LABELLED and found.unit.kind is not PassageKind.HEADLINE:
        return Form.DIRECT
    if not quotes:
        return Form.INDIRECT
    if not found.rule.startswith("direct") and found.rule != GOES_ON:
        return Form.MIXED
    inside = sum(len(q.of(text)) for q in quotes)
    return (
        Form.DIRECT
        if inside >= sum(len(c.of(text).strip(" ,.")) for c in content) - _MARKS * len(content)
        else Form.MIXED
    )


def _hedge(unit: Unit, found: Attribution) -> str | None:
    stretch = range(found.cue.first, found.content[-1].last if found.content else found.cue.last)
    return next((unit.low(place) for place in stretch if unit.low(place) in _HEDGES), None)
