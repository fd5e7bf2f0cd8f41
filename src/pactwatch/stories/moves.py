"""A document whose group is not the one that it is closest to on average goes there.

Merging is greedy: two documents that met early stay together, whatever comes after. A look back at each
document mends that: it goes where its average cosine is so many times that to the rest of its own group.
One that is alone goes to a larger group only, and only a near one: most that are alone are so rightly.
Moves of single documents between clusters: Hartigan (1975), "Clustering algorithms", chapter 4.
"""

from collections.abc import Collection, Sequence

from pactwatch.stories.leftovers import FEW, Apart, is_apart
from pactwatch.stories.rows import Similar

#: A document moves to a group that it is so close to on average, and so many times closer than to its own.
CLOSE_ENOUGH, CLOSER = 0.1, 1.5
#: All documents are looked at so often, or until none moves.
ROUNDS = 3


def move_documents(
    labels: Sequence[int], similar: Similar, fixed: Collection[int], apart: Apart, near: float
) -> list[int]:
    """The group of each document after the moves; those that are ``fixed`` stay where they are, and the
    nearest to another move first. One that is alone moves to a group that it is as close to as ``near``."""
    homes = _Homes(labels, apart, near)
    nearest = [max(similar[document].values(), default=0.0) for document in range(len(labels))]
    free = sorted(set(range(len(labels))).difference(fixed), key=lambda one: (-nearest[one], one))
    for _ in range(ROUNDS):
        if not sum([homes.move(document, similar) for document in free]):
            break
    return homes.labels


class _Homes:
    """The group of each document, and the documents of each group."""

    def __init__(self, labels: Sequence[int], apart: Apart, near: float) -> None:
        self.labels, self._apart, self._near = list(labels), apart, near
        self._members: dict[int, set[int]] = {}
        for document, group in enumerate(labels):
            self._members.setdefault(group, set()).add(document)

    def move(self, document: int, similar: Similar) -> bool:
        """Move a document to the group that is clearly closer than its own, if there is one."""
        own = self.labels[document]
        better = sorted(self._find_better(document, own, similar))
        home = next((group for _, group in better if not self._is_apart(document, group)), own)
        self._members[own].remove(document)
        self._members[home].add(document)
        self.labels[document] = home
        return home != own

    def _find_better(self, document: int, own: int, similar: Similar) -> list[tuple[float, int]]:
        """Average cosine below zero, and group."""
        averages = self._compute_averages(document, similar)
        alone = len(self._members[own]) == 1
        least = self._near if alone else max(CLOSE_ENOUGH, CLOSER * averages.get(own, 0.0))
        return [
            (-average, group)
            for group, average in averages.items()
            if group != own and average > least and (not alone or len(self._members[group]) > FEW)
        ]

    def _is_apart(self, document: int, group: int) -> bool:
        return is_apart((document,), self._members[group], self._apart)

    def _compute_averages(self, document: int, similar: Similar) -> dict[int, float]:
        """The average cosine to each group, itself not counted."""
        sums: dict[int, float] = {}
        for other, cosine in similar[document].items():
            sums[self.labels[other]] = sums.get(self.labels[other], 0.0) + cosine
        own = self.labels[document]
        return {group: total / (len(self._members[group]) - (group == own)) for group, total in sums.items()}
