"""Things that stand somewhere in a text, found by the place, so that a long text is not searched whole.

things with their spans --> by each stretch of the text that a span touches --> those near some spans
"""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from pactwatch.model.source import Span

T = TypeVar("T")

#: Characters of one stretch.
STRETCH = 500


class Near(Generic[T]):
    """Things by the stretches of a text that they touch."""

    def __init__(self, placed: Iterable[tuple[T, Sequence[Span]]]) -> None:
        self._things: list[T] = []
        self._at: dict[int, list[int]] = {}
        for number, (thing, spans) in enumerate(placed):
            self._things.append(thing)
            for stretch in _list_stretches(spans):
                self._at.setdefault(stretch, []).append(number)

    def find(self, *spans: Span) -> list[T]:
        """Whatever may overlap some spans, in the order given: nothing that does is missing."""
        numbers = {number for stretch in _list_stretches(spans) for number in self._at.get(stretch, ())}
        return [self._things[number] for number in sorted(numbers)]


def _list_stretches(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.begin // STRETCH, span.end // STRETCH + 1)}
