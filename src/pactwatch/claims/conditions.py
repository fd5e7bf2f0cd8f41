"""Conditions: what must come first, and for what, by whoever says so.

[no second round] unless [the garrison leaves]      [The locks stay shut] until [the last of them is home]
[peace] depends on [the clearance of the channel]   [none of this would succeed] without [monitors]
If [the last of them is home], [the locks will open]    The talks must first [address the shelling]
[the accord would collapse] if [they keep the guns]: what waits needs that it is not so (``unless``)
"""

from collections.abc import Iterator

import regex

from pactwatch.claims.base import make_claim
from pactwatch.claims.binders import Bound, find_bound
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.told import Told
from pactwatch.model.claim import Claim, Condition, Modality
from pactwatch.model.source import Span

_HINTS = regex.compile(
    r"\b(?:unless|until|till|without|if|once|provided|providing|only|before|first|as long as|so long as|depend\w*|hing(?:e|es|ed|ing)"
    r"|conting\w+|condition\w*|precondition\w*|prerequisite\w*|await\w*|wait\w*|exchange|return for|require\w*|must include"
    r"|should include|tied|ties|tying|tie|linked|links|link|linking|preced\w+|subject to|pending|should)\b",
    regex.IGNORECASE,
)


class Conditions:
    """Reads conditions."""

    name = "conditions"
    version = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        claims: dict[str, Claim] = {}
        for unit in sheet.units:
            if _HINTS.search(sheet.text, unit.begin, unit.end):
                flat = sheet.flat(unit)
                for bound in _without_repeats(find_bound(flat)):
                    claim = self._claim(sheet, flat, bound, told)
                    claims[claim.key] = claim
        return tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.key)))

    def _claim(self, sheet: Sheet, unit: Unit, bound: Bound, told: Told) -> Claim:
        needs, wants = unit.span(*bound.needs), unit.span(*bound.wants)
        trigger = unit.span(bound.place, bound.place + 1)
        voice = told.voice(needs.begin)
        if voice.statement is None:
            voice = told.voice(wants.begin)
        span = Span(min(needs.begin, wants.begin, trigger.begin), max(needs.end, wants.end, trigger.end))
        return make_claim(
            self, sheet, unit, span,
            Condition(trigger, bound.connective, needs, wants, bound.unless),
            f"condition: {bound.connective}",
            speakers=voice.speakers, modality=Modality.CONDITIONAL, said_on=voice.said_on,
        )  # fmt: skip


def _without_repeats(found: Iterator[Bound]) -> list[Bound]:
    """One condition for one thing that must come first: the first that was found."""
    kept: list[Bound] = []
    for bound in found:
        if not any(_overlap(bound, other) for other in kept):
            kept.append(bound)
    return kept


def _overlap(one: Bound, other: Bound) -> bool:
    return one.needs.first < other.needs.last and other.needs.first < one.needs.last
