"""Scores the reading on our own gold: the invented reports of agreements/river-accord.

python evaluation/gold.py [--json] [--only NAME] [--errors N]
"""

import argparse
import sys
from collections.abc import Sequence

from annotated import Annotated, read_expected, read_tree
from placement_scores import PLACEMENT_FINDINGS
from places import OWN_GOLD, skip
from reading import load_case
from scores import Score
from scoring import score_all
from seeds import print_scores, read_document


def find_documents() -> tuple[Annotated, ...]:
    """The reports with an expectation beside them, by name; other files are about the whole."""
    expected = OWN_GOLD / "expected"
    if not expected.exists():
        skip("our own gold", expected)
        return ()
    trees = [(path, read_tree(path)) for path in sorted(expected.glob("*.yaml"))]
    return tuple(
        read_expected(path.stem, tree, OWN_GOLD / "documents" / tree["document"])
        for path, tree in trees
        if "document" in tree
    )


def score_own(documents: Sequence[Annotated]) -> list[Score]:
    """The scores of the reports read with their manifest and placed in their agreement."""
    agreement, rows = load_case(OWN_GOLD)
    pairs = [(d, read_document(d, rows.get(d.path.name), agreement)) for d in documents]
    return score_all(pairs, PLACEMENT_FINDINGS)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="scores and misses as JSON")
    parser.add_argument("--only", metavar="NAME", help="one of the reports")
    parser.add_argument("--errors", type=int, default=None, metavar="N", help="print at most N misses")
    options = parser.parse_args(arguments)
    documents = [d for d in find_documents() if options.only in (None, d.name)]
    if documents:
        print_scores(score_own(documents), as_json=options.json, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
