"""Classes of blocks: what each paragraph of a document is, before sentences are cut.

    head   headline, then deck, metadata and dateline lines, up to the first paragraph of prose
    body   prose, lists that an introduction announces, subheads, furniture in between
    tail   what follows the last paragraph of prose: credits and related headlines

The rules look at a line's form and at its neighbours, never at what an article is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.documents import cues, furniture
from pactwatch.documents.head import HEAD_BLOCKS, find_head
from pactwatch.documents.lines import Block
from pactwatch.documents.page import Page, find_dateline, is_prose, is_title_like, is_turn, make_page
from pactwatch.model.source import PassageKind

_SUBHEAD_WORDS = 12
_HEADLINE_WORDS = 5
#: A single last line without a stop is a sentence that was cut off from this length on (characters).
_CUT_OFF = 90

Marks = list[PassageKind | None]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the rules for single lines need to know of the whole. ``last`` is the last block of
    the body; ``announced`` says which short lines belong to a list that a colon opens."""

    page: Page
    marks: Marks
    last: int
    tail_lines: int
    announced: tuple[bool, ...]


def classify_blocks(blocks: Sequence[Block], text: str) -> list[PassageKind]:
    """The class of each block; SENTENCE stands for a paragraph of the body."""
    page = make_page(blocks, text)
    marks = [_mark(page, at) for at in range(len(blocks))]
    head = find_head(page, marks)
    _mark_lists(page, marks, len(head))
    rest = _make_rest(page, marks)
    return head + [_classify_rest(rest, at) for at in range(len(head), len(blocks))]


def _make_rest(page: Page, marks: Marks) -> _Rest:
    last = _find_last_prose(page, marks)
    tail_lines = sum(mark is None for mark in marks[last + 1 :])
    return _Rest(page, marks, last, tail_lines, _find_announced(page, marks))


def _find_announced(page: Page, marks: Marks) -> tuple[bool, ...]:
    """Whether the paragraph before each run of short lines ends in a colon."""
    found, opens = [], False
    for block, mark in zip(page.blocks, marks, strict=True):
        found.append(opens)
        if mark is not None or is_prose(block):
            opens = block.text.endswith(":")
    return tuple(found)


def _mark(page: Page, at: int) -> PassageKind | None:
    """What a block is by its own words alone."""
    block = page.blocks[at]
    words = block.text[block.bullet :]
    if cues.SUBHEAD_MARKS.fullmatch(block.text[:200]) and not block.is_final:
        return PassageKind.SUBHEAD
    if cues.is_metadata(words):
        return PassageKind.METADATA
    if 0 < at < HEAD_BLOCKS and len(words) <= cues.LONGEST_CUE_LINE and cues.DATELINE_DATED.fullmatch(words):
        return PassageKind.DATELINE
    if furniture.is_furniture(words):
        return PassageKind.FURNITURE
    return None


def _mark_lists(page: Page, marks: Marks, begin: int) -> None:
    """Marks the items of lists and the lines under a "Related" in place."""
    at = begin
    while at < len(marks):
        end = _find_list_end(page, marks, at)
        if end > at:
            kind = _classify_list(page, marks, at, end)
            marks[at:end] = [mark or kind for mark in marks[at:end]]
        at = max(end, at + 1)


def _find_list_end(page: Page, marks: Marks, at: int) -> int:
    if at and _is_marker(page, marks, at - 1):
        end = at
        while end < len(marks) and not is_prose(page.blocks[end]) and marks[end] is not PassageKind.SUBHEAD:
            end += 1
        return end
    end = at
    while end < len(marks) and page.blocks[end].bullet and marks[end] is not PassageKind.SUBHEAD:
        end += 1
    return end


def _is_marker(page: Page, marks: Marks, at: int) -> bool:
    block = page.blocks[at]
    return marks[at] is PassageKind.FURNITURE and furniture.is_list_head(block.text[block.bullet :])


def _classify_list(page: Page, marks: Marks, begin: int, end: int) -> PassageKind:
    items = page.blocks[begin:end]
    if begin and _is_marker(page, marks, begin - 1):
        return PassageKind.FURNITURE
    is_announced = begin > 0 and page.blocks[begin - 1].text.endswith(":")
    sentences = sum(item.is_final or item.text.endswith(";") for item in items)
    if is_announced or items[0].is_numbered or 2 * sentences >= len(items):
        return PassageKind.SENTENCE
    return PassageKind.FURNITURE


def _find_last_prose(page: Page, marks: Marks) -> int:
    """The last block of the body, -1 where there is none."""
    for at in range(len(marks) - 1, -1, -1):
        if marks[at] is PassageKind.SENTENCE or (marks[at] is None and is_prose(page.blocks[at])):
            return at
    return len(marks) if not page.has_prose else -1


def _classify_rest(rest: _Rest, at: int) -> PassageKind:
    block, mark = rest.page.blocks[at], rest.marks[at]
    if mark is not None:
        return mark
    if not rest.page.has_prose or is_prose(block) or block.is_final:
        return PassageKind.SENTENCE
    return _classify_tail(rest, block) if at > rest.last else _classify_short(rest, at)


def _classify_tail(rest: _Rest, block: Block) -> PassageKind:
    """A single line without a stop may be a last sentence that was cut off; several are headlines."""
    is_sentence_case = rest.page.all_caps or not is_title_like(block.text)
    if rest.tail_lines == 1 and is_sentence_case and len(block.text) > _CUT_OFF:
        return PassageKind.SENTENCE
    return PassageKind.FURNITURE


def _classify_short(rest: _Rest, at: int) -> PassageKind:
    """A short line without a stop between paragraphs."""
    block = rest.page.blocks[at]
    if is_turn(rest.page, block) or _is_cut_off(rest.page, at) or rest.announced[at]:
        return PassageKind.SENTENCE
    if _has_headlines_beside(rest, at):
        return PassageKind.FURNITURE
    return PassageKind.SENTENCE if block.words > _SUBHEAD_WORDS else PassageKind.SUBHEAD


def _is_cut_off(page: Page, at: int) -> bool:
    """Whether the next line goes on in the middle of the sentence."""
    return at + 1 < len(page.blocks) and page.blocks[at + 1].text[0].islower()


def _has_headlines_beside(rest: _Rest, at: int) -> bool:
    """Whether a neighbour, too, looks like a headline: two in a row are a list of links."""
    blocks, marks = rest.page.blocks, rest.marks
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(blocks) and marks[n] is None]
    return _is_headline_like(blocks[at]) and any(_is_headline_like(blocks[n]) for n in beside)


def _is_headline_like(block: Block) -> bool:
    has_form = block.words >= _HEADLINE_WORDS and not block.is_final and block.text[0].isupper()
    return has_form and not is_prose(block)


def find_body_begin(blocks: Sequence[Block], kinds: Sequence[PassageKind], text: str) -> tuple[int, int]:
    """The number of the first body block and the offset after its dateline or bullet; (-1, 0): no body."""
    if PassageKind.SENTENCE not in kinds:
        return -1, 0
    first = kinds.index(PassageKind.SENTENCE)
    block = blocks[first]
    page = make_page(blocks, text)
    length = find_dateline(block.text, page.all_caps, page.has_turns)
    is_whole = length >= len(block.text)
    return first, block.begin + (block.bullet if is_whole else length or block.bullet)
