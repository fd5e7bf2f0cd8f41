"""Documents as vectors between two checkpoints: the weights of terms stay, documents are added.

A term that stood in two documents at the checkpoint keeps its frequency until the next one. A rarer term
is counted on: from its second document on it links, and then its first document is put behind it too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pactwatch.stories.coverage import compare_counted
from pactwatch.stories.postings import Postings
from pactwatch.stories.rows import Counted, Links
from pactwatch.stories.vectors import (
    FEWEST,
    Frequencies,
    count_documents,
    find_near,
    make_vector,
)


@dataclass(slots=True)
class Space:
    """The vectors of one checkpoint: what they are made with, looked up by, and how alike they are."""

    documents: int = 0
    of: dict[str, int] = field(default_factory=dict)
    links: Links = field(default_factory=Links)
    _settled: Collection[str] = frozenset()
    _first: dict[str, int] = field(default_factory=dict)
    _postings: Postings = field(default_factory=lambda: Postings(set()))

    @classmethod
    def take(cls, counted: Counted, days: Sequence[date | None]) -> "Space":
        """A checkpoint at these documents."""
        frequencies = count_documents(counted)
        of, postings = dict(frequencies.of), Postings.leave_out(frequencies.of)
        links = compare_counted(counted, frequencies, postings, days)
        settled = frozenset(term for term, count in of.items() if count >= FEWEST)
        first = {term: number for number, counts in enumerate(counted) for term in counts if of[term] == 1}
        return cls(frequencies.documents, of, links, settled, first, postings)

    def append(self, counted: Counted, days: Sequence[date | None]) -> dict[int, float]:
        """The cosines of the document that was counted last to those before it."""
        number = len(self.links)
        counts = counted[number]
        self._count(number, counts, counted)
        vector = make_vector(counts, Frequencies(self.documents, self.of))
        near = find_near(number, self._postings.find(vector), days)
        self._postings.append(number, vector)
        self.links.append(near)
        return near

    def _count(self, number: int, counts: Mapping[str, float], counted: Counted) -> None:
        for term in counts:
            if term not in self._settled:
                self.of[term] = self.of.get(term, 0) + 1
                if self.of[term] == FEWEST:
                    self._put_first(term, self._first.pop(term), counted)
                elif self.of[term] < FEWEST:
                    self._first[term] = number

    def _put_first(self, term: str, number: int, counted: Counted) -> None:
        """Put the first document of a term behind it, now that there is a second."""
        vector = make_vector(counted[number], Frequencies(self.documents, self.of))
        if term in vector:
            self._postings.append(number, {term: vector[term]})
