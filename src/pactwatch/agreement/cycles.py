"""Circles in a graph of names."""

from collections.abc import Iterator, Mapping, Sequence


def find_cycles(graph: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Circles, each once, begun with the member that stands first in the graph.

    One circle per closing edge of a depth-first walk; of circles that share edges not all
    are listed. Without recursion, so that a chain may be as long as the file.
    """
    places = {name: place for place, name in enumerate(graph)}
    finished: dict[str, None] = {}
    cycles: dict[tuple[str, ...], None] = {}
    for name in graph:
        for cycle in _walk(name, graph, finished):
            cycles.setdefault(_turn(cycle, places), None)
    return list(cycles)


def _walk(start: str, graph: Mapping[str, Sequence[str]], finished: dict[str, None]) -> Iterator[list[str]]:
    if start in finished:
        return
    path = {start: iter(graph.get(start, ()))}
    while path:
        name = next(reversed(path))
        below = next(path[name], None)
        if below is None:
            finished[name] = None
            path.popitem()
        elif below in path:
            names = list(path)
            yield names[names.index(below) :]
        elif below not in finished:
            path[below] = iter(graph.get(below, ()))


def _turn(cycle: list[str], places: Mapping[str, int]) -> tuple[str, ...]:
    first = cycle.index(min(cycle, key=lambda name: places[name]))
    return (*cycle[first:], *cycle[:first])
