"""Where a run of words stands in the documents before: a table that grows, in arrays of numbers.

words of a document --> numbers --> grams of GRAM words --> CRC-32 --> bucket --> chain of places

A word costs 12 bytes and a gram 16 to 20. What a bucket leads to is compared word by word, so that two
grams of one sum are never taken for one another. Entries are counted from 1, and 0 ends a chain.
"""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from pactwatch.stories.folding import common_words

#: Words that two documents must share in a row for a passage to be looked for there.
GRAM = 4
#: As many of them must say something: "as one of the" stands everywhere and begins nothing.
TELLING = 2
#: A gram keeps its first places only: that many in all, and that many in one document. What more documents
#: share still leads to the earliest of them, and time stays bounded.
PLACES, REPEATED = 128, 4
_NUMBER = array("I").itemsize


class Run(NamedTuple):
    """The same words in a row: they begin at ``a`` and at ``b``, each counted in its own document."""

    a: int
    b: int
    length: int


class CopyTable:
    """The words of all documents in one row, and where each gram stands in it."""

    def __init__(self, places: int = PLACES) -> None:
        self._most = places
        self.words, self.begins, self.ends = array("I"), array("I"), array("I")
        self.starts = array("Q", [0])
        self._numbers: dict[str, int] = {}
        self._telling = bytearray()
        self._heads = array("I", [0]) * 1024
        self._sums, self._places, self._next = array("I", [0]), array("I", [0]), array("I", [0])

    def number(self, word: str) -> int:
        """The number of a word, the same for the life of the table."""
        number = self._numbers.setdefault(word, len(self._numbers))
        if number == len(self._telling):
            self._telling.append(word not in common_words())
        return number

    def stretch(self, document: int) -> tuple[int, int]:
        """Where the words of a document begin and end in the row."""
        return self.starts[document], self.starts[document + 1]

    def add(self, words: Sequence[tuple[int, int, int]]) -> dict[int, list[Run]]:
        """Append a document, given as (number, begin, end) for each word, and find what it shares.

        The runs by document, each as long as it can be; ``a`` counts in the new document.
        """
        start = len(self.words)
        numbers = array("I", (word for word, _, _ in words))
        grams = list(self._list_grams(numbers))
        known = [self._find(crc) for _, crc in grams]
        found = self._find_runs(numbers, grams, known)
        self.words += numbers
        self.begins.extend(begin for _, begin, _ in words)
        self.ends.extend(end for _, _, end in words)
        self.starts.append(len(self.words))
        for (at, crc), places in zip(grams, known, strict=True):
            if len(places) < self._most:
                self._insert(crc, start + at)
        return found

    def _list_grams(self, numbers: "array[int]") -> Iterator[tuple[int, int]]:
        """Place and sum of each gram of a document, without those that tell nothing or that it has
        repeated too often."""
        data, times = numbers.tobytes(), Counter[int]()
        telling = [self._telling[number] for number in numbers]
        for at in range(len(numbers) - GRAM + 1):
            if sum(telling[at : at + GRAM]) >= TELLING:
                crc = crc32(data[at * _NUMBER : (at + GRAM) * _NUMBER])
                times[crc] += 1
                if times[crc] <= REPEATED:
                    yield at, crc

    def _find_runs(
        self, numbers: "array[int]", grams: Sequence[tuple[int, int]], known: Sequence[Sequence[int]]
    ) -> dict[int, list[Run]]:
        """Places on one diagonal belong to one run: once it is as long as it can be, they are passed over."""
        ends: dict[int, int] = {}
        found: dict[int, list[Run]] = {}
        for (at, _), places in zip(grams, known, strict=True):
            for place in places:
                if ends.get(place - at, -1) < at + GRAM:
                    document = bisect_right(self.starts, place) - 1
                    run = self._grow(numbers, at, place, document)
                    if run.length >= GRAM:
                        ends[place - at] = run.a + run.length
                        found.setdefault(document, []).append(run)
        return found

    def _grow(self, numbers: "array[int]", at: int, place: int, document: int) -> Run:
        words, (low, high) = self.words, self.stretch(document)
        end, there = at, place
        while end < len(numbers) and there < high and numbers[end] == words[there]:
            end, there = end + 1, there + 1
        while at > 0 and place > low and numbers[at - 1] == words[place - 1]:
            at, place = at - 1, place - 1
        return Run(at, place - low, end - at)

    def _find(self, crc: int) -> list[int]:
        places: list[int] = []
        entry = self._heads[crc % len(self._heads)]
        while entry:
            if self._sums[entry] == crc:
                places.append(self._places[entry])
            entry = self._next[entry]
        return places

    def _insert(self, crc: int, place: int) -> None:
        if len(self._sums) >= len(self._heads):
            self._double()
        bucket = crc % len(self._heads)
        self._sums.append(crc)
        self._places.append(place)
        self._next.append(self._heads[bucket])
        self._heads[bucket] = len(self._sums) - 1

    def _double(self) -> None:
        self._heads = array("I", [0]) * (2 * len(self._heads))
        for entry in range(1, len(self._sums)):
            bucket = self._sums[entry] % len(self._heads)
            self._next[entry] = self._heads[bucket]
            self._heads[bucket] = entry
