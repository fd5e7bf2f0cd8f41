"""Positions: who demands, supports, offers, considers, opposes, rejects or awaits what.

    Ondria objects to Tamber's part in the mission      Ondria opposes, about Tamber
    Marr said the garrison must leave                   Marr demands
    there will be no second round unless they leave     whoever says so demands what must come first
The actor is who stands so, the speaker who says so: Marr said that Tamber was considering a role.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pactwatch.claims.abouts import find_about, find_quantity
from pactwatch.claims.base import make_claim
from pactwatch.claims.bodies import collective_role
from pactwatch.claims.cue_stances import clip_to_words, find_by_cue
from pactwatch.claims.necessities import NECESSITY, find_necessities
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.stances import Stanced, find_stances, stance_words
from pactwatch.claims.subjects import Range
from pactwatch.claims.told import Told, is_owned
from pactwatch.claims.voices import Voice
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Condition, Mention, Position, Stance, Statement
from pactwatch.model.source import Span

_WORDS = regex.compile(r"[\p{L}'’-]+")
#: What a text ties to what is a reading of it.
_TYING = ("tie", "tying", "link")
_WITH = ("with", "together", "alongside", "like")
_NOT_HOLDERS = word_set("positions.not-holders")


@dataclass(frozen=True, slots=True)
class _Held:
    """A stance with who holds it and whose words tell so."""

    found: Stanced
    holders: tuple[Mention, ...]
    voice: Voice


class Positions:
    """Reads positions from words of stance, from what is said to be needed, and from stated conditions."""

    name = "positions"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        found: list[Claim] = []
        for unit in sheet.units:
            if not _may_tell(sheet.text, unit):
                continue
            flat = sheet.flat(unit)
            stances = [*_stated(sheet, flat, told), *_needed(sheet, flat, told)]
            for held in _apart(flat, stances):
                found.extend(self._claim(sheet, flat, held, holder) for holder in held.holders)
        for condition in known.get("conditions", ()):
            found.extend(self._from_condition(sheet, condition))
        return tuple(sorted(_without_repeats(found), key=lambda claim: (claim.span, claim.key)))

    def _claim(self, sheet: Sheet, unit: Unit, held: _Held, holder: Mention) -> Claim:
        found = held.found
        target, trigger = unit.span(*found.target), unit.span(found.place, found.place + 1)
        slots = Position(
            holder,
            found.stance,
            trigger,
            target,
            find_about(sheet.text, unit, found.target),
            find_quantity(sheet.text, unit, found.target),
        )
        ends = [trigger, target]
        if unit.begin <= holder.span.begin <= trigger.begin and _is_beside(unit, holder.span, found.place):
            ends.append(holder.span)
        span = Span(min(end.begin for end in ends), max(end.end for end in ends))
        return make_claim(
            self, sheet, unit, span, slots, found.rule,
            speakers=held.voice.speakers, said_on=held.voice.said_on,
        )  # fmt: skip

    def _from_condition(self, sheet: Sheet, claim: Claim) -> Iterator[Claim]:
        """Who says what must come first demands it."""
        slots = claim.slots
        if not isinstance(slots, Condition) or slots.unless or not claim.speakers:
            return
        bare_ones = word_set("positions.bare-conditions")
        if any(slots.needs.begin <= one.span.begin < slots.needs.end for one in claim.speakers):
            return
        if slots.connective.replace(" ", "_") in bare_ones or slots.trigger.of(sheet.text).lower().startswith(
            _TYING
        ):
            return
        unit = next(u for u in sheet.units if u.begin <= claim.span.begin < u.end)
        for holder in claim.speakers:
            position = Position(holder, Stance.DEMANDS, slots.trigger, slots.needs)
            yield make_claim(
                self, sheet, unit, claim.span, position, f"condition: {slots.connective}",
                speakers=claim.speakers, said_on=claim.said_on,
            )  # fmt: skip


def _is_beside(unit: Unit, holder: Span, place: int) -> bool:
    """Whether no other clause stands between a holder and the word of stance."""
    between = unit.tags[unit.place_of(holder.end - 1) + 1 : place]
    return not set(";:SW") & set(between) and len(set("VE") & set(between)) == 0


def _apart(unit: Unit, stances: Sequence[_Held]) -> Iterator[_Held]:
    """The stances with targets that end where another stance is told: the need for aid, and | rejecting"""
    places = [held.found.place for held in stances]
    for held in stances:
        first, last = held.found.target
        inner = [
            at
            for at in places
            if first + 1 < at < last and unit.tags[at] == "G" and unit.tags[at - 1] in "C,"
        ]
        if inner:
            last = min(inner)
            while last > first + 1 and unit.tags[last - 1] in "C,":
                last -= 1
            found = held.found._replace(target=Range(first, last))
            yield _Held(found, held.holders, held.voice)
        else:
            yield held


def _without_repeats(found: Sequence[Claim]) -> list[Claim]:
    """One claim for one stance of one holder on the same words: the first that was found."""
    kept: dict[tuple[str, Stance], list[Claim]] = {}
    for claim in found:
        slots = claim.slots
        assert isinstance(slots, Position)
        same = kept.setdefault((slots.actor.name, slots.stance), [])
        if not any(_target_of(other).overlaps(slots.target) for other in same):
            same.append(claim)
    return [claim for claims in kept.values() for claim in claims]


def _target_of(claim: Claim) -> Span:
    assert isinstance(claim.slots, Position)
    return claim.slots.target


def _may_tell(text: str, unit: Unit) -> bool:
    """Whether any word of the unit may tell a stance; the words inside quotations too."""
    if not _telling().isdisjoint(unit.lows):
        return True
    return "Q" in unit.tags and any(
        word.lower() in _telling() for word in _WORDS.findall(text, unit.begin, unit.end)
    )


@cache
def _telling() -> frozenset[str]:
    return stance_words() | NECESSITY


def _stated(sheet: Sheet, unit: Unit, told: Told) -> Iterator[_Held]:
    seen: set[int] = set()
    before: tuple[Mention, ...] = ()
    for found in find_stances(unit):
        at = unit.tokens[found.place].begin
        own = told.at_cue(at)
        seen.add(at)
        if own and all(_is_own(unit, found, one) for one in own[0].speakers):
            company = _company(sheet, unit, found, told)
            holders = tuple(h for h in (*own[0].speakers, *company) if not _is_thing(h))
            outer = told.voice(at) if any(is_owned(one.name) for one in holders) else _voice_of_cue(own[0])
            yield _Held(clip_to_words(unit, found, own[0]), holders, outer)
            continue
        voice = told.around(sheet, unit, found.place)
        holders = (*told.identify(sheet, unit, found.holder), *_company(sheet, unit, found, told))
        if found.holder is None and not voice.speakers and unit.tag(found.place - 1) == "C":
            holders = before
        before = holders or before
        if voice.speakers and (found.holder is None or _is_within_list(unit, found.place)):
            holders = voice.speakers
            found = found._replace(holder=None)
        holders = tuple(h for h in holders if _may_hold(unit, found.holder, h))
        yield _Held(clip_to_words(unit, found, voice.statement), holders, voice)
    for statement in told.voices.within(unit.begin, unit.end):
        stanced = find_by_cue(unit, statement, seen)
        if stanced is not None and not (seen and unit.low(stanced.target.first) in ("it", "them")):
            yield _Held(
                stanced, tuple(h for h in statement.speakers if not _is_thing(h)), _voice_of_cue(statement)
            )


def _is_own(unit: Unit, found: Stanced, speaker: Mention) -> bool:
    """Whether the speaker of the cue is the holder: known, and no more than the words around name."""
    if speaker.how == "unresolved" or _leads_to_thing(speaker):
        return False
    if found.holder is None or unit.tags[found.holder.first] == "W":
        return True
    return not unit.begin <= speaker.span.begin < unit.tokens[found.holder.first].begin


def _company(sheet: Sheet, unit: Unit, found: Stanced, told: Told) -> tuple[Mention, ...]:
    """Who else does it: [With Ondria's foreign minister,] he asked; [Together with Quellin,] it asked"""
    first = 1 + (unit.low(1) == "with")
    holder = found.holder
    if (
        unit.low(0) not in _WITH
        or holder is None
        or holder.first <= first
        or unit.tag(holder.first - 1) != ","
    ):
        return ()
    company = unit.tags[first : holder.first - 1]
    named = not set("VAMET") & set(company) and set("PZ") & set(company)
    return told.identify(sheet, unit, Range(first, holder.first - 1)) if named else ()


def _is_within_list(unit: Unit, place: int) -> bool:
    """the need for aid, and | rejecting any ...: of whoever says so"""
    return unit.tags[place] == "G" and unit.tag(place - 1) == "C"


def _voice_of_cue(claim: Claim) -> Voice:
    return Voice(claim.speakers, said_on=claim.said_on, statement=claim)


def _leads_to_thing(speaker: Mention) -> bool:
    """It is ready to: work on the mines is not"""
    words = speaker.name.split()
    named = any(word[:1].isupper() for word in words[1:]) or len(words) == 1
    return speaker.how == "pronoun" and not named and not any(word.lower() in _bodies() for word in words)


def _is_thing(mention: Mention) -> bool:
    """A resolution, a plan or talks hold no position, nor does nobody."""
    if mention.name.lower().startswith("neither ") and collective_role(mention.name) is not None:
        return False
    if mention.name.split()[:1] and mention.name.split()[0].lower() in word_set("modes.nobody"):
        return True
    return any(word.lower() in _NOT_HOLDERS for word in mention.name.split())


def _may_hold(unit: Unit, holder: Range | None, mention: Mention) -> bool:
    """Whether a subject is somebody: a name, a pronoun that led to one, people or a body."""
    if holder is None or mention.how == "pronoun":
        return not _is_thing(mention)
    if (
        mention.span.begin < unit.tokens[holder.first].begin
        or mention.span.end > unit.tokens[holder.last - 1].end
    ):
        return True
    tags = unit.tags[holder.first : holder.last]
    words = {unit.low(at).removesuffix("'s") for at in range(holder.first, holder.last)}
    return ("P" in tags or "Z" in tags or bool(words & _bodies())) and not (words & _NOT_HOLDERS)


@cache
def _bodies() -> frozenset[str]:
    several = {f"{body}s" for body in word_set("groups")}
    return word_set("roles") | word_set("groups") | several | {"parties", "ministries", "armies", "countries"}


def _conceded(found: Stanced, voice: Voice) -> Stanced:
    """Ondria accepts that | the guns must go"""
    slots = voice.statement.slots if voice.statement is not None else None
    conceded = isinstance(slots, Statement) and slots.cue_word in word_set("positions.conceding")
    return found._replace(stance=Stance.SUPPORTS) if conceded and found.stance is Stance.DEMANDS else found


def _needed(sheet: Sheet, unit: Unit, told: Told) -> Iterator[_Held]:
    """What must be is somebody's stance only inside a statement."""
    for found in find_necessities(unit):
        at = unit.tokens[found.place].begin
        voice = told.around(sheet, unit, found.place)
        own = told.at_cue(at)
        if voice.statement is None and own:
            voice = Voice(own[0].speakers, said_on=own[0].said_on, statement=own[0])
        if voice.speakers:
            found = _conceded(found, voice)
            holders = tuple(h for h in voice.speakers if not _is_thing(h))
            yield _Held(clip_to_words(unit, found, voice.statement), holders, voice)
