"""Which word of a unit leads to which: agreed to | withdraw; urged Ondria to | return.

The links, from the act leftward: "to" behind an operator or behind the one who is asked, a clause with or
without "that", an -ing form, a noun within what belongs to the operator.
"""

from typing import NamedTuple

from pactwatch.claims.event_hits import Hit
from pactwatch.claims.event_phrases import subject_before
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import word_set

_TO_SOMEBODY = frozenset(
    ("tell", "aim", "request", "allow", "declare", "vow", "pass", "prevent", "accuse", "threaten", "fail")
)
_CLAUSE = frozenset(("promise", "vow", "threaten", "request", "deny", "declare", "accuse"))
_ING = frozenset(
    ("accuse", "stop", "prevent", "deny", "refuse", "request", "threaten", "pass", "vow", "try", "fail")
)
_IS = frozenset(("is", "are", "was", "were"))
#: What carries an act as its object leads to no further one: gave euros | to promote.
_CARRYING = ("pass", "aim")
_NO_NOUN = (None, "tell")
_BETWEEN = frozenset("DPNZ0OCIqERG&(),")
_JOINING = frozenset(("of", "for", "to", "on", "from", "with", "in", "into", "against"))
_BARE = frozenset(("let", "lets", "letting", "help", "helps", "helped", "helping"))
_REACH = 16
_DATES = word_set("subjects.weekdays") | word_set("contents.months") | word_set("subjects.time-nouns")


class Link(NamedTuple):
    """What leads to an act: the place of its hit in the list, and how; ``purpose``: "to" with nothing that
    leads there ("met to discuss")."""

    leader: int | None
    how: str
    negated: bool = False


_NONE = Link(None, "")


def find_link(unit: Unit, hits: list[Hit], index: int) -> Link:
    """What leads to the hit at an index of the list."""
    hit = hits[index]
    if hit.kind == "noun":
        return _of_noun(unit, hits, index)
    if unit.tag(hit.begin - 1) == "T" or (
        hit.begin and unit.low(hit.begin - 1) == "to" and unit.tag(hit.begin) == "V"
    ):
        return _behind_to(unit, hits, index)
    if unit.tags[hit.place] == "G" and "A" not in unit.tags[hit.begin : hit.place]:
        return _of_ing(unit, hits, index)
    return _of_clause(unit, hits, index)


def _behind_to(unit: Unit, hits: list[Hit], index: int) -> Link:
    before = hits[index].begin - 2
    negated = unit.tag(before) == "X"
    before -= negated
    while before > 0 and (unit.tag(before) == "R" or _is_dated(unit, before)):
        before -= 1
    for leader in range(index - 1, -1, -1):
        other = hits[leader]
        if before - other.place > _REACH:
            break
        if other.operator is None or (other.closed and other.operator in _CARRYING):
            continue
        if other.place <= before < other.last or other.place == before:
            return Link(leader, "to", negated)
        if other.operator in _TO_SOMEBODY and _is_phrase(unit, other.last, before + 1):
            return Link(leader, "to somebody", negated)
    if unit.low(before) == "yet" or unit.low(hits[index].begin - 2) == "yet":
        return Link(None, "due", True)
    due = unit.low(hits[index].begin - 2 - negated) in _IS
    return Link(None, "due" if due else "purpose", negated)


def _is_dated(unit: Unit, at: int) -> bool:
    """agreed | on 18 September | to lift"""
    return (
        unit.low(at) in _DATES
        or (unit.low(at) in ("on", "in", "this", "last") and unit.low(at + 1) in _DATES)
        or (unit.tag(at) == "0" and unit.low(at + 1) in _DATES)
    )


def _is_phrase(unit: Unit, first: int, last: int) -> bool:
    return first < last and not set(unit.tags[first:last]) - _BETWEEN


def _of_ing(unit: Unit, hits: list[Hit], index: int) -> Link:
    begin = hits[index].begin
    negated = unit.tag(begin - 1) == "X" or unit.low(begin - 1) == "not"
    for leader in range(index - 1, -1, -1):
        other = hits[leader]
        if begin - other.place > _REACH:
            break
        if other.operator not in _ING:
            continue
        if other.last == begin - negated:
            return Link(leader, "ing", negated)
        bound = unit.low(begin - 1) in ("of", "from", "for", "with", "against", "to")
        if bound and _is_phrase(unit, other.last, begin):
            return Link(leader, "ing", negated)
    return _NONE


def _of_clause(unit: Unit, hits: list[Hit], index: int) -> Link:
    """announced that | it had freed; threatened | it would attack; demanded Ondria | leave"""
    hit = hits[index]
    if all(other.operator is None for other in hits[:index]):
        return _NONE
    if (
        unit.tags[hit.place] == "V"
        and hit.begin == hit.place
        and (bare := _bare(unit, hits, index)) is not None
    ):
        return Link(bare, "to somebody")
    subject = hit.subject or subject_before(unit, hit.begin)
    first = subject.first if subject is not None else hit.begin
    that = unit.low(first - 1) == "that"
    alone = not that and unit.tags[hit.place] == "E" and hit.begin == hit.place
    if first == 0 or unit.tags[first - 1] in ".;:" or "W" in unit.tags[first : hit.begin] or alone:
        return _NONE
    return _that(unit, hits, index, first - that)


def _bare(unit: Unit, hits: list[Hit], index: int) -> int | None:
    """let convoys | pass; helped | rebuild"""
    begin = hits[index].begin
    for leader in range(index - 1, max(-1, index - 4), -1):
        other = hits[leader]
        if unit.low(other.place) in _BARE:
            near = other.place + 1 == begin or _is_phrase(unit, other.place + 1, begin)
            return leader if near else None
    return None


def _that(unit: Unit, hits: list[Hit], index: int, before: int) -> Link:
    """What ends before a clause, or before the one who is told it, and leads to it."""
    for leader in range(index - 1, -1, -1):
        other = hits[leader]
        if before - other.place > _REACH:
            break
        leads = other.operator in _CLAUSE and not other.closed and other.kind != "adjective"
        if leads and (other.last == before or _is_phrase(unit, other.last, before)):
            return Link(leader, "that")
    return _NONE


def _of_noun(unit: Unit, hits: list[Hit], index: int) -> Link:
    hit = hits[index]
    for leader in range(index - 1, -1, -1):
        other = hits[leader]
        if (
            other.operator in _NO_NOUN
            or other.closed
            or not other.scope.first <= hit.place < other.scope.last
        ):
            continue
        between = range(other.last, hit.begin)
        joining = ("of",) if other.operator in _CARRYING else _JOINING
        steps = [unit.low(at) for at in between if unit.tags[at] in "IT"]
        if (
            all(step in joining for step in steps)
            and len(steps) - steps.count("of") < 2
            and not _is_owned(unit, other, hit)
        ):
            return Link(leader, "noun")
    return _NONE


def _is_owned(unit: Unit, other: Hit, hit: Hit) -> bool:
    """rejected | Ondria's call for talks: the talks are not what is rejected, the call is"""
    return other.kind == "noun" and unit.tag(hit.begin - 1) == "Z"
