"""Finds the conjunctions and set phrases that bind what must come first to what waits for it.

behind   wants | unless, until, without, once, as soon as, the day, in exchange for, provided | needs
ahead    Unless, Until, Once, If, When, Only after, Should | needs |, | wants
"""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.sides import (
    Bound,
    bind_ahead,
    bind_behind,
    has,
    has_finite,
    is_coming,
    is_failing,
    is_negative,
    is_past,
    is_present,
    is_staying,
    opens,
    side_before,
    side_from,
)
from pactwatch.claims.subjects import Range
from pactwatch.language.lexicon import word_set

_ASKING = word_set("conditions.asking")
_NO_IF = word_set("conditions.no-if")
_UNDER = word_set("conditions.under")
_MUST = word_set("necessities.must") | {
    "need",
    "needs",
    "want",
    "wants",
    "wanted",
    "insists",
    "insist",
    "insisted",
}
_HABITS = frozenset(("used", "often", "usually", "always", "sometimes", "every"))
_NO_WHEN = frozenset(
    ("day", "time", "moment", "week", "year", "even", "especially", "not", "say", "ask", "know")
)
_IDIOMS = (("need", "be"), ("all", "goes"), ("all", "went"), ("you", "will"), ("you", "like"))
_BECOMES = frozenset(("would", "will", "shall", "'ll"))


def _either(unit: Unit, place: int, first: int, connective: str, begin: int | None = None) -> Bound | None:
    """Ahead where the word opens its clause, else behind."""
    start = place if begin is None else begin
    ahead = bind_ahead(unit, start, first, connective) if opens(unit, start) else None
    return ahead or bind_behind(unit, start, first, connective)


def find_until(unit: Unit, place: int) -> Bound | None:
    """will not open | until; refuses to leave | until; stays shut | until; not until X will Y"""
    if unit.low(place - 1) in ("up", "from") or unit.tag(place + 1) == "0":
        return None
    if unit.low(place - 1) == "not" and opens(unit, place - 1):
        return _turned(unit, place - 1, place + 1, "until")
    found = _either(unit, place, place + 1, "until")
    if found is None or (is_past(unit, found.wants) and is_past(unit, found.needs)):
        return None
    return found if _is_hindered(unit, found.wants) or is_coming(unit, found.wants) else None


def _is_hindered(unit: Unit, side: Range) -> bool:
    return is_negative(unit, side) or is_failing(unit, side) or is_staying(unit, side)


def find_unless(unit: Unit, place: int) -> Bound | None:
    """no talks | unless; will leave | unless they stay: comes to pass only where it is not so"""
    found = _either(unit, place, place + 1, "unless")
    if found is None:
        return None
    hindered = _is_hindered(unit, found.wants)
    if not hindered and not is_coming(unit, found.wants):
        return None
    return found._replace(unless=not hindered and not is_negative(unit, found.needs))


def find_without(unit: Unit, place: int) -> Bound | None:
    """none of this would succeed | without; there can be no peace | without; Without X, nothing will"""
    found = _either(unit, place, place + 1, "without")
    if found is None or unit.tag(place + 1) == "G" and not is_coming(unit, found.wants):
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
    found = _either(unit, place, first, connective, place - only)
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
    if found is None or not is_coming(unit, found.wants) and unit.tag(found.wants.first) != "B":
        return None
    if low == "were" and not any(unit.tags[at] == "T" for at in range(*found.needs)):
        return None
    hindered = is_negative(unit, found.wants) or is_failing(unit, found.wants)
    return found._replace(unless=hindered and not is_negative(unit, found.needs))


def find_once(unit: Unit, place: int) -> Bound | None:
    """Once the crews are home, the locks will open; will open the locks | once; the war ends | once"""
    if unit.tag(place + 1) not in "DPNO0ZG" or unit.low(place - 1) == "at":
        return None
    if unit.tag(place - 1) == "," and (aside := _aside(unit, place, place + 1, "once")):
        return aside
    found = _either(unit, place, place + 1, "once")
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
    found = _either(unit, place, place + 1, "when")
    if found is None or not has_finite(unit, found.needs) or has(unit, found.wants, _HABITS):
        return None
    becomes = has(unit, found.wants, _BECOMES) or any(
        unit.low(at).endswith("'ll") for at in range(*found.wants)
    )
    return found if becomes and not is_negative(unit, found.needs) else None


def find_as(unit: Unit, place: int) -> Bound | None:
    """is to travel | as soon as; stays on the island | as long as; so long as"""
    word = unit.low(place + 1)
    if word not in ("soon", "long") or unit.low(place + 2) != "as" or unit.low(place + 3) == "possible":
        return None
    begin = place - (unit.low(place - 1) == "for")
    found = _either(unit, place, place + 3, f"as {word} as", begin)
    if found is None or not has_finite(unit, found.needs):
        return None
    if word == "soon":
        return found if _comes(unit, found) else None
    held = is_staying(unit, found.wants) or is_negative(unit, found.wants)
    return found._replace(
        unless=held and is_staying(unit, found.needs) and not is_negative(unit, found.needs)
    )


def find_day(unit: Unit, place: int) -> Bound | None:
    """will move | on the day (when, that) the last of them has left; the moment they leave"""
    if unit.low(place - 1) != "the":
        return None
    begin = place - 1 - (unit.low(place - 2) in ("on", "from"))
    first = place + 1 + (unit.low(place + 1) in ("when", "that", "on"))
    first += unit.low(first) == "which"
    if unit.tag(first) not in "DPNO0Z" or unit.low(begin - 1) in ("until", "since", "before", "after"):
        return None
    found = _either(unit, begin, first, "as soon as", begin)
    return found if found and has_finite(unit, found.needs) and is_coming(unit, found.wants) else None


def find_while(unit: Unit, place: int) -> Bound | None:
    """will not move the guns | while soldiers remain: only where it is not so"""
    if unit.tag(place - 1) in ",.q" or opens(unit, place):
        return None
    found = bind_behind(unit, place, place + 1, "while")
    if found is None or not is_negative(unit, found.wants) or not has_finite(unit, found.needs):
        return None
    standing = is_present(unit, found.needs) or is_staying(unit, found.needs)
    return found._replace(unless=not is_negative(unit, found.needs)) if standing else None


def find_under(unit: Unit, place: int) -> Bound | None:
    """no soldier would leave | under fire"""
    if unit.low(place + 1) not in _UNDER:
        return None
    wants = side_before(unit, place)
    if wants is None or not (is_negative(unit, wants) and is_coming(unit, wants)):
        return None
    return Bound(place, "while", Range(place, place + 2), wants, unless=True)


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
    turned = _turned(unit, place, first, f"only {word}") if opens(unit, place) else None
    return turned or bind_behind(unit, place, first, f"only {word}")


def _turned(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """Only after the guns are gone | will they leave: the verb before its subject"""
    places = range(first + 1, len(unit.tags) - 1)
    at = next((at for at in places if unit.tags[at] in "AM" and unit.tags[at + 1] in "DPNO"), None)
    if (
        at is None
        or unit.tags[at - 1] in "DPNO"
        and unit.tags[at] == "A"
        and not has_finite(unit, Range(first, at))
    ):
        return None
    wants = side_from(unit, at)
    return Bound(place, connective, Range(first, at), wants) if wants else None


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
    if has(unit, found.wants, _MUST) and has_finite(unit, found.needs):
        return found._replace(needs=found.wants, wants=found.needs)
    return None


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


def find_after(unit: Unit, place: int) -> Bound | None:
    """the locks will open | after the crews have come home"""
    if unit.low(place - 1) in ("only", "soon", "shortly", "day", "days", "hours", "weeks"):
        return None
    found = bind_behind(unit, place, place + 1, "after") if not opens(unit, place) else None
    if found is None or not has_finite(unit, found.needs) or not has(unit, found.wants, _BECOMES):
        return None
    perfect = has(unit, found.needs, frozenset(("has", "have", "is", "are")))
    return found if perfect else None


def find_provided(unit: Unit, place: int) -> Bound | None:
    """provided (that); on condition that; on the understanding that"""
    low = unit.low(place)
    if low in ("condition", "understanding"):
        opening = place - 1 - (unit.low(place - 1) == "the")
        if unit.low(opening) != "on" or unit.low(place + 1) != "that":
            return None
        return bind_behind(unit, opening, place + 2, "on condition that")
    that = unit.low(place + 1) == "that"
    if not (that or unit.tag(place - 1) == ",") or unit.tag(place + 1 + that) not in "DPNO0Z":
        return None
    return _either(unit, place, place + 1 + that, "provided")


def find_exchange(unit: Unit, place: int) -> Bound | None:
    """would leave | in exchange for, in return for"""
    if unit.low(place - 1) != "in" or unit.low(place + 1) != "for":
        return None
    return bind_behind(unit, place - 1, place + 2, f"in {unit.low(place)} for")


def find_less(unit: Unit, place: int) -> Bound | None:
    """will not give up the man | for anything less than a date"""
    if unit.low(place + 1) != "than" or unit.low(place - 1) not in ("anything", "nothing"):
        return None
    begin = place - 1 - (unit.low(place - 2) == "for")
    return bind_behind(unit, begin, place + 2, "for nothing less than")


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


def find_case(unit: Unit, place: int) -> Bound | None:
    """promised to put forward names | in that case"""
    if (unit.low(place - 2), unit.low(place - 1)) != ("in", "that"):
        return None
    wants = side_before(unit, place - 2)
    if wants is None or not is_coming(unit, wants):
        return None
    return Bound(place, "in that case", Range(place - 2, place + 1), wants)
