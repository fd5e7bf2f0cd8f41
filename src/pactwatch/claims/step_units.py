"""Units as steps are read in: nouns that look like verbs settled, lines without a stop read as headlines, and
long quotations as units of their own.
"""

from collections.abc import Iterator
from dataclasses import replace

import regex

from pactwatch.claims.sheet import Unit
from pactwatch.claims.step_counts import may_count
from pactwatch.claims.step_words import may_tell
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import split_tokens
from pactwatch.model.source import PassageKind

_ING_NOUNS = frozenset(
    "crossing opening reopening re-opening meeting landing posting lifting building disarming".split()
)
#: A verb between a noun or adjective and its auxiliary is a noun.
_PLURAL = regex.compile(r"(?<=[DNPZ])V(?=[AM])")
_MARKS = ",.;:!?()“”\"'‘’"
_STOPS = ".!?…:;,”\"'’)"
#: A line of more words without a stop is no headline.
_LONGEST_LINE = 18


def as_read(unit: Unit) -> Iterator[Unit]:
    """The unit with the tags and the kind that the rules of progress expect, where it may tell a step."""
    if not may_tell(set(unit.lows)) and not may_count(unit):
        return
    tags = _settle(unit)
    is_line = len(unit.tags) <= _LONGEST_LINE and unit.tokens[-1].text[-1] not in _STOPS
    kind = PassageKind.HEADLINE if is_line else unit.kind
    yield unit if tags == unit.tags and kind is unit.kind else replace(unit, tags=tags, kind=kind)


def _settle(unit: Unit) -> str:
    """the southern [locks] have; the opening of the [crossing] took place"""
    tags = _PLURAL.sub("N", unit.tags)
    if _ING_NOUNS.isdisjoint(unit.lows):
        return tags
    for place, low in enumerate(unit.lows):
        if low in _ING_NOUNS and place > 0 and tags[place] == "G" and unit.tag(place + 1) != "D":
            tags = f"{tags[:place]}N{tags[place + 1 :]}"
    return tags


def quoted_units(text: str, unit: Unit) -> Iterator[Unit]:
    """The long quotations of a unit that may tell a step, as units of their own."""
    place = unit.tags.find("Q")
    while place >= 0:
        token = unit.tokens[place]
        quote = next((q for q in unit.quotes if q.outer_begin == token.begin), None)
        if quote is not None and _may_tell(text[quote.begin : quote.end]):
            yield from _as_unit(text, unit, quote.begin, min(quote.end, token.end))
        place = unit.tags.find("Q", place + 1)


def _may_tell(words: str) -> bool:
    return may_tell({word.strip(_MARKS) for word in words.lower().split()})


def _as_unit(text: str, unit: Unit, begin: int, end: int) -> Iterator[Unit]:
    tokens = tuple(split_tokens(text, begin, end))
    if tokens:
        tags, lows = tag_tokens(tokens), tuple(token.low for token in tokens)
        yield replace(
            unit,
            begin=begin,
            end=end,
            kind=PassageKind.SENTENCE,
            tokens=tokens,
            tags=tags,
            quotes=(),
            lows=lows,
        )
