"""Numbers with weights, row by row, in arrays: 12 bytes a pair where a dict needs a hundred.

`Links` are the cosines between documents, `Counted` the terms of each document.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Row = tuple["array[int]", "array[float]"]


class Similar(Protocol):
    """For each document the others that are similar to it, with their cosine."""

    def __len__(self) -> int: ...

    def __getitem__(self, document: int, /) -> Mapping[int, float]: ...


def make_row(pairs: Mapping[int, float] | None = None) -> Row:
    """The numbers, and what belongs to each."""
    return array("I", pairs or ()), array("d", pairs.values() if pairs else ())


@dataclass(frozen=True, slots=True)
class Links:
    """For each document the others that are similar, with their cosine; both ways."""

    rows: list[Row] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, document: int) -> dict[int, float]:
        return dict(zip(*self.rows[document], strict=True))

    def __iter__(self) -> Iterator[dict[int, float]]:
        return (self[document] for document in range(len(self)))

    def append(self, near: Mapping[int, float]) -> None:
        """The next document, with those before it that it is similar to."""
        number = len(self.rows)
        self.rows.append(make_row(near))
        for other, cosine in near.items():
            numbers, cosines = self.rows[other]
            numbers.append(number)
            cosines.append(cosine)

    def pick(self, documents: Sequence[int]) -> Similar:
        """The cosines among these documents, which are numbered by their places here."""
        if len(documents) == len(self) and all(place == number for place, number in enumerate(documents)):
            return self
        places = {number: place for place, number in enumerate(documents)}
        return [{places[o]: s for o, s in self[number].items() if o in places} for number in documents]


@dataclass(slots=True)
class Counted:
    """How often each term stands in each document; a term is a number here, and a word outside."""

    numbers: dict[str, int] = field(default_factory=dict)
    terms: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def __getitem__(self, document: int) -> dict[str, float]:
        numbers, counts = self.rows[document]
        return dict(zip(map(self.terms.__getitem__, numbers), counts, strict=True))

    def __iter__(self) -> Iterator[dict[str, float]]:
        return (self[document] for document in range(len(self.rows)))

    def append(self, counts: Mapping[str, float]) -> None:
        """The next document."""
        self.rows.append(make_row({self._number(term): count for term, count in counts.items()}))

    def sort(self, order: Sequence[int]) -> None:
        """Put the documents in another order, given by their numbers so far."""
        self.rows = [self.rows[number] for number in order]

    def _number(self, term: str) -> int:
        number = self.numbers.setdefault(term, len(self.terms))
        if number == len(self.terms):
            self.terms.append(term)
        return number
