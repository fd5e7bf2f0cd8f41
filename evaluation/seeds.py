"""Scores the reading of the five articles of ../shared/seeds against ../shared/gold/seeds.yaml.

python evaluation/seeds.py [--shared DIR] [--json] [--only 002] [--errors N]
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from annotated import Annotated, read_seeds, read_tree
from places import add_shared_option, skip
from printing import format_misses, format_scores
from reading import Reading, read_bytes
from scores import Score
from scoring import score_all


def score_documents(documents: Sequence[Annotated]) -> list[Score]:
    """The scores of every document that could be read; one that could not is an error."""
    pairs = []
    for document in documents:
        reading = read_bytes(document.path.read_bytes(), document.path.name)
        if not isinstance(reading, Reading):
            raise SystemExit(f"{document.path.name} was not read: {reading}")
        pairs.append((document, reading))
    return score_all(pairs)


def find_seeds(shared: Path) -> tuple[Annotated, ...]:
    """The five articles with their gold; empty where the folder does not exist."""
    gold, folder = shared / "gold" / "seeds.yaml", shared / "seeds"
    for missing in (path for path in (gold, folder) if not path.exists()):
        skip("the five articles", missing)
        return ()
    return read_seeds(read_tree(gold), folder)


def print_scores(scores: Sequence[Score], *, as_json: bool, errors: int | None) -> None:
    """The table and below it the misses, or both as JSON."""
    if as_json:
        print(
            json.dumps(
                [asdict(score) | {"value": score.value} for score in scores], ensure_ascii=False, indent=1
            )
        )
        return
    print(format_scores(scores))
    if errors != 0:
        print(f"\n{format_misses(scores, errors) or 'no misses'}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument("--json", action="store_true", help="scores and misses as JSON")
    parser.add_argument("--only", metavar="DOC", help="one of the articles: 000 to 004")
    parser.add_argument("--errors", type=int, default=None, metavar="N", help="print at most N misses")
    options = parser.parse_args(arguments)
    documents = [d for d in find_seeds(options.shared) if options.only in (None, d.name)]
    if documents:
        print_scores(score_documents(documents), as_json=options.json, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
