"""Scores events against rows of a sentence with its source and target, by the scorer that came with them.

Rows whose number modulo 5 is 3 or 4 are sealed: they are scored by name only, and no row of them is printed.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from events import Pair, name_event

SEALED = (3, 4)
_ROOT, _QUAD = "gold_root", "gold_penta"
Rows = Sequence[Mapping[str, str]]


def read_rows(path: Path, sealed: bool) -> Rows:
    """The open rows of the file, or the sealed ones, with their numbers as `id`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row | {"id": str(number)} for number, row in enumerate(csv.DictReader(file, delimiter="\t"))]
    return [row for row in rows if (int(row["id"]) % 5 in SEALED) is sealed]


def score_rows(scorer: ModuleType, rows: Rows) -> dict[str, float]:
    """Macro F1 over the roots and over the quad classes."""
    pairs = (Pair(row["id"], row["sentence"], row["source"], row["target"]) for row in rows)
    answers = [name_event(pair) for pair in pairs]
    return {
        "roots F1": scorer.macro([row[_ROOT] for row in rows], [str(answer["root"]) for answer in answers]),
        "quads F1": scorer.macro([row[_QUAD] for row in rows], [str(answer["quad"]) for answer in answers]),
    }
