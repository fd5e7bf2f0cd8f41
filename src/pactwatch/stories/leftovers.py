"""Small groups that were left over: each goes to the larger group that it is clearly nearest to.

groups of up to three --> their nearest documents in each larger group --> the nearest group, if it is near
and clearly nearer than the next, and no person has said that they are apart
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pactwatch.stories.rows import Similar

#: Groups of so few are left over; they join another that is near, by its nearest documents, where it is so
#: many times as near as the second.
FEW, CLEAR, NEAREST = 3, 1.5, 3

#: For each document those that are never together with it.
Apart = Mapping[int, Collection[int]]


def is_apart(ours: Iterable[int], theirs: Collection[int], apart: Apart) -> bool:
    """Whether a person has said of a document here and one there that they are not of one story."""
    return bool(apart) and any(other in apart[one] for one in ours if one in apart for other in theirs)


def attach(labels: Sequence[int], similar: Similar, apart: Apart, near: float) -> list[int]:
    """The group of each document, once the small groups have gone to their homes, the nearest first."""
    groups: dict[int, list[int]] = {}
    for document, group in enumerate(labels):
        groups.setdefault(group, []).append(document)
    large = {group: own for group, own in groups.items() if len(own) > FEW}
    homes = {group: group for group in groups}
    for _, group, home in sorted(_find_homes(groups, labels, large, similar, apart, near)):
        if not is_apart(groups[group], large[home], apart):
            homes[group] = home
            large[home] = large[home] + groups[group]
    return [homes[group] for group in labels]


def _find_homes(
    groups: Mapping[int, Sequence[int]],
    labels: Sequence[int],
    large: Mapping[int, Collection[int]],
    similar: Similar,
    apart: Apart,
    bound: float,
) -> list[tuple[float, int, int]]:
    """Similarity below zero, small group, home."""
    found = []
    for group, own in groups.items():
        if group not in large:
            near = _find_near(own, labels, large, similar)
            free = {home: nearest for home, nearest in near.items() if not is_apart(own, large[home], apart)}
            found += [(-score, group, home) for score, home in _choose(free, bound)]
    return found


def _find_near(
    own: Sequence[int],
    labels: Sequence[int],
    large: Collection[int],
    similar: Similar,
) -> dict[int, list[float]]:
    """The similarities to the documents of each large group."""
    near: dict[int, list[float]] = {}
    for document in own:
        for other, cosine in similar[document].items():
            if labels[other] in large:
                near.setdefault(labels[other], []).append(cosine)
    return near


def _choose(nearest: Mapping[int, Sequence[float]], near: float) -> list[tuple[float, int]]:
    """The nearest group with its similarity; none where none is near, or a second is nearly as near.

    Where there is no second, being near is not enough: in a small archive one group attracts all.
    """
    ranked = sorted(
        ((sum(sorted(s)[-NEAREST:]) / NEAREST, group) for group, s in nearest.items()), reverse=True
    )
    if not ranked or ranked[0][0] < near:
        return []
    second = ranked[1][0] if len(ranked) > 1 else near
    return ranked[:1] if ranked[0][0] >= CLEAR * second else []
