"""Swaps names, numbers, weekdays and the order of paragraphs in the five articles and their gold.

    python evaluation/perturb.py --seed 1 --to DIR      writes DIR/seeds and DIR/gold, scores them
    python evaluation/perturb.py --check                three seeds; no score may drop by more than 5 points

A rule that knows the articles is found by this: it fails on the swapped texts.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from annotated import read_tree
from pactwatch.agreement.load import load_agreement
from pactwatch.config import AGREEMENT_FILE
from pactwatch.model.agreement import Agreement
from places import SAMPLE, add_shared_option
from printing import format_scores
from scores import Score
from seeds import find_seeds, load_sample, score_documents
from shuffle import shuffle_paragraphs
from swaps import Swaps, make_swaps

SEEDS = (1, 2, 3)
MOST = 5.0
TREE = dict[str, Any]
_NUMBERS = frozenset(["low", "high", "approx", "of_total"])
_KEPT = frozenset(["file", "doc", "published", "since", "as_of", "date"])
#: A count of wrong claims drops by its rise, measured by the size of what it belongs to.
_SIZE_OF = {
    "quotes invented": "quotes",
    "figures invented": "figures",
    "statements beyond the gold": "indirect",
}
_SMALL = 20


@dataclass(frozen=True)
class Drop:
    """How far one score falls on the texts of one seed, in points."""

    seed: int
    measure: str
    points: float

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.measure} -{self.points:.1f}"


def write_perturbed(shared: Path, to: Path, seed: int) -> None:
    """Write the swapped articles and their gold as ``to/seeds`` and ``to/gold/seeds.yaml``."""
    swaps, tree = make_swaps(seed), read_tree(shared / "gold" / "seeds.yaml")
    (to / "seeds").mkdir(parents=True, exist_ok=True)
    (to / "gold").mkdir(parents=True, exist_ok=True)
    for key, entry in tree["documents"].items():
        text = (shared / "seeds" / entry["file"]).read_bytes().decode("utf-8")
        ordered = shuffle_paragraphs(text, seed, _find_held(tree, key))
        (to / "seeds" / entry["file"]).write_bytes(swaps.swap_text(ordered).encode("utf-8"))
    with (to / "gold" / "seeds.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(swap_tree(tree, swaps), file)


def _find_held(tree: TREE, document: str) -> list[tuple[str, str]]:
    """A description that is resolved elsewhere ("an analyst") keeps its place before or behind the name."""
    items = [item for name in ("quotes", "indirect") for item in tree[name] if item["doc"] == document]
    pairs = [(item["via"], item["speaker"]) for item in items if " " in item.get("via", "")]
    return [pair for via, speaker in pairs for pair in ((via, speaker), (speaker, via))]


def swap_tree(node: Any, swaps: Swaps, key: str = "") -> Any:
    """The gold with the same swaps as the text; keys, file names and dates stay."""
    if isinstance(node, dict):
        return {name: swap_tree(value, swaps, str(name)) for name, value in node.items()}
    if isinstance(node, list):
        return [swap_tree(value, swaps, key) for value in node]
    if key in _KEPT:
        return node
    if isinstance(node, str):
        return swaps.swap_text(node)
    return swaps.swap_number(node) if key in _NUMBERS else node


def score_perturbed(shared: Path, seed: int) -> list[Score]:
    """The scores on the texts of one seed, written to a temporary folder, by the swapped agreement."""
    with tempfile.TemporaryDirectory() as folder:
        write_perturbed(shared, Path(folder), seed)
        return score_documents(find_seeds(Path(folder)), load_swapped(Path(folder), seed))


def load_swapped(folder: Path, seed: int) -> Agreement | None:
    """The sample's agreement with the swaps of one seed, written to a folder; None where it is not here."""
    original = SAMPLE / AGREEMENT_FILE
    if not original.exists():
        return None
    swapped = make_swaps(seed).swap_text(original.read_text(encoding="utf-8"))
    tree = YAML(typ="safe", pure=True).load(swapped)
    tree.pop("expect", None)
    with (folder / AGREEMENT_FILE).open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump(tree, file)
    agreement, wrong = load_agreement(folder / AGREEMENT_FILE)
    if agreement is None:
        raise SystemExit("\n".join(map(str, wrong)))
    return agreement


def find_drops(shared: Path, seeds: Sequence[int]) -> list[Drop]:
    """The drop of every score for every seed, against the articles as they are."""
    plain = score_documents(find_seeds(shared), load_sample())
    return [drop for seed in seeds for drop in compare_scores(plain, score_perturbed(shared, seed), seed)]


def compare_scores(plain: Sequence[Score], swapped: Sequence[Score], seed: int) -> Iterator[Drop]:
    """Points lost by each score; a count of wrong claims loses what it rises by."""
    sizes = {score.measure: score.total for score in plain}
    for before, after in zip(plain, swapped, strict=True):
        if before.total is None:
            size = sizes.get(_SIZE_OF.get(before.measure, "")) or _SMALL
            points = 100 * (after.right - before.right) / size
        else:
            points = before.value - after.value
        yield Drop(seed, before.measure, points)


def _check(shared: Path) -> int:
    drops = find_drops(shared, SEEDS)
    for drop in sorted(drops, key=lambda drop: -drop.points):
        if drop.points > 0:
            print(drop, "" if drop.points <= MOST else "  TOO MUCH")
    worst = max(drop.points for drop in drops)
    print(f"largest drop {worst:.1f} points over {len(SEEDS)} seeds; at most {MOST:g} allowed")
    return 0 if worst <= MOST else 1


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument("--seed", type=int, default=SEEDS[0], metavar="N", help="which swaps (default: 1)")
    parser.add_argument("--to", type=Path, metavar="DIR", help="keep the swapped texts and gold here")
    parser.add_argument("--check", action="store_true", help="compare three seeds with the plain articles")
    options = parser.parse_args(arguments)
    if not find_seeds(options.shared):
        return 0
    if options.check:
        return _check(options.shared)
    if options.to:
        write_perturbed(options.shared, options.to, options.seed)
    print(format_scores(score_perturbed(options.shared, options.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
