"""Alleged breaches: who alleges that whom broke what was agreed, in PLOVER's ACCUSE / allege.

    Ondria has violated the truce · violations of the truce by Calvenne · Calvennese truce "violations"
    accused Ondria of violating ... · did not keep the accord · called the shelling a breach of the truce
An incident is no allegation, and a number of violations is a figure: neither is read here.
"""

from pactwatch.claims.accused import Accused, find_accused
from pactwatch.claims.allegation_slots import find_day, find_harm, find_where
from pactwatch.claims.base import make_claim
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.voices import Voice, Voices
from pactwatch.model.claim import Claim, Event, Mention, Modality, Statement
from pactwatch.model.source import Span

_STEMS = ("violat", "breach", "infring", "lawless", "broke", "breaking", "reneg", "contraven", "flout")
_KEEPING = (
    "keep",
    "kept",
    "honour",
    "honor",
    "respect",
    "abide",
    "uphold",
    "comply",
    "at risk",
    "back on",
    "carry",
    "implement",
    "fulfil",
    "adher",
    "observ",
    "maintain",
)
_MORE = ("undermin", "jeopardi", "endanger", "sabotag", "derail", "in danger", "wreck")


class Allegations:
    """Reads alleged breaches."""

    name = "allegations"
    version = "3"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        figures = known.get("figures", ())
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            if not _may_allege(sheet.text, unit):
                continue
            flat = sheet.flat(unit)
            seen: set[tuple[str, ...]] = set()
            for found in find_accused(flat):
                claim = self._claim(sheet, flat, found, voices, figures)
                accused = claim.slots.recipient if isinstance(claim.slots, Event) else None
                same = (accused or "", *(mention.name for mention in claim.speakers))
                if same not in seen:
                    claims[claim.key] = claim
                seen.add(same)
        return tuple(claims.values())

    def _claim(
        self, sheet: Sheet, unit: Unit, found: Accused, voices: Voices, figures: tuple[Claim, ...]
    ) -> Claim:
        voice = _voice(sheet, unit, found, voices)
        at = unit.span(found.place, found.place + 1)
        whole = found.span or at
        recipient = found.name or (found.span.of(sheet.text) if found.span else None)
        slots = Event(
            "ACCUSE",
            "allege",
            _accuser(voice),
            recipient,
            at,
            place=find_where(sheet, unit, found.place),
            harm=find_harm(figures, unit),
            breach=True,
        )
        return make_claim(
            self,
            sheet,
            unit,
            Span(min(whole.begin, at.begin), max(whole.end, at.end)),
            slots,
            found.rule,
            speakers=voice.speakers,
            modality=Modality.DENIED if _is_denied(voice, found) else Modality.ASSERTED,
            said_on=voice.said_on,
            happened_on=find_day(sheet, unit, found.place),
        )


def _voice(sheet: Sheet, unit: Unit, found: Accused, voices: Voices) -> Voice:
    """Whose allegation it is: whom the words name ("a claim by Calvenne that"), else who speaks there."""
    if found.by is None:
        return voices.find(unit.tokens[found.place].begin)
    span = unit.span(*found.by)
    return Voice((Mention(span, span.of(sheet.text).removesuffix("’s").removesuffix("'s")),))


def _is_denied(voice: Voice, found: Accused) -> bool:
    return voice.modality is Modality.DENIED and found.rule != "accused of"


def _may_allege(text: str, unit: Unit) -> bool:
    words = text[unit.begin : unit.end].lower()
    return any(stem in words for stem in (*_STEMS, *_KEEPING, *_MORE))


def _accuser(voice: Voice) -> str | None:
    statement = voice.statement
    if statement is not None and not isinstance(statement.slots, Statement):
        return None
    return voice.speakers[0].name if voice.speakers else None
