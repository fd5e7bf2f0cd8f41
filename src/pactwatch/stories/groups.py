"""What pairs connect: the groups that links make."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def connect(items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The groups of items that pairs connect, in the order of the items; one without a pair is alone.

    Pairs with something that is no item are left out.
    """
    order = list(dict.fromkeys(items))
    home = {item: item for item in order}

    def find(item: T) -> T:
        while home[item] != item:
            home[item] = home[home[item]]
            item = home[item]
        return item

    for a, b in pairs:
        if a in home and b in home:
            home[find(b)] = find(a)
    groups: dict[T, list[T]] = {}
    for item in order:
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())
