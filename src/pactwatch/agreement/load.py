"""An agreement file to the frozen model, with every mistake found in one run.

bytes -> text (text.py) -> tree with places (tree.py) -> shape (read.py)
-> model (build.py) -> checked (check.py). Each step gives its Problems and what it could save.
"""

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
    text, problems = read_text(data, name)
    if text is None:
        return None, problems
    tree, found = parse_tree(text, name)
    problems += found
    if tree is None:
        return None, _sort(problems)
    places = Places(name, tree)
    shape, found = read_shape(places)
    agreement = make_agreement(shape, places, hash_bytes(data))
    problems = _sort([*problems, *found, *check_agreement(agreement, places)])
    return (None if has_errors(problems) else agreement), problems


def _sort(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column, problem.code))
