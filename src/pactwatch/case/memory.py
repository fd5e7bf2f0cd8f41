"""What was computed for the newest record, kept until a newer one comes."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

#: Answers kept; a page needs about ten.
MOST = 32


class Memory:
    """Answers by question, of one head: another head's hash empties it, so nothing in it is ever old."""

    def __init__(self) -> None:
        self._head = ""
        self._kept: dict[Hashable, Any] = {}

    def recall(self, head: str, question: Hashable, compute: Callable[[], T]) -> T:
        """The answer to a question at a head: kept, or computed now."""
        if head != self._head or len(self._kept) >= MOST:
            self._head, self._kept = head, {}
        if question not in self._kept:
            self._kept[question] = compute()
        answer: T = self._kept[question]
        return answer
