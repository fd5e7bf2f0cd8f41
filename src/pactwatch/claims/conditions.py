"""Conditions: what must come first, and for what, by whoever says so.

[no second round] unless [the garrison leaves]      [The locks stay shut] until [the last of them is home]
[peace] depends on [the clearance of the channel]   [none of this would succeed] without [monitors]
If [the last of them is home], [the locks will open]    The talks must first [address the shelling]
[the accord would collapse] if [they keep the guns]: what waits needs that it is not so (``unless``)
"""

from collections.abc import Iterator

from pactwatch.claims.authors import Author, find_author
from pactwatch.claims.base import make_claim
from pactwatch.claims.binders import FINDERS, find_bound, may_bind
from pactwatch.claims.holders import find_stance, identify_holder, take_stance
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.sides import Bound, find_teller
from pactwatch.claims.stretches import Stretch, Stretches, is_denied
from pactwatch.claims.subjects import Range
from pactwatch.claims.texts import without_texts
from pactwatch.claims.told import Told
from pactwatch.claims.views import find_view
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Condition, Mention, Modality
from pactwatch.model.source import Span

_WILLING = ("will", "would")
_RATHER = ("rather", "like", "prefer", "sooner")
_STATIVE = word_set("interpretations.stative")


class Conditions:
    """Reads conditions."""

    name = "conditions"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        author = find_author(sheet)
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            flat = sheet.flat(unit)
            if not FINDERS.keys().isdisjoint(flat.lows):
                for claim in self._read_unit(sheet, flat, told, author):
                    claims[claim.key] = claim
        return tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.key)))

    def _read_unit(self, sheet: Sheet, unit: Unit, told: Told, author: Author) -> Iterator[Claim]:
        stretches = Stretches(unit, told)
        kept: list[tuple[Span, Span]] = []
        for place, low in enumerate(unit.lows):
            if low not in FINDERS or not may_bind(unit, place):
                continue
            stretch = stretches.at(place)
            part = stretch.unit
            bound = find_bound(part, part.place_of(unit.tokens[place].begin))
            if bound is None or is_denied(stretch):
                continue
            needs, wants = part.span(*bound.needs), part.span(*bound.wants)
            if not any(needs.overlaps(a) or (needs.overlaps(b) and wants.overlaps(a)) for a, b in kept):
                kept.append((needs, wants))
                yield self._claim(sheet, stretch, bound, told, author)

    def _claim(self, sheet: Sheet, stretch: Stretch, bound: Bound, told: Told, author: Author) -> Claim:
        unit = stretch.unit
        stance = find_stance(unit, bound)
        speakers = _speakers(stretch, told, sheet, bound)
        whole = sheet.flat(sheet.units[unit.number])
        viewer = find_view(whole, whole.place_of(unit.tokens[bound.place].begin))
        speakers = without_texts(identify_holder(sheet, whole, told, viewer)) or speakers
        speakers = without_texts(identify_holder(sheet, unit, told, bound.by)) or speakers
        if stance is not None:
            speakers = stance.find_holders(sheet, unit, told) or speakers
            bound = take_stance(unit, bound, stance)
        needs, wants = unit.span(*bound.needs), unit.span(*bound.wants)
        trigger = unit.span(bound.place, bound.place + 1)
        span = Span(min(needs.begin, wants.begin, trigger.begin), max(needs.end, wants.end, trigger.end))
        return make_claim(
            self, sheet, unit, span,
            Condition(trigger, bound.connective, needs, wants, bound.unless),
            f"condition: {bound.connective}",
            speakers=author.speakers(unit, speakers), modality=Modality.CONDITIONAL,
            said_on=stretch.statement.said_on if stretch.statement else None,
        )  # fmt: skip


def _speakers(stretch: Stretch, told: Told, sheet: Sheet, bound: Bound) -> tuple[Mention, ...]:
    """Of the statement that tells it, else of one that tells a side; of a text nobody."""
    if stretch.statement is not None:
        return without_texts(stretch.statement.speakers)
    unit = stretch.unit
    for side in (bound.needs, bound.wants):
        voice = told.voice(unit.tokens[side.first].begin)
        if voice.statement is not None:
            return without_texts(voice.speakers)
    comma = unit.tags.find(",", max(bound.needs.last, bound.wants.last))
    teller = find_teller(unit, comma) if comma > 0 else None
    around = (
        identify_holder(sheet, unit, told, teller) or told.around(sheet, unit, bound.wants.first).speakers
    )
    return without_texts(around) or _willing(sheet, unit, told, bound)


def _willing(sheet: Sheet, unit: Unit, told: Told, bound: Bound) -> tuple[Mention, ...]:
    """[Marr] won’t move the guns while soldiers remain: nobody tells it, and who acts would have it so"""
    side = bound.needs if bound.needs.last <= bound.place else bound.wants
    at = next((at for at in range(*side) if unit.tags[at] == "M"), None)
    if at is None or unit.low(at).replace("won't", "will").removesuffix("n't") not in _WILLING:
        return ()
    holder = Range(side.first, at)
    refusing = unit.low(at).endswith("n't") or unit.low(at + 1) in ("not", "never", *_RATHER)
    plain = (
        refusing
        and holder.last > holder.first
        and not set("VEAI;") & set(unit.tags[holder.first : holder.last])
    )
    if plain and unit.low(at + 1) in _RATHER:
        return identify_holder(sheet, unit, told, holder)
    acts = next((p for p in range(at + 1, side.last) if unit.tags[p] not in "RX"), at)
    if not plain or unit.tags[acts] != "V" or unit.low(acts) in _STATIVE:
        return ()
    return identify_holder(sheet, unit, told, holder)
