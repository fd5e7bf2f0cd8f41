"""Documents grouped into stories, scored on three sets by the scorer that came with them.

python evaluation/stories.py [--shared DIR] [--sweep]

One setting holds for all sets; ``--sweep`` prints the score of each at the settings around it.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from attributions import TREE, load_scorer, read_lines
from pactwatch.stories.clusters import CLOSE
from pactwatch.stories.group import group_texts
from places import add_shared_option, skip
from printing import format_table

#: Name, file under evaluation/, and the part of it ("" where it has none).
SETS = (
    ("newswcl50", "newswcl50/docs.jsonl", ""),
    ("ecbplus dev", "ecbplus/docs.jsonl", "dev"),
    ("fnc1 train", "fnc1/train_stories.jsonl", ""),
)
SWEEP = (0.16, 0.18, 0.19, 0.20, 0.21, 0.22, 0.24)


def read_set(shared: Path, file: str, part: str) -> list[TREE]:
    """The documents of a set; empty where it is not here."""
    path = shared / "evaluation" / file
    if not path.exists():
        skip("stories", path)
        return []
    return [line for line in read_lines(path) if not part or line.get("split") == part]


def score_set(
    scorer: ModuleType, lines: Sequence[TREE], thresholds: Sequence[float]
) -> list[Mapping[str, float]]:
    """B-cubed, pair F1 and ARI of a set at each threshold, in per cent."""
    gold = [line["story"] for line in lines]
    return [
        scorer.metrics(gold, found) for found in group_texts([line["text"] for line in lines], thresholds)
    ]


def find_scorer(shared: Path) -> ModuleType | None:
    """The scorer of the three sets; None where it is not here."""
    path = shared / "evaluation" / "score_stories.py"
    return load_scorer(path) if path.exists() else None


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument("--sweep", action="store_true", help="the scores at the settings around ours")
    options = parser.parse_args(arguments)
    scorer = find_scorer(options.shared)
    rows = []
    for name, file, part in SETS:
        lines = read_set(options.shared, file, part)
        thresholds = SWEEP if options.sweep else (CLOSE,)
        if lines and scorer is not None:
            for close, rates in zip(thresholds, score_set(scorer, lines, thresholds), strict=True):
                rows.append(
                    (name, f"{close:.2f}", *(f"{rates[key]:.1f}" for key in ("B3_F", "pair_F", "ARI")))
                )
    print(format_table(("set", "close", "B3", "pair F1", "ARI"), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
