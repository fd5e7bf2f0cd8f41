"""Finds the words that bind what must come first to what waits for it, with both sides.

behind     wants | unless, until, without, only after, as long as, in exchange for | needs
before     Until, Unless, If, Only when | needs |, | wants
verbs      wants | depends on, hinges on, is contingent on, awaits, requires, must include | needs
           needs | must precede, is a precondition for, is required to | wants
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pactwatch.claims.contents import find_content_end
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.language.lexicon import word_set

_NEGATIVE = word_set("conditions.negative")
_WAITING = word_set("conditions.waiting")
_FAILING = word_set("conditions.failing")
_HINGING = word_set("conditions.hinging")
_MODALS = word_set("conditions.modals")
_NO_WAITING = word_set("conditions.no-waiting")
_PRECONDITIONS = word_set("conditions.preconditions")
_TIMES = word_set("subjects.weekdays") | word_set("contents.months") | word_set("subjects.time-nouns")


class Bound(NamedTuple):
    """``needs`` must be (with ``unless``: must not be), ``wants`` waits for it; ``place`` is the binding word."""

    place: int
    connective: str
    needs: Range
    wants: Range
    unless: bool = False


def find_bound(unit: Unit) -> Iterator[Bound]:
    """The conditions of a flat unit, by the kinds of binding word in this order."""
    for place, low in enumerate(unit.lows):
        finder = _FINDERS.get(low)
        found = finder(unit, place) if finder is not None else None
        if found is not None and _is_clause(unit, found.needs) and found.wants.last > found.wants.first:
            yield found


def _is_clause(unit: Unit, needs: Range) -> bool:
    """Not a mere time: until Friday, before noon, within 72 hours."""
    words = [unit.low(at) for at in range(*needs)]
    first = next((at for at in range(*needs) if unit.tags[at] not in "DRI"), needs.first)
    timed = (
        unit.tags[first] == "0" or unit.low(first) in _TIMES or words[:1] in (["then"], ["now"], ["further"])
    )
    return needs.last > needs.first and not (timed and needs.last - needs.first < 6)


def _behind(unit: Unit, place: int, first: int, connective: str, unless: bool = False) -> Bound | None:
    """wants | connective | needs"""
    if first >= len(unit.tags) or unit.tag(first) in ".;:,)":
        return None
    needs = Range(first, find_content_end(unit, first, first, False, []))
    begin = _clause_before(unit, place)
    if needs.last <= needs.first or begin >= place:
        return None
    return Bound(place, connective, needs, Range(begin, place), unless)


def _clause_before(unit: Unit, place: int) -> int:
    """Where the clause that ends at a place begins: behind a reporting "that" or "said", marks and quotes."""
    at = place - (unit.tag(place - 1) in ",q")
    while at > 0:
        tag, low = unit.tags[at - 1], unit.low(at - 1)
        if tag in ".;:" or (tag == "S" and low in ("that", "while", "as", "because", "but")) or tag == "q":
            return at
        if tag == "," and unit.tag(at) in "CSWG":
            return at + (unit.tag(at) == "C")
        if tag in "VE" and low in _SAYING and unit.tag(at) in "DPNO0":
            return at
        at -= 1
    return at


_SAYING = word_set("conditions.saying")


def _ahead(unit: Unit, place: int, first: int, connective: str) -> Bound | None:
    """connective | needs |, | wants"""
    comma = next(
        (at for at in range(first + 2, len(unit.tags)) if unit.tags[at] == "," and _starts(unit, at + 1)), 0
    )
    if not comma:
        return None
    wants = Range(comma + 1, find_content_end(unit, comma + 1, comma + 1, False, []))
    return Bound(place, connective, Range(first, comma), wants) if wants.last > wants.first else None


def _starts(unit: Unit, place: int) -> bool:
    """Whether a clause with a subject begins at a place."""
    if unit.low(place) in ("then", "and", "or", "but"):
        return unit.low(place) == "then"
    if unit.tag(place) in "qQB":
        return True
    at = place
    while at < len(unit.tags) and unit.tags[at] in "DPN0ZORICEGq":
        at += 1
        if unit.tag(at) in "VAMB":
            return True
    return False


def _opens(unit: Unit, place: int) -> bool:
    """Whether a word opens its clause: at the start, behind "that", a mark or a quotation."""
    return (
        place == 0
        or unit.tag(place - 1) in "q.;:-,"
        or unit.low(place - 1) in ("that", "and", "but", "said", "says")
    )


def _has(unit: Unit, stretch: Range, words: frozenset[str]) -> bool:
    return any(unit.low(at) in words or unit.low(at).endswith("n't") for at in range(*stretch))


def _until(unit: Unit, place: int) -> Bound | None:
    """will not open | until; refuses to leave | until; stays shut | until"""
    connective = unit.low(place)
    if unit.low(place - 1) in ("up", "from") or unit.tag(place + 1) == "0":
        return None
    if _opens(unit, place) and (found := _ahead(unit, place, place + 1, connective)):
        return found
    found = _behind(unit, place, place + 1, "until" if connective == "till" else connective)
    if found is None:
        return None
    waits = _has(unit, found.wants, _NEGATIVE) or _has(unit, found.wants, _WAITING)
    return found if waits or _has(unit, found.wants, _MODALS) else None


def _unless(unit: Unit, place: int) -> Bound | None:
    ahead = _ahead(unit, place, place + 1, "unless") if _opens(unit, place) else None
    return ahead or _behind(unit, place, place + 1, "unless")


def _without(unit: Unit, place: int) -> Bound | None:
    """none of this would succeed | without; there can be no peace | without; Without X, nothing will"""
    ahead = _ahead(unit, place, place + 1, "without") if _opens(unit, place) else None
    found = ahead or _behind(unit, place, place + 1, "without")
    if found is None or not _has(unit, found.wants, _NEGATIVE | _FAILING):
        return None
    return found


def _if(unit: Unit, place: int) -> Bound | None:
    """If X, Y will; Y will ... if X; Y would collapse if X keeps"""
    only = unit.low(place - 1) == "only" or unit.low(place + 1) == "only"
    if unit.low(place - 1) in (
        "as",
        "even",
        "whether",
        "asked",
        "unclear",
        "sure",
        "see",
        "wonder",
        "ask",
        "asks",
    ):
        return None
    if unit.low(place + 1) in (
        "not",
        "so",
        "necessary",
        "possible",
        "needed",
        "anything",
        "any",
        "it's",
        "confirmed",
    ):
        return None
    found = _ahead(unit, place, place + 1, "if") if _opens(unit, place - only) else None
    found = found or _behind(unit, place - only, place + 1, "if")
    if found is None:
        return None
    will = any(unit.tags[at] == "M" for at in range(*found.wants)) or _has(
        unit, found.wants, _FAILING | _NEGATIVE
    )
    if not (will or only):
        return None
    failing = _has(unit, found.wants, _FAILING) or (
        _has(unit, found.wants, _NEGATIVE) and not _has(unit, found.needs, _NEGATIVE) and not only
    )
    negated = _has(unit, found.needs, _NEGATIVE)
    connective = "only if" if only else "if"
    return found._replace(connective=connective, unless=failing and not negated)


def _inverted(unit: Unit, place: int) -> Bound | None:
    """Should the last of them be declared fit, he is to be driven home; Had it ..."""
    if not (place == 0 or unit.tag(place - 1) in ".q") or unit.tag(place + 1) not in "DPON":
        return None
    return _ahead(unit, place, place + 1, "if")


def _once(unit: Unit, place: int) -> Bound | None:
    """Once the crews are home, the locks will open; will open the locks | once"""
    if unit.tag(place + 1) not in "DPNO0":
        return None
    found = _ahead(unit, place, place + 1, "once") if _opens(unit, place) else None
    found = found or _behind(unit, place, place + 1, "once")
    coming = found and any(unit.tags[at] == "M" or unit.low(at) == "to" for at in range(*found.wants))
    return found if coming else None


def _only(unit: Unit, place: int) -> Bound | None:
    """will leave | only after the guns are gone; only when, only once; not before"""
    word = unit.low(place + 1)
    if word not in ("after", "when", "once", "with", "by", "in"):
        return None
    if (
        word in ("with", "by", "in")
        and unit.tag(place + 2) != "G"
        and unit.low(place + 2) not in ("exchange", "return")
    ):
        return None
    first = place + 2 + (unit.low(place + 2) in ("exchange", "return")) * 2
    if _opens(unit, place):
        at = next(
            (
                at
                for at in range(first, len(unit.tags))
                if unit.tags[at] in "AM" and unit.tag(at + 1) in "DPNO"
            ),
            0,
        )
        if at:
            last = find_content_end(unit, at, at, False, [])
            return Bound(place, f"only {word}", Range(first, at), Range(at, last)) if at > first else None
    return _behind(unit, place, first, f"only {word}")


def _before(unit: Unit, place: int) -> Bound | None:
    """there will be no talks | before; must be home | before the locks open (needs stands first)"""
    if _opens(unit, place) and unit.tag(place + 1) in "DPNG":
        ahead = _ahead(unit, place, place + 1, "before")
        if ahead is not None and _has(unit, ahead.wants, word_set("necessities.must")):
            return ahead._replace(needs=ahead.wants, wants=ahead.needs)
        return None
    found = _behind(unit, place, place + 1, "before")
    if found is None:
        return None
    if _has(unit, found.wants, word_set("necessities.must") | frozenset(("need", "needs"))):
        return Bound(place, "before", found.wants, found.needs)
    coming = any(unit.tags[at] == "M" for at in range(*found.wants)) or _has(
        unit, found.wants, frozenset(("refused", "refuses", "declined"))
    )
    return found if coming and _has(unit, found.wants, _NEGATIVE | _WAITING) else None


def _long_as(unit: Unit, place: int) -> Bound | None:
    """stays on the island | as long as; so long as"""
    if unit.low(place - 1) not in ("as", "so") or unit.low(place + 1) != "as":
        return None
    found = _ahead(unit, place - 1, place + 2, "as long as") if _opens(unit, place - 1) else None
    return found or _behind(unit, place - 1, place + 2, "as long as")


def _provided(unit: Unit, place: int) -> Bound | None:
    """provided (that); on condition that; on the understanding that"""
    low = unit.low(place)
    if low in ("condition", "understanding"):
        opening = place - 1 - (unit.low(place - 1) == "the")
        if unit.low(opening) != "on" or unit.low(place + 1) not in ("that", "of"):
            return None
        if unit.low(place + 2) == "anonymity":
            return None
        return _behind(unit, opening, place + 2, "on condition that")
    first = place + 1 + (unit.low(place + 1) == "that")
    conditional = unit.low(place + 1) == "that" or unit.tag(place - 1) == ","
    return _behind(unit, place, first, "provided") if conditional and unit.tag(first) in "DPNO" else None


def _exchange(unit: Unit, place: int) -> Bound | None:
    """would leave | in exchange for, in return for"""
    if unit.low(place - 1) != "in" or unit.low(place + 1) != "for":
        return None
    return _behind(unit, place - 1, place + 2, f"in {unit.low(place)} for")


def _hinge(unit: Unit, place: int) -> Bound | None:
    """depends on; hinges on; is contingent on; made it conditional on; tied the withdrawal to"""
    low = unit.low(place)
    at = place + 1
    while unit.tag(at) == "R":
        at += 1
    object_ = None
    if low in (
        "tie",
        "ties",
        "tied",
        "tying",
        "link",
        "links",
        "linked",
        "linking",
        "connected",
        "conditioned",
        "conditions",
    ):
        to = next(
            (
                p
                for p in range(place + 1, min(len(unit.tags), place + 12))
                if unit.low(p) in ("to", "on") and unit.tag(p) in "TI"
            ),
            0,
        )
        if not to:
            return None
        if to > place + 1:
            object_ = Range(place + 1, to)
        at = to
    elif unit.low(at) not in ("on", "upon", "to") or (low == "subject" and unit.low(at) != "to"):
        return None
    needs = Range(at + 1, find_content_end(unit, at + 1, at + 1, True, []))
    wants = (
        object_
        or _made(unit, place)
        or find_subject_before(unit, start_of_group(unit, _copula_before(unit, place)))
    )
    if wants is None or unit.tags[wants.first] == "W" or needs.last <= needs.first:
        return None
    if _has(unit, wants, _NO_WAITING):
        return None
    if (
        object_ is None
        and unit.tags[wants.first] == "O"
        and wants.last - wants.first == 1
        and low in ("tied", "linked")
    ):
        return None
    return Bound(place, "depends on", needs, wants)


def _copula_before(unit: Unit, place: int) -> int:
    return place - 1 if unit.tag(place) not in "VEG" and unit.tag(place - 1) in "AR" else place


def _made(unit: Unit, place: int) -> Range | None:
    """made | any talks | conditional on"""
    made = next(
        (
            at
            for at in range(place - 1, max(-1, place - 14), -1)
            if unit.low(at) in ("made", "make", "makes", "making")
        ),
        None,
    )
    return Range(made + 1, place) if made is not None and made + 1 < place else None


def _await(unit: Unit, place: int) -> Bound | None:
    """any arrangement | is awaiting | a meeting; is waiting for; pending"""
    low = unit.low(place)
    if low.startswith("wait") and unit.low(place + 1) != "for":
        return None
    first = place + 1 + low.startswith("wait")
    needs = Range(first, find_content_end(unit, first, first, True, []))
    if low == "pending":
        return _behind(unit, place, first, "pending") if unit.tag(place - 1) in "NPE," else None
    wants = find_subject_before(unit, start_of_group(unit, place))
    if wants is None or unit.tags[wants.first] == "W" or needs.last <= needs.first:
        return None
    return Bound(place, "awaits", needs, wants)


def _require(unit: Unit, place: int) -> Bound | None:
    """the second round requires | monitors; monitors | would be required to | uphold it"""
    low = unit.low(place)
    passive = low == "required" and any(
        unit.low(at) in ("be", "is", "are", "was", "were") for at in range(place - 3, place)
    )
    if passive:
        needs = find_subject_before(unit, start_of_group(unit, place))
        if (
            unit.low(place + 1) not in ("to", "for", "before")
            or needs is None
            or unit.tags[needs.first] in "WO"
        ):
            return None
        if "P" in unit.tags[needs.first : needs.last] and unit.low(place + 1) == "to":
            return None
        wants = Range(place + 2, find_content_end(unit, place + 2, place + 2, False, []))
        return Bound(place, "required for", needs, wants) if wants.last > wants.first else None
    return None


def _include(unit: Unit, place: int) -> Bound | None:
    """any timetable must include | the garrison"""
    if unit.low(place - 1) not in ("must", "should") or unit.tag(place + 1) not in "DPN0ZG":
        return None
    wants = find_subject_before(unit, start_of_group(unit, place))
    needs = Range(place + 1, find_content_end(unit, place + 1, place + 1, True, []))
    return (
        Bound(place, "must include", needs, wants) if wants is not None and needs.last > needs.first else None
    )


def _first(unit: Unit, place: int) -> Bound | None:
    """the talks must first | address the shelling; the guns must go first"""
    modal = next(
        (at for at in range(place - 1, max(-1, place - 3), -1) if unit.low(at) in ("must", "should")), None
    )
    if modal is not None:
        wants = find_subject_before(unit, start_of_group(unit, modal))
        needs = Range(place + 1, find_content_end(unit, place + 1, place + 1, False, []))
        if wants is not None and needs.last > needs.first and unit.tag(place + 1) in "VAN":
            return Bound(place, "first", needs, wants)
    if unit.tag(place + 1) in ".,q" and not _opens(unit, place):
        begin = clause_start(unit, place)
        if any(unit.low(at) in ("must", "should") for at in range(begin, place)):
            subject = Range(begin, place)
            return Bound(place, "first", subject, subject)
    return None


def _precondition(unit: Unit, place: int) -> Bound | None:
    """the return of the crews | is a precondition for | talks; made the return a condition for talks"""
    if unit.low(place + 1) not in ("for", "of", "to"):
        return None
    copula = next((at for at in range(place - 1, max(-1, place - 5), -1) if unit.tags[at] == "A"), None)
    needs = (
        find_subject_before(unit, start_of_group(unit, copula)) if copula is not None else _made(unit, place)
    )
    wants = Range(place + 2, find_content_end(unit, place + 2, place + 2, True, []))
    if needs is None or unit.tags[needs.first] in "OW" or wants.last <= wants.first:
        return None
    return Bound(place, "precondition", needs, wants)


def _precede(unit: Unit, place: int) -> Bound | None:
    """the return of the crews | must precede | any talks"""
    needs = find_subject_before(unit, start_of_group(unit, place))
    wants = Range(place + 1, find_content_end(unit, place + 1, place + 1, True, []))
    modal = any(unit.tags[at] == "M" for at in range(start_of_group(unit, place), place))
    if not modal or needs is None or wants.last <= wants.first:
        return None
    return Bound(place, "precedes", needs, wants)


_FINDERS: dict[str, Callable[[Unit, int], Bound | None]] = {
    "unless": _unless, "until": _until, "till": _until, "without": _without, "if": _if, "once": _once,
    "only": _only, "before": _before, "long": _long_as, "provided": _provided, "providing": _provided,
    "condition": _provided, "understanding": _provided, "exchange": _exchange, "return": _exchange,
    "await": _await, "awaits": _await, "awaited": _await, "awaiting": _await, "wait": _await, "waits": _await,
    "waited": _await, "waiting": _await, "pending": _await, "required": _require, "include": _include,
    "first": _first, "precede": _precede, "should": _inverted, "had": _inverted,
} | dict.fromkeys(_HINGING, _hinge) | dict.fromkeys(_PRECONDITIONS, _precondition)  # fmt: skip
