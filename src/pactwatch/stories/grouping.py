"""Documents of a case to stories: how alike they are in words, with what they copied, then groups.

    bodies --> vectors --> cosines + passages shared --> average linkage --> groups of documents

A person's judgements hold: documents judged one story are together, those judged different never are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pactwatch.stories.bodies import Body
from pactwatch.stories.clusters import cluster
from pactwatch.stories.copies import Copy
from pactwatch.stories.coverage import compute_close
from pactwatch.stories.group import compare_texts

#: What each word of a shared passage adds to how alike two documents are, and how much at most.
COPIED_WORD, COPIED_MOST = 0.006, 0.3

Pair = tuple[str, str]


def group_documents(
    bodies: Sequence[Body],
    copies: Iterable[Copy] = (),
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[tuple[str, ...]]:
    """The stories of some documents, in their order. Pairs with a document that is not here are left out."""
    numbers = {body.id: number for number, body in enumerate(bodies)}
    similar = list(compare_texts([body.text for body in bodies], [body.day for body in bodies]))
    _add_copies(similar, copies, numbers)
    labels = cluster(similar, compute_close(len(bodies)), _pick(same, numbers), _pick(apart, numbers))
    groups: dict[int, list[str]] = {}
    for body, label in zip(bodies, labels, strict=True):
        groups.setdefault(label, []).append(body.id)
    return [tuple(own) for own in groups.values()]


def _add_copies(
    similar: Sequence[dict[int, float]], copies: Iterable[Copy], numbers: Mapping[str, int]
) -> None:
    shared: dict[tuple[int, int], int] = {}
    for copy in copies:
        pair = numbers[copy.a], numbers[copy.b]
        shared[pair] = shared.get(pair, 0) + copy.shared
    for (one, other), words in shared.items():
        more = similar[one].get(other, 0.0) + min(COPIED_MOST, COPIED_WORD * words)
        similar[one][other] = similar[other][one] = min(1.0, more)


def _pick(pairs: Iterable[Pair], numbers: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]
