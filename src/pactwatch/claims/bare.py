"""Numbers without a noun of their own that count all the same, by what stands around them.

rate       the full 60 a day                    subject    Fourteen were sent home; six have left Pell
of them    four of its own; of whom 61 were     total      the count stands at 74; put it at 36 or more
label      grain, 188; All vessels: 412         left       leaving two in its custody; 28 to go
compared   22 names instead of 15; down from 84          told of    five, which carry grain
same verb  Marr got 18 votes, Dunn got seven             changed    from two a month to ten
"""

import regex

from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_TOTALS = word_set("bare.totals")
_LEFT = word_set("bare.left")
_FEWEST_HEDGED = 10
_LONGEST_LABEL = 8
_TOLD = (("it", "was"), ("that", "is"), ("that", "was"))
_TO_TOTAL = (
    "at",
    "to",
    "is",
    "was",
    "reached",
    "totals",
    "totalled",
    "of",
    "from",
    "hit",
    "topped",
    "exceeded",
)
_TOTAL_REACH = 20
_CHANGE_REACH = 9
_VERB_REACH = 24
_PEOPLED = word_set("bare.peopled")
_NOT_ACTING = word_set("bare.not-acting")
_COMPARED = (
    ("instead", "of"),
    ("rather", "than"),
    ("compared", "with"),
    ("compared", "to"),
    ("up", "from"),
    ("down", "from"),
)
_LABEL = regex.compile(r"[DNPIGECZ,]*[NP][,:]")


def find_bare_rule(unit: Unit, quantity: Quantity) -> str | None:
    """The rule by which a number without a noun is a figure; None where it is none."""
    return next((name for name, holds in _RULES if holds(unit, quantity)), None)


def _is_rate(unit: Unit, quantity: Quantity) -> bool:
    behind = quantity.number.last
    return unit.low(behind) in ("a", "per", "each") and unit.low(behind + 1) in (
        "day",
        "week",
        "month",
        "hour",
    )


def _is_subject(unit: Unit, quantity: Quantity) -> bool:
    if unit.low(quantity.first - 2) == "there" and unit.tag(quantity.first - 1) == "A":
        return unit.tag(quantity.last) in "I,.;"
    start = _behind_article(unit, quantity.first)
    before, behind = unit.tag(start - 1), unit.tag(quantity.last)
    if behind not in "AE" or unit.low(quantity.first - 1) == "the":
        return False
    return before in ".;CqS" or (before == "," and not unit.tokens[quantity.number.first].text.isdigit())


def _behind_article(unit: Unit, place: int) -> int:
    """an astonishing 40,570 were: where the phrase begins that ends in a number"""
    first = place
    while first > 0 and unit.tags[first - 1] in "NG":
        first -= 1
    return first - 1 if first < place and unit.low(first - 1) in ("a", "an") else place


def _is_crowd(unit: Unit, quantity: Quantity) -> bool:
    """millions in Ondria voted; a nation of 51 million: people, without a noun"""
    before, behind = quantity.first - 1, quantity.last
    if unit.low(before) == "of" and unit.low(before - 1) in _PEOPLED:
        return unit.tag(behind) in ",.;IC:"
    object_of = unit.tag(before) in "GEV" and unit.tag(behind) in "IT,."
    placed = object_of or unit.low(behind) in ("in", "across", "around", "at", "on")
    return (quantity.number.loose and placed) or unit.low(behind) in ("aboard", "onboard")


def _is_of_them(unit: Unit, quantity: Quantity) -> bool:
    behind = quantity.number.last
    if unit.low(quantity.first - 1) in ("which", "whom", "them") and unit.low(quantity.first - 2) == "of":
        return True
    own = unit.low(behind + 1) in ("its", "their", "his", "her") and unit.low(behind + 2) == "own"
    return unit.low(behind) == "of" and (unit.low(behind + 1) in ("them", "those", "these") or own)


def _is_total(unit: Unit, quantity: Quantity) -> bool:
    """the count stands at 74; the number is 48; bringing the total to 92; put it at 36"""
    before = quantity.first - 1
    if before == 1 and _is_told_so(unit, quantity):
        return True
    if unit.low(before) not in _TO_TOTAL:
        return False
    near = range(before - 1, max(-1, before - _TOTAL_REACH), -1)
    return any(unit.low(at) in _TOTALS and "." not in unit.tags[at:before] for at in near) or (
        any(unit.low(at) in ("put", "puts") and unit.low(at + 1) in ("it", "them") for at in near)
    )


def _is_told_so(unit: Unit, quantity: Quantity) -> bool:
    """It was 36. That is 36. It is 36, not 63."""
    told = (unit.low(0), unit.low(1))
    contrasted = told == ("it", "is") and unit.low(quantity.last + 1) == "not"
    dated = told == ("it", "was") and unit.low(quantity.last) == "on"
    return dated or (unit.tag(quantity.last) in ",.;" and (told in _TOLD or contrasted))


def is_label(unit: Unit, quantity: Quantity) -> bool:
    """A line of a list that ends in its number: grain, 188"""
    first, last = quantity.first, quantity.number.last
    ends = all(tag in ".;" for tag in unit.tags[last:])
    apart = unit.tokens[first - 1].end < unit.tokens[first].begin
    return ends and apart and 1 < first < _LONGEST_LABEL and _LABEL.fullmatch(unit.tags, 0, first) is not None


def _is_left(unit: Unit, quantity: Quantity) -> bool:
    behind = quantity.number.last
    to_go = (unit.low(behind), unit.low(behind + 1)) == ("to", "go")
    more = unit.low(behind) == "more" and (unit.tag(behind + 1) in ".,;" or unit.low(behind + 1) == "than")
    left = unit.low(quantity.first - 1) in _LEFT and unit.tag(behind) == "I"
    return to_go or more or left


def _is_compared(unit: Unit, quantity: Quantity) -> bool:
    """22 names instead of 15; 60 boats, down from 84; compared with last week's 12"""
    place = quantity.first - 1
    if unit.tag(place) == "Z" and _is_beside_owner(unit, place):
        return unit.tag(quantity.last) in ".,;IC"
    while unit.tag(place) in "ZDR" or unit.low(place) == "last":
        place -= 1
    return (unit.low(place - 1), unit.low(place)) in _COMPARED and unit.tag(quantity.last) in ".,;IC"


def _is_beside_owner(unit: Unit, place: int) -> bool:
    """won 81 votes to | Dunn’s | 17"""
    before = place - 1
    while unit.tag(before) in "PZ":
        before -= 1
    return unit.low(before) in ("to", "than", "with", "against") and "0" in unit.tags[:before]


def _is_hedged(unit: Unit, quantity: Quantity) -> bool:
    """dipped below nine million: a hedge says that the number measures something"""
    plain = unit.tag(quantity.first - 1) in "VEGI" and unit.tag(quantity.last) in ".,;IC"
    return quantity.hedge is not None and quantity.number.low >= _FEWEST_HEDGED and plain


def _is_changed(unit: Unit, quantity: Quantity) -> bool:
    """from two barges a month [to ten]: what the number became"""
    before, behind = quantity.first - 1, quantity.number.last
    if unit.low(before) != "to" or unit.tag(behind) not in ",.;IC":
        return False
    near = range(before - 2, max(-1, before - _CHANGE_REACH), -1)
    begins = next((at for at in near if unit.low(at) == "from" and unit.tag(at + 1) == "0"), before)
    return "N" in unit.tags[begins + 2 : before]


def _is_told_of(unit: Unit, quantity: Quantity) -> bool:
    """leases [five], which carry grain; [nine] who had waited"""
    before, behind = quantity.first - 1, quantity.number.last
    if unit.tag(before) in "NP" or unit.low(before) in ("only", "the"):
        return False
    return unit.tag(behind) == "W" or (unit.tag(behind) == "," and unit.low(behind + 1) == "which")


def _has_same_verb(unit: Unit, quantity: Quantity) -> bool:
    """Marr got 18 votes, Dunn [got seven]; the one holds 30 crates, the other [holds 40]"""
    verb, behind = quantity.first - 1, quantity.last
    if unit.tag(verb) not in "VEN" or unit.tag(behind) not in ",.;C" or unit.low(verb) in _NOT_ACTING:
        return False
    earlier = (at for at in range(verb - 2, max(-1, verb - _VERB_REACH), -1) if unit.tag(at + 1) == "0")
    return any(unit.low(at) == unit.low(verb) for at in earlier)


_RULES = (
    ("rate", _is_rate),
    ("subject", _is_subject),
    ("of them", _is_of_them),
    ("stated total", _is_total),
    ("label", is_label),
    ("what is left", _is_left),
    ("compared", _is_compared),
    ("hedged number", _is_hedged),
    ("crowd", _is_crowd),
    ("changed", _is_changed),
    ("told of", _is_told_of),
    ("same verb", _has_same_verb),
)
