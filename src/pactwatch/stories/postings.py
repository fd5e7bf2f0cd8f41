"""Which documents share a term, and the cosines that follow from it: an inverted file in memory.

vector --> find: for each term its documents so far, weights multiplied and added --> document: cosine
       --> append: the document is put behind each of its terms

Numbers and weights stand in arrays, so that they are read in the order in which they lie.
After Zobel and Moffat (2006), "Inverted files for text search engines", section 3 (term at a time).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactwatch.stories.rows import Row, make_row

#: A term of more documents than these is not looked up, so that time grows with the documents and not
#: with their square.
COMMON = 600


@dataclass(slots=True)
class Postings:
    """Documents by term; a term in ``left_out``, or that comes to stand in too many, is not looked up."""

    left_out: set[str]
    common: int = COMMON
    _rows: dict[str, Row] = field(default_factory=dict)

    @classmethod
    def leave_out(cls, frequencies: Mapping[str, int], common: int = COMMON) -> "Postings":
        """Empty, for documents of which it is known how many hold each term."""
        return cls({term for term, count in frequencies.items() if count > common}, common)

    def find(self, vector: Mapping[str, float]) -> dict[int, float]:
        """The cosine to each document that shares a term which is looked up."""
        sums: dict[int, float] = {}
        get = sums.get
        for term, weight in vector.items():
            for other, theirs in zip(*self._rows.get(term, ((), ())), strict=True):
                sums[other] = get(other, 0.0) + weight * theirs
        return sums

    def append(self, number: int, vector: Mapping[str, float]) -> None:
        """Put a document behind each of its terms."""
        for term, weight in vector.items():
            if term not in self.left_out:
                self._put(term, number, weight)

    def _put(self, term: str, number: int, weight: float) -> None:
        row = self._rows.get(term)
        if row is None:
            row = self._rows[term] = make_row()
        row[0].append(number)
        row[1].append(weight)
        if len(row[0]) > self.common:
            self.left_out.add(term)
            del self._rows[term]
