"""Whom a position is about, and how much it is about."""

from pactwatch.claims.people import bare
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range
from pactwatch.claims.targets import find_to
from pactwatch.language.lexicon import word_set

_HEDGES = ("up to", "at least", "at most", "more than", "less than", "about", "around", "some", "nearly")


def find_about(text: str, unit: Unit, target: Range) -> str | None:
    """Whose part it is about: [Tamber's] part in the mission, [Tamber] playing a role"""
    to = find_to(unit, target.first)
    asked = Range(target.first, to) if to is not None and to < target.last else None
    if asked is not None and is_somebody(unit, asked):
        return bare(unit.span(*asked).of(text))
    first = target.first
    while first < target.last and unit.tags[first] in "DC":
        first += 1
    last = first
    while last < target.last and unit.tags[last] == "P":
        last += 1
    if unit.tag(last) == "Z" and last < target.last:
        named = last > first or unit.tokens[last].text[0].isupper()
        return bare(unit.span(first, last + 1).of(text)) if named else None
    return unit.span(first, last).of(text) if last > first and unit.tag(last) in "GMA" else None


def is_somebody(unit: Unit, part: Range) -> bool:
    """urged [the two governments] to name; not: wants [the guns] to be moved"""
    words = {unit.low(at) for at in range(*part)}
    return "P" in unit.tags[part.first : part.last] or bool(
        words & (word_set("groups") | {"sides", "parties", "governments", "delegations", "capitals"})
    )


def find_quantity(text: str, unit: Unit, target: Range) -> str | None:
    """How much: up to 20,000 divers"""
    number = unit.tags.find("0", target.first, target.last)
    if number < 0:
        return None
    first = number
    for length in (2, 1):
        words = " ".join(unit.low(at) for at in range(number - length, number))
        if words in _HEDGES:
            first = number - length
            break
    last = number + 1
    while last < target.last and unit.tags[last] in "0N":
        last += 1
    return unit.span(first, last).of(text)
