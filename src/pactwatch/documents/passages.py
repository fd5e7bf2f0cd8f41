"""Passages: a text cut into headline, deck, dateline, metadata, subheads, furniture and sentences.

    text -> blocks (paragraphs) -> a class for each -> sentences of the body

Every character that is not blank, a bullet aside, lies in exactly one passage.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pactwatch import config
from pactwatch.documents.classes import classify_blocks, find_body_begin
from pactwatch.documents.lines import split_blocks
from pactwatch.language.sentences import split_sentences
from pactwatch.model.source import Passage, PassageKind

PASSAGES_VERSION = "2"

#: Cut into sentences; all other classes stay whole.
_CUT = frozenset({PassageKind.DECK, PassageKind.SENTENCE})


@dataclass(frozen=True, slots=True)
class Split:
    """The passages, and how many sentences were too long and were cut."""

    passages: tuple[Passage, ...]
    cut: int


def split_passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text, in reading order; none for a blank one."""
    return split_text(text).passages


def split_text(text: str) -> Split:
    """The passages of a text, with the number of sentences that were cut."""
    blocks = split_blocks(text)
    kinds = classify_blocks(blocks, text)
    first, body = find_body_begin(blocks, kinds, text)
    passages: list[Passage] = []
    cut = 0
    for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        begin = block.begin
        if kind in _CUT:
            begin = body if number == first else begin + block.bullet
            cut += _count_long(text, begin, block.end)
        if number == first and body > block.begin + block.bullet:
            end = block.begin + len(text[block.begin : body].rstrip())
            passages.append(Passage(PassageKind.DATELINE, block.begin, end, number))
        passages.extend(_split_block(text, kind, begin, block.end, number))
    return Split(tuple(passages), cut)


def _split_block(text: str, kind: PassageKind, begin: int, end: int, number: int) -> Iterator[Passage]:
    if kind not in _CUT:
        yield Passage(kind, begin, end, number)
        return
    for first, last in split_sentences(text, begin, end, config.MAX_SENTENCE_CHARACTERS):
        yield Passage(kind, first, last, number)


def _count_long(text: str, begin: int, end: int) -> int:
    """Sentences of a paragraph that are longer than allowed."""
    limit = config.MAX_SENTENCE_CHARACTERS
    if end - begin <= limit:
        return 0
    whole = split_sentences(text, begin, end, end - begin)
    return sum(last - first > limit for first, last in whole)
