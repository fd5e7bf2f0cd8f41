"""Which documents belong together: average linkage down to one threshold, then what it left in a wrong place.

similar documents --> parts that nothing links (each is clustered by itself, which changes no result)
                  --> pairs that a person has joined are joined
                  --> merge the two groups that are closest on average, while they are close enough
                  --> a group of up to three goes to the one it is clearly nearest to (leftovers.py)
                  --> a document goes to the group that it is clearly closest to (moves.py)

Average linkage: Sokal and Michener (1958), "A statistical method for evaluating systematic relationships";
the averages of a merged group by the formula of Lance and Williams (1967). Pairs that must and pairs that
cannot be together: Wagstaff and Cardie (2000), "Clustering with instance-level constraints".
"""

import heapq
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from pactwatch.stories.leftovers import Apart, attach, is_apart
from pactwatch.stories.moves import move_documents
from pactwatch.stories.rows import Similar

#: Two groups whose documents are on average at least so similar are one story.
CLOSE = 0.20
#: What is left over goes to a group that is as near as this share of it.
NEARER = 0.8
#: Average similarities below this are forgotten.
_LEAST = 0.02

Pair = tuple[int, int]


def cluster(
    similar: Similar,
    close: float = CLOSE,
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[int]:
    """The group of each document, numbered by the first document of each.

    The documents of a pair in ``same`` are together from the start, those of a pair in ``apart`` never:
    where the two contradict one another, what is apart stays apart.
    """
    kept_apart, joined = list_pairs(apart), list_pairs(same)
    labels = list(range(len(similar)))
    for part in _find_parts(similar, close, joined):
        groups = _Groups.start(similar, part, close, kept_apart)
        groups.join_pairs(sorted({(min(p), max(p)) for p in same if p[0] in groups.members}))
        groups.merge()
        for own in groups.members.values():
            first = min(own)
            for document in own:
                labels[document] = first
    near = close * NEARER
    attached = attach(labels, similar, kept_apart, near)
    return _number(move_documents(attached, similar, joined, kept_apart, near))


def list_pairs(pairs: Collection[Pair]) -> Apart:
    """The others that each document stands in a pair with."""
    listed: dict[int, set[int]] = {}
    for one, other in pairs:
        listed.setdefault(one, set()).add(other)
        listed.setdefault(other, set()).add(one)
    return listed


def _find_parts(similar: Similar, close: float, joined: Apart) -> Iterator[list[int]]:
    """Documents that are linked, straight or over others; groups of two parts are nowhere close enough."""
    seen = bytearray(len(similar))
    for document in range(len(similar)):
        if not seen[document]:
            part = _find_part(document, similar, close, joined, seen)
            if len(part) > 1:
                yield part


def _find_part(first: int, similar: Similar, close: float, joined: Apart, seen: bytearray) -> list[int]:
    part, seen[first] = [first], 1
    for document in part:
        near = [other for other, cosine in similar[document].items() if cosine >= close]
        for other in (*near, *joined.get(document, ())):
            if not seen[other]:
                seen[other] = 1
                part.append(other)
    return sorted(part)


@dataclass(slots=True)
class _Groups:
    """Groups with the average similarity to their neighbours, and the pairs to look at next."""

    members: dict[int, list[int]]
    links: dict[int, dict[int, float]]
    close: float
    apart: Apart
    next: int
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    @classmethod
    def start(cls, similar: Similar, part: Sequence[int], close: float, apart: Apart) -> "_Groups":
        own = set(part)
        links = {i: {j: s for j, s in similar[i].items() if j in own} for i in part}
        heap = [(-s, i, j) for i, near in links.items() for j, s in near.items() if i < j and s >= close]
        heapq.heapify(heap)
        return cls({i: [i] for i in part}, links, close, apart, len(similar), heap)

    def join_pairs(self, pairs: Sequence[Pair]) -> None:
        """Join the groups of each pair, unless they are to be apart."""
        home = {document: document for document in self.members}
        for pair in pairs:
            one, other = sorted(home[document] for document in pair)
            if one != other and not self._is_apart(one, other):
                self._join(one, other)
                home.update(dict.fromkeys(self.members[self.next - 1], self.next - 1))

    def merge(self) -> None:
        """Merge the closest two while they are close enough."""
        while self.heap:
            _, one, other = heapq.heappop(self.heap)
            if one in self.members and other in self.members and not self._is_apart(one, other):
                self._join(one, other)

    def _is_apart(self, one: int, other: int) -> bool:
        return is_apart(self.members[one], self.members[other], self.apart)

    def _join(self, one: int, other: int) -> None:
        new, self.next = self.next, self.next + 1
        sizes = len(self.members[one]), len(self.members[other])
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        first, second = self.links.pop(one), self.links.pop(other)
        self.links[new] = {}
        for near in (first.keys() | second.keys()) & self.members.keys():
            average = (sizes[0] * first.get(near, 0.0) + sizes[1] * second.get(near, 0.0)) / sum(sizes)
            if average > _LEAST:
                self.links[new][near] = self.links[near][new] = average
                if average >= self.close:
                    heapq.heappush(self.heap, (-average, near, new))


def _number(labels: Sequence[int]) -> list[int]:
    """Groups numbered by their first document, so that the same documents always give the same."""
    first: dict[int, int] = {}
    return [first.setdefault(group, document) for document, group in enumerate(labels)]
