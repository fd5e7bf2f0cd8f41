"""Finds the conjunctions that bind what must come first to what waits for it: unless, until, if, before.

behind   wants | unless, until, without, if, while, before | needs
ahead    Unless, Until, Without, If, Should, Were | needs |, | wants
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.side_words import (
    has,
    has_finite,
    is_coming,
    is_failing,
    is_hindered,
    is_negative,
    is_past,
    is_present,
    is_staying,
    opens,
)
from pactwatch.claims.sides import (
    Bound,
    bind_ahead,
    bind_behind,
    bind_either,
    bind_turned,
    side_before,
    side_from,
)
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_ASKING = word_set("conditions.asking")
_NO_IF = word_set("conditions.no-if")
_UNDER = word_set("conditions.under")
_MUST = word_set("necessities.must") | word_set("conditions.needing")
_RATHER = frozenset(("rather", "like", "prefer", "want", "sooner"))
_STILL = frozenset(("still",))
_HABITS = word_set("conditions.habits")
_IDIOMS = (("need", "be"), ("all", "goes"), ("all", "went"), ("you", "will"), ("you", "like"))


def find_until(unit: Unit, place: int) -> Bound | None:
    """will not open | until; refuses to leave | until; stays shut | until; not until X will Y"""
    if unit.low(place - 1) in ("up", "from") or unit.tag(place + 1) == "0":
        return None
    if unit.low(place - 1) == "not" and opens(unit, place - 1):
        return bind_turned(unit, place - 1, place + 1, "until")
    found = bind_either(unit, place, place + 1, "until")
    if found is None or (is_past(unit, found.wants) and is_past(unit, found.needs)):
        return None
    return found if is_hindered(unit, found.wants) or is_coming(unit, found.wants) else None


def find_unless(unit: Unit, place: int) -> Bound | None:
    """no talks | unless; will leave | unless they stay: comes to pass only where it is not so"""
    found = bind_either(unit, place, place + 1, "unless")
    if found is None:
        return None
    hindered = is_hindered(unit, found.wants)
    if not hindered and not is_coming(unit, found.wants):
        return None
    return found._replace(unless=not hindered and not is_negative(unit, found.needs))


def find_without(unit: Unit, place: int) -> Bound | None:
    """none of this would succeed | without; there can be no peace | without; Without X, nothing will"""
    found = bind_either(unit, place, place + 1, "without")
    if found is None or (unit.tag(place + 1) == "G" and not is_coming(unit, found.wants)):
        return None
    failing = is_failing(unit, found.wants) and is_coming(unit, found.wants)
    return found if failing or is_negative(unit, found.wants) else None


def find_if(unit: Unit, place: int) -> Bound | None:
    """If X, Y will; Y will ... if X; only if; Y would collapse if X keeps: needs that it is not so"""
    only = unit.low(place - 1) == "only"
    if _is_no_condition(unit, place - only) or unit.low(place + 1) in _NO_IF:
        return None
    if (unit.low(place + 1), unit.low(place + 2)) in _IDIOMS:
        return None
    first = place + 1 + (unit.low(place + 1) == "only")
    connective = "only if" if only else "if"
    turned = bind_turned(unit, place - 1, first, connective) if only and opens(unit, place - 1) else None
    found = turned or bind_either(unit, place, first, connective, place - only)
    if found is None or not (only or _is_possible(unit, found)):
        return None
    hindered = is_negative(unit, found.wants) or is_failing(unit, found.wants)
    return found._replace(unless=hindered and not is_negative(unit, found.needs) and not only)


def _is_no_condition(unit: Unit, place: int) -> bool:
    """asked | if; as | if; could not say | if; would not tell reporters | if"""
    if unit.low(place - 1) in ("as", "even", "what", "and", "but") and unit.low(place - 1) not in (
        "and",
        "but",
    ):
        return True
    for at in range(place - 1, max(-1, place - 5), -1):
        if unit.tags[at] in ",.;:":
            return False
        if unit.low(at) in _ASKING:
            return True
    return False


def _is_possible(unit: Unit, found: Bound) -> bool:
    """What may come, not what was so whenever it was so, and not a question."""
    first = unit.low(found.wants.first)
    if first in ("what", "how", "whether", "who") or has(unit, found.wants, _HABITS):
        return False
    if is_coming(unit, found.wants):
        return True
    if is_present(unit, found.wants):
        return is_present(unit, found.needs) or is_failing(unit, found.wants)
    return is_failing(unit, found.wants) and not any(unit.tags[at] == "E" for at in range(*found.wants))


def find_inverted(unit: Unit, place: int) -> Bound | None:
    """Should either fail to do so, ...; Had it not been for ...; Were they to leave, ..."""
    if not opens(unit, place) or unit.tag(place - 1) == "C" or unit.tag(place + 1) not in "DPON":
        return None
    low = unit.low(place)
    found = bind_ahead(unit, place, place + 1, "if")
    if found is None or (not is_coming(unit, found.wants) and unit.tag(found.wants.first) != "B"):
        return None
    if low == "were" and not any(unit.tags[at] == "T" for at in range(*found.needs)):
        return None
    hindered = is_negative(unit, found.wants) or is_failing(unit, found.wants)
    return found._replace(unless=hindered and not is_negative(unit, found.needs))


def find_while(unit: Unit, place: int) -> Bound | None:
    """will not move the guns | while soldiers remain: only where it is not so"""
    if unit.tag(place - 1) in ",.q" or opens(unit, place):
        return None
    found = bind_behind(unit, place, place + 1, "while")
    if found is None or not has_finite(unit, found.needs):
        return None
    stays = is_staying(unit, found.wants) and is_present(unit, found.wants) and is_present(unit, found.needs)
    if not is_negative(unit, found.wants) and not stays:
        return None
    standing = (
        is_present(unit, found.needs) or is_staying(unit, found.needs) or has(unit, found.needs, _STILL)
    )
    return found._replace(unless=not is_negative(unit, found.needs)) if standing else None


def find_under(unit: Unit, place: int) -> Bound | None:
    """no soldier would leave | under fire"""
    if unit.low(place + 1) not in _UNDER:
        return None
    wants = side_before(unit, place)
    if wants is None or not (is_negative(unit, wants) and is_coming(unit, wants)):
        return None
    return Bound(place, "while", Range(place, place + 2), wants, unless=True)


def find_before(unit: Unit, place: int) -> Bound | None:
    """no talks | before; wants monitors there | before the boats go: what is wanted comes first"""
    if opens(unit, place) and unit.tag(place - 1) != "q":
        ahead = bind_ahead(unit, place, place + 1, "before")
        if ahead is None or not has(unit, ahead.wants, _MUST) or is_negative(unit, ahead.wants):
            return None
        return ahead._replace(needs=ahead.wants, wants=ahead.needs)
    if (predicate := _impossible(unit, place)) is not None:
        return predicate
    found = bind_behind(unit, place, place + 1, "before")
    if found is None:
        return None
    if is_negative(unit, found.wants):
        return found if _may_wait(unit, found) else None
    must = has(unit, found.wants, _MUST) or _is_wished(unit, found.wants) or _is_owed(unit, found.wants)
    if must and has_finite(unit, found.needs):
        return found._replace(needs=found.wants, wants=found.needs)
    return None


def _is_owed(unit: Unit, side: Range) -> bool:
    """the crews have to come home, had to come home"""
    return any(unit.low(at) in ("has", "have", "had") and unit.tag(at + 1) == "T" for at in range(*side))


def _is_wished(unit: Unit, side: Range) -> bool:
    """that the crews be returned: a bare "be"; would rather, would like"""
    if any(unit.tags[at] == "M" and unit.low(at + 1) in _RATHER for at in range(*side)):
        return True
    return any(unit.low(at) == "be" and unit.tag(at - 1) in "NPO" for at in range(*side))


def _may_wait(unit: Unit, found: Bound) -> bool:
    """Not what had not been so before: had not fired | before the truce"""
    past = any(
        unit.tags[at] in "AE" and unit.low(at) in ("had", "did", "didn't", "hadn't", "was", "were")
        for at in range(*found.wants)
    )
    return is_coming(unit, found.wants) or not past


def _impossible(unit: Unit, place: int) -> Bound | None:
    """[Moving the guns] before [the island was empty] | was out of the question"""
    wants = side_before(unit, place)
    rest = side_from(unit, place + 1)
    if wants is None or rest is None or has_finite(unit, wants):
        return None
    verbs = [at for at in range(*rest) if unit.tags[at] in "MAVB"]
    if len(verbs) < 2 or not is_negative(unit, Range(verbs[-1], min(len(unit.tags), verbs[-1] + 7))):
        return None
    return Bound(place, "before", Range(rest.first, verbs[-1]), wants)
