"""Quotations that go on: behind their attribution, in the next paragraph, over several.

“We waited,” Marr said. “Nobody came.”            the sentence behind
Marr said the vote was fair. / “We saw it.”       a paragraph that is only quotation
“We waited, / “and nobody came,” Marr said.       a quotation that is not closed goes on
Marr said: / We waited.                           the paragraph that a colon announces
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from pactwatch.claims.grammar import Attribution
from pactwatch.claims.sheet import Unit
from pactwatch.model.source import Span

Found = Mapping[int, Sequence[Attribution]]
Paragraph = Sequence[Unit]

_FIRST_PERSON = frozenset(("i", "we", "our", "us", "my"))
_POINTS = "-–—•*·‣◦"


class Around(NamedTuple):
    """A unit with what stands around it: its paragraph, the quotation that the paragraphs ``before`` it only
    open, the ``later`` paragraphs, and the attributions of every unit."""

    units: Paragraph
    place: int
    before: Sequence[Span]
    later: Sequence[Paragraph]
    found: Found


#: How many paragraphs one speaker's quotations may run over.
LATER = 8


def find_speech_behind(around: Around) -> list[Span]:
    """The quotations behind the last attribution of a unit that have no attribution of their own: in the
    rest of the paragraph, then in paragraphs that are quotation and nothing else."""
    units, place, _, later, found = around
    spans = _behind_colon(units[place], found[units[place].number])
    for unit in units[place + 1 :]:
        if found[unit.number] or not _begins_with_quote(unit):
            return spans
        spans.append(_first_quote(unit))
        if not _is_only_quote(unit):
            return spans
    for paragraph in later:
        if any(found[unit.number] or not _is_only_quote(unit) for unit in paragraph):
            break
        spans.extend(_first_quote(unit) for unit in paragraph)
    return spans


def _behind_colon(unit: Unit, attributions: Sequence[Attribution]) -> list[Span]:
    """Marr said that talks would go on: [“There is room.”]"""
    quote = len(unit.tags.rstrip(".")) - 1
    if quote < 1 or unit.tags[quote - 1 : quote + 1] != ":Q":
        return []
    told = any(part.first <= quote < part.last for one in attributions for part in one.content)
    return [] if told else [unit.span(quote, quote + 1)]


def find_speech_before(paragraphs: Sequence[Paragraph], number: int, found: Found) -> list[Span]:
    """The paragraphs before that only open a quotation: “We waited. / “Nobody came,” he said."""
    spans: list[Span] = []
    for paragraph in reversed(paragraphs[max(0, number - LATER) : number]):
        only = paragraph[0].tags.startswith("Q") and is_open(paragraph[-1]) and len(paragraph) == 1
        if not only or found[paragraph[0].number] or len(paragraph[0].tags.strip(".")) > 1:
            break
        spans.insert(0, _first_quote(paragraph[0]))
    return spans


def find_announced(text: str, later: Sequence[Paragraph]) -> list[Span]:
    """What "He said:" announces: the quotation of the next paragraph, the points of a list, or the
    whole paragraph."""
    if not later:
        return []
    mark = _point_of(text, later[0][0])
    listed = list(takewhile(lambda paragraph: _point_of(text, paragraph[0]) == mark, later)) if mark else []
    if listed:
        return [Span(units[0].begin, units[-1].end) for units in listed]
    paragraph = later[0]
    if paragraph[0].tags.startswith("Q"):
        return [_first_quote(unit) for unit in paragraph if unit.quotes]
    unquoted = list(takewhile(lambda units: not any("Q" in unit.tags for unit in units), later))
    own = [place for place, units in enumerate(unquoted) if place == 0 or any(map(_is_own_voice, units))]
    return [Span(units[0].begin, units[-1].end) for units in unquoted[: own[-1] + 1]] if own else []


def _is_own_voice(unit: Unit) -> bool:
    """I welcome the news; our monitors: a speaker's own words, printed without marks"""
    return any(word in _FIRST_PERSON for word in unit.lows)


def _point_of(text: str, unit: Unit) -> str:
    """The mark before a point of a list (- the guns have gone); empty where the line is none."""
    line = text.rfind("\n", 0, unit.begin) + 1
    mark = text[line : unit.begin + 1].strip()[:1]
    return mark if mark and mark in _POINTS else ""


def is_open(unit: Unit) -> bool:
    """Whether the paragraph ends before its last quotation does."""
    return bool(unit.quotes) and not unit.quotes[-1].closed


def find_rest_of_open(paragraphs: Sequence[Paragraph]) -> list[Span]:
    """The paragraphs, each begun with a mark, over which a quotation that is not closed goes on."""
    spans: list[Span] = []
    for units in paragraphs:
        if not units[0].tags.startswith("Q") or len(units[0].tags.strip(".")) > 1:
            break
        quote = units[0].quotes[0]
        spans.append(Span(quote.outer_begin, quote.outer_end))
        if quote.closed:
            break
    return spans


def to_end_of_quote(unit: Unit, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content with the rest of the paragraph where its last quotation is not closed."""
    if not content or not is_open(unit):
        return content
    last = unit.quotes[-1]
    if not content[-1].begin <= last.outer_begin < content[-1].end:
        return content
    return (*content[:-1], Span(content[-1].begin, last.outer_end))


def _first_quote(unit: Unit) -> Span:
    quote = unit.quotes[0]
    return Span(quote.outer_begin, min(quote.outer_end, unit.end))


def _begins_with_quote(unit: Unit) -> bool:
    return unit.tags.strip("q").startswith("Q") or _is_only_quote(unit)


def _is_only_quote(unit: Unit) -> bool:
    """A unit that is one quotation: “That’s why.”"""
    whole = bool(unit.quotes) and unit.quotes[0].outer_begin == unit.begin
    return whole and len(unit.quotes) == 1 and unit.quotes[0].outer_end >= unit.end - 1
