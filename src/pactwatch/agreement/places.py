"""Where a value of the agreement file stands, and Problems that point at it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.agreement.tree import Node, Series, Table, Text
from pactwatch.problems import Level, Problem

#: Keys and list positions from the top of the file.
Path = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Places:
    """The file's name and its tree; ``faulty`` are the entries of which a part does not fit
    (section and name, or a key of the top alone)."""

    name: str
    tree: Table
    faulty: frozenset[tuple[str | int, ...]] = frozenset()

    def find_key(self, path: Path) -> Node:
        """The key that the path ends with; where there is none, the nearest place above."""
        above = self.find_value(path[:-1])
        if isinstance(above, Table) and path and path[-1] in above.entries:
            return above.entries[str(path[-1])][0]
        return above

    def find_value(self, path: Path) -> Node:
        """The value at the path; where there is none, the nearest place above."""
        node: Node = self.tree
        for step in path:
            below = _find_below(node, step)
            if below is None:
                break
            node = below
        return node

    def has(self, path: Path) -> bool:
        """Whether the path leads to a key of the file."""
        above = self.find_value(path[:-1])
        return isinstance(above, Table) and path[-1] in above.entries

    def is_whole(self, *path: str) -> bool:
        """Whether all of an entry fits, so that what is missing there is really missing."""
        return path not in self.faulty

    def names(self, *sections: str) -> tuple[str, ...]:
        """The keys of the top-level sections, faulty entries included, in the order of the file."""
        tables = (self.find_value([section]) for section in sections if self.has([section]))
        return tuple(key for table in tables if isinstance(table, Table) for key in table.entries)

    def report(
        self,
        code: str,
        message: str,
        path: Path,
        hint: str = "",
        *,
        nearest: str | None = None,
        at_key: bool = False,
        offset: int = 0,
        word: str | None = None,
        level: Level = Level.ERROR,
    ) -> Problem:
        """A Problem at a value or a key; ``offset`` counts from 1 inside the value's text,
        ``word`` is looked for in it."""
        node = self.find_key(path) if at_key else self.find_value(path)
        line, column = _place(node, offset or _find_word(node, word))
        return Problem(code, message, self.name, line, column, hint, nearest, level)


def _find_below(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Table) and step in node.entries:
        return node.entries[str(step)][1]
    if isinstance(node, Series) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _place(node: Node, offset: int) -> tuple[int, int]:
    if offset and isinstance(node, Text) and node.inline:
        return node.line, node.column + node.quoted + offset - 1
    return node.line, node.column


def _find_word(node: Node, word: str | None) -> int:
    if word is None or not isinstance(node, Text):
        return 0
    padded = "".join(c if c.isalnum() or c == "-" else " " for c in f" {node.text} ")
    return padded.find(f" {word} ") + 1
