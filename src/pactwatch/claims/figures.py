"""Figures: numbers of things, with bounds, what is counted, what happened, window and speaker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import regex

from pactwatch.claims.base import make_claim
from pactwatch.claims.effects import Effect, find_effect
from pactwatch.claims.groups import find_doer, find_group
from pactwatch.claims.quantities import (
    Quantity,
    find_quantities,
    is_counted_noun,
    is_many,
    is_plural_noun,
    may_hold_numbers,
)
from pactwatch.claims.sheet import Sheet, Unit, flatten
from pactwatch.claims.tallies import Tally, find_tallies
from pactwatch.claims.voices import Voice, Voices
from pactwatch.claims.windows import find_event_days, find_window, settle_window
from pactwatch.language.dates import DateFound, find_dates
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Figure, Modality, Window
from pactwatch.model.keys import compute_key
from pactwatch.model.source import Span, When

_CUMULATIVE = frozenset(
    ("killed", "wounded", "displaced", "detained", "recorded", "released", "returned", "entered")
)
#: How many set sizes are kept in mind for "all but one".
_SETS_KEPT = 12
#: How far a bare number may stand from the one that it goes on from (characters).
_NEAR = 60
_HARM = frozenset(("killed", "wounded", "missing", "displaced", "detained"))
_NOT_COUNTED = word_set("quantities.not-figures")
_MORE = regex.compile(r"\b(?:more|another|further|additional|other)\b", regex.IGNORECASE)
_RATE = regex.compile(
    r"\s*(?:(?:of|for)\s+\p{L}+\s+)?(?:a|per|each|every)\s+(day|week|month|hour)\b", regex.IGNORECASE
)


@dataclass(slots=True)
class _Notes:
    """What a text has told so far: windows and set sizes that later figures lean on."""

    days: Mapping[str, When]
    window: Window | None = None
    sets: list[Figure] = field(default_factory=list)


class Figures:
    """Reads figures."""

    name = "figures"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        dates = {unit.number: _dates(sheet, unit) for unit in sheet.units}
        notes = _Notes(find_event_days(sheet, dates))
        voices = Voices(known.get("statements", ()))
        claims: list[Claim] = []
        for unit in sheet.units:
            if may_hold_numbers(sheet.text, unit):
                claims.extend(
                    self._read_unit(sheet, flatten(sheet.text, unit, sheet.shouted), dates, voices, notes)
                )
        return tuple(claims)

    def _read_unit(
        self,
        sheet: Sheet,
        unit: Unit,
        dates: Mapping[int, list[DateFound]],
        voices: Voices,
        notes: _Notes,
    ) -> list[Claim]:
        here = dates[unit.number]
        claims: list[Claim] = []
        for quantity in find_quantities(unit, [(found.begin, found.end) for found in here]):
            effect = find_effect(unit, quantity)
            whole = _whole_of(unit, quantity, claims)
            if whole is None and not _is_figure(unit, quantity, effect):
                continue
            voice = voices.find(_voice_place(unit, quantity.number.first))
            claim = self._claim(sheet, unit, quantity, None if whole else effect, here, voice, notes)
            claims.append(_like(claim, whole) if whole is not None else claim)
        for tally in find_tallies(unit, [*notes.sets, *_sets(claims)]):
            voice = voices.find(tally.span.begin)
            claims.append(self._tally_claim(sheet, unit, tally, voice))
        notes.sets = [*notes.sets, *_sets(claims)][-_SETS_KEPT:]
        return claims

    def _tally_claim(self, sheet: Sheet, unit: Unit, tally: Tally, voice: Voice) -> Claim:
        return make_claim(
            self,
            sheet,
            unit,
            tally.span,
            tally.figure,
            tally.rule,
            speakers=voice.speakers,
            modality=Modality.PLANNED if tally.due else Modality.ASSERTED,
            said_on=voice.said_on,
        )

    def _claim(
        self,
        sheet: Sheet,
        unit: Unit,
        quantity: Quantity,
        effect: Effect | None,
        dates: list[DateFound],
        voice: Voice,
        notes: _Notes,
    ) -> Claim:
        figure = _figure(sheet, unit, quantity, effect, dates, notes)
        span = _words_span(unit, quantity, effect)
        return make_claim(
            self,
            sheet,
            unit,
            span,
            figure,
            effect.rule if effect else "counted noun",
            speakers=voice.speakers,
            hedge=quantity.hedge,
            modality=_modality(effect, voice),
            said_on=voice.said_on,
        )


def _whole_of(unit: Unit, quantity: Quantity, claims: Sequence[Claim]) -> Figure | None:
    """The figure before that a bare number goes on from: 38 people: 22 at Pell, [nine] at Corvith"""
    stands_behind = quantity.group is not None and quantity.group[0] >= quantity.number.last
    if (
        stands_behind
        or not claims
        or unit.low(quantity.first - 1) in ("but", "except", "save")
        or unit.tag(quantity.first - 1) not in ",C:"
    ):
        return None
    behind = unit.tag(quantity.number.last)
    apart = behind == "I" or unit.low(quantity.number.last) in ("elsewhere", "more", "of")
    last = claims[-1].slots
    near = isinstance(last, Figure) and unit.tokens[quantity.first].begin - claims[-1].span.end < _NEAR
    return last if apart and near and isinstance(last, Figure) and last.per is None else None


def _like(claim: Claim, whole: Figure) -> Claim:
    """The claim with what its number shares with the one before: what is counted, effect, window."""
    figure = claim.slots
    assert isinstance(figure, Figure)
    shared = replace(
        figure,
        counted=whole.counted,
        group=whole.group,
        effect=figure.effect or whole.effect,
        window=figure.window or whole.window,
    )
    again = replace(claim, slots=shared, rule="goes on from the number before")
    return again.with_key(compute_key(again))


def _sets(claims: Sequence[Claim]) -> list[Figure]:
    """The figures that may be the size of a set: due, held, or counted by a fixed number."""
    figures = [claim.slots for claim in claims if isinstance(claim.slots, Figure)]
    return [
        figure
        for figure in figures
        if figure.low == figure.high and figure.effect in ("due", "held", "detained", None)
    ]


def _dates(sheet: Sheet, unit: Unit) -> list[DateFound]:
    published = sheet.article.document.published
    return find_dates(sheet.text, unit.begin, unit.end, published.first if published else None)


def _voice_place(unit: Unit, place: int) -> int:
    """Where to ask whose words a number is: a total in an aside (", bringing the toll to")
    hangs on the clause before it."""
    for at in range(place - 1, 0, -1):
        if unit.tags[at] in ".;:":
            break
        if unit.tags[at] == "," and unit.low(at + 1) in ("bringing", "taking", "raising", "pushing"):
            return unit.tokens[at - 1].begin
    return unit.tokens[place].begin


def _is_figure(unit: Unit, quantity: Quantity, effect: Effect | None) -> bool:
    """A number counts where something happened to what it counts, or where its noun is one
    that agreements count; "one" alone only with both."""
    if quantity.span_of:
        return True
    if unit.low(quantity.first - 1) in ("but", "except", "save") or unit.low(quantity.first - 2) == "except":
        return False
    if quantity.total is not None and (effect is not None or quantity.group is not None):
        return quantity.head not in _NOT_COUNTED
    counted = is_counted_noun(quantity.head) or (
        quantity.group is not None and unit.tags[quantity.group[1] - 1] == "P"
    )
    if quantity.group is None and (effect is None or unit.tag(quantity.first - 1) == "P"):
        return False
    if quantity.group is not None and quantity.number.low > 1 and not _agrees(unit, quantity):
        return False
    if quantity.number.low == 1:
        return effect is not None and counted and _is_single(unit, quantity)
    if quantity.number.low == 0:
        return False
    plural = is_plural_noun(quantity.head) and quantity.group is not None
    if quantity.head in _NOT_COUNTED and (effect is None or effect.name not in _HARM):
        return False
    return effect is not None or plural or (counted and quantity.head not in ("others", "other"))


def _agrees(unit: Unit, quantity: Quantity) -> bool:
    """Whether the noun is plural, a name, or stands apart from its number: not "767 tanker"."""
    assert quantity.group is not None
    apart = quantity.group[0] < quantity.number.last
    name = unit.tags[quantity.group[1] - 1] == "P"
    return apart or name or is_many(quantity.head) or quantity.span_of is not None


def _is_single(unit: Unit, quantity: Quantity) -> bool:
    """ "one" as a number: not "one of the", "no one", and not the one body of "all but one"."""
    before = unit.low(quantity.first - 1)
    return (
        before not in ("but", "for", "no", "any", "every", "this", "that", "except")
        and unit.low(quantity.number.last) != "of"
    )


def _figure(
    sheet: Sheet, unit: Unit, quantity: Quantity, effect: Effect | None, dates: list[DateFound], notes: _Notes
) -> Figure:
    number = unit.span(quantity.number.first, quantity.number.last)
    low, high, approx = _bounds(quantity)
    group, head = find_group(sheet, unit, quantity, effect)
    window = _window(sheet, unit, quantity, dates, notes)
    name = effect.name if effect else None
    if name in ("released", "returned", "entered", "delivered") and effect and effect.due:
        name = "due"
    rate = _RATE.match(sheet.text, max(unit.tokens[quantity.last - 1].end, number.end), unit.end)
    return Figure(
        number=number,
        counted=head,
        group=group,
        low=low,
        high=high,
        approx=approx,
        effect=name,
        by=find_doer(sheet, unit, quantity, effect),
        window=window,
        cumulative=_is_cumulative(name, window, effect),
        of_total=quantity.total,
        per=rate.group(1).lower() if rate else None,
        increment=_MORE.search(sheet.text, number.begin, unit.tokens[quantity.last - 1].end) is not None,
    )


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The numbers that the words allow: low, high, and a middle without bounds."""
    number = quantity.number
    if quantity.high is not None:
        return number.low, quantity.high, None
    if quantity.bound == "low" or number.loose:
        return number.low, number.high if number.loose else None, None
    if quantity.bound == "high":
        return None, number.low, None
    if quantity.bound == "approx":
        return None, None, number.low
    return number.low, number.low, None


def _window(
    sheet: Sheet, unit: Unit, quantity: Quantity, dates: list[DateFound], notes: _Notes
) -> Window | None:
    window = find_window(sheet, unit, unit.tokens[quantity.number.first].begin, dates)
    if window is None:
        return None
    settled = settle_window(window, notes.days, notes.window)
    if settled.since is not None or settled.anchored:
        notes.window = settled
    return settled


def _is_cumulative(name: str | None, window: Window | None, effect: Effect | None) -> bool:
    if effect is not None and effect.running:
        return True
    starts = window is not None and window.until is None and (window.since is not None or window.anchored)
    return starts and name in _CUMULATIVE


def _words_span(unit: Unit, quantity: Quantity, effect: Effect | None) -> Span:
    """From hedge or effect word to the end of the group or effect word."""
    first, last = quantity.first, quantity.last
    if effect is not None and not effect.running:
        if effect.place < first:
            first = effect.place
        elif effect.place >= last:
            last = effect.place + 1
    return unit.span(first, last)


def _modality(effect: Effect | None, voice: Voice) -> Modality:
    if effect is not None and effect.due:
        return Modality.PLANNED
    return voice.modality if voice.modality in (Modality.DENIED, Modality.HYPOTHETICAL) else Modality.ASSERTED
