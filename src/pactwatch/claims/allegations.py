"""Alleged breaches: who alleges that whom broke what was agreed, in PLOVER's ACCUSE / allege.

    Ondria has violated the truce · violations of the truce by Calvenne · Calvennese truce "violations"
    accused Ondria of violating ...
An incident is no allegation, and a number of violations is a figure: neither is read here.
"""

from collections.abc import Iterator

from pactwatch.claims.base import make_claim
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.claims.voices import Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Event, Modality, Statement
from pactwatch.model.source import Span

_NOUNS = word_set("allegations.nouns")
_VERBS = word_set("allegations.verbs")
_BROKEN_THINGS = word_set("allegations.broken-things")
_TALLIED = word_set("allegations.tallied")
_REACH = 7


class Allegations:
    """Reads alleged breaches."""

    name = "allegations"
    version = "3"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            if not _may_allege(sheet.text, unit):
                continue
            flat = sheet.flatten(unit)
            seen: set[tuple[str, ...]] = set()
            for trigger, accused, rule in find_accused(flat):
                claim = self._claim(sheet, flat, trigger, accused, rule, voices)
                same = (accused.of(sheet.text), *(mention.name for mention in claim.speakers))
                if same not in seen:
                    claims[claim.key] = claim
                seen.add(same)
        return tuple(claims.values())

    def _claim(
        self, sheet: Sheet, unit: Unit, trigger: int, accused: Span, rule: str, voices: Voices
    ) -> Claim:
        voice = voices.find(unit.tokens[trigger].begin)
        at = unit.span(trigger, trigger + 1)
        span = Span(min(accused.begin, at.begin), max(accused.end, at.end))
        slots = Event("ACCUSE", "allege", _accuser(voice.statement), accused.of(sheet.text), at, breach=True)
        return make_claim(
            self,
            sheet,
            unit,
            span,
            slots,
            rule,
            speakers=voice.speakers,
            modality=Modality.DENIED
            if voice.modality is Modality.DENIED and rule != "accused of"
            else Modality.ASSERTED,
            said_on=voice.said_on,
        )


def _may_allege(text: str, unit: Unit) -> bool:
    words = text[unit.begin : unit.end].lower()
    return any(stem in words for stem in ("violat", "breach", "infring", "lawless", "broke", "breaking"))


def _accuser(statement: Claim | None) -> str | None:
    if statement is None or not isinstance(statement.slots, Statement):
        return None
    return statement.speakers[0].name if statement.speakers else None


def find_accused(unit: Unit) -> Iterator[tuple[int, Span, str]]:
    """Each word of breach with whom the sentence names as the one who did it, and the rule."""
    for place in range(len(unit.tags)):
        low = unit.low(place)
        if low in _NOUNS and unit.tags[place] != "V":
            found = _owner_of(unit, place)
        elif low in _VERBS and unit.tags[place] in "VEG":
            found = _doer_of(unit, place)
        else:
            found = None
        if found is not None:
            yield place, found[0], found[1]


def _owner_of(unit: Unit, place: int) -> tuple[Span, str] | None:
    """Calvennese truce "violations"; violations of the truce by Ondria; breaches by both sides"""
    accused = _accused_of(unit, place)
    if accused is not None:
        return accused, "accused of"
    if _is_tallied(unit, place):
        return None
    for at in range(place + 1, min(len(unit.tags), place + _REACH)):
        if unit.low(at) == "by" and unit.tag(at + 1) in "PD":
            return _name_behind(unit, at + 1), "breach by"
        if unit.tags[at] in ".,;:VAM":
            break
    for at in range(place - 1, max(-1, place - 6), -1):
        if unit.tags[at] in "PZ" and unit.tokens[at].text[0].isupper():
            return _bare_span(unit, at), "whose breach"
        if unit.tags[at] not in "NCqGE-" and unit.low(at) not in ("of",):
            return None
    return None


def _accused_of(unit: Unit, place: int) -> Span | None:
    """accused [Calvenne] of two breaches"""
    of = next((at for at in range(place - 1, max(0, place - 5), -1) if unit.low(at) == "of"), 0)
    first = of
    while first > 0 and unit.tags[first - 1] in "PD":
        first -= 1
    accuses = unit.low(first - 1) in ("accused", "accuses", "accusing", "accuse")
    return unit.span(first, of) if accuses and first < of else None


def _is_tallied(unit: Unit, place: int) -> bool:
    """Whether the word is counted: 497 violations, the tally of alleged violations, violations at 497."""
    before = any(unit.tag(at) == "0" for at in range(place - 5, place))
    listed = any(unit.low(at) in _TALLIED for at in range(max(0, place - 14), place))
    return before or listed or (unit.low(place + 1) in ("at", "to") and unit.tag(place + 2) == "0")


def _name_behind(unit: Unit, first: int) -> Span:
    last = first
    while last < len(unit.tags) and unit.tags[last] in "DPN":
        last += 1
    return unit.span(first, max(last, first + 1))


def _bare_span(unit: Unit, at: int) -> Span:
    token = unit.tokens[at]
    return Span(token.begin, token.end - 2 if token.low.endswith("'s") else token.end)


def _doer_of(unit: Unit, place: int) -> tuple[Span, str] | None:
    """Ondria has violated the truce; accused Ondria of violating"""
    things = {unit.low(at) for at in range(place + 1, min(len(unit.tags), place + _REACH + 1))}
    if not things & _BROKEN_THINGS:
        return None
    if unit.low(place - 1) == "of" or (
        unit.low(place - 1) in ("repeatedly", "also") and unit.low(place - 2) == "of"
    ):
        return _accused_before(unit, place)
    begin = start_of_group(unit, place)
    if unit.tag(begin - 1) == "T" or (unit.tags[place] == "G" and "A" not in unit.tags[begin:place]):
        return None
    words = {unit.low(at) for at in range(begin, place)}
    if words & {"not", "never"} or any(unit.tags[at] == "M" for at in range(begin, place)):
        return None
    subject = find_subject_before(unit, begin)
    if (
        subject is None
        or unit.tags[subject.first] in "OW"
        or ("P" not in unit.tags[subject.first : subject.last] and "side" not in unit.low(subject.last - 1))
    ):
        return None
    return unit.span(*subject), "who broke"


def _accused_before(unit: Unit, place: int) -> tuple[Span, str] | None:
    for at in range(place - 1, max(-1, place - 10), -1):
        if unit.tags[at] == "P" or unit.low(at) in ("other", "side", "sides"):
            first = at
            while first > 0 and unit.tags[first - 1] in "PD":
                first -= 1
            return unit.span(first, at + 1), "accused of"
        if unit.tags[at] in ".;:":
            return None
    return None
