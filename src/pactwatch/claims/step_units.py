"""Units as steps are read in: nouns that look like verbs settled, lines without a stop read as headlines."""

from dataclasses import replace

from pactwatch.claims.sheet import Unit
from pactwatch.model.source import PassageKind

_ING_NOUNS = frozenset(
    "crossing opening reopening re-opening meeting landing posting lifting building disarming".split()
)
_STOPS = ".!?…:;,”\"'’)"
#: A line of more words without a stop is no headline.
_LONGEST_LINE = 18


def as_read(unit: Unit) -> Unit:
    """The unit with the tags and the kind that the rules of progress expect."""
    tags = _settle(unit)
    is_line = unit.tokens[-1].text[-1] not in _STOPS and len(unit.tags) <= _LONGEST_LINE
    kind = PassageKind.HEADLINE if is_line else unit.kind
    return unit if tags == unit.tags and kind is unit.kind else replace(unit, tags=tags, kind=kind)


def _settle(unit: Unit) -> str:
    """the southern [locks] have; the opening of the [crossing] took place"""
    tags = unit.tags
    for place, tag in enumerate(tags):
        after = tags[place + 1] if place + 1 < len(tags) else "."
        is_noun = (tag == "V" and after in "AM" and place > 0 and tags[place - 1] in "DNPZ") or (
            tag == "G" and after != "D" and place > 0 and unit.lows[place] in _ING_NOUNS
        )
        if is_noun:
            tags = f"{tags[:place]}N{tags[place + 1 :]}"
    return tags
