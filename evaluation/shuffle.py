"""Another order of a report's paragraphs, where the order does not carry reference.

Fixed: headline, deck, metadata, subheads, furniture, and the lead. A paragraph stays behind its
predecessor where it starts by referring to it ("He said", "also"), or quotes somebody by a pronoun.
"""

import random
import re
from collections.abc import Sequence

_END = re.compile(r"""[.!?]["”'’)]*\s*$""")
_REFERS = re.compile(
    r"\b(?:he|she|they|it|his|her|their|its|him|them|this|that|these|those|such|also|meanwhile|"
    r"the same|same time|the (?:group|movement|minister|ministry|military|official|statement|meeting))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_OPENING = 60


def shuffle_paragraphs(text: str, seed: int, held: Sequence[tuple[str, str]] = ()) -> str:
    """The lines in another order; ``held`` are pairs of words whose paragraphs stay in their order,
    with everything between them."""
    lines = text.split("\n")
    chance = random.Random(seed)
    shuffled: list[str] = []
    for stretch in _stretches(lines):
        shuffled += _shuffle(stretch, chance, held) if _moves(stretch[0]) else stretch
    return "\n".join(shuffled)


def _stretches(lines: Sequence[str]) -> list[list[str]]:
    """Runs of movable lines, and fixed lines one by one; the lead counts as fixed."""
    head = max((place for place, line in enumerate(lines[: len(lines) // 2]) if not _moves(line)), default=-1)
    stretches: list[list[str]] = [[line] for line in lines[: head + 2]]
    for line in lines[head + 2 :]:
        joins = _moves(line) and len(stretches) > head + 2 and _moves(stretches[-1][0])
        if joins:
            stretches[-1].append(line)
        else:
            stretches.append([line])
    return stretches


def _moves(line: str) -> bool:
    """Whether a line is a paragraph of the report: it ends as a sentence does and is no list item."""
    return bool(_END.search(line)) and not line.startswith("- ")


def _shuffle(lines: Sequence[str], chance: random.Random, held: Sequence[tuple[str, str]]) -> list[str]:
    blocks: list[list[str]] = []
    for line in lines:
        if blocks and (_refers(line) or _is_held(blocks, line, held)):
            blocks = _join_held(blocks, line, held)
        else:
            blocks.append([line])
    chance.shuffle(blocks)
    return [line for block in blocks for line in block]


def _refers(line: str) -> bool:
    narrated = _QUOTED.sub(" ", line)
    first = narrated.lstrip()
    return bool(_REFERS.search(first[:_OPENING]))


def _is_held(blocks: Sequence[Sequence[str]], line: str, held: Sequence[tuple[str, str]]) -> bool:
    return _held_from(blocks, line, held) is not None


def _held_from(blocks: Sequence[Sequence[str]], line: str, held: Sequence[tuple[str, str]]) -> int | None:
    places = [
        place
        for place, block in enumerate(blocks)
        for first, second in held
        if second in line and any(first in earlier for earlier in block)
    ]
    return min(places, default=None)


def _join_held(blocks: list[list[str]], line: str, held: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The line joins the last block; where it is held, all blocks from its partner on become one."""
    start = _held_from(blocks, line, held)
    begin = len(blocks) - 1 if start is None else start
    joined = [earlier for block in blocks[begin:] for earlier in block]
    return [*blocks[:begin], [*joined, line]]
