"""The things that a number counts, as a range of tokens: behind the number, beside it, or behind "of".

395 [Palestinians] | three of its [soldiers] | two [members of his escort] | raids stood at 49
41 % of the [lorries] | sales fell 41 %
"""

from functools import cache

from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import is_bare_past, verb_forms, word_set

Group = tuple[int, int]
_NO_GROUP = word_set("groups.no-group")
_PLURAL_WITHOUT_S = word_set("groups.plural-without-s")
_DAYS = word_set("groups.days")
_CONTAINERS = word_set("groups.containers")
_BEFORE_NOUN = word_set("groups.before-noun")
_WITH_OF_NUMBER = word_set("groups.with-of-number")
_TOLLS = word_set("effects.toll")
_COMPARING = word_set("shares.comparing")
_CHANGES = word_set("shares.changes")
_LONGEST_CONTENT = 6
_LONGEST_BRACKET = 9
_MODEL_DIGITS = 3


@cache
def _counted() -> frozenset[str]:
    nouns = word_set("counted")
    plurals = {noun + "s" for noun in nouns} | {
        noun + "es" for noun in nouns if noun.endswith(("ch", "sh", "x"))
    }
    return nouns | plurals | {noun[:-1] + "ies" for noun in nouns if noun.endswith("y")}


def is_counted_noun(low: str) -> bool:
    """Whether a number of these is a figure by itself."""
    return low.removesuffix("'s") in _counted()


def is_plural(low: str) -> bool:
    """Whether a noun can stand behind a number above one: plurals and collectives."""
    regular = low.endswith("s") and not low.endswith(("ss", "us", "'s", "is"))
    return regular or low in _PLURAL_WITHOUT_S or low.endswith(("men", "women", "folk", "children"))


def find_group_behind(unit: Unit, place: int, loose: bool = False) -> Group | None:
    """The noun phrase behind a number: [of its] soldiers, living and dead captives, Palestinians"""
    first = _start(unit, place, loose)
    if first is None:
        return None
    last = first
    while last < len(unit.tags) and _in_group(unit, last, first):
        last = _skip_bracket(unit, last + 1)
    while last > first and (unit.tags[last - 1] in "CEGZR" or unit.low(last - 1) in _NO_GROUP | _DAYS):
        last -= 1
    return (first, last) if last > first else None


def _skip_bracket(unit: Unit, place: int) -> int:
    """six UN [the world's body] | monitors: behind words in brackets that a name has behind it"""
    if unit.tag(place) != "(" or unit.tag(place - 1) not in "PN" or not unit.tokens[place - 1].text.isupper():
        return place
    closing = unit.tags.find(")", place, place + _LONGEST_BRACKET)
    return closing + 1 if closing > 0 and unit.tag(closing + 1) in "NP" else place


def _skip_note(unit: Unit, place: int) -> int:
    """seven [as heard] | others: behind an editor's note"""
    if place >= len(unit.tokens) or unit.tokens[place].text != "[":
        return place
    closing = unit.tags.find(")", place, place + _LONGEST_BRACKET)
    return closing + 1 if closing > 0 else place


def _start(unit: Unit, place: int, loose: bool) -> int | None:
    """Where the noun phrase begins: behind "more", behind "of its"; None behind "of them"."""
    first = _skip_note(unit, place)
    while unit.low(first) in _BEFORE_NOUN and unit.tag(first + 1) in "NPEG":
        first += 1
    if unit.low(first) != "of":
        return first
    if unit.tag(first + 1) in "DZ":
        return first + 2
    return first + 1 if loose else None if unit.tag(first + 1) == "O" else first


def _in_group(unit: Unit, place: int, first: int) -> bool:
    tag = unit.tags[place]
    if tag == "0":
        return place > first and _is_model(unit, place)
    if tag in "NP":
        return not (place > first and unit.tags[place - 1] in "NP" and _ends_group(unit, place))
    if is_bare_past(unit.low(place)):
        return False
    if tag in "EGZ":
        joined = place == first or unit.tags[place - 1] in "CEZ" or _is_part_of_name(unit, place)
        return unit.tag(place + 1) in "NP" and joined
    if tag == "C":
        others = unit.low(place + 1) in ("other", "others", "more", "several", "dozens")
        adjectives = unit.tag(place + 1) in "NEG" and unit.tag(place + 2) in "NP"
        return place > first and adjectives and not others and not is_plural(unit.low(place - 1))
    return tag in "Rq" and unit.tag(place + 1) in "NPE" and place == first


def _is_model(unit: Unit, place: int) -> bool:
    """60 Weir [400] Runner barges"""
    named = unit.tags[place - 1] == "P" and unit.tag(place + 1) in "NP"
    return named and unit.tokens[place].text.isdigit() and len(unit.tokens[place].text) == _MODEL_DIGITS


def _is_part_of_name(unit: Unit, place: int) -> bool:
    """ISIL [held] buildings, Ondrian [grazing] rights, and not: strikes [using] aircraft"""
    before = unit.tags[place - 1]
    joins = before in "NP" and not is_plural(unit.low(place - 1))
    return joins and (unit.tags[place] == "E" or (unit.tags[place] == "G" and before == "P"))


def _ends_group(unit: Unit, place: int) -> bool:
    """A noun that stands behind a counted noun begins something else: people dead, soldiers Friday; so does
    a name behind a plural (territory Ondria holds) and a plain verb: 12 pilots wait"""
    before, here = unit.low(place - 1), unit.low(place)
    if unit.tags[place - 1] == "N" and _begins_clause(unit, place):
        return True
    counted = is_counted_noun(before) and is_plural(before) and not _is_compound_plural(here)
    return counted and not is_counted_noun(here) and here != "members"


def _is_compound_plural(low: str) -> bool:
    """weapons | caches"""
    return is_plural(low) and low.endswith("s") and low not in _DAYS


def _begins_clause(unit: Unit, place: int) -> bool:
    plural = is_plural(unit.low(place - 1))
    if plural and unit.low(place) in ("next", "last"):
        return True
    if unit.tags[place] == "P":
        last = place
        while unit.tag(last) == "P":
            last += 1
        return unit.tag(last) in "VAMSE" if last < len(unit.tags) else False
    form = verb_forms().get(unit.low(place))
    is_plain = form is not None and form[0] == "v" and not unit.low(place).endswith("s")
    return plural and is_plain and unit.tag(place + 1) in ".,;DR"


def extend_group(unit: Unit, group: Group) -> Group:
    """With what a container holds: members [of his escort], reports [of shooting], tonnes [of wheat]"""
    last = group[1]
    if unit.low(last) != "of" or unit.low(last - 1) not in _CONTAINERS:
        return group
    end = last + 1
    while end < last + _LONGEST_CONTENT and (unit.tag(end) in "DZNPGq" or _is_adjective_in(unit, end)):
        if end > last + 1 and unit.low(end) in ("a", "an", "each", "every"):
            break
        end += 1
    return (group[0], end) if unit.tag(end - 1) in "NPG" else group


def _is_adjective_in(unit: Unit, place: int) -> bool:
    """bodies of | alleged | peasants"""
    return unit.tag(place) == "E" and unit.tag(place + 1) in "NP"


def find_group_beside(unit: Unit, first: int, last: int) -> Group | None:
    """What is counted where it stands apart: 88 were shootings; raids at 49; bringing to 8 the number of
    students"""
    if unit.low(last) == "the" and unit.low(last + 1) in _TOLLS and unit.low(last + 2) == "of":
        return find_group_behind(unit, last + 3)
    verb = last + 3 if unit.low(last) == "of" and unit.low(last + 1) == "the" else last
    noun = unit.low(verb + 1)
    if unit.low(verb) in ("were", "was", "are") and is_counted_noun(noun) and noun not in _NO_GROUP:
        return verb + 1, verb + 2
    if unit.low(first - 1) == "of" and unit.low(first - 2) in _WITH_OF_NUMBER and unit.tag(last) not in "NP":
        return first - 2, first - 1
    if unit.low(first - 1) not in ("at", "for", "to", "reached", ":", "as"):
        return None
    for place in range(first - 2, max(-1, first - 9), -1):
        if unit.tags[place] in ".;,0C":
            return None
        if is_counted_noun(unit.low(place)) and unit.tags[place] in "NPG":
            return None if "toll" in unit.lows[max(0, place - 4) : place + 2] else (place, place + 1)
    return None


def find_group_of_share(unit: Unit, last: int) -> Group | None:
    """What a share is of: 41 % [of the] lorries; a 25 % share; a 29 % decline in sales; sales fell 41 %"""
    if unit.low(last) == "of":
        start = last + 1
        while unit.tag(start) in "DZ0" or unit.low(start) in ("all", "its", "their"):
            start += 1
        return find_group_behind(unit, start)
    if unit.low(last) in _COMPARING:
        more = unit.low(last) in ("more", "less", "fewer") and unit.tag(last + 1) in "NP"
        return find_group_behind(unit, last + 1) if more else None
    behind = find_group_behind(unit, last)
    if behind is not None and _is_change_in(unit, behind[1]):
        inner = behind[1] + 1 + (unit.tag(behind[1] + 1) in "DZ")
        return find_group_behind(unit, inner) or behind
    return behind


def _is_change_in(unit: Unit, place: int) -> bool:
    """a 29 % decline in | sales; a 20 % stake in | the yard; and not: 48 % support in Pell"""
    leads_on = unit.low(place) in ("in", "of", "to") and unit.tag(place + 1) in "NPDZ"
    return leads_on and unit.low(place - 1) in _CHANGES
