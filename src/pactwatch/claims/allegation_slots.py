"""Where and when an alleged breach was committed, and which figures say who came to harm in it."""

from bisect import bisect_left
from collections.abc import Sequence

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.where import find_place_behind
from pactwatch.language.cues import cue_forms
from pactwatch.language.dates import DateFound, find_dates
from pactwatch.model.claim import Claim, Figure
from pactwatch.model.source import When

_HARM = ("killed", "wounded", "killed or wounded")
_PRECISE = ("day", "week", "month")
_LEADING = ("on", "in", "since", "late", "early", "last")
_BOUNDS = ("since", "until", "till", "by", "before", "after", "of")


def find_where(sheet: Sheet, unit: Unit, place: int) -> str | None:
    """The words for where, behind the word of breach: by shelling the quay | at Corvith"""
    return find_place_behind(sheet.text, unit, place + 1, ())


def find_harm(figures: Sequence[Claim], unit: Unit) -> tuple[str, ...]:
    """The keys of the figures of the sentence that say who was killed or wounded."""
    first = bisect_left(figures, unit.begin, key=lambda claim: claim.span.begin)
    keys = []
    for claim in figures[first:]:
        if claim.span.begin >= unit.end:
            break
        if isinstance(claim.slots, Figure) and claim.slots.effect in _HARM:
            keys.append(claim.key)
    return tuple(keys)


def find_day(sheet: Sheet, unit: Unit, place: int) -> When | None:
    """The day of the breach: named behind its word, and not the day on which it was only said."""
    published = sheet.article.document.published
    base = published.first if published else None
    dates = find_dates(sheet.text, unit.begin, unit.end, base)
    at = unit.tokens[place].begin
    behind = [found for found in dates if found.begin > at and _fits(unit, found, place)]
    return behind[0].when if behind else None


def _fits(unit: Unit, found: DateFound, place: int) -> bool:
    if found.when is None or found.when.precision not in _PRECISE:
        return False
    at = bisect_left(unit.tokens, found.begin, key=lambda token: token.begin)
    before = at - 1
    if unit.low(before) in _BOUNDS or unit.low(at) in _BOUNDS or "said" in unit.lows[place:at]:
        return False
    while unit.low(before) in _LEADING:
        before -= 1
    told = unit.low(before) in cue_forms() and unit.tag(before) in "EV" and before != place
    return not told and not set(";:.Q") & set(unit.tags[place:at])
