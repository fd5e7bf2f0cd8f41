"""Passages that documents share, exact or edited, with their places on both sides.

text --> folded words --> runs shared with earlier documents --> passages over edits --> long enough, alike enough

What two texts share depends on these two alone, and not on the order in which they came.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pactwatch.errors import Refused
from pactwatch.model.source import Span
from pactwatch.stories.alignment import Pairing, align
from pactwatch.stories.copy_index import CopyTable, Run
from pactwatch.stories.folding import find_words

#: Passages have so many words on their shorter side, and so large a part of them in common.
SHORTEST, ALIKE = 8, 0.6
#: A line with so many signs of a program, and one for every so many words, is not language.
_SIGN = regex.compile(r"[{}<>|=;_\\]")
_SIGNS, _WORDS_PER_SIGN = 4, 4


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that two documents share, ``a`` the smaller of the two names; spans in characters.

    ``words`` is the length of the shorter side in words, ``shared`` how many of them the two have in
    common in the same order: all of them, where nothing but the spelling differs.
    """

    a: str
    b: str
    a_span: Span
    b_span: Span
    words: int
    shared: int


class CopyIndex:
    """The documents so far, and what a new one shares with them."""

    def __init__(self, shortest: int = SHORTEST, alike: float = ALIKE) -> None:
        self._table = CopyTable()
        self._names: dict[str, int] = {}
        self._shortest, self._alike = shortest, alike

    def add(self, document: str, text: str) -> list[Copy]:
        """Take in a document and give the passages that it shares with all before it.

        In the order in which those came; those of one document in reading order. Raises Refused where
        the document is there already.
        """
        if document in self._names:
            raise Refused(f"document {document} is in the index already", "Add each document once.")
        number = self._names[document] = len(self._names)
        found = self._table.add([(self._table.number(word), b, e) for word, b, e in _read(text)])
        names = list(self._names)
        return [
            copy for other in sorted(found) for copy in self._compare(names, number, other, found[other])
        ]

    def _compare(self, names: Sequence[str], new: int, other: int, runs: Sequence[Run]) -> list[Copy]:
        """The smaller name is always ``a``, so that ties between two edits fall the same way."""
        a, b = new, other
        if names[other] < names[new]:
            a, b, runs = other, new, [Run(run.b, run.a, run.length) for run in runs]
        words = self._table.words
        pairings = align(words[slice(*self._table.stretch(a))], words[slice(*self._table.stretch(b))], runs)
        return [self._make_copy(names, a, b, one) for one in pairings if self._is_long(one)]

    def _is_long(self, one: Pairing) -> bool:
        return one.words >= self._shortest and one.shared >= self._alike * one.words

    def _make_copy(self, names: Sequence[str], a: int, b: int, one: Pairing) -> Copy:
        a_span, b_span = self._span(a, one.a_begin, one.a_end), self._span(b, one.b_begin, one.b_end)
        return Copy(names[a], names[b], a_span, b_span, one.words, one.shared)

    def _span(self, document: int, begin: int, end: int) -> Span:
        start, _ = self._table.stretch(document)
        return Span(self._table.begins[start + begin], self._table.ends[start + end - 1])


def _read(text: str) -> list[tuple[str, int, int]]:
    code = [match.span() for match in regex.finditer(r"[^\n]+", text) if _is_code(match.group())]
    return [word for word in find_words(text) if not any(begin <= word[1] < end for begin, end in code)]


def _is_code(line: str) -> bool:
    signs = len(_SIGN.findall(line))
    return signs >= _SIGNS and signs * _WORDS_PER_SIGN >= len(line.split())
