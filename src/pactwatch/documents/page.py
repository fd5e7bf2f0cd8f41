"""A document's blocks, and what the form of a block says by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.documents import cues
from pactwatch.documents.lines import Block, is_all_caps

#: Words of a section's name at most, and of a sentence at least.
SECTION_WORDS = 3

_LONG_CHARACTERS = 160
_LONG_WORDS = 25
_OPENING = ("“", "‘", '"', "'", "``", "«")
_GOES_ON = (",", ";", ":", "--", "—")
_SMALL_WORDS = re.compile(
    r"(?i)(?:an?|the|and|or|but|as|at|by|for|from|in|into|of|on|to|with|is|be|its?|[’']s)"
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


def make_page(blocks: Sequence[Block], text: str) -> Page:
    """A document's blocks with what holds for all of them."""
    turns = sum(cues.TURN.match(block.text[:80]) is not None for block in blocks)
    return Page(tuple(blocks), is_all_caps(text), any(map(is_prose, blocks)), turns > 1)


def is_prose(block: Block) -> bool:
    """Whether a block reads as a paragraph: it ends as a sentence, or it is long."""
    if len(block.text) >= _LONG_CHARACTERS or block.words >= _LONG_WORDS:
        return True
    if not block.bullet and (goes_on(block) or block.text[0].islower()):
        return True
    return block.is_final and block.words >= SECTION_WORDS


def goes_on(block: Block) -> bool:
    """Whether a block ends in the middle of a sentence or before a list."""
    return block.text.endswith(_GOES_ON)


def is_title_like(words: str) -> bool:
    """Whether nearly all its words begin with a capital, as in an American headline."""
    long = [word for word in _LETTERS.findall(words) if not _SMALL_WORDS.fullmatch(word)]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def is_name_like(words: str) -> bool:
    """Capitals throughout and no verb's ending: a byline or a section, not a sentence."""
    found = [word for word in words.split() if not _SMALL_WORDS.fullmatch(word)]
    return bool(found) and all(word[0].isupper() for word in found)


def is_turn(page: Page, block: Block) -> bool:
    """Whether somebody speaks: a turn of a transcript, or a line that opens with a quotation."""
    if page.has_turns and cues.TURN.match(block.text):
        return True
    return block.text.startswith(_OPENING) and block.words > SECTION_WORDS + 2


def is_dateline(page: Page, block: Block) -> bool:
    """Whether a line is a place in capitals, and a place only."""
    if page.all_caps or len(block.text) > cues.LONGEST_CUE_LINE or block.bullet:
        return False
    if block.is_final and not _ABBREVIATED.search(block.text):
        return False
    return block.words <= 5 and cues.DATELINE_ALONE.fullmatch(block.text) is not None


def opens_with_dateline(page: Page, block: Block) -> bool:
    """Whether a paragraph begins "CAIRO (AFP) —"."""
    return find_dateline(block.text, page.all_caps, page.has_turns) > 0


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
