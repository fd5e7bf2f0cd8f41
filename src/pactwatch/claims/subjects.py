"""Finds who does it: the noun phrase before a verb, or behind it where the order is turned.

All functions take a unit and token places, and give a half-open range of places or None.

    [Quellin , a mediator between Ondria and Calvenne ,] said
    “...” said [Geoffrey Cowan , a longtime activist]
"""

from typing import NamedTuple

import regex

from pactwatch.claims.sheet import Unit
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.lexicon import verb_forms, word_set

_PHRASE = frozenset("PN0ZDOI(q)CEGQ&W")
_ENDS_PHRASE = frozenset("PN0Q)qOZ")
_BINDING = word_set("subjects.binding")
_PEOPLE = ("nobody", "everybody", "somebody", "everyone", "someone", "anyone")
_CONTACT = ("i", "we", "he", "she", "they")
_ALONE = word_set("subjects.alone")
_REDUCED = regex.compile(r"(?:^|[DN])E[NPI]")
_NOMINAL = regex.compile(r"[PNDO0QZ]")
_ANY_VERB = regex.compile(r"[VAMBE]")
_FINITE = regex.compile(r"[VAMB]")
_TIME_NOUNS = word_set("subjects.time-nouns")
_WEEKDAYS = word_set("subjects.weekdays")
_MONTHS = word_set("contents.months")
_NO_SUBJECT = _WEEKDAYS | _TIME_NOUNS
_DATES = _NO_SUBJECT | _MONTHS


class Range(NamedTuple):
    """Token places ``first`` to ``last`` (excluded)."""

    first: int
    last: int


def clause_start(unit: Unit, place: int) -> int:
    """The first place of the clause that holds ``place``, by marks and subordinators."""
    while place > 0 and unit.tags[place - 1] not in ".;:-SW(Q":
        place -= 1
        if unit.tags[place] == ")" and (opening := unit.tags.rfind("(", 0, place)) > 0:
            place = opening
    return place


def find_subject_before(unit: Unit, verb: int) -> Range | None:
    """The subject that ends right before the verb group beginning at ``verb``."""
    if verb <= 0:
        return None
    verb = skip_time_before(unit, verb)
    if unit.tags[verb - 1] == "q" and unit.tag(verb - 2) in "PN":
        verb -= 1
    if unit.low(verb - 1).endswith(("self", "selves")) and unit.tag(verb - 2) in "PN)":
        verb -= 1
    if unit.tags[verb - 1] == "W":
        return Range(verb - 1, verb)
    if unit.tags[verb - 1] == ")":
        opening = unit.tags.rfind("(", 0, verb - 1)
        head = find_subject_before(unit, opening) if opening > 0 and verb - opening <= 8 else None
        return Range(head.first, verb) if head else None
    if unit.tags[verb - 1] == "-":
        return _across_dashes(unit, verb - 1)
    beside = _across_relative(unit, verb - 1)
    whole = beside or _whole_clause(unit, verb)
    if whole is not None:
        return whole
    if unit.tags[verb - 1] == ",":
        return _across_comma(unit, verb - 1)
    return _phrase_before(unit, verb) or _behind_relative(unit, verb)


def _behind_relative(unit: Unit, verb: int) -> Range | None:
    """[A pilot who asked not to be named] said"""
    relative = _relative_left(unit, verb)
    return _with_relative(unit, relative, verb) if relative is not None else None


def skip_time_before(unit: Unit, verb: int) -> int:
    """The council | on Friday | rejected; who | in 2010 | said; the court | this month | ruled"""
    at = verb - 1
    while at > 0 and (unit.low(at) in _DATES or unit.tags[at] == "0"):
        at -= 1
    dated = (0 < at < verb - 1 and unit.tags[at + 1 : verb] != "0") or unit.low(at + 1)[:2] in ("19", "20")
    opens = unit.low(at) in ("on", "in", "this", "last", "late", "early") and unit.tags[at - 1] in "PN)WC"
    return at if dated and opens else verb


def _whole_clause(unit: Unit, verb: int) -> Range | None:
    """Everything from the clause's start, where it is one noun phrase with its appositions."""
    first = _behind_opening(unit, clause_start(unit, verb), verb)
    if (dated := unit.tags.rfind("0PD", first, verb)) >= 0:
        first = dated + 2
    stretch = unit.tags[first:verb]
    if (
        not stretch
        or stretch[0] not in "PNDZ0"
        or _FINITE.search(stretch)
        or "R" in stretch
        or "G" in stretch
    ):
        return None
    if "E" in stretch and ("," in stretch or not _REDUCED.search(stretch)):
        return None
    if unit.low(first - 1) == "that" and unit.tag(first - 2) in "NP" and unit.low(first) in verb_forms():
        return None
    if "O" in stretch[1:] or _is_time(unit, first) or _opens_clause(unit, first, verb):
        return None
    last = verb - 1 if unit.tags[verb - 1] == "," and stretch.count(",") == 1 else verb
    return Range(first, last) if last > first else None


def _behind_opening(unit: Unit, first: int, verb: int) -> int:
    """The place behind an opening phrase: On the fifth day, | X; As a part of the plan, | X"""
    while first < verb and unit.tags[first] in ",RC":
        first += 1
    subordinate = first > 0 and unit.tags[first - 1] == "S" and unit.low(first - 1) != "that"
    if unit.tag(first) != "I" and not subordinate:
        return first
    comma = unit.tags.find(",", first, verb - 1)
    opens = comma > 0 and unit.tags[comma + 1] in "DPON0Z" and not _FINITE.search(unit.tags[first:comma])
    return comma + 1 if opens else first


def _is_time(unit: Unit, first: int) -> bool:
    return unit.low(first) in _WEEKDAYS or unit.low(first + 1) in _TIME_NOUNS


def _opens_clause(unit: Unit, first: int, verb: int) -> bool:
    """A stretch of six commas or more, or of over 40 tokens, is a list of clauses and no subject."""
    return unit.tags[first:verb].count(",") > 5 or verb - first > 40


def _across_dashes(unit: Unit, closing: int) -> Range | None:
    """[Marr] - who met the mediators on Monday - has said"""
    opening = unit.tags.rfind("-", 0, closing)
    return _phrase_before(unit, opening) if 0 < opening < closing - 1 else None


def _across_relative(unit: Unit, comma: int) -> Range | None:
    """[Anna Dell, who served as the chief of the guard], told ..."""
    if unit.tags[comma] != ",":
        return None
    opening = unit.tags.rfind(",W", max(0, comma - 30), comma)
    if opening < 1 or set(".;:Q") & set(unit.tags[opening:comma]):
        return None
    head = _phrase_before(unit, opening)
    return Range(head.first, comma) if head is not None and unit.tags[head.first] != "W" else None


def _across_comma(unit: Unit, comma: int) -> Range | None:
    """NP , apposition or aside , verb"""
    opening = comma - 1
    while opening >= 0 and unit.tags[opening] != ",":
        if unit.tags[opening] in ".;:Q":
            return None
        opening -= 1
    if opening <= 0:
        return None
    if comma - opening == 2 and unit.tokens[opening + 1].text.endswith("."):
        return _across_comma(unit, opening)
    head = _phrase_before(unit, opening)
    if head is None and unit.tags[opening - 1] in "0N":
        head = _across_comma(unit, opening)
    if head is None:
        return None
    aside = unit.tags[opening + 1]
    return Range(head.first, comma) if aside in "DPNW0ZI" and aside != "I" else head


def _phrase_before(unit: Unit, end: int) -> Range | None:
    """The noun phrase that ends right before ``end``."""
    place = end
    while place > 0 and _goes_on(unit, place - 1, end):
        place -= 1
        tag = unit.tags[place]
        if tag == "D" and not _bound_left(unit, place):
            break
        if tag == "O" and unit.low(place - 1) != "of":
            break
    while place < end and unit.tags[place] in "CI,&":
        place += 1
    if unit.tag(end - 1) == "D" and unit.low(end - 1) in _ALONE:
        return Range(end - 1, end)
    if place == end or unit.tags[end - 1] not in _ENDS_PHRASE:
        return None
    place = _skip_time(unit, place, end)
    if end - place == 1 and unit.low(place) in _NO_SUBJECT:
        return None
    if not _NOMINAL.search(unit.tags, place, end) or _is_date(unit, place, end):
        return None
    if unit.low(place - 1) in ("that", "which", "who") and unit.tag(place - 2) in "NP":
        return Range(place, end) if unit.tags[place] == "O" else _with_relative(unit, place - 1, end)
    relative = _relative_left(unit, place)
    return _with_relative(unit, relative, end) if relative is not None else Range(place, end)


def _relative_left(unit: Unit, place: int) -> int | None:
    """An analyst | who | has followed [the river] thinks: the phrase is the clause's object"""
    verbs = 0
    for at in range(place - 1, max(0, place - 12), -1):
        tag, before = unit.tags[at], unit.tag(at - 1)
        if tag == "W" or (tag == "S" and unit.low(at) == "that" and before in "NP"):
            verbs += tag == "S" and unit.low(at + 1) in verb_forms()
            whole = verbs and unit.low(at) in ("who", "which", "that") and before in "NP)DO"
            return at if whole else None
        if tag == "O" and verbs and before == "N" and unit.low(at) in _CONTACT:
            return at
        if tag in ".,;:S-QC":
            return None
        verbs += tag in "VAMEB"
    return None


def _is_date(unit: Unit, first: int, last: int) -> bool:
    """29 September: a day and no speaker"""
    return all(unit.tags[at] == "0" or unit.low(at) in _MONTHS for at in range(first, last))


def _with_relative(unit: Unit, relative: int, end: int) -> Range:
    """[The mission that watches the truce] said: the clause belongs to the noun before it"""
    head = _phrase_before(unit, relative)
    if head is None and unit.tag(relative - 1) in "DO":
        head = Range(relative - 1, relative)
    return Range(head.first if head else relative + 1, end)


def _skip_time(unit: Unit, place: int, end: int) -> int:
    """Drops "Friday" and "Last week" where a longer phrase follows."""
    while end - place > 1 and unit.low(place) in _WEEKDAYS:
        place += 1
    if end - place > 2 and unit.low(place + 1) in _TIME_NOUNS and unit.low(place + 2) != "of":
        place += 2
    return place


def _bound_left(unit: Unit, place: int) -> bool:
    """Whether what stands left of a determiner binds the phrase to one before it."""
    before = unit.tag(place - 1)
    return (before == "I" and unit.low(place - 1) in _BINDING) or before == "D"


def _goes_on(unit: Unit, place: int, end: int) -> bool:
    tag = unit.tags[place]
    if tag not in _PHRASE or tag == "W":
        return False
    before = unit.tag(place - 1)
    if tag == "I":
        bare = unit.low(place - 1) in _ALONE or unit.low(place - 1) in _PEOPLE
        return unit.low(place) in _BINDING and place > 0 and (before in "PN0)qE" or bare)
    if tag == "C":
        return (
            before in "PN0)" and unit.tag(place + 1) in "PNDZ0" and place > 0 and not _verb_left(unit, place)
        )
    if tag in "EG":
        return unit.tag(place + 1) in "NPZ" and place + 1 < end and before in "DZ0,PN.I"
    return tag != "Q"


def _verb_left(unit: Unit, place: int) -> bool:
    first = clause_start(unit, place)
    return bool(_ANY_VERB.search(unit.tags, first, place))


def find_main_subject(unit: Unit, place: int) -> Range | None:
    """The subject of the main verb before ``place``: what a participle (", saying") goes with."""
    start = 0
    for verb in range(start, place):
        if unit.tags[verb] in "VAMEB" and may_be_main(unit, verb):
            found = find_subject_before(unit, start_of_verb(unit, verb))
            if found is not None:
                return found
    return None


def may_be_main(unit: Unit, verb: int) -> bool:
    """Whether a verb can be the main one: not inside "whose son vanished" or "that he left"."""
    first = clause_start(unit, verb)
    if first > 0 and unit.tags[first - 1] in "SW":
        return "," in unit.tags[first:verb]
    return True
