"""Scores reports side by side on our own gold (evaluation/stories/README.md).

    python evaluation/own_stories.py [--only NAME] [--errors N] [--beyond N]

Stories: B-cubed over the documents. Origins: pairs of documents of one origin, within the gold's stories.
Utterances (with all variants, and each pair of variants) and discrepancies: by the rules of side_by_side.py,
in each of the gold's stories; what one report has alone is counted apart. What is debatable is neither wanted
nor wrong. The first differences of each story that show nothing of the gold are printed (--beyond).
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from annotated import TREE, Annotated, read_tree
from own_gold import Scored, percent
from pactwatch.agreement.load import load_agreement
from pactwatch.config import AGREEMENT_FILE
from pactwatch.documents.manifest import read_manifest
from pactwatch.model.agreement import Agreement
from pactwatch.stories.differences import Difference, name_voices
from pactwatch.stories.discrepancies import find_discrepancies
from pactwatch.stories.utterances import find_utterances
from places import ROOT
from printing import format_miss, format_table
from scores import Miss, Score
from seeds import read_document
from side_by_side import Laid, lay_side_by_side, score_discrepancies, score_utterances, shows

FOLDER = Path(__file__).resolve().parent / "stories"
#: How many differences beyond the gold are printed of each story.
BEYOND = 12
SINGLE, VARIANTS = "single source", "utterance pairs"

Pair = frozenset[str]
Groups = Iterable[Iterable[str]]


@dataclass(frozen=True)
class Told:
    """A gold file: its texts laid side by side, and what a careful reader finds in them."""

    name: str
    tree: TREE
    laid: Laid

    @property
    def stories(self) -> list[list[str]]:
        """The stories with more than one document."""
        return [group for group in self.tree["stories"] if len(group) > 1]

    def debatable(self, what: str) -> set[Pair]:
        """The pairs of documents that two careful readers may put together or not."""
        return {frozenset(pair) for pair in self.tree["debatable"][what]}


def read_gold(folder: Path = FOLDER, only: str | None = None) -> list[Told]:
    """The gold files of a folder with their texts, read with their manifest and their agreement if any."""
    return [_read(path) for path in sorted(folder.glob("*.yaml")) if only in (None, path.stem)]


def _read(path: Path) -> Told:
    tree = read_tree(path)
    folder, manifest = ROOT / tree["folder"], ROOT / tree["manifest"]
    rows, problems = read_manifest(manifest)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    agreement = _find_agreement(manifest.with_name(AGREEMENT_FILE))
    documents = [
        Annotated(path.stem, path.read_text(encoding="utf-8"), path) for path in sorted(folder.glob("*.txt"))
    ]
    pairs = [(one, read_document(one, rows.get(one.path.name), agreement)) for one in documents]
    return Told(path.stem, tree, lay_side_by_side(pairs))


def _find_agreement(path: Path) -> Agreement:
    """The agreement beside the manifest; one without sides and people where there is none."""
    found = load_agreement(path)[0] if path.exists() else None
    return found or Agreement("none", "", "", date(2030, 1, 1))


def score_told(told: Told) -> Scored:
    """The counts of one gold file, and the misses as printed."""
    counts, misses = Counter[str](), list[Miss]()
    for score in _score_all(told):
        counts[f"{score.measure}: right"] += score.right
        counts[f"{score.measure}: of"] += score.total or 0
        misses += score.misses
    counts.update(_count_kinds(told, misses))
    stories, wrong = score_stories(told.tree["stories"], told.laid.group(), told.debatable("stories"))
    origins, other = _score_origins(told)
    return counts + stories + origins, [format_miss(miss) for miss in (*wrong, *other, *misses)]


def _score_all(told: Told) -> Iterator[Score]:
    for names in told.stories:
        reports = told.laid.pick(names)
        own, utterances = _pick_lines(told.tree["same_utterance"], names), find_utterances(reports)
        yield score_utterances(own, utterances, told.laid)
        pairs = [pair for group in own for pair in combinations(group, 2)]
        yield replace(score_utterances(pairs, utterances, told.laid), measure=VARIANTS, misses=())
        found, items = find_discrepancies(reports), _pick_items(told.tree, names)
        several = [item for item in items if item["kind"] != SINGLE]
        yield score_discrepancies(several, found, told.laid)
        single = score_discrepancies([item for item in items if item["kind"] == SINGLE], found, told.laid)
        yield replace(single, measure=SINGLE)


def _count_kinds(told: Told, misses: Sequence[Miss]) -> dict[str, int]:
    """How many discrepancies of each kind the gold has, and how many of them are found."""
    of = Counter(f"kind {item['kind']}" for item in told.tree["discrepancies"])
    missed = Counter(f"kind {miss.wanted.split(':')[0]}" for miss in misses)
    return {f"{kind}: of": of[kind] for kind in of} | {
        f"{kind}: right": of[kind] - missed[kind] for kind in of
    }


def _pick_lines(groups: Sequence[Sequence[str]], names: Sequence[str]) -> list[Sequence[str]]:
    return [group for group in groups if group[0].partition(": ")[0] in names]


def _pick_items(tree: TREE, names: Sequence[str]) -> list[TREE]:
    """The discrepancies of a story; what its `about` says behind a colon is a note."""
    return [
        item | {"about": re.split("[:;]", item["about"])[0]}
        for item in tree["discrepancies"]
        if set(item["docs"]) <= set(names)
    ]


def score_stories(wanted: Groups, found: Groups, debatable: set[Pair]) -> tuple[Counter[str], list[Miss]]:
    """B-cubed: of each document how much of its story is right, and how much of the right story it has."""
    mine, theirs = _find_mates(wanted), _find_mates(found)
    counts, misses = Counter[str](), []
    for name, mates in mine.items():
        free = {other for other in theirs[name] if frozenset((name, other)) not in debatable}
        both = len(mates & theirs[name])
        counts["stories: documents"] += 1
        counts["stories: precision"] += both / len(mates & theirs[name] | free)
        counts["stories: recall"] += both / len(mates)
        if free - mates or mates - theirs[name]:
            misses.append(Miss("stories", name, " ".join(sorted(mates)), " ".join(sorted(theirs[name]))))
    return counts, misses


def _find_mates(groups: Groups) -> dict[str, set[str]]:
    return {name: own for group in groups if (own := set(group)) for name in own}


def _pair(groups: Groups) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def _score_origins(told: Told) -> tuple[Counter[str], list[Miss]]:
    wanted = _pair(group["documents"] for group in told.tree["origins"])
    found = _pair(told.laid.find_origins(told.stories)) - told.debatable("origins")
    misses = [
        Miss("origins", " ".join(sorted(pair)), why, reason)
        for pairs, why, reason in (
            (wanted - found, "of one origin", "two"),
            (found - wanted, "of two origins", "one"),
        )
        for pair in sorted(pairs, key=sorted)
    ]
    counts = {"right": len(wanted & found), "of": len(wanted), "wrong": len(found - wanted)}
    return Counter({f"origins: {name}": count for name, count in counts.items()}), misses


def find_beyond(told: Told) -> list[tuple[list[str], list[Difference]]]:
    """Of each story the differences that show nothing of the gold, the surest first."""
    return [
        (
            names,
            [
                one
                for one in find_discrepancies(told.laid.pick(names))
                if not any(shows(one, item, told.laid) for item in _pick_items(told.tree, names))
            ],
        )
        for names in told.stories
    ]


def format_difference(difference: Difference, names: Mapping[str, str]) -> str:
    """What differs, and a line for each side with who says it there."""
    rows = [f"- {difference.differs} {difference.strength:.2f} | {difference.about} | {difference.what}"]
    for side in difference.sides:
        rows.append(f"    {names[side.document]}  {side.value or '-'}  [{name_voices(side.voices) or '-'}]")
    return "\n".join(rows)


def compute_rates(counts: Counter[str]) -> list[tuple[str, float, str]]:
    """Measure, percent (of `origins wrong` the count), and what of what."""
    documents = counts["stories: documents"]
    precision, recall = (percent(counts[f"stories: {one}"], documents) for one in ("precision", "recall"))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    rates = [("stories B3", f1, f"P {precision:.1f} R {recall:.1f}, {documents} documents")]
    for part in ("origins", "utterances", VARIANTS, "discrepancies", SINGLE):
        right, of = counts[f"{part}: right"], counts[f"{part}: of"]
        rates.append((part, percent(right, of), f"{right} of {of}"))
    return [*rates, ("origins wrong", float(counts["origins: wrong"]), "pairs")]


def count_kinds(counts: Counter[str]) -> list[tuple[str, str, str]]:
    """Each kind of discrepancy with how many are found, of how many."""
    kinds = [name[5:-4] for name in counts if name.startswith("kind ") and name.endswith(": of")]
    return [
        (kind, str(counts[f"kind {kind}: right"]), str(counts[f"kind {kind}: of"])) for kind in sorted(kinds)
    ]


def score_gold(golds: Iterable[Told]) -> Scored:
    """The counts over gold files, and the misses as printed."""
    counts, lines = Counter[str](), list[str]()
    for told in golds:
        found, wrong = score_told(told)
        counts += found
        lines += wrong
    return counts, lines


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", metavar="NAME", help="one of the gold files: river-accord, invented")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N misses")
    parser.add_argument(
        "--beyond", type=int, default=BEYOND, metavar="N", help=f"of each story (default: {BEYOND})"
    )
    options = parser.parse_args(arguments)
    golds = read_gold(only=options.only)
    counts, lines = score_gold(golds)
    print("\n".join(lines[: options.errors]), end="\n\n" if lines and options.errors else "")
    for told in golds:
        for names, found in find_beyond(told):
            print(f"{' '.join(names)}: {len(found)} differences beyond the gold")
            print(*(format_difference(one, told.laid.names) for one in found[: options.beyond]), "", sep="\n")
    rows = [(measure, f"{value:.1f}", note) for measure, value, note in compute_rates(counts)]
    print(format_table(("measure", "percent", ""), rows))
    print("\n" + format_table(("discrepancies", "found", "of"), count_kinds(counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
