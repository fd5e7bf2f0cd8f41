"""What a person has said of pairs of documents: that they are about one occurrence, or that they are not."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

IdPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of identifiers, each with the smaller first, and the others that each stands in a pair with."""

    same: frozenset[IdPair] = frozenset()
    apart: frozenset[IdPair] = frozenset()
    others: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def make(cls, same: Collection[IdPair], apart: Collection[IdPair]) -> "Judged":
        """Pairs in any order, each either way round."""
        kept = _sort(same), _sort(apart)
        others: dict[str, list[str]] = {}
        for one, other in sorted(kept[0] | kept[1]):
            others.setdefault(one, []).append(other)
            others.setdefault(other, []).append(one)
        return cls(*kept, others)

    def find_changed(self, before: "Judged") -> list[str]:
        """The documents of which something else was said before."""
        pairs = (self.same ^ before.same) | (self.apart ^ before.apart)
        return sorted({document for pair in pairs for document in pair})

    def pick(self, ids: Sequence[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The pairs within these documents, as places in their list: the same, and apart."""
        places = {document: place for place, document in enumerate(ids) if document in self.others}
        pairs = [
            (one, other) for one in places for other in self.others[one] if other in places and one < other
        ]
        return _place(pairs, self.same, places), _place(pairs, self.apart, places)


def _sort(pairs: Iterable[IdPair]) -> frozenset[IdPair]:
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _place(
    pairs: Sequence[IdPair], kept: Collection[IdPair], places: Mapping[str, int]
) -> list[tuple[int, int]]:
    return [(places[one], places[other]) for one, other in pairs if (one, other) in kept]
