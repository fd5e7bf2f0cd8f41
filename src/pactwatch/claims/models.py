"""Numbers by which a text calls a make or a line of things, wherever it says so with their maker's name.

The Weir 400 is long. [The first 400] left; [the 400] carries grain; two [400s]
"""

from collections.abc import Iterator, Mapping

import regex

from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Unit
from pactwatch.language.lexicon import closed_tags

_MODEL = regex.compile(
    r"\b(\p{Lu}[\p{L}-]+) (\d{3,4})\b"
    r"(?=[.;)]|,(?!\d)|\s(?:is|has|had|will|or|by|to|in|of|from|for|at|with)\b)"
)
_NAMED = regex.compile(r"\b(\p{Lu}[\p{L}-]+) (\d{3,4}) (?=\p{Lu})")
_KNOWN = regex.compile(
    r"\b(?:the|its|their|new|first|final|last) (\d\d[1-9]) (?=[\"“‘'`]*\s?\p{Lu})(?!\p{Lu}\p{L}+ \p{Ll}+s\b)"
)
_PLURAL = regex.compile(r"(?<![\d.,])(\d{3,4})s\b")


def find_models(text: str) -> frozenset[str]:
    """The numbers that name a model in a text; years are none."""
    closed = closed_tags()
    named = {match.group(2) for match in _MODEL.finditer(text) if match.group(1).lower() not in closed}
    named |= {digits for digits in _find_named(text, closed) if text.count(digits) > 1}
    plural = {match.group(1) for match in _PLURAL.finditer(text)}
    return frozenset(digits for digits in named | plural if digits[:2] not in ("18", "19", "20"))


def _find_named(text: str, closed: Mapping[str, str]) -> Iterator[str]:
    """the Weir 400 Runner: a maker's name before and a model's name behind; the 404 Runner"""
    for match in _NAMED.finditer(text):
        if match.group(1).lower() not in closed:
            yield match.group(2)
    yield from (match.group(1) for match in _KNOWN.finditer(text))


def is_model(unit: Unit, quantity: Quantity, models: frozenset[str]) -> bool:
    """Whether a number names a model here and counts nothing: no plural of small letters stands behind."""
    number = quantity.number
    if unit.tokens[number.first].text not in models or quantity.hedge is not None:
        return False
    group = quantity.group
    counts = group is not None and group[0] == number.last and unit.tags[group[1] - 1] == "N"
    return not counts or unit.tag(number.first - 1) in "DP"
