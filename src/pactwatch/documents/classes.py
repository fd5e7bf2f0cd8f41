"""Classes of blocks: what each paragraph of a document is, before sentences are cut.

    head   headline, then deck, metadata and dateline lines, up to the first paragraph of prose
    body   prose, lists that an introduction announces, subheads, furniture in between
    tail   what follows the last paragraph of prose: credits and related headlines

The rules look at a line's form and at its neighbours, never at what an article is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.documents import cues, furniture
from pactwatch.documents.lines import Block, is_all_caps
from pactwatch.model.source import PassageKind

_HEADLINE_CHARACTERS = 220
_HEADLINE_WORDS = 32
_TITLE_WORDS = 18
_DECK_CHARACTERS = 400
_DECK_PARAGRAPHS = 2
_HEAD_BLOCKS = 10
_LONG_CHARACTERS = 160
_LONG_WORDS = 25
_SUBHEAD_WORDS = 12
_SECTION_WORDS = 3
_CREDITS = (PassageKind.METADATA, PassageKind.FURNITURE, PassageKind.DATELINE)
_OPENING = ("“", "‘", '"', "'", "``", "«")
_GOES_ON = (",", ";", ":", "--", "—")
_SMALL_WORDS = re.compile(
    r"(?i)(?:a|an|the|and|or|but|nor|as|at|by|for|from|in|into|of|on|to|with|is|be|it|its|’s|'s)"
)
_ABBREVIATED = re.compile(r",\s\S+$|\.\w\.$")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of one document and what is true of all of it."""

    blocks: tuple[Block, ...]
    all_caps: bool
    has_prose: bool
    has_turns: bool


def classify_blocks(blocks: Sequence[Block], text: str) -> list[PassageKind]:
    """The class of each block; SENTENCE stands for a paragraph of the body."""
    page = _make_page(blocks, text)
    marks = [_mark(page, at) for at in range(len(blocks))]
    head = _find_head(page, marks)
    _mark_lists(page, marks, len(head))
    last = _find_last_prose(page, marks)
    rest = [_classify_rest(page, marks, at, last) for at in range(len(head), len(blocks))]
    return head + rest


def _make_page(blocks: Sequence[Block], text: str) -> Page:
    turns = sum(cues.TURN.match(block.text[:80]) is not None for block in blocks)
    return Page(tuple(blocks), is_all_caps(text), any(map(is_prose, blocks)), turns > 1)


def is_prose(block: Block) -> bool:
    """Whether a block reads as a paragraph: it ends as a sentence, or it is long."""
    if len(block.text) >= _LONG_CHARACTERS or block.words >= _LONG_WORDS:
        return True
    if not block.bullet and (block.text.endswith(_GOES_ON) or block.text[0].islower()):
        return True
    return block.is_final and block.words >= _SECTION_WORDS


def _mark(page: Page, at: int) -> PassageKind | None:
    """What a block is by its own words alone."""
    block = page.blocks[at]
    words = block.text[block.bullet :]
    if cues.SUBHEAD_MARKS.fullmatch(block.text[:200]) and not block.is_final:
        return PassageKind.SUBHEAD
    if cues.is_metadata(words):
        return PassageKind.METADATA
    if 0 < at < _HEAD_BLOCKS and len(words) <= cues.LONGEST_CUE_LINE and cues.DATELINE_DATED.fullmatch(words):
        return PassageKind.DATELINE
    if furniture.is_furniture(words):
        return PassageKind.FURNITURE
    return None


def _find_head(page: Page, marks: Sequence[PassageKind | None]) -> list[PassageKind]:
    """The classes of the blocks before the body."""
    if not page.has_prose or len(page.blocks) < 2:
        return _find_bare_head(marks)
    headline = next((at for at, mark in enumerate(marks) if mark is None), len(marks))
    head = [mark or PassageKind.METADATA for mark in marks[:headline]]
    if headline + 1 >= len(marks) or not _is_headline(page, headline):
        return head
    end = _find_head_end(page, marks, headline + 1)
    return [
        *head,
        PassageKind.HEADLINE,
        *(_classify_head(page, marks, at) for at in range(headline + 1, end)),
    ]


def _find_bare_head(marks: Sequence[PassageKind | None]) -> list[PassageKind]:
    """A text without a paragraph of prose: all but its leading credits is body."""
    count = next((at for at, mark in enumerate(marks) if mark is not PassageKind.METADATA), 0)
    return [PassageKind.METADATA] * count


def _is_headline(page: Page, at: int) -> bool:
    block = page.blocks[at]
    if len(block.text) > _HEADLINE_CHARACTERS or block.words > _HEADLINE_WORDS or block.bullet:
        return False
    if page.has_turns and cues.TURN.match(block.text):
        return False
    if _opens_with_dateline(page, block):
        return False
    if not block.is_final:
        return not block.text.endswith(_GOES_ON)
    if block.text.endswith(("?", "!")):
        return block.words <= _SUBHEAD_WORDS + 3
    return not page.all_caps and block.words <= _TITLE_WORDS and is_title_like(block.text)


def is_title_like(words: str) -> bool:
    """Whether nearly all its words begin with a capital, as in an American headline."""
    long = [word for word in _LETTERS.findall(words) if not _SMALL_WORDS.fullmatch(word)]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _opens_with_dateline(page: Page, block: Block) -> bool:
    return find_dateline(block.text, page.all_caps, page.has_turns) > 0


def _find_head_end(page: Page, marks: Sequence[PassageKind | None], begin: int) -> int:
    """Where the body begins: after the last line of credits near the top, else at the first prose."""
    end, prose = begin, 0
    for at in range(begin, min(len(marks), begin + _HEAD_BLOCKS)):
        block = page.blocks[at]
        if marks[at] in _CREDITS or _is_dateline(page, block):
            end = at + 1
        elif marks[at] is None and is_prose(block):
            prose += 1
            if (
                prose > _DECK_PARAGRAPHS
                or len(block.text) > _DECK_CHARACTERS
                or _opens_with_dateline(page, block)
            ):
                break
    first_prose = next(
        (at for at in range(end, len(marks)) if marks[at] is None and is_prose(page.blocks[at])), len(marks)
    )
    return _skip_announced(page, end, first_prose)


def _skip_announced(page: Page, end: int, first_prose: int) -> int:
    """A line of the body that is short ("Q: Why?") ends the head before the first long one."""
    for at in range(end, first_prose):
        if _is_turn(page, page.blocks[at]):
            return at
    return first_prose


def _is_dateline(page: Page, block: Block) -> bool:
    if page.all_caps or len(block.text) > cues.LONGEST_CUE_LINE or block.bullet:
        return False
    if block.is_final and not _ABBREVIATED.search(block.text):
        return False
    return block.words <= 5 and cues.DATELINE_ALONE.fullmatch(block.text) is not None


def _classify_head(page: Page, marks: Sequence[PassageKind | None], at: int) -> PassageKind:
    block, mark = page.blocks[at], marks[at]
    if mark is not None:
        return mark
    if _is_dateline(page, block):
        return PassageKind.DATELINE
    if block.bullet and not block.is_final:
        return PassageKind.METADATA if block.words <= _SECTION_WORDS + 1 else PassageKind.FURNITURE
    if block.words <= 5 and not block.is_final and _is_name_like(block.text):
        return PassageKind.METADATA
    return PassageKind.DECK


def _is_name_like(words: str) -> bool:
    """Capitals throughout and no verb's ending: a byline or a section, not a sentence."""
    found = [word for word in words.split() if not _SMALL_WORDS.fullmatch(word)]
    return bool(found) and all(word[0].isupper() for word in found)


def _mark_lists(page: Page, marks: list[PassageKind | None], begin: int) -> None:
    """Marks the items of lists and the lines under a "Related" in place."""
    at = begin
    while at < len(marks):
        end = _find_list_end(page, marks, at)
        if end > at:
            kind = _classify_list(page, marks, at, end)
            marks[at:end] = [mark or kind for mark in marks[at:end]]
        at = max(end, at + 1)


def _find_list_end(page: Page, marks: Sequence[PassageKind | None], at: int) -> int:
    if at and _is_marker(page, marks, at - 1):
        end = at
        while end < len(marks) and not is_prose(page.blocks[end]) and marks[end] is not PassageKind.SUBHEAD:
            end += 1
        return end
    end = at
    while end < len(marks) and page.blocks[end].bullet and marks[end] is not PassageKind.SUBHEAD:
        end += 1
    return end


def _is_marker(page: Page, marks: Sequence[PassageKind | None], at: int) -> bool:
    block = page.blocks[at]
    return marks[at] is PassageKind.FURNITURE and furniture.is_list_head(block.text[block.bullet :])


def _classify_list(page: Page, marks: Sequence[PassageKind | None], begin: int, end: int) -> PassageKind:
    items = page.blocks[begin:end]
    if begin and _is_marker(page, marks, begin - 1):
        return PassageKind.FURNITURE
    is_announced = begin > 0 and page.blocks[begin - 1].text.endswith(":")
    sentences = sum(item.is_final or item.text.endswith(";") for item in items)
    if is_announced or items[0].is_numbered or 2 * sentences >= len(items):
        return PassageKind.SENTENCE
    return PassageKind.FURNITURE


def _find_last_prose(page: Page, marks: Sequence[PassageKind | None]) -> int:
    """The last block of the body, -1 where there is none."""
    for at in range(len(marks) - 1, -1, -1):
        if marks[at] is PassageKind.SENTENCE or (marks[at] is None and is_prose(page.blocks[at])):
            return at
    return len(marks) if not page.has_prose else -1


def _classify_rest(page: Page, marks: Sequence[PassageKind | None], at: int, last: int) -> PassageKind:
    block, mark = page.blocks[at], marks[at]
    if mark is not None:
        return mark
    if not page.has_prose or is_prose(block) or block.is_final:
        return PassageKind.SENTENCE
    if at > last:
        return _classify_tail(page, marks, at, last)
    return _classify_short(page, marks, at)


def _classify_tail(page: Page, marks: Sequence[PassageKind | None], at: int, last: int) -> PassageKind:
    """A single line without a stop may be a last sentence that was cut off; several are headlines."""
    words = page.blocks[at].text
    is_alone = sum(mark is None for mark in marks[last + 1 :]) == 1
    if is_alone and (page.all_caps or not is_title_like(words)) and len(words) > 90:
        return PassageKind.SENTENCE
    return PassageKind.FURNITURE


def _classify_short(page: Page, marks: Sequence[PassageKind | None], at: int) -> PassageKind:
    """A short line without a stop between paragraphs."""
    block = page.blocks[at]
    if _is_turn(page, block) or _is_cut_off(page, at):
        return PassageKind.SENTENCE
    if _is_announced(page, marks, at) or block.words > _SUBHEAD_WORDS:
        return PassageKind.SENTENCE if not _has_headlines_beside(page, marks, at) else PassageKind.FURNITURE
    return PassageKind.FURNITURE if _has_headlines_beside(page, marks, at) else PassageKind.SUBHEAD


def _is_turn(page: Page, block: Block) -> bool:
    """Whether somebody speaks: a turn of a transcript, or a line that opens with a quotation."""
    if page.has_turns and cues.TURN.match(block.text):
        return True
    return block.text.startswith(_OPENING) and block.words > _SECTION_WORDS + 2


def _is_cut_off(page: Page, at: int) -> bool:
    """Whether the next line goes on in the middle of the sentence."""
    return at + 1 < len(page.blocks) and page.blocks[at + 1].text[0].islower()


def _is_announced(page: Page, marks: Sequence[PassageKind | None], at: int) -> bool:
    """Whether the lines before it, up to a paragraph, belong to a list that a colon opens."""
    before = at - 1
    while before >= 0 and marks[before] is None and not is_prose(page.blocks[before]):
        before -= 1
    return before >= 0 and page.blocks[before].text.endswith(":")


def _has_headlines_beside(page: Page, marks: Sequence[PassageKind | None], at: int) -> bool:
    """Whether a neighbour, too, looks like a headline: two in a row are a list of links."""
    if _is_announced(page, marks, at) or not _looks_like_headline(page.blocks[at]):
        return False
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(marks) and marks[n] is None]
    return any(_looks_like_headline(page.blocks[n]) and not is_prose(page.blocks[n]) for n in beside)


def _looks_like_headline(block: Block) -> bool:
    return block.words >= 5 and not block.is_final and block.text[0].isupper()


def find_body_begin(blocks: Sequence[Block], kinds: Sequence[PassageKind], text: str) -> tuple[int, int]:
    """The number of the first body block and the offset after its dateline or bullet; (-1, 0): no body."""
    if PassageKind.SENTENCE not in kinds:
        return -1, 0
    first = kinds.index(PassageKind.SENTENCE)
    block = blocks[first]
    page = _make_page(blocks, text)
    length = find_dateline(block.text, page.all_caps, page.has_turns)
    is_whole = length >= len(block.text)
    return first, block.begin + (block.bullet if is_whole else length or block.bullet)


def find_dateline(words: str, all_caps: bool, has_turns: bool) -> int:
    """The length of the dateline with which a first paragraph opens, its dash included; 0: none."""
    start = words[: cues.LONGEST_CUE_LINE]
    match = cues.DATELINE_BEFORE.match(start)
    if match and not (all_caps and not _is_dated(match.group())):
        return match.end()
    if all_caps or has_turns or not cues.may_name_place(start):
        return 0
    colon = cues.DATELINE_COLON.match(start)
    return colon.end() if colon else 0


def _is_dated(words: str) -> bool:
    return any(character.isdigit() for character in words) or "(" in words
