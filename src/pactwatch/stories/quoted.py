"""The stretches of a text that stand inside quotation marks, over several lines too.

Papers print words of a speaker in many sentences and lines and name the speaker once, or leave a mark out:

    “We wait. / Then we talk, ” said Marr.     both lines, up to the closing mark
    Then we talk, ” said Marr.                 a closing mark alone: all before it in its line
    “We wait.                                  an opening mark alone: all behind it in its line
    Marr wrote: / We wait.                     what follows a line that ends in a colon
    We wait. / – Dell Marr                     what stands above a name
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from pactwatch.language.quotes import find_quotes
from pactwatch.model.source import Span

#: Lines that a quotation may go on for without a mark.
LINES = 8

_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_MARK = regex.compile(r"[“”\"„«»]|``|''")
_SIGNATURE = regex.compile(r"\s*[–—-]{1,2}\s*\p{Lu}[^.!?\n]{2,60}\s*")
_CLOSED = regex.compile(r"’(?!\p{L})")
_OPENING, _CLOSING = ("“", "„", "«", "``"), ("”", "»", "''")
_ENDED = (",", ".", "?", "!", "…", "—", "-", ")")


@dataclass(frozen=True, slots=True)
class _Line:
    begin: int
    end: int
    marks: tuple["regex.Match[str]", ...]

    def closes(self, text: str) -> bool:
        """Whether the first mark closes what an earlier line, or nobody, has opened."""
        return bool(self.marks) and not self.opens(text) and _closes(text, self, self.marks[0])

    def opens(self, text: str) -> bool:
        """Whether the line begins with a mark."""
        return bool(self.marks) and not text[self.begin : self.marks[0].start()].strip()


def find_quoted(text: str) -> tuple[Span, ...]:
    """The stretches inside quotation marks in order, marks taken in; they may overlap."""
    lines = [_Line(own.start(), own.end(), _find_marks(text, own)) for own in _LINE.finditer(text)]
    found: list[Span] = []
    for number, line in enumerate(lines):
        spans, still_open = _read_line(text, line)
        found += spans
        if still_open:
            found += _go_on(text, lines[number + 1 : number + 1 + LINES])
        if _is_signed(text, lines[number + 1 : number + 2]):
            found.append(Span(line.begin, line.end))
        if text[line.begin : line.end].rstrip().endswith(":"):
            found += [Span(own.begin, own.end) for own in lines[number + 1 : number + 2]]
    return tuple(sorted(set(found)))


def _is_signed(text: str, following: Sequence[_Line]) -> bool:
    """Whether the next line is a name behind a dash: words set apart with their speaker below."""
    return any(_SIGNATURE.fullmatch(text, line.begin, line.end) is not None for line in following)


def _find_marks(text: str, line: "regex.Match[str]") -> tuple["regex.Match[str]", ...]:
    return tuple(_MARK.finditer(text, line.start(), line.end()))


def _read_line(text: str, line: _Line) -> tuple[list[Span], bool]:
    """The quotations of one line, and whether the last one is still open at its end."""
    spans: list[Span] = []
    opened = line.begin if line.closes(text) else None
    for mark in line.marks:
        if mark.group() in _OPENING or (opened is None and mark.group() not in _CLOSING):
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            spans.append(Span(opened, mark.end()))
            opened = None
    if opened is not None:
        spans.append(Span(opened, line.end))
    return [*spans, *_read_single(text, line)], opened is not None


def _closes(text: str, line: _Line, mark: "regex.Match[str]") -> bool:
    """Whether a mark closes: by its form, or where an odd one follows the end of a clause."""
    if mark.group() in (*_OPENING, *_CLOSING):
        return mark.group() in _CLOSING
    before = text[line.begin : mark.start()].rstrip()
    return len(line.marks) % 2 == 1 and before.endswith(_ENDED)


def _read_single(text: str, line: _Line) -> Iterable[Span]:
    """What single marks hold; a line that begins with one is the speaker's to its end."""
    if text[line.begin] in "‘'" and not text.startswith("''", line.begin):
        yield Span(line.begin, line.end)
    for quote in find_quotes(text, line.begin, line.end):
        if quote.single:
            yield Span(quote.outer_begin, quote.outer_end)
    opened = text.rfind("‘", line.begin, line.end)
    if opened >= 0 and not _CLOSED.search(text, opened, line.end):
        yield Span(opened, line.end)


def _go_on(text: str, lines: Sequence[_Line]) -> Iterable[Span]:
    """The lines up to the one that closes a quotation; none where no line does."""
    last = next((number for number, line in enumerate(lines) if line.marks), None)
    if last is None or not lines[last].closes(text):
        return []
    return [Span(line.begin, line.end) for line in lines[:last]]
