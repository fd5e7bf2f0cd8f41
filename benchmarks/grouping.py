"""Stories: how well documents are grouped, how long it takes, and what one more document costs.

    python benchmarks/grouping.py [--large] [--runs 5] [--shared DIR]

Two other ways are measured beside ours where their libraries are here; they are not the project's own:

    python -m venv ../peers && ../peers/bin/pip install -e . scikit-learn datasketch
    ../peers/bin/python benchmarks/grouping.py --large

Each number is from a process of its own. Seconds are the processor's; memory is the peak of the process, its
texts included; quality is B-cubed F, on three sets of others with one setting, and on made-up documents.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from made_up import Document, make_documents
from material import ROOT, SHARED, find_material, peak_megabytes, print_columns
from pactwatch.stories.group import group_texts
from pactwatch.stories.growing import StoryIndex
from story_peers import HashIndex, find_absent, group_by_distance, group_by_hashes

#: Cosine similarities at which the first of the peers is tried; the best on ECB+ is named and used for all.
SWEEP = tuple(hundredths / 100 for hundredths in range(8, 31))
SIZES, LARGE, WHOLE = (1_000, 10_000), 100_000, 10_000
#: So many documents are added one by one to an archive, to time them.
ADDED = 200
LEADING_SET = "ecbplus dev"


class Measured(NamedTuple):
    """Labels of the documents, or milliseconds an add; with the seconds of the whole and the peak memory."""

    values: list[Any]
    seconds: float
    megabytes: float


def group_at_once(texts: Sequence[str]) -> list[int]:
    (found,) = group_texts(texts)
    return found


def group_one_by_one(texts: Sequence[str]) -> list[int]:
    """Added to an index that approximates from the start, and is refreshed when that is due."""
    index = StoryIndex(exact=0)
    for number, text in enumerate(texts):
        index.add(f"{number:06}", text)
        if index.due:
            index.refresh()
    groups = index.groups()
    return [int(groups[f"{number:06}"]) for number in range(len(texts))]


def group_like_peer(texts: Sequence[str], close: float) -> list[int]:
    (found,) = group_by_distance(texts, (close,))
    return found


def fill_ours(texts: Sequence[str]) -> Callable[[str], object]:
    """An index of the texts, to which a text can be added."""
    index = StoryIndex(exact=0)
    index.add_all((f"{number:06}", text, None) for number, text in enumerate(texts))
    return lambda text: index.add(f"{len(index):06}", text)


def fill_hashes(texts: Sequence[str]) -> Callable[[str], object]:
    index = HashIndex()
    for text in texts:
        index.add(text)
    return index.add


def measure_grouping(group: Callable[..., list[int]], texts: Sequence[str], *settings: float) -> Measured:
    begin = process_time()
    labels = group(texts, *settings)
    return Measured(labels, process_time() - begin, peak_megabytes())


def measure_adding(fill: Callable[..., Callable[[str], object]], texts: Sequence[str]) -> Measured:
    """Milliseconds of each of the last documents; seconds of those before them."""
    begin = process_time()
    add = fill(texts[:-ADDED])
    times = [process_time()]
    for text in texts[-ADDED:]:
        add(text)
        times.append(process_time())
    milliseconds = [1000 * (end - start) for start, end in pairwise(times)]
    return Measured(milliseconds, times[0] - begin, peak_megabytes())


def measure_made_up(
    measure: Callable[..., Measured], work: object, shared: Path, count: int, *settings: float
) -> Measured:
    """Of made-up documents, which are made in the process that is measured."""
    texts = [document.text for document in make_all(shared, count)]
    return measure(work, texts, *settings)


def make_all(shared: Path, count: int) -> list[Document]:
    return make_documents(find_words(shared), count)


def find_words(shared: Path) -> Sequence[str]:
    """The texts whose words documents are made of."""
    stories = load_evaluation()
    texts = [line["text"] for _, file, part in stories.SETS for line in stories.read_set(shared, file, part)]
    return texts or find_material(shared).texts


def load_evaluation() -> Any:
    """The reading and scoring of the sets, which lies in the folder beside."""
    if (folder := str(ROOT / "evaluation")) not in sys.path:
        sys.path.append(folder)
    return import_module("stories")


def run_apart(work: Callable[..., Any], *arguments: object) -> Any:
    """What the work gives in a new process, so that its memory is its own."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


class Way(NamedTuple):
    """One way to group documents, with its settings."""

    name: str
    group: Callable[..., list[int]]
    settings: tuple[float, ...] = ()


OURS = (Way("ours, all at once", group_at_once), Way("ours, one by one", group_one_by_one))


def list_ways(sets: Sequence["Sample"], scorer: Any, absent: Sequence[str]) -> list[Way]:
    """Ours, and the others that are here; the first peer at the threshold that is best for it."""
    ways = list(OURS)
    if "sklearn" not in absent:
        close = find_best([one for one in sets if one.name == LEADING_SET] or sets, scorer)
        ways.append(Way(f"TF-IDF, agglomerative at {close:.2f} (scikit-learn)", group_like_peer, (close,)))
    if "datasketch" not in absent:
        ways.append(Way("MinHash LSH (datasketch)", group_by_hashes))
    return ways


class Sample(NamedTuple):
    """The texts of a set, and the story of each."""

    name: str
    texts: list[str]
    stories: list[Any]


def find_samples(shared: Path) -> list[Sample]:
    stories = load_evaluation()
    found = ((name, stories.read_set(shared, file, part)) for name, file, part in stories.SETS)
    return [
        Sample(name, [one["text"] for one in lines], [one["story"] for one in lines])
        for name, lines in found
        if lines
    ]


def find_best(samples: Sequence[Sample], scorer: Any) -> float:
    """The threshold at which the first peer groups the first sample best."""
    texts, stories = samples[0].texts, samples[0].stories
    scores = [scorer.metrics(stories, found)["B3_F"] for found in group_by_distance(texts, SWEEP)]
    return max(zip(scores, SWEEP, strict=True))[1]


def list_quality(
    ways: Sequence[Way], samples: Sequence[Sample], scorer: Any, runs: int
) -> Iterator[list[str]]:
    """A line for each way: B-cubed of each set, and the median seconds for all of them."""
    yield ["B3", *(sample.name for sample in samples), "seconds"]
    for way in ways:
        measured = [
            [run_apart(measure_grouping, way.group, sample.texts, *way.settings) for sample in samples]
            for _ in range(runs)
        ]
        seconds = statistics.median(sum(one.seconds for one in run) for run in measured)
        scores = [
            scorer.metrics(sample.stories, one.values)["B3_F"]
            for sample, one in zip(samples, measured[0], strict=True)
        ]
        yield [way.name, *(f"{score:.1f}" for score in scores), f"{seconds:.1f}"]


def list_whole(ways: Sequence[Way], shared: Path, scorer: Any) -> Iterator[list[str]]:
    """A line for each way: made-up documents from nothing."""
    yield [f"{WHOLE:,} from nothing", "seconds", "peak MB", "B3"]
    gold = [document.story for document in make_all(shared, WHOLE)]
    for way in ways:
        one = run_apart(measure_made_up, measure_grouping, way.group, shared, WHOLE, *way.settings)
        score = f"{scorer.metrics(gold, one.values)['B3_F']:.1f}" if scorer else ""
        yield [way.name, f"{one.seconds:.0f}", f"{one.megabytes:.0f}", score]


def list_adding(shared: Path, sizes: Sequence[int], absent: Sequence[str]) -> Iterator[list[str]]:
    """A line for each index and size: milliseconds an added document, and what the archive took before."""
    yield ["one more document", "archive", "median ms", "slowest ms", "seconds to fill", "peak MB"]
    fills = {"ours": fill_ours} | (
        {} if "datasketch" in absent else {"MinHash LSH (datasketch)": fill_hashes}
    )
    for name, fill in fills.items():
        for size in sizes:
            one = run_apart(measure_made_up, measure_adding, fill, shared, size + ADDED)
            times = f"{statistics.median(one.values):.1f}", f"{max(one.values):.1f}"
            yield [name, f"{size:,}", *times, f"{one.seconds:.0f}", f"{one.megabytes:.0f}"]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often the sets are grouped")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="folder with evaluation/")
    parser.add_argument("--large", action="store_true", help=f"add to {LARGE:,} documents too")
    options = parser.parse_args(arguments)
    absent, samples = find_absent(), find_samples(options.shared)
    if absent:
        print(f"SKIPPED what needs {' and '.join(absent)}; {Path(__file__).name} says how", file=sys.stderr)
    scorer = load_evaluation().find_scorer(options.shared)
    ways = list_ways(samples, scorer, absent) if samples and scorer else list(OURS)
    if samples and scorer:
        print_columns(list_quality(ways, samples, scorer, options.runs))
        print()
    print_columns(list_whole(ways, options.shared, scorer))
    print()
    print_columns(list_adding(options.shared, (*SIZES, LARGE) if options.large else SIZES, absent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
