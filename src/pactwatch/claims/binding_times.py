"""Finds the words of time that bind what comes first to what waits for it: once, when, as soon as, the day.

behind   wants | once, when, as soon as, as long as, on the day, only after, after, within ten days of | needs
ahead    Once, When, As soon as, Only after | needs |, | wants
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import (
    has,
    has_finite,
    is_coming,
    is_negative,
    is_present,
    is_staying,
    opens,
)
from pactwatch.claims.sides import (
    Bound,
    bind_behind,
    bind_either,
    bind_turned,
    side_before,
    side_from,
)
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_MAY_BECOME = frozenset(("would", "will", "shall", "'ll", "can", "could"))
_HABITS = word_set("conditions.habits")
_NO_WHEN = word_set("conditions.no-when")
_BEING = frozenset(("is", "are", "was", "were", "there's"))
_BECOMES = frozenset(("would", "will", "shall", "'ll"))


def find_once(unit: Unit, place: int) -> Bound | None:
    """Once the crews are home, the locks will open; will open the locks | once; the war ends | once"""
    if unit.tag(place + 1) not in "DPNO0ZGE" or unit.low(place - 1) == "at":
        return None
    if unit.tag(place - 1) == "," and (aside := _aside(unit, place, place + 1, "once")):
        return aside
    found = bind_either(unit, place, place + 1, "once")
    return found if found and _comes(unit, found) and has_finite(unit, found.needs) else None


def _comes(unit: Unit, found: Bound) -> bool:
    return is_coming(unit, found.wants) or is_present(unit, found.wants)


def _aside(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """the accord |, once the crews are back,| would have sixty"""
    closing = unit.tags.find(",", first)
    if closing < 0 or unit.tag(closing + 1) not in "MAVT":
        return None
    wants = side_from(unit, closing + 1)
    needs = Range(first, closing)
    return Bound(place, connective, needs, wants) if wants and has_finite(unit, needs) else None


def find_when(unit: Unit, place: int) -> Bound | None:
    """the guns would move | when the island was empty; When they have left, we will talk"""
    if unit.low(place - 1) in _NO_WHEN or unit.tag(place - 1) == "T":
        return None
    found = bind_either(unit, place, place + 1, "when")
    if found is None or not has_finite(unit, found.needs) or has(unit, found.wants, _HABITS):
        return None
    becomes = has(unit, found.wants, _MAY_BECOME) or any(_is_future(unit, at) for at in range(*found.wants))
    return found if becomes and not is_negative(unit, found.needs) else None


def _is_future(unit: Unit, at: int) -> bool:
    """'ll; is to, are to"""
    return unit.low(at).endswith(("'ll", "'d")) or (unit.low(at) in ("is", "are") and unit.tag(at + 1) == "T")


def find_as(unit: Unit, place: int) -> Bound | None:
    """is to travel | as soon as; stays on the island | as long as; so long as"""
    word = unit.low(place + 1)
    if word not in ("soon", "long") or unit.low(place + 2) != "as" or unit.low(place + 3) == "possible":
        return None
    begin = place - (unit.low(place - 1) == "for")
    found = bind_either(unit, place, place + 3, f"as {word} as", begin)
    if found is None or not has_finite(unit, found.needs):
        return None
    if word == "soon":
        return found if _comes(unit, found) else None
    held = is_staying(unit, found.wants) or is_negative(unit, found.wants)
    lasting = is_staying(unit, found.needs) or has(unit, found.needs, _BEING)
    return found._replace(unless=held and lasting and not is_negative(unit, found.needs))


def find_day(unit: Unit, place: int) -> Bound | None:
    """will move | on the day (when, that) the last of them has left; the moment they leave"""
    if unit.low(place - 1) != "the":
        return None
    begin = place - 1 - (unit.low(place - 2) in ("on", "from"))
    first = place + 1 + (unit.low(place + 1) in ("when", "that", "on", "after"))
    first += unit.low(first) == "which"
    if unit.tag(first) not in "DPNO0Z" or unit.low(begin - 1) in ("until", "since", "before", "after"):
        return None
    found = bind_either(unit, begin, first, "as soon as", begin)
    return found if found and has_finite(unit, found.needs) and is_coming(unit, found.wants) else None


def find_only(unit: Unit, place: int) -> Bound | None:
    """will leave | only after the guns are gone; only when, only once; Only after X will Y"""
    word = unit.low(place + 1)
    first = place + 2
    if word in ("in", "with", "by"):
        bare = unit.low(first) in ("exchange", "return")
        if not bare and unit.tag(first) != "G":
            return None
        first += 2 * bare
    elif word not in ("after", "when", "once"):
        return None
    turned = bind_turned(unit, place, first, f"only {word}") if opens(unit, place) else None
    return turned or bind_behind(unit, place, first, f"only {word}")


def find_after(unit: Unit, place: int) -> Bound | None:
    """the locks will open | after the crews have come home"""
    if unit.low(place - 1) in ("only", "soon", "shortly", "day", "days", "hours", "weeks"):
        return None
    found = bind_behind(unit, place, place + 1, "after") if not opens(unit, place) else None
    if found is None or not has_finite(unit, found.needs) or not has(unit, found.wants, _BECOMES):
        return None
    perfect = has(unit, found.needs, frozenset(("has", "have", "is", "are")))
    return found if perfect else None


def find_within(unit: Unit, place: int) -> Bound | None:
    """will be returned | within ten days of a certificate"""
    at = place + 1
    while unit.tag(at) in "0D":
        at += 1
    if at == place + 1 or unit.low(at) not in word_set("conditions.lengths") or unit.low(at + 1) != "of":
        return None
    needs, wants = side_from(unit, at + 2, phrase=True), side_before(unit, place)
    if needs is None or wants is None or not is_coming(unit, wants):
        return None
    joined = next(
        (at for at in range(*needs) if unit.tags[at] == "C" and unit.tag(at + 1) in "MAV"), needs.last
    )
    return Bound(place, "within", Range(needs.first, joined), wants) if joined > needs.first else None
