"""An agreement file to the frozen model, with every mistake found in one run.

bytes -> text (text.py) -> tree with places (tree.py) -> shape (read.py)
-> model (build.py) -> checked (check.py). Each step gives its Problems and what it could save.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactwatch.agreement.build import make_agreement
from pactwatch.agreement.check import check_agreement
from pactwatch.agreement.places import Places
from pactwatch.agreement.read import read_shape
from pactwatch.agreement.text import read_text
from pactwatch.agreement.tree import parse_tree
from pactwatch.ids import hash_bytes
from pactwatch.model.agreement import Agreement
from pactwatch.problems import Problem, has_errors


def load_agreement(path: Path) -> tuple[Agreement | None, list[Problem]]:
    """The agreement in a file, and all Problems; None where any of them is an error."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        hint = "Check the path, and that the file may be read."
        return None, [Problem("A101", f"The file cannot be read: {reason}.", str(path), hint=hint)]
    return parse_agreement(data, str(path))


def parse_agreement(data: bytes, name: str) -> tuple[Agreement | None, list[Problem]]:
    """The agreement in the bytes of a file; ``name`` stands in the Problems."""
    with _without_collection():
        return _parse(data, name)


def _parse(data: bytes, name: str) -> tuple[Agreement | None, list[Problem]]:
    text, problems = read_text(data, name)
    if text is None:
        return None, problems
    tree, found = parse_tree(text, name)
    problems += found
    if tree is None:
        return None, _sort(problems)
    shape, places, found = read_shape(Places(name, tree))
    agreement = make_agreement(shape, places, hash_bytes(data))
    problems = _sort([*problems, *found, *check_agreement(agreement, places)])
    return (None if has_errors(problems) else agreement), problems


@contextmanager
def _without_collection() -> Iterator[None]:
    """Without Python's search for circles of objects: a tree has none, and the search in a
    growing tree takes longer than the reading itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _sort(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))
