"""Scores the reading of the five articles of ../shared/seeds against ../shared/gold/seeds.yaml.

python evaluation/seeds.py [--shared DIR] [--json] [--only 002] [--errors N]
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from annotated import TREE, Annotated, read_seeds, read_tree
from pactwatch.documents.manifest import SourceRow
from pactwatch.model.agreement import Agreement
from placement_scores import BREACHES
from places import SAMPLE, add_shared_option, skip
from position_scores import POSITION_FINDINGS
from printing import format_misses, format_scores
from provision_status import find_status
from reading import Reading, load_case, read_bytes
from scores import Score
from scoring import score_all
from side_by_side import score_side_by_side
from together import score_derivations, score_series

#: What needs the agreement: its actors and its provisions.
PLACED = (*BREACHES, ("provision status", find_status), *POSITION_FINDINGS)


def load_sample() -> Agreement | None:
    """The agreement of the sample, where it is here."""
    return load_case(SAMPLE)[0] if SAMPLE.exists() else None


def score_documents(documents: Sequence[Annotated], agreement: Agreement | None = None) -> list[Score]:
    """The scores of the articles read without a manifest. Who accuses whom of what needs the agreement."""
    pairs = [(document, read_document(document, agreement=agreement)) for document in documents]
    return score_all(pairs, PLACED if agreement else ())


def score_together(tree: TREE, documents: Sequence[Annotated]) -> list[Score]:
    """What all the articles give together, placed in the sample's agreement."""
    if not SAMPLE.exists():
        return []
    agreement, _ = load_case(SAMPLE)
    pairs = [(document, read_document(document, agreement=agreement)) for document in documents]
    return [
        score_series(tree, pairs),
        score_derivations(tree, pairs, agreement),
        *score_side_by_side(tree, pairs),
    ]


def read_document(
    document: Annotated, row: SourceRow | None = None, agreement: Agreement | None = None
) -> Reading:
    """The reading of an annotated document; one that cannot be read ends the run."""
    reading = read_bytes(document.path.read_bytes(), document.path.name, row, agreement)
    if not isinstance(reading, Reading):
        raise SystemExit(f"{document.path.name} was not read: {reading}")
    return reading


def find_gold(shared: Path) -> Path:
    """Where the gold of the five articles is kept."""
    return shared / "gold" / "seeds.yaml"


def find_seeds(shared: Path, task: str = "the five articles") -> tuple[Annotated, ...]:
    """The five articles with their gold; empty where the folder does not exist."""
    gold, folder = find_gold(shared), shared / "seeds"
    for missing in (path for path in (gold, folder) if not path.exists()):
        skip(task, missing)
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
        scores = score_documents(documents, load_sample())
        if options.only is None:
            scores += score_together(read_tree(find_gold(options.shared)), documents)
        print_scores(scores, as_json=options.json, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
