"""Stories of an archive that grows: one document is added, and the others stay as they are.

add     --> vector, by the frequencies of the last checkpoint --> the documents that are similar
groups  --> up to EXACT documents: all are grouped, as group_texts would in the order of their keys
            more: at each add, the groups that the document is similar to are clustered again
refresh --> the checkpoint is taken anew: frequencies, vectors, cosines and groups of all

A document's key is its day and its identifier. As long as the archive is small or has just been refreshed,
nothing depends on the order of arrival. In between, a large archive is an approximation.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pactwatch.stories.clusters import CLOSE, NEARER, cluster
from pactwatch.stories.coverage import compute_close
from pactwatch.stories.judged import IdPair, Judged
from pactwatch.stories.rows import Counted
from pactwatch.stories.space import Space
from pactwatch.stories.terms import count_terms

#: Up to so many documents the groups are exactly those of the whole archive.
EXACT = 3000
#: A checkpoint is old when the archive has grown by this share since.
GROWTH = 0.25
#: How many similar documents `add` names.
NAMED = 10


class Near(NamedTuple):
    """A document that another one is similar to."""

    document_id: str
    cosine: float


@dataclass(frozen=True, slots=True)
class _Document:
    id: str
    day: date | None

    @property
    def key(self) -> tuple[str, str]:
        return self.day.isoformat() if self.day else "", self.id


class StoryIndex:
    """Documents, how alike they are, and their groups; ``exact`` and ``close`` as the constants say."""

    def __init__(self, exact: int = EXACT, close: float = CLOSE) -> None:
        self._exact, self._close = exact, close
        self._documents: list[_Document] = []
        self._days: list[date | None] = []
        self._numbers: dict[str, int] = {}
        self._counted, self._space = Counted(), Space()
        self._labels: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._stale = False
        self._judged = Judged()

    def __len__(self) -> int:
        return len(self._documents)

    @property
    def due(self) -> bool:
        """Whether the archive has grown so much that `refresh` is worth its time."""
        return len(self) > (1 + GROWTH) * self._space.documents

    def add(self, document_id: str, text: str, day: date | None = None) -> tuple[Near, ...]:
        """Add a document; the most similar ones, the nearest first. One that is known is not added again."""
        if document_id not in self._numbers:
            self._number(_Document(document_id, day))
            self._counted.append(count_terms(text))
            self._place()
        return self.find_near(document_id)

    def add_all(self, told: Iterable[tuple[str, str, date | None]]) -> None:
        """Add many documents (identifier, text, day) at once, and take the checkpoint behind them."""
        for document_id, text, day in told:
            if document_id not in self._numbers:
                self._number(_Document(document_id, day))
                self._counted.append(count_terms(text))
        self.refresh()

    def find_near(self, document_id: str, most: int = NAMED) -> tuple[Near, ...]:
        """The documents most similar to one, the nearest first; raises KeyError where it is not known."""
        near = self._space.links[self._numbers[document_id]]
        ranked = sorted(near, key=lambda other: (-near[other], self._documents[other].key))
        return tuple(Near(self._documents[other].id, near[other]) for other in ranked[:most])

    def judge(self, same: Collection[IdPair] = (), apart: Collection[IdPair] = ()) -> None:
        """What a person has said of pairs of documents, in place of all that was said before.

        Pairs may name documents that come later. What contradicts itself stays apart.
        """
        judged, before = Judged.make(same, apart), self._judged
        self._judged = judged
        if len(self) <= self._exact:
            self._stale = True
        else:
            self._group(self._find_touched(self._known(judged.find_changed(before))))

    def groups(self) -> dict[str, str]:
        """Each document with the first one of its group, in the order of the keys."""
        if self._stale:
            self.refresh()
        order = sorted(range(len(self)), key=lambda number: self._documents[number].key)
        return {self._documents[number].id: self._documents[self._labels[number]].id for number in order}

    def refresh(self) -> None:
        """Take the checkpoint anew, with every vector, cosine and group."""
        if self._space.documents != len(self):
            self._take_checkpoint()
        self._labels, self._members = [0] * len(self), {}
        self._group(range(len(self)))
        self._stale = False

    def _number(self, document: _Document) -> None:
        self._numbers[document.id] = len(self)
        self._documents.append(document)
        self._days.append(document.day)

    def _place(self) -> None:
        """Compare the document that came last; the groups of a small archive wait until they are wanted."""
        if len(self) > self._exact and self._stale:
            self.refresh()
        elif len(self) <= self._exact and self.due:
            self._take_checkpoint()
            self._stale = True
        else:
            near = self._space.append(self._counted, self._days)
            self._stale = len(self) <= self._exact
            if not self._stale:
                self._group_near(near)

    def _group_near(self, near: dict[int, float]) -> None:
        """Cluster the groups again that the document which came last is similar to."""
        number = len(self) - 1
        self._labels.append(number)
        self._members[number] = [number]
        close = [other for other, cosine in near.items() if cosine >= self._close * NEARER]
        told = self._known(self._judged.others.get(self._documents[number].id, ()))
        self._group(self._find_touched((number, *close, *told)))

    def _known(self, ids: Iterable[str]) -> list[int]:
        return [self._numbers[one] for one in ids if one in self._numbers]

    def _find_touched(self, numbers: Iterable[int]) -> list[int]:
        """The documents of all groups in which one of these stands."""
        labels = sorted({self._labels[number] for number in numbers})
        return [number for label in labels for number in self._members[label]]

    def _group(self, numbers: Sequence[int]) -> None:
        """Cluster these documents, which are whole groups, in the order of their keys."""
        order = sorted(numbers, key=lambda number: self._documents[number].key)
        same, apart = self._judged.pick([self._documents[number].id for number in order])
        links = self._space.links.pick(order)
        for number in order:
            self._members.pop(self._labels[number], None)
        for number, first in zip(
            order, cluster(links, compute_close(len(self), self._close), same, apart), strict=True
        ):
            self._labels[number] = order[first]
            self._members.setdefault(order[first], []).append(number)

    def _take_checkpoint(self) -> None:
        """Number the documents in the order of their keys, and compare each with each."""
        order = sorted(range(len(self)), key=lambda number: self._documents[number].key)
        self._documents = [self._documents[number] for number in order]
        self._days = [document.day for document in self._documents]
        self._numbers = {document.id: number for number, document in enumerate(self._documents)}
        self._counted.sort(order)
        self._space = Space.take(self._counted, self._days)
