"""Figures: numbers of things, with bounds, what is counted, what happened, window and speaker.

numbers -> quantities (hedge, range, total, what is counted) -> effect -> does it count?
-> slots (bounds, window, rate) -> voice -> claim -> ties (parts and shares of another number)
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pactwatch.claims.base import make_claim
from pactwatch.claims.carried import Carried, find_counting
from pactwatch.claims.counted import singular
from pactwatch.claims.counting import is_figure, is_left_out
from pactwatch.claims.days import find_dates_of
from pactwatch.claims.effect_words import Effect
from pactwatch.claims.effects import find_effect
from pactwatch.claims.effects_before import EffectOf
from pactwatch.claims.event_days import find_event_days
from pactwatch.claims.exclusions import is_length, is_time_length
from pactwatch.claims.figure_slots import Notes, Row, make_figure
from pactwatch.claims.groups import is_plural
from pactwatch.claims.models import find_models, is_model
from pactwatch.claims.quantities import Quantity, find_quantities, may_hold_numbers
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.tallies import Tally, find_tallies
from pactwatch.claims.tellers import Tellers
from pactwatch.claims.ties import tie_numbers
from pactwatch.claims.voices import Voice, Voices
from pactwatch.claims.windows import find_windows
from pactwatch.claims.zeros import find_zeros
from pactwatch.language.dates import DateFound
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Figure, Modality, Window
from pactwatch.model.keys import compute_key
from pactwatch.model.source import Span

#: How many set sizes are kept in mind for "all but one".
_SETS_KEPT = 12
_UNHARMED = word_set("figures.unharmed")
_HARM = ("killed", "wounded", "killed or wounded", "abducted", "detained")
#: How far a bare number may stand from the one that it goes on from (characters).
_NEAR = 60


class Figures:
    """Reads figures."""

    name = "figures"
    version = "4"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        dates = {unit.number: find_dates_of(sheet, unit) for unit in sheet.units}
        rows = list(_rows(sheet, dates))
        notes = Notes(find_event_days(sheet, dates), Carried(find_counting(sheet, dates)))
        tellers = Tellers(sheet.text, Voices(known.get("statements", ())))
        heads = _counted_by_many(rows)
        claims: list[Claim] = []
        for row in rows:
            claims.extend(self._read_row(sheet, row, heads, tellers, notes))
        return tuple(claims)

    def _read_row(
        self, sheet: Sheet, row: Row, heads: AbstractSet[str], tellers: Tellers, notes: Notes
    ) -> list[Claim]:
        unit = row.unit
        claims: list[Claim] = []
        before: EffectOf | None = None
        for quantity in row.quantities:
            effect = None if is_length(unit, quantity.number) else find_effect(unit, quantity, before)
            effect = None if effect and _is_harm_by(quantity, effect) else effect
            before = EffectOf(quantity, effect) if effect else before
            whole = _whole_of(unit, quantity, claims)
            if whole is None and not is_figure(unit, quantity, effect, heads):
                continue
            voice = tellers.find(unit, quantity)
            claim = self._claim(sheet, row, quantity, None if whole else effect, voice, notes)
            claim = _like(claim, whole) if whole is not None else _with_earlier(claim, unit, notes)
            claims.append(claim)
            if isinstance(claim.slots, Figure):
                notes.remember(claim.slots)
                notes.carried.remember(unit, claim.slots)
        for tally in find_tallies(unit, [*notes.sets, *_sets(claims)]):
            voice = tellers.voices.find(tally.span.begin)
            named = _named(tally, notes)
            claims.append(self._tally_claim(sheet, unit, named, voice))
            notes.remember(named.figure)
        notes.sets = [*notes.sets, *_sets(claims)][-_SETS_KEPT:]
        return tie_numbers(sheet.text, claims)

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
        self, sheet: Sheet, row: Row, quantity: Quantity, effect: Effect | None, voice: Voice, notes: Notes
    ) -> Claim:
        return make_claim(
            self,
            sheet,
            row.unit,
            _words_span(row.unit, quantity, effect),
            make_figure(sheet, row, quantity, effect, notes),
            effect.rule if effect else "share" if quantity.is_share else "counted noun",
            speakers=voice.speakers,
            via=voice.statement.via if voice.statement is not None else (),
            hedge=quantity.hedge,
            modality=_modality(effect, voice),
            said_on=voice.said_on,
        )


# A text's rows


def _rows(sheet: Sheet, dates: Mapping[int, list[DateFound]]) -> Iterator[Row]:
    models = frozenset() if sheet.shouted else find_models(sheet.text)
    for unit in sheet.units:
        if not may_hold_numbers(sheet.text, unit):
            continue
        here, flat = dates[unit.number], sheet.flat(unit)
        numbers = find_quantities(flat, [(found.begin, found.end) for found in here])
        numbers = [quantity for quantity in numbers if not is_model(flat, quantity, models)]
        quantities = sorted([*numbers, *find_zeros(flat)], key=lambda quantity: quantity.first)
        if quantities or "all" in flat.lows:
            yield Row(flat, tuple(quantities), tuple(find_windows(sheet, unit, here)), here)


def _counted_by_many(rows: Sequence[Row]) -> frozenset[str]:
    """What the text counts by more than one somewhere: there, "one strike" is a number too."""
    return frozenset(
        singular(quantity.head)
        for row in rows
        for quantity in row.quantities
        if quantity.head and quantity.number.low > 1 and not is_time_length(row.unit, quantity.number)
    )


def _sets(claims: Sequence[Claim]) -> list[Figure]:
    """The figures that may be the size of a set: due, held, or counted by a fixed number."""
    figures = [claim.slots for claim in claims if isinstance(claim.slots, Figure)]
    return [
        figure
        for figure in figures
        if figure.low == figure.high and figure.effect in ("due", "held", "detained", None)
    ]


def _named(tally: Tally, notes: Notes) -> Tally:
    """all but two of 48: what the text counted last, where the tally names nothing"""
    if tally.figure.counted or notes.last is None:
        return tally
    return replace(tally, figure=replace(tally.figure, counted=notes.last.counted, group=notes.last.group))


# Numbers that go on from one before


def _whole_of(unit: Unit, quantity: Quantity, claims: Sequence[Claim]) -> Figure | None:
    """The figure before that a bare number goes on from: 38 people: 22 at Pell, [nine] at Corvith;
    230 barges: 120 laden with grain and [55 empty]"""
    stands_behind = quantity.group is not None and quantity.group[0] >= quantity.number.last
    if stands_behind and not is_plural(quantity.head) and ":" in unit.tags[: quantity.first]:
        stands_behind = unit.tags[quantity.group[1] - 1 if quantity.group else 0] == "P"
    if (
        stands_behind
        or not claims
        or quantity.is_share
        or is_left_out(unit, quantity)
        or unit.tag(quantity.first - 1) not in ",C:"
    ):
        return None
    behind = unit.tag(quantity.number.last)
    listed = ":" in unit.tags[: quantity.first] and behind in "EN"
    apart = behind == "I" or listed or unit.low(quantity.number.last) in ("elsewhere", "more", "of")
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
        window=_as_of(figure.window, whole.window),
    )
    again = replace(claim, slots=shared, rule="goes on from the number before")
    return again.with_key(compute_key(again))


def _as_of(own: Window | None, before: Window | None) -> Window | None:
    """It was 73 on 9 May and [28 on 2 May]: where the number before counts up to a day, so does this"""
    if own is None or before is None or before.since is not None or before.until is None:
        return own or before
    return replace(own, since=None) if own.since == own.until else own


def _with_earlier(claim: Claim, unit: Unit, notes: Notes) -> Claim:
    """The claim with the window and the effect that earlier words give it, where its own give none."""
    figure = claim.slots
    assert isinstance(figure, Figure)
    window = figure.window or notes.carried.find(unit, figure, claim.speakers)
    effect = figure.effect or _restated(unit, figure, notes)
    if (window, effect) == (figure.window, figure.effect):
        return claim
    again = replace(claim, slots=replace(figure, window=window, effect=effect))
    return again.with_key(compute_key(again))


def _restated(unit: Unit, figure: Figure, notes: Notes) -> str | None:
    """That is 244 a day: the effect on what was counted before"""
    is_rate = figure.per is not None and unit.low(0) in ("that", "this") and unit.low(1) in ("is", "was")
    same = notes.last is not None and notes.last.counted == figure.counted
    return notes.last.effect if notes.last is not None and is_rate and same else None


def _words_span(unit: Unit, quantity: Quantity, effect: Effect | None) -> Span:
    """From hedge or effect word to the end of the group or effect word."""
    first, last = quantity.first, quantity.last
    if effect is not None and not effect.running:
        if effect.place < first:
            first = effect.place
        elif effect.place >= last:
            last = effect.place + 1
    return unit.span(first, last)


def _is_harm_by(quantity: Quantity, effect: Effect) -> bool:
    """eight bombs that killed six: what does harm, or has no life, is not harmed"""
    return effect.name in _HARM and singular(quantity.head) in _UNHARMED


def _modality(effect: Effect | None, voice: Voice) -> Modality:
    if effect is not None and effect.due:
        return Modality.PLANNED
    return voice.modality if voice.modality in (Modality.DENIED, Modality.HYPOTHETICAL) else Modality.ASSERTED
