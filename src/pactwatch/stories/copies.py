"""Passages that documents share, exact or edited, with their places on both sides.

text --> folded words --> runs shared with earlier documents --> passages over edits
     --> long enough, alike enough, and no formula

What two texts share depends on these two alone, and not on the order in which they came, as long as no
run of words stands in more documents than the table keeps places for.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pactwatch.errors import Refused
from pactwatch.model.source import Span
from pactwatch.stories.alignment import Pairing, align
from pactwatch.stories.copy_index import PLACES, CopyTable, Run
from pactwatch.stories.folding import find_words
from pactwatch.stories.formulas import COPIED, are_apart, find_names, names_outside

#: Passages have so many words on their shorter side, and so large a part of them in common.
SHORTEST, ALIKE = 8, 0.6
#: A line with so many signs of a program, and one for every so many words, is not language.
_SIGN = regex.compile(r"[{}<>|=;_\\]")
_SIGNS, _WORDS_FOR_SIGN = 4, 4


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
    """The documents so far, and what a new one shares with them.

    ``shortest`` in words; ``alike`` is the part of the shorter side that both have, from 0 to 1; a run of
    words leads to the first ``places`` of those where it stands.
    """

    def __init__(self, shortest: int = SHORTEST, alike: float = ALIKE, places: int = PLACES) -> None:
        self._table = CopyTable(places)
        self._documents: list[str] = []
        self._known: set[str] = set()
        self._named: list[array[int]] = []
        self._shortest, self._alike = shortest, alike

    def add(self, document: str, text: str) -> list[Copy]:
        """Take in a document and give the passages that it shares with all before it.

        In the order in which those came; those of one document in reading order. Raises Refused where
        the document is there already.
        """
        if document in self._known:
            raise Refused(f"Document {document} is among the compared ones already.", "Add it once.")
        self._known.add(document)
        self._documents.append(document)
        words = list(find_words(_blank_code(text)))
        self._named.append(find_names(words, text))
        found = self._table.add([(self._table.number(word), begin, end) for word, begin, end in words])
        new = len(self._documents) - 1
        return [copy for other in sorted(found) for copy in self._compare(new, other, found[other])]

    def _compare(self, new: int, other: int, runs: Sequence[Run]) -> list[Copy]:
        """The smaller name is always ``a``, so that ties between two edits fall the same way."""
        a, b = new, other
        if self._documents[other] < self._documents[new]:
            a, b, runs = other, new, [Run(run.b, run.a, run.length) for run in runs]
        pairings = [one for one in align(self._words(a), self._words(b), runs) if self._is_long(one)]
        if not pairings or self._is_formula(a, b, pairings):
            return []
        return [self._make_copy(a, b, one) for one in pairings]

    def _words(self, document: int) -> "array[int]":
        return self._table.words[slice(*self._table.stretch(document))]

    def _is_long(self, one: Pairing) -> bool:
        return one.words >= self._shortest and one.shared >= self._alike * one.words

    def _is_formula(self, a: int, b: int, pairings: Sequence[Pairing]) -> bool:
        of_a, of_b = self._words(a), self._words(b)
        if sum(one.words for one in pairings) >= COPIED * min(len(of_a), len(of_b)):
            return False
        return are_apart(
            names_outside(of_a, self._named[a], [(one.a_begin, one.a_end) for one in pairings]),
            names_outside(of_b, self._named[b], [(one.b_begin, one.b_end) for one in pairings]),
        )

    def _make_copy(self, a: int, b: int, one: Pairing) -> Copy:
        a_span, b_span = self._span(a, one.a_begin, one.a_end), self._span(b, one.b_begin, one.b_end)
        return Copy(self._documents[a], self._documents[b], a_span, b_span, one.words, one.shared)

    def _span(self, document: int, begin: int, end: int) -> Span:
        start, _ = self._table.stretch(document)
        return Span(self._table.begins[start + begin], self._table.ends[start + end - 1])


def _blank_code(text: str) -> str:
    """The text with spaces for the lines of a program, so that places stay what they are."""
    return "\n".join(" " * len(line) if _is_code(line) else line for line in text.split("\n"))


def _is_code(line: str) -> bool:
    signs = len(_SIGN.findall(line))
    return signs >= _SIGNS and signs * _WORDS_FOR_SIGN >= len(line.split())
