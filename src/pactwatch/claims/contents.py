"""Finds what is said: where the content of a reporting verb begins and where it ends."""

from collections.abc import Sequence

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.language.cues import cue_forms
from pactwatch.language.lexicon import word_set

_TIME = word_set("contents.time")
_MONTHS = word_set("contents.months")
_COMMENTS = word_set("contents.comments")
_OCCASION_OPENERS = word_set("contents.occasion-openers")


def skip_adverbials(unit: Unit, place: int) -> int:
    """The first place behind a verb that is not time, occasion or aside.

    said | on Friday, during talks in Cairo, | that ...
    """
    while place < len(unit.tags):
        step = _skip_one(unit, place)
        if step == place:
            return place
        place = step
    return place


def skip_time(unit: Unit, place: int) -> int:
    """The first place behind words of time: hope | on Tuesday | for"""
    start = place + 1 if unit.low(place) == "on" and unit.low(place + 1) in _TIME else place
    while start < len(unit.tags) and unit.low(start) in _TIME:
        start += 1
    return start


def _skip_one(unit: Unit, place: int) -> int:
    tag, low = unit.tags[place], unit.low(place)
    if low == "in" and (terms := _behind_terms(unit, place)):
        return terms
    if (
        tag == "R"
        and low not in ("there", "here", "not")
        and not (low == "later" and unit.tag(place + 1) == "N")
    ):
        return place + 1
    if low in _TIME and tag != "D":
        return place + 1
    if low in ("last", "this", "next") and unit.low(place + 1) in _TIME:
        return place + 2
    if tag == "I" or low in _OCCASION_OPENERS:
        return _skip_occasion(unit, place)
    if tag == "," and place + 1 < len(unit.tags):
        return _skip_aside(unit, place)
    return place


def _skip_occasion(unit: Unit, place: int) -> int:
    """Skips a prepositional phrase of time or occasion; leaves one that begins the content."""
    end = place + 1
    while end < len(unit.tags) and unit.tags[end] in "DPN0ZICE(q)":
        if unit.tags[end] in "DO" and end > place + 1 and unit.tags[end - 1] not in "IDC":
            break
        end += 1
    words = {unit.low(at) for at in range(place, end)}
    if unit.tag(end) in "S:,.Q" or end >= len(unit.tags):
        settled = unit.low(end) == "that" or unit.tag(end) in ":.Q" or end >= len(unit.tags)
        if settled or words & (word_set("occasions") | _TIME | _MONTHS):
            return end
        return end if unit.tag(end) == "," and unit.low(end + 1) in ("that", "the") else place
    if (words & (_TIME | _MONTHS) and end - place <= 5) or words & word_set("occasions"):
        return end
    return place


def _skip_aside(unit: Unit, comma: int) -> int:
    """Skips ", however," and ", during talks with X in Y," before the content."""
    low, tag = unit.low(comma + 1), unit.tag(comma + 1)
    if low == "for" and unit.low(comma + 2) in ("example", "instance") and unit.tag(comma + 3) == ",":
        return comma + 4
    if low in ("citing", "quoting"):
        return _skip_citing(unit, comma)
    if tag != "R" and low not in _OCCASION_OPENERS and low not in _TIME and not _is_date(unit, comma + 1):
        return comma
    closing = comma + 1
    while closing < len(unit.tags) and unit.tags[closing] != ",":
        if unit.tags[closing] in "VM.;:Q":
            return comma
        closing += 1
    return closing + 1 if closing < len(unit.tags) else comma


def _is_date(unit: Unit, place: int) -> bool:
    """said on Thursday, | 12 January | , that; on Monday, | June 3, 2031 | , that"""
    words = (unit.low(place), unit.low(place + 1))
    return any(word in _MONTHS for word in words) and "0" in (unit.tag(place), unit.tag(place + 1))


def _behind_terms(unit: Unit, place: int) -> int:
    """condemned | in the strongest possible terms | the shelling; pledged | in writing | not to"""
    if unit.low(place + 1) in ("writing", "principle", "public", "private"):
        return place + 2
    terms = next((at for at in range(place + 2, place + 6) if unit.low(at) == "terms"), 0)
    return terms + 1 if terms else 0


def _skip_citing(unit: Unit, comma: int) -> int:
    """reported |, citing two officials, | that ..."""
    closing = unit.tags.find(",", comma + 2, comma + 14)
    leads_on = closing > 0 and not set("VMQ") & set(unit.tags[comma:closing])
    return closing + 1 if leads_on and unit.low(closing + 1) == "that" else comma


def skip_addressee(unit: Unit, place: int) -> int:
    """The first place behind the one who is told: told | reporters in Washington | that"""
    if unit.tag(place) == "O":
        return place + 1
    start = place
    while place < len(unit.tags):
        tag = unit.tags[place]
        if tag in "EGW" and place > start and (that := _that_ahead(unit, place)):
            return that
        if tag not in "DPN0ZICEG(q)" or (tag == "D" and place > start and unit.tags[place - 1] not in "IDC"):
            break
        if tag in "EG" and unit.tag(place + 1) not in "NP":
            break
        if tag == "I" and _leads_to_adverbial(unit, place):
            break
        if unit.low(place) in _TIME and place > start:
            break
        if tag in "PNZ" and place > start and _new_clause(unit, place):
            break
        place += 1
    return place


def _that_ahead(unit: Unit, place: int) -> int:
    """told reporters | gathered at the gate | that: the place of "that", 0 where there is none"""
    for at in range(place + 1, min(len(unit.tags), place + 9)):
        if unit.low(at) == "that":
            return at
        if unit.tags[at] in ".,;:QVM":
            return 0
    return 0


def _leads_to_adverbial(unit: Unit, place: int) -> bool:
    if any(unit.low(at) in word_set("occasions") for at in range(place + 1, place + 3)):
        return unit.low(place) in ("in", "by")
    return unit.low(place) in ("on", "during", "after", "before", "via", "by") or unit.low(place + 1) in _TIME


def _new_clause(unit: Unit, place: int) -> bool:
    """Whether a noun phrase that begins here has a verb of its own: told CNN | talks were ..."""
    if unit.tags[place - 1] in "DIZCEG0" or (unit.tags[place] == unit.tags[place - 1]):
        return False
    end = place
    while end < len(unit.tags) and unit.tags[end] in "PNZ0I":
        end += 1
    return unit.tag(end) in "AMV"


def find_content_end(unit: Unit, first: int, settled: int, is_phrase: bool, starts: Sequence[int]) -> int:
    """The place behind the content that begins at ``first`` and reaches at least to ``settled``.
    ``is_phrase``: a noun phrase, which a joined clause ends; ``starts`` are the places where
    other attributions of the unit begin."""
    place = first
    depth = 0
    relative = unit.tag(first) in "MA"
    while place < len(unit.tags):
        tag = unit.tags[place]
        if relative and tag == "," and unit.tag(place + 1) in "VMAE":
            break
        depth += (tag == "(") - (tag == ")")
        if tag == "." and (place == len(unit.tags) - 1 or unit.tag(place + 1) in "PDOCISRN"):
            break
        if place > settled and tag in "VEA" and place in starts:
            break
        if depth <= 0 and place > settled and _ends_here(unit, place, first, starts):
            break
        if is_phrase and place > settled and tag == "," and _leads_away(unit, place + 1):
            break
        place += 1
    last = _trim_end(unit, first, place)
    return _without_occasion(unit, first, last) if is_phrase else last


def _without_occasion(unit: Unit, first: int, last: int) -> int:
    """called for calm | in a statement on Thursday: the occasion of saying at the end"""
    for at in range(last - 2, max(first, last - 8), -1):
        if unit.low(at) in ("in", "on", "at", "during") and unit.tags[at - 1] in "PNO":
            inside = {unit.low(place) for place in range(at + 1, last)}
            if inside <= _SAYING_AT and inside & (word_set("occasions") | _TIME):
                return _without_occasion(unit, first, at)
    return last


def _leads_away(unit: Unit, place: int) -> bool:
    """Whether another clause stands behind a phrase: citing two officials, | that ..."""
    return unit.low(place) == "that" or _clause_joined(unit, place)


_SAYING_AT = word_set("occasions") | _TIME | word_set("contents.before-occasion")


def _clause_joined(unit: Unit, place: int) -> bool:
    """Whether "and" with a subject and verb of its own stands here."""
    if unit.tag(place) != "C":
        return False
    at = place + 1
    while unit.tag(at) in "DPNZ0O" and at < len(unit.tags):
        at += 1
    return at > place + 1 and unit.tag(at) in "VEAMG"


def _ends_here(unit: Unit, place: int, first: int, starts: Sequence[int]) -> bool:
    tag = unit.tags[place]
    if tag == ";" or (tag == ":" and unit.tag(place + 1) == "Q"):
        return True
    if (
        tag == "-"
        and unit.tokens[place].begin == unit.tokens[place - 1].end
        and unit.tokens[place].text == "-"
    ):
        return False
    if tag == "-":
        goes_on = "-" in unit.tags[place + 1 :] or unit.tag(place + 1) in "WQqC"
        return not goes_on or place + 2 >= len(unit.tags)
    if unit.low(place) == "according" and unit.low(place + 1) == "to":
        return True
    if tag == "G" and _behind_quoted_comma(unit, place) and unit.low(place) in cue_forms():
        return True
    if tag in "CS" and place + 1 in starts and unit.low(place) not in ("that", "if", "whether"):
        return True
    if tag != ",":
        return False
    return _comma_ends(unit, place, starts) or _main_verb_behind(unit, first, place)


def _behind_quoted_comma(unit: Unit, place: int) -> bool:
    """... a “gift,” | adding that: the comma stands inside the marks"""
    return unit.tag(place - 1) == "Q" or (unit.tag(place - 1) == "q" and unit.tag(place - 2) == ",")


def _main_verb_behind(unit: Unit, first: int, comma: int) -> bool:
    """The group, which says it will fight|, has left: the verb behind is of the clause around"""
    return unit.tag(comma + 1) in "MA" and "," not in unit.tags[first:comma]


def _comma_ends(unit: Unit, comma: int, starts: Sequence[int]) -> bool:
    after = comma + 1
    low, tag = unit.low(after), unit.tag(after)
    if after in starts or (tag in "CS" and after + 1 in starts):
        return True
    if tag == "R" and after + 1 in starts:
        return True
    if tag == "G":
        return (low in cue_forms() and low not in ("feeling", "showing", "finding")) or low in (
            "referring",
            "bringing",
        )
    if low in ("according", "with"):
        return True
    if low in ("while", "as", "though", "although", "whereas"):
        return True
    if low in ("a", "an"):
        return _is_comment(unit, after)
    if low in ("however", "though") and unit.tag(after + 1) == ",":
        return True
    return tag == "C" and low == "but" and (_has_cue_ahead(unit, after) or _clause_joined(unit, after))


def _is_comment(unit: Unit, place: int) -> bool:
    """..., | a claim that Ondria denies; ..., a reference to the list"""
    noun = next((at for at in range(place + 1, place + 5) if unit.low(at) in _COMMENTS), None)
    return noun is not None and unit.tag(noun + 1) in "ISW" and not set("VAM,") & set(unit.tags[place:noun])


def _has_cue_ahead(unit: Unit, place: int) -> bool:
    return any(
        unit.tags[at] in "EV" and unit.low(at) in cue_forms()
        for at in range(place, min(len(unit.tags), place + 12))
    )


def _trim_end(unit: Unit, first: int, last: int) -> int:
    if last == first + 1 and unit.low(first) == "that":
        return last
    while last > first and unit.tags[last - 1] in ",;:-.SC" and unit.low(last - 1) not in ("%", "so"):
        last -= 1
    return last


def find_left_content(unit: Unit, subject: Range) -> Range | None:
    """What stands before a subject and its comma: [concrete steps can be seen], he said"""
    last = subject.first
    while last > 0 and unit.tags[last - 1] in ",-Cq":
        last -= 1
    first = last
    while first > 0 and unit.tags[first - 1] not in ":;":
        first -= 1
    return Range(first, last) if first < last < subject.first else None
