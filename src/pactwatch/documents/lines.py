"""Lines and paragraphs: where the text breaks, and which lines a narrow column broke.

A line is a stretch between line breaks without its outer blanks. A block is a paragraph: one
line, or several where the text was wrapped by a narrow column in the middle of sentences.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_FINAL = re.compile(r"[.!?…](?:\s?[\"'”’»)\]])*(?:\s*\[[^\[\]]{1,40}\])*$")
_BULLET = re.compile(r"(?:[-–—*•·▪●►»]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
_WORD = re.compile(r"\S+")

#: A column wider than this is no wrapped text (characters).
_WIDEST_COLUMN = 100
#: How far a line may fall short of the column and still be full (characters).
_RAGGED = 3
#: The share of the column that a line fills at least where it breaks off in a sentence.
_LEAST_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """``gap``: a blank line or the beginning stands before it; ``indent`` counts its leading blanks;
    ``has_blank_behind``: it ends in a blank, which no writer puts at the end of a paragraph."""

    begin: int
    end: int
    gap: bool
    indent: int
    first_word: int
    is_final: bool
    starts_low: bool
    is_bulleted: bool
    is_numbered: bool
    has_blank_behind: bool = False

    @property
    def length(self) -> int:
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``bullet`` is the length of the mark before its text (0: none)."""

    begin: int
    end: int
    text: str
    gap: bool
    bullet: int = 0

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_final(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_as_sentence(self.text)

    @property
    def is_numbered(self) -> bool:
        return _NUMBERED.match(self.text) is not None


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends in a final stop, with or without closing quotation marks."""
    tail = text[-60:].rstrip()
    return _FINAL.search(tail) is not None or tail.endswith("''")


def split_lines(text: str) -> list[Line]:
    """The lines that hold more than blanks, in order."""
    lines: list[Line] = []
    previous_end = -1
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        begin = match.start() + len(words) - len(words.lstrip())
        breaks = _count_breaks(text, previous_end, match.start())
        line = _make_line(stripped, begin, breaks != 1, begin - match.start())
        lines.append(replace(line, has_blank_behind=words[-1].isspace()))
        previous_end = match.end()
    return lines


def _make_line(words: str, begin: int, gap: bool, indent: int) -> Line:
    first = _WORD.match(words)
    return Line(
        begin=begin,
        end=begin + len(words),
        gap=gap,
        indent=indent,
        first_word=first.end() if first else 0,
        is_final=ends_as_sentence(words),
        starts_low=words[0].islower(),
        is_bulleted=_BULLET.match(words) is not None,
        is_numbered=_NUMBERED.match(words) is not None,
    )


def _count_breaks(text: str, begin: int, end: int) -> int:
    """Line breaks between two lines; 0 before the first."""
    if begin < 0:
        return 0
    between = text[begin:end].replace("\r\n", "\n")
    return len(between) - len(between.translate(_NO_BREAKS))


_NO_BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"))


def split_blocks(text: str) -> list[Block]:
    """The paragraphs of a text, in order."""
    lines = split_lines(text)
    column = _find_column(lines, text)
    groups: list[list[Line]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if before and (_is_torn(before, line) or (column and _goes_on(before, line, column))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_make_block(text, group) for group in groups]


def _make_block(text: str, group: Sequence[Line]) -> Block:
    begin, end = group[0].begin, group[-1].end
    bullet = _BULLET.match(text, begin, end)
    return Block(begin, end, text[begin:end], group[0].gap, bullet.end() - begin if bullet else 0)


def _find_column(lines: Sequence[Line], text: str) -> int:
    """The width at which the text was wrapped (characters), 0 where it was not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not b.is_bulleted]
    if not pairs:
        return 0
    lengths = sorted(a.length + a.indent for a, _ in pairs)
    column = lengths[int(len(lengths) * 0.95)]
    if column > _WIDEST_COLUMN or column < 20:
        return 0
    broken = [(a, b) for a, b in pairs if not a.is_final]
    full = sum(_is_full(a, b, column) or not a.is_final for a, b in pairs)
    low = sum(b.starts_low for _, b in broken)
    is_wrapped = (
        len(broken) >= 0.5 * len(pairs)
        and full >= 0.6 * len(pairs)
        and (low >= 0.4 * len(broken) or is_all_caps(text))
    )
    return column if is_wrapped else 0


def _goes_on(line: Line, following: Line, column: int) -> bool:
    """Whether the column, not the writer, broke the line here."""
    if following.gap or following.indent > line.indent + 1:
        return False
    if following.is_bulleted and (line.is_final or not following.is_numbered):
        return False
    if line.is_final:
        return _is_full(line, following, column)
    return following.starts_low or line.indent + line.length > column * _LEAST_FILLED


def _is_torn(line: Line, following: Line) -> bool:
    """Whether a sentence was torn where a link stood: a blank is left at the tear, and it goes on small."""
    blank = line.has_blank_behind or following.indent == 1
    return blank and following.starts_low and not (line.is_final or following.gap or following.is_bulleted)


def _is_full(line: Line, following: Line, column: int) -> bool:
    return line.indent + line.length + 1 + following.first_word > column - _RAGGED


def is_all_caps(text: str) -> bool:
    """Whether a text is set in capitals throughout, as old wire texts are."""
    sample = text[:20_000]
    upper = sum(map(str.isupper, sample))
    return upper > 4 * sum(map(str.islower, sample))
