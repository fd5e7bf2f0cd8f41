"""What pairs connect: the groups that links make."""

from collections.abc import Collection, Iterable
from typing import TypeVar

T = TypeVar("T")


def connect(
    items: Iterable[T], pairs: Iterable[tuple[T, T]], apart: Collection[tuple[T, T]] = ()
) -> list[list[T]]:
    """The groups of items that pairs connect, in the order of the items; one without a pair is alone.

    Pairs with something that is no item are left out, and so are those that would bring the two items of
    a pair of ``apart`` together: the earlier pairs come first.
    """
    order = list(dict.fromkeys(items))
    home = {item: item for item in order}
    kept_apart = [(a, b) for a, b in apart if a in home and b in home]

    def find(item: T) -> T:
        while home[item] != item:
            home[item] = home[home[item]]
            item = home[item]
        return item

    for a, b in pairs:
        if a in home and b in home:
            ends = {find(a), find(b)}
            if not any({find(x), find(y)} == ends for x, y in kept_apart):
                home[find(b)] = find(a)
    groups: dict[T, list[T]] = {}
    for item in order:
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())
