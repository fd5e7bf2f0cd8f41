"""Which documents belong together: average linkage down to one threshold, then the few left over.

similar documents --> merge the two groups that are closest on average, while they are close enough
                  --> a group of up to three goes to the one it is clearly nearest to
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: Two groups whose documents are on average at least so similar are one story.
CLOSE = 0.18
#: Groups of so few are left over; they join another at this similarity to its nearest documents, where it
#: is so many times that of the second nearest.
FEW, NEAR, CLEAR, NEAREST = 3, 0.15, 1.5, 3
#: Average similarities below this are forgotten.
_LEAST = 0.02

Similar = Sequence[Mapping[int, float]]


def cluster(similar: Similar, close: float = CLOSE) -> list[int]:
    """The group of each document, numbered by the first document of each."""
    groups = _Groups.start(similar)
    groups.merge(close)
    return _number(_attach(_label(groups.members, len(similar)), similar))


@dataclass(slots=True)
class _Groups:
    """Groups with the average similarity to their neighbours, and the pairs to look at next."""

    members: dict[int, list[int]]
    links: dict[int, dict[int, float]]
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    @classmethod
    def start(cls, similar: Similar) -> "_Groups":
        heap = [(-s, i, j) for i, near in enumerate(similar) for j, s in near.items() if i < j]
        heapq.heapify(heap)
        numbers = range(len(similar))
        return cls({i: [i] for i in numbers}, {i: dict(similar[i]) for i in numbers}, heap)

    def merge(self, close: float) -> None:
        """Merge the closest two while they are close enough."""
        number = len(self.members)
        while self.heap and -self.heap[0][0] >= close:
            _, one, other = heapq.heappop(self.heap)
            if one in self.members and other in self.members:
                self._join(one, other, number)
                number += 1

    def _join(self, one: int, other: int, new: int) -> None:
        sizes = len(self.members[one]), len(self.members[other])
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        first, second = self.links.pop(one), self.links.pop(other)
        self.links[new] = {}
        for near in sorted((first.keys() | second.keys()) & self.members.keys()):
            average = (sizes[0] * first.get(near, 0.0) + sizes[1] * second.get(near, 0.0)) / sum(sizes)
            if average > _LEAST:
                self.links[new][near] = self.links[near][new] = average
                heapq.heappush(self.heap, (-average, near, new))


def _label(members: Mapping[int, Sequence[int]], count: int) -> list[int]:
    labels = [0] * count
    for group, own in members.items():
        for document in own:
            labels[document] = group
    return labels


def _attach(labels: Sequence[int], similar: Similar) -> list[int]:
    """Each small group goes to the larger one that it is clearly nearest to."""
    groups: dict[int, list[int]] = {}
    for document, group in enumerate(labels):
        groups.setdefault(group, []).append(document)
    large = {group for group, own in groups.items() if len(own) > FEW}
    homes = {group: group for group in large}
    for group, own in groups.items():
        if group not in large:
            home = _find_home(own, labels, large, similar)
            homes[group] = group if home is None else home
    return [homes[group] for group in labels]


def _find_home(own: Sequence[int], labels: Sequence[int], large: set[int], similar: Similar) -> int | None:
    near: dict[int, list[float]] = {}
    for document in own:
        for other, cosine in similar[document].items():
            if labels[other] in large:
                near.setdefault(labels[other], []).append(cosine)
    ranked = sorted(((sum(sorted(s)[-NEAREST:]) / NEAREST, group) for group, s in near.items()), reverse=True)
    if not ranked or ranked[0][0] < NEAR:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= CLEAR * ranked[1][0] else None


def _number(labels: Sequence[int]) -> list[int]:
    """Groups numbered by their first document, so that the same documents always give the same."""
    first: dict[int, int] = {}
    return [first.setdefault(group, document) for document, group in enumerate(labels)]
