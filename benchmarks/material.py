"""The texts that are read while time is measured, and how numbers are printed."""

import json
import resource
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
RIVER = ROOT / "agreements" / "river-accord"
GAZA = ROOT / "agreements" / "gaza-2025"
FALLBACK = 120


@dataclass(frozen=True)
class Material:
    """So many texts under one name."""

    name: str
    texts: tuple[str, ...]

    @property
    def characters(self) -> int:
        return sum(map(len, self.texts))


def find_material(shared: Path) -> Material:
    """The Wikinews texts (CC BY 2.5) where they lie beside the project, else our own reports, repeated."""
    path = shared / "evaluation" / "meantime" / "docs.jsonl"
    if path.exists():
        lines = path.read_text(encoding="utf-8").split("\n")
        return Material("Wikinews texts", tuple(json.loads(line)["text"] for line in lines if line))
    print(
        "SKIPPED the Wikinews texts: ../shared does not hold them; our own reports instead", file=sys.stderr
    )
    own = [path.read_text(encoding="utf-8") for path in sorted((RIVER / "documents").glob("*.txt"))]
    return Material("reports of the river accord, repeated", tuple((own * FALLBACK)[:FALLBACK]))


def find_agreement() -> Path:
    """The agreement file of the sample case."""
    return next(path for path in (GAZA / "agreement.yaml", RIVER / "agreement.yaml") if path.exists())


def peak_megabytes(who: int = resource.RUSAGE_SELF) -> float:
    """The largest memory so far, of this process or of its ended children."""
    peak = resource.getrusage(who).ru_maxrss
    return peak / 1_000_000 if sys.platform == "darwin" else peak / 1_000


def print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns: the first to the left, the rest to the right."""
    table = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *rest in table:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join([first.ljust(widths[0]), *cells]))
