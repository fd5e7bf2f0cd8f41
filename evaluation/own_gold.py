"""What the golds of our own texts share: reading a folder of them, scoring it, and the command."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from own_texts import NoText, find_text, hash_text
from places import MISSING, add_shared_option
from printing import format_table

TREE = dict[str, Any]
T = TypeVar("T")
#: The gold's counts over some texts, and the printed differences.
Scored = tuple[Counter[str], list[str]]


def read_texts(folder: Path, shared: Path, make: Callable[[TREE, str], T]) -> tuple[list[T], list[str]]:
    """The annotated texts of a folder by name, and why some cannot be scored here."""
    texts, missing = [], []
    for path in sorted(folder.glob("*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"))
        try:
            texts.append(make(tree, _find_annotated(tree, shared)))
        except NoText as error:
            missing.append(str(error))
    return texts, missing


def _find_annotated(tree: TREE, shared: Path) -> str:
    text = find_text(tree["text"], shared)
    if hash_text(text) != tree["sha256"]:
        raise NoText(f"{tree['text']}: the text is not the one that was annotated (SHA-256 differs)")
    return text


def score_texts(read: tuple[list[T], list[str]], score: Callable[[T], Scored]) -> Scored:
    """The counts over texts, how many of them are not here, and the printed differences."""
    texts, missing = read
    for line in missing:
        print(f"SKIPPED {line}", file=sys.stderr)
    counts, lines = Counter[str]({MISSING: len(missing)}), list[str]()
    for text in texts:
        found, wrong = score(text)
        counts += found
        lines += wrong
    return counts, lines


def percent(part: int, whole: int) -> float:
    """A share in per cent; 100 of nothing."""
    return 100 * part / whole if whole else 100.0


def run(
    about: str,
    folder: Path,
    score_folder: Callable[..., Scored],
    score_agreement: Callable[[Path], Counter[str]],
    compute_rates: Callable[[Counter[str]], Sequence[tuple[str, float, str]]],
    arguments: Sequence[str] | None,
) -> int:
    """The command of a gold: its open texts, the sealed ones without misses, or the second pass."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    add_shared_option(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sealed", action="store_true", help="the sealed texts: figures and no misses")
    which.add_argument("--agreement", action="store_true", help="the second pass against the first")
    parser.add_argument("--only", metavar="NAME", help="one of the open texts")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N differences")
    options = parser.parse_args(arguments)
    lines: list[str] = []
    if options.agreement:
        counts = score_agreement(options.shared)
    elif options.sealed:
        counts, _ = score_folder(folder / "sealed", options.shared)
    else:
        counts, lines = score_folder(folder / "open", options.shared, options.only)
    print("\n".join(lines[: options.errors]), end="\n\n" if lines and options.errors else "")
    rows = [(measure, f"{value:.1f}", note) for measure, value, note in compute_rates(counts)]
    print(format_table(("measure", "percent", ""), rows))
    return 0
