"""Meetings and appointments: who, where, when, past or planned, what became of the plan.

    Quellin is hosting talks between Ondria and Calvenne in Saint Orlan       CONSULT third-party, held
    The two ministers will meet on Friday                                     CONSULT meet, planned
    The summit was called off                                                 the one told before
The rule of a claim says how it stands: held, opened, ended, planned, rescheduled, postponed, called off,
not held, refused, supposed. A sentence tells a meeting once; a mention that says nothing of it gives none.
"""

from collections.abc import Iterator

import regex

from pactwatch.claims.base import make_claim
from pactwatch.claims.meeting_days import choose_day, find_base, is_long_ago
from pactwatch.claims.meeting_frames import Frame
from pactwatch.claims.meeting_modes import HELD, MODES, NOT_HELD, PLANNED, SUPPOSED, is_conditional
from pactwatch.claims.meeting_names import Names
from pactwatch.claims.meeting_nouns import is_meeting_noun, read_noun
from pactwatch.claims.meeting_told import Told, fill_gaps, merge_told, settle_places, tells_enough
from pactwatch.claims.meeting_verbs import ALL_VERBS, read_verb
from pactwatch.claims.meeting_words import group
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.voices import Voice, Voices
from pactwatch.model.claim import Auxiliary, Claim, Event, Modality
from pactwatch.model.source import Span

_NOUNS = group("nouns")
_WORDS = _NOUNS | ALL_VERBS
#: The same words inside a long quotation: without any it is not opened.
_QUOTED = regex.compile(rf"\b(?:{'|'.join(sorted(_WORDS))})\b", regex.IGNORECASE)
_SUPPOSED_BY = (Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.DEMANDED)


class Meetings:
    """Reads meetings and appointments."""

    name = "meetings"
    version = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        statements = known.get("statements", ())
        voices = Voices(statements)
        frames = [pair for unit in sheet.units for pair in _read_unit(sheet, unit, voices)]
        if not frames:
            return ()
        names = Names(sheet, statements, frames, voices)
        told = [_tell(sheet, unit, frame, names, voices) for unit, frame in frames]
        told = fill_gaps(merge_told(settle_places(told, names.speakers)))
        claims = (self._claim(sheet, one) for one in told if tells_enough(one))
        return tuple({claim.key: claim for claim in claims}.values())

    def _claim(self, sheet: Sheet, told: Told) -> Claim:
        unit, status = told.unit, told.status
        assert status is not None
        auxiliary, modality = MODES[status]
        if told.long_ago and status == HELD:
            auxiliary = (Auxiliary.HISTORICAL,)
        actor, recipient = (*told.who, None, None)[:2]
        trigger = unit.span(told.trigger, told.trigger + 1)
        slots = Event(
            "CONSULT", told.mode, actor, recipient, trigger, auxiliary,
            others=told.who[2:], about=told.about, place=told.place,
        )  # fmt: skip
        voice = told.voice
        return make_claim(
            self, sheet, unit, told.span, slots, status,
            speakers=voice.speakers, modality=modality, said_on=voice.said_on, happened_on=told.day,
        )  # fmt: skip


def _read_unit(sheet: Sheet, unit: Unit, voices: Voices) -> Iterator[tuple[Unit, Frame]]:
    opened = "Q" in unit.tags and _QUOTED.search(sheet.text, unit.begin, unit.end)
    if not opened and _WORDS.isdisjoint(unit.lows):
        return
    flat = sheet.flat(unit) if opened else unit
    for place, low in enumerate(flat.lows):
        if low in _NOUNS and is_meeting_noun(flat, place):
            frame: Frame | None = read_noun(flat, place, reported=_is_reported(flat, place, voices))
        elif low in ALL_VERBS and flat.tags[place] in "VEG":
            frame = read_verb(flat, place, reported=_is_reported(flat, place, voices))
        else:
            continue
        if frame is not None:
            yield flat, frame


def _is_reported(unit: Unit, place: int, voices: Voices) -> bool:
    return bool(voices.find(unit.tokens[place].begin).speakers)


def _tell(sheet: Sheet, unit: Unit, frame: Frame, names: Names, voices: Voices) -> Told:
    voice = voices.find(unit.tokens[frame.trigger].begin)
    status = _settle_status(unit, frame, voice)
    base = find_base(sheet, voice.said_on if voice.speakers else None)
    frame.status = status
    day, dated = choose_day(sheet, unit, frame, base)
    first, last = min(frame.begin, frame.trigger), max(frame.end, frame.trigger + 1)
    while last > first + 1 and unit.tags[last - 1] in ",.;":
        last -= 1
    return Told(
        unit=unit,
        trigger=frame.trigger,
        span=Span(unit.tokens[first].begin, unit.tokens[min(last, len(unit.tokens)) - 1].end),
        status=status,
        kind=frame.kind,
        parties=names.name_all(unit, frame.parties),
        host=names.name_all(unit, frame.host),
        place=unit.span(*frame.venue).of(sheet.text) if frame.venue else None,
        near_place=unit.span(*frame.named_before).of(sheet.text) if frame.named_before else None,
        about=unit.span(*frame.about).of(sheet.text) if frame.about else None,
        day=day,
        dated=dated,
        long_ago=is_long_ago(day, base),
        gives_place=frame.gives_place,
        joined=frame.joined,
        definite=frame.definite,
        voice=voice,
    )


def _settle_status(unit: Unit, frame: Frame, voice: Voice) -> str | None:
    """The status in the mode of the words around it: if they meet; he denied that they met; do they meet?"""
    status = frame.status
    if frame.verb is None or status is None:
        return status
    if status == HELD and voice.modality in _SUPPOSED_BY:
        return SUPPOSED
    asked = unit.tokens[-1].text == "?" or is_conditional(unit, frame.begin)
    if status in (HELD, PLANNED) and asked:
        return SUPPOSED
    if status == HELD and voice.modality is Modality.PLANNED:
        return PLANNED
    return NOT_HELD if status == HELD and voice.modality is Modality.DENIED else status
