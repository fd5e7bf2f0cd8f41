"""Scores the reading on our own gold: the invented reports of agreements/river-accord.

python evaluation/gold.py [--json] [--only NAME] [--errors N]
"""

import argparse
import sys
from collections.abc import Sequence

from annotated import Annotated, read_expected
from places import OWN_GOLD, skip
from seeds import print_scores, score_documents


def find_documents() -> tuple[Annotated, ...]:
    """The reports with an expectation beside them, by name."""
    expected = OWN_GOLD / "expected"
    if not expected.exists():
        skip("our own gold", expected)
        return ()
    pairs = ((path, OWN_GOLD / "documents" / f"{path.stem}.txt") for path in sorted(expected.glob("*.yaml")))
    return tuple(read_expected(path, document) for path, document in pairs if document.exists())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="scores and misses as JSON")
    parser.add_argument("--only", metavar="NAME", help="one of the reports")
    parser.add_argument("--errors", type=int, default=None, metavar="N", help="print at most N misses")
    options = parser.parse_args(arguments)
    documents = [d for d in find_documents() if options.only in (None, d.name)]
    if documents:
        print_scores(score_documents(documents), as_json=options.json, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
