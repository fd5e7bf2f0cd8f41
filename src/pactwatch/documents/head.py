"""The head of a document: headline, then deck, credits and dateline, up to the body."""

from collections.abc import Sequence

from pactwatch.documents import cues
from pactwatch.documents.page import (
    SECTION_WORDS,
    Page,
    goes_on,
    is_dateline,
    is_name_like,
    is_prose,
    is_title_like,
    is_turn,
    opens_with_dateline,
)
from pactwatch.model.source import PassageKind

#: Blocks below this one are never read as credits of the head.
HEAD_BLOCKS = 10

_HEADLINE_CHARACTERS = 220
_HEADLINE_WORDS = 32
_TITLE_WORDS = 18
_QUESTION_WORDS = 15
_DECK_CHARACTERS = 400
_DECK_PARAGRAPHS = 2
_BYLINE_WORDS = 5
_CREDITS = (PassageKind.METADATA, PassageKind.FURNITURE, PassageKind.DATELINE)


def find_head(page: Page, marks: Sequence[PassageKind | None]) -> list[PassageKind]:
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
    if opens_with_dateline(page, block):
        return False
    if not block.is_final:
        return not goes_on(block)
    if block.text.endswith(("?", "!")):
        return block.words <= _QUESTION_WORDS
    return not page.all_caps and block.words <= _TITLE_WORDS and is_title_like(block.text)


def _find_head_end(page: Page, marks: Sequence[PassageKind | None], begin: int) -> int:
    """Where the body begins: after the last line of credits near the top, else at the first prose."""
    end, prose = begin, 0
    for at in range(begin, min(len(marks), begin + HEAD_BLOCKS)):
        block = page.blocks[at]
        if marks[at] in _CREDITS or is_dateline(page, block):
            end = at + 1
        elif marks[at] is None and is_prose(block):
            prose += 1
            if (
                prose > _DECK_PARAGRAPHS
                or len(block.text) > _DECK_CHARACTERS
                or opens_with_dateline(page, block)
            ):
                break
    first_prose = next(
        (at for at in range(end, len(marks)) if marks[at] is None and is_prose(page.blocks[at])), len(marks)
    )
    return _skip_announced(page, end, first_prose)


def _skip_announced(page: Page, end: int, first_prose: int) -> int:
    """A line of the body that is short ("Q: Why?") ends the head before the first long one."""
    for at in range(end, first_prose):
        if is_turn(page, page.blocks[at]):
            return at
    return first_prose


def _classify_head(page: Page, marks: Sequence[PassageKind | None], at: int) -> PassageKind:
    block, mark = page.blocks[at], marks[at]
    if mark is not None:
        return mark
    if is_dateline(page, block):
        return PassageKind.DATELINE
    if block.bullet and not block.is_final:
        return PassageKind.METADATA if block.words <= SECTION_WORDS + 1 else PassageKind.FURNITURE
    if block.words <= _BYLINE_WORDS and not block.is_final and is_name_like(block.text):
        return PassageKind.METADATA
    return PassageKind.DECK
