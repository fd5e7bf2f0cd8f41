"""The single day on which something happened to what a number counts, and the day up to which a total counts.

event    three were killed on Sunday evening | on Monday the army freed 12 | it fell on Friday, killing two
total    the count reached 738 on 9 December | on 10 November the number had stood at 282
A day on which it was only said is none: officials said on Monday that three had died.
"""

from bisect import bisect_left
from collections.abc import Sequence

from pactwatch.claims.effect_words import Effect
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.cues import cue_forms
from pactwatch.language.dates import DateFound, find_dates
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Window

_EVENTS = word_set("days.events")
_NOUNS = ("counted noun", "noun before", "own adjective", "of the dead")
_REACH = 24
_LEVELS = word_set("days.levels")
#: What may stand between a total and its day.
_JOINTS = (" on ", " by ", " as of ")


def find_dates_of(sheet: Sheet, unit: Unit) -> list[DateFound]:
    """The dates of a unit, counted from the day of publication where it is known."""
    published = sheet.article.document.published
    return find_dates(sheet.text, unit.begin, unit.end, published.first if published else None)


def choose_day(text: str, unit: Unit, effect: Effect | None, dates: Sequence[DateFound]) -> Window | None:
    """The day of an effect as a window; None for totals, for what lasts and where none stands near."""
    if effect is None or effect.running or effect.due or effect.rule in _NOUNS or effect.name not in _EVENTS:
        return None
    if {"has", "have"} & set(unit.lows[max(0, effect.place - 3) : effect.place]):
        return None
    found = find_day_of(text, unit, effect.place, dates)
    if found is None:
        return None
    has_on = text[max(0, found.begin - 3) : found.begin].lower() == "on "
    begin = found.begin - 3 * has_on
    return Window(text[begin : found.end], found.when, found.when)


def find_day_of(text: str, unit: Unit, verb: int, dates: Sequence[DateFound]) -> DateFound | None:
    """The day that a clause gives for its verb; None where it is one of saying, a limit, or somebody's."""
    days = [found for found in dates if _is_day(text, found)]
    near = [(place, found) for found in days if _fits(unit, verb, place := _place_of(unit, found))]
    return min(near, key=lambda pair: abs(pair[0] - verb))[1] if near else None


def _is_day(text: str, found: DateFound) -> bool:
    """A single day, and not one that names something: Tuesday's vote"""
    owns = text[found.end : found.end + 2] in ("'s", "’s")
    return found.when is not None and found.when.precision == "day" and not owns


def _place_of(unit: Unit, found: DateFound) -> int:
    return bisect_left(unit.tokens, found.begin, key=lambda token: token.begin)


def _fits(unit: Unit, verb: int, day: int) -> bool:
    """Whether the day stands in the verb's clause and beside no reporting word."""
    before = day - 1 - (unit.low(day - 1) == "on")
    said = unit.low(before) in cue_forms() and unit.tag(before) in "EV" and before != verb
    if said or abs(verb - day) > _REACH or unit.low(before) in ("by", "until", "since", "from", "to", "till"):
        return False
    between = unit.tags[min(verb, day) : max(verb, day)]
    clauses = set(between) & set(";:WSQ") or "that" in unit.lows[min(verb, day) : max(verb, day)]
    is_fronted = day - (unit.low(day - 1) == "on") == 0
    return not clauses and between.count(",") <= (day < verb and (unit.tags[verb] == "G" or is_fronted))


def choose_level_day(text: str, unit: Unit, quantity: Quantity, dates: Sequence[DateFound]) -> Window | None:
    """The day up to which a stated total counts: right behind it, or at the head of its sentence."""
    before = unit.low(quantity.first - 1)
    levels = before in _LEVELS or (before in ("at", "to") and unit.low(quantity.first - 2) in _LEVELS)
    if not levels:
        return None
    end = unit.tokens[quantity.number.last - 1].end
    days = [found for found in dates if found.when is not None and found.when.precision == "day"]
    behind = (found for found in days if text[end : found.begin] in _JOINTS)
    head = (found for found in days if text[unit.begin : found.begin].lower() in ("on ", "by "))
    found = next(behind, None) or next(head, None)
    if found is None:
        return None
    return Window(text[found.begin : found.end], None, found.when)
