"""Where the material that others made lies, and what is skipped where it is missing."""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "agreements" / "gaza-2025"
OWN_GOLD = ROOT / "agreements" / "river-accord"
FLOORS = Path(__file__).resolve().parent / "floors.json"


def add_shared_option(parser: argparse.ArgumentParser) -> None:
    """The option by which a script is told where the shared folder lies."""
    parser.add_argument(
        "--shared",
        type=Path,
        default=SHARED,
        metavar="DIR",
        help="folder with seeds/, gold/ and evaluation/ (default: ../shared beside the project)",
    )


#: Counts the texts of a gold that are not here: the scores of the rest have no floors.
MISSING = "texts missing"


def skip(what: str, missing: Path) -> None:
    """Say loudly that something is not measured."""
    print(f"SKIPPED {what}: {_short(missing)} does not exist", file=sys.stderr)


def _short(path: Path) -> str:
    try:
        return f"../{path.resolve().relative_to(ROOT.parent)}"
    except ValueError:
        return str(path)
