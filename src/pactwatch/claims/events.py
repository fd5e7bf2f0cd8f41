"""Events: who did what to whom, in PLOVER's vocabulary, as told.

    Ondria's army freed 12 captives on Monday      RETREAT release, the captives, 4 May
    Ondria agreed to free 12 captives              CONCEDE release: declared, and not done
    Ondria will free 12 captives                   CONCEDE release, future: planned
    Ondria has not freed the captives              RETREAT release, negated: denied
Meetings are read by ``meetings``, breaches by ``allegations``. What is only purpose, condition, demand or
plan never counts as done.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pactwatch.claims.base import make_claim
from pactwatch.claims.days import find_dates_of, find_day_of
from pactwatch.claims.event_frames import Found, find_demands, find_events
from pactwatch.claims.event_kept import passes_only_violence, tells
from pactwatch.claims.event_phrases import is_party
from pactwatch.claims.event_times import is_historical, is_scheduled
from pactwatch.claims.event_words import event_table, verb_set
from pactwatch.claims.people import bare
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range, clause_start
from pactwatch.claims.voices import Voice, Voices
from pactwatch.claims.where import find_place_behind
from pactwatch.language.dates import DateFound
from pactwatch.language.lexicon import make_forms, word_set
from pactwatch.model.claim import Auxiliary, Claim, Event, Figure, Modality
from pactwatch.model.source import Span

_LEFT_OUT = frozenset(("CONSULT",))
#: What is not said is no event.
_SAID = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "THREATEN"))
_BREACHES = word_set("allegations.verbs") | word_set("allegations.nouns")
#: The number of people killed is a figure and no event.
_TOTALS = frozenset(("number", "toll", "total", "tally", "count"))
_TIMES = word_set("subjects.weekdays") | word_set("contents.months")
#: Words that open a time behind a name: left Dell | next week.
_NEXT = ("next", "last", "this")
_QUOTES = "“”‘’\"' "
_HARMING = frozenset(("ASSAULT", "COERCE"))
_HARM = frozenset(
    ("killed", "wounded", "killed or wounded", "displaced", "abducted", "detained", "destroyed")
)
_PLACES_ONLY = frozenset(("in", "near", "at", "for", "inside", "outside"))
_MODES = {
    "denied": (Auxiliary.NEGATED, Modality.DENIED),
    "negated": (Auxiliary.NEGATED, Modality.DENIED),
    "conditional": (Auxiliary.HYPOTHETICAL, Modality.CONDITIONAL),
    "hypothetical": (Auxiliary.HYPOTHETICAL, Modality.HYPOTHETICAL),
    "demanded": (Auxiliary.HYPOTHETICAL, Modality.DEMANDED),
    "future": (Auxiliary.FUTURE, Modality.PLANNED),
}
_OF_VOICE = {
    Modality.DENIED: Auxiliary.NEGATED,
    Modality.PLANNED: Auxiliary.FUTURE,
    Modality.DEMANDED: Auxiliary.HYPOTHETICAL,
    Modality.CONDITIONAL: Auxiliary.HYPOTHETICAL,
    Modality.HYPOTHETICAL: Auxiliary.HYPOTHETICAL,
}


class Events:
    """Reads events."""

    name = "events"
    version = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        figures = known.get("figures", ())
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            if event_table().keys().isdisjoint(unit.lows) and "Q" not in unit.tags:
                continue
            flat = sheet.flat(unit)
            found = _kept(flat, [*find_demands(flat), *find_events(flat, _LEFT_OUT, purposes=False)])
            dates = find_dates_of(sheet, flat) if found else []
            for one in found:
                claim = self._claim(sheet, flat, one, voices, figures, dates)
                claims.setdefault(claim.key, claim)
        return tuple(claims.values())

    def _claim(
        self,
        sheet: Sheet,
        unit: Unit,
        found: Found,
        voices: Voices,
        figures: Sequence[Claim],
        dates: Sequence[DateFound],
    ) -> Claim:
        trigger = unit.span(*found.trigger)
        asks = found.kind == "demand" and found.actor is not None
        voice = voices.find(unit.tokens[found.actor.first].begin if asks and found.actor else trigger.begin)
        auxiliary, modality = _standing(sheet, unit, found, voice)
        day = find_day_of(sheet.text, unit, found.place, dates) if modality is Modality.ASSERTED else None
        slots = _make_event(sheet, unit, found, auxiliary, figures, dates)
        return make_claim(
            self,
            sheet,
            unit,
            _span_of(unit, found),
            slots,
            _rule(unit, found),
            speakers=voice.speakers,
            modality=modality,
            said_on=voice.said_on,
            happened_on=day.when if day is not None else None,
        )


def _kept(unit: Unit, found: Sequence[Found]) -> list[Found]:
    """The acts that make a claim: with somebody who acts or is acted on, each once."""
    kept: list[Found] = []
    asked = any(one.kind == "demand" for one in found)
    for one in sorted(found, key=lambda one: one.trigger.first):
        if _is_left_out(unit, one) or (asked and "demanded" in one.act.marks):
            continue
        if any(_is_same(one, other) for other in kept):
            continue
        named = next((at for at, other in enumerate(kept) if _names(one, other)), None)
        if named is None:
            kept.append(one)
        else:
            kept[named] = replace(kept[named], actor=one.actor, act=one.act)
    return kept


def _names(one: Found, other: Found) -> bool:
    """Three were killed in | an Ondrian airstrike: the noun names who did it"""
    inside = other.scope.first <= one.place < other.scope.last
    return other.actor is None and one.kind == "noun" and one.act.root == other.act.root and inside


def _is_left_out(unit: Unit, found: Found) -> bool:
    if (
        found.kind == "adjective"
        and not found.leaders
        and unit.low(found.place) == unit.low(found.trigger.first)
    ):
        return True
    if found.act.root in _SAID and "negated" in found.act.marks:
        return True
    if found.act.root in _LEFT_OUT or found.purpose or unit.low(found.place) in _BREACHES:
        return True
    if (
        not found.leaders
        and not found.closed
        and unit.low(found.place) in _saying()
        and not _warns(unit, found)
    ):
        return True
    if found.participle and not found.leaders and unit.tag(found.trigger.first - 1) == "I":
        return True
    if found.act.root == "ACCUSE" and not _BREACHES.isdisjoint(
        unit.lows[found.trigger.first : found.scope.last]
    ):
        return True
    whom = _recipient(unit, found)
    if not tells(unit, found, whom) or not passes_only_violence(unit, found):
        return True
    if whom is not None and not _TOTALS.isdisjoint(unit.lows[whom.first : whom.last]):
        return True
    actor, recipient = is_party(unit, found.actor), is_party(unit, whom)
    return not (actor and recipient if found.weak and found.kind == "noun" else actor or recipient)


def _warns(unit: Unit, found: Found) -> bool:
    """warned Calvenne: somebody, and not only that something may be"""
    return found.act.root == "THREATEN" and is_party(unit, found.recipient)


@cache
def _saying() -> frozenset[str]:
    """Verbs that ask only with something to do: told reporters, asked a question."""
    return frozenset(form for base in verb_set("saying") for form in make_forms(base).all())


def _is_same(one: Found, other: Found) -> bool:
    """an attack by Ondria | killed three: one event; so are two words of one root for the same two"""
    if one.act.root != other.act.root:
        return False
    inside = one.actor is not None and one.actor.first <= other.place < one.actor.last
    return inside or (one.actor == other.actor and one.recipient == other.recipient)


def _recipient(unit: Unit, found: Found) -> Range | None:
    """To whom it is done; a place in which it happens is none."""
    if found.recipient is None or unit.low(found.recipient.first - 1) in _PLACES_ONLY:
        return None
    return found.recipient


def _make_event(
    sheet: Sheet,
    unit: Unit,
    found: Found,
    auxiliary: tuple[Auxiliary, ...],
    figures: Sequence[Claim],
    dates: Sequence[DateFound],
) -> Event:
    done = not auxiliary and found.act.root in _HARMING
    taken = [(date.begin, date.end) for date in dates]
    return Event(
        found.act.root,
        found.act.mode,
        _words(sheet, unit, found.actor),
        _words(sheet, unit, _recipient(unit, found)),
        unit.span(*found.trigger),
        auxiliary,
        about=_about(sheet, unit, found),
        place=find_place_behind(sheet.text, unit, found.place + 1, taken),
        harm=tuple(_harm(unit, figures)) if done else (),
    )


def _words(sheet: Sheet, unit: Unit, where: Range | None) -> str | None:
    if where is None or unit.low(where.last - 1).removesuffix("'s") in _TIMES:
        return None
    last = where.last - (unit.low(where.last - 1) in _NEXT and where.last - where.first > 1)
    return bare(unit.span(where.first, last).of(sheet.text)).strip(_QUOTES) or None


def _about(sheet: Sheet, unit: Unit, found: Found) -> str | None:
    """What is promised, refused, demanded: the words from the act within it on."""
    if not found.leaders or found.scope.last <= found.place:
        return None
    return unit.span(found.place, found.scope.last).of(sheet.text)


def _harm(unit: Unit, figures: Sequence[Claim]) -> Iterator[str]:
    for claim in figures:
        here = unit.begin <= claim.span.begin < unit.end and claim.modality is Modality.ASSERTED
        if here and isinstance(claim.slots, Figure) and claim.slots.effect in _HARM:
            yield claim.key


def _span_of(unit: Unit, found: Found) -> Span:
    """From who acts to whom it is done to."""
    parts = [part for part in (found.actor, found.trigger, _recipient(unit, found)) if part is not None]
    near = [part for part in parts if abs(part.first - found.trigger.first) < 30]
    return unit.span(min(part.first for part in near), max(part.last for part in near))


def _rule(unit: Unit, found: Found) -> str:
    """What made it: the word, and the operators around it, outermost first."""
    around = "".join(f"{leader}: " for leader in found.leaders)
    return f"{found.kind}: {around}{unit.low(found.place)}"


# How it stands to what has happened


def _standing(sheet: Sheet, unit: Unit, found: Found, voice: Voice) -> tuple[tuple[Auxiliary, ...], Modality]:
    """PLOVER's auxiliary modes and the modality, from the act's own words, else from the voice."""
    marks = found.act.marks
    auxiliaries = [auxiliary for mark, (auxiliary, _) in _MODES.items() if mark in marks]
    modality = next((modality for mark, (_, modality) in _MODES.items() if mark in marks), Modality.ASSERTED)
    if modality is Modality.ASSERTED and is_scheduled(unit, found.place):
        auxiliaries, modality = [Auxiliary.FUTURE], Modality.PLANNED
    if modality is Modality.ASSERTED and _shares_modal(unit, found.place):
        auxiliaries, modality = [Auxiliary.HYPOTHETICAL], Modality.HYPOTHETICAL
    if modality is Modality.ASSERTED and voice.modality in _OF_VOICE:
        auxiliaries, modality = [_OF_VOICE[voice.modality]], voice.modality
    published = sheet.article.document.published
    if is_historical(unit, found.place, published.first.year if published else None):
        auxiliaries.append(Auxiliary.HISTORICAL)
    return tuple(dict.fromkeys(auxiliaries)), modality


def _shares_modal(unit: Unit, place: int) -> bool:
    """measures that could undermine or | liquidate: the modal before holds for it too"""
    if unit.tags[place] != "V" or unit.tag(place - 1) != "C":
        return False
    return "M" in unit.tags[clause_start(unit, place) : place]
