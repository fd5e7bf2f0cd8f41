"""Shared passages, held against a comparison of every run of words, and against stories by other hands.

python evaluation/copies.py [--shared DIR] [--errors N]

found      every run of LONG words or more that two documents have in common, looked for by a table of all
           runs of LONG words: how many lie inside of a passage of that pair on both sides
crossing   passages of LONG words or more that join documents of two stories. Where the two documents are
           alike without what they share (by the terms that stories are grouped by), the annotators may have
           seen two stories in one: these are counted apart and not taken out
"""

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import NamedTuple

from attributions import TREE, read_lines
from pactwatch.model.source import Span
from pactwatch.stories.copies import Copy, CopyIndex
from pactwatch.stories.folding import fold_words
from pactwatch.stories.terms import count_terms
from pactwatch.stories.vectors import Frequencies, count_documents, make_vector
from places import add_shared_option, skip
from printing import format_table

#: Words of a passage that counts here.
LONG = 20
#: Two documents of two stories whose other words are so alike are of one occurrence, or near it.
ALIKE = 0.1
#: Documents that are in the index before an added one is timed.
FULL = 1000

Words = Sequence[tuple[str, Span]]


class Shared(NamedTuple):
    """The same words in two documents, each given by its number in the list."""

    a: int
    b: int
    a_span: Span
    b_span: Span


@dataclass(frozen=True)
class Result:
    """The runs and those of them that are missed or cross stories, the passages, and what each document
    took in milliseconds."""

    runs: int
    missed: list[Shared]
    runs_crossing: int
    long: list[Copy]
    crossing: list[Copy]
    alike: list[Copy]
    milliseconds: list[float]

    @property
    def recall(self) -> float:
        """Runs found, in per cent."""
        return 100 * (1 - len(self.missed) / self.runs) if self.runs else 100.0

    def part(self, copies: Sequence[Copy]) -> float:
        """So many of the long passages, in per cent."""
        return 100 * len(copies) / len(self.long) if self.long else 0.0

    @property
    def unlike(self) -> list[Copy]:
        """Passages across stories between documents that are not alike otherwise."""
        return [copy for copy in self.crossing if copy not in self.alike]


def read_stories(shared: Path) -> list[TREE]:
    """Documents with id, story and text; empty where they are not here."""
    path = shared / "evaluation" / "fnc1" / "train_stories.jsonl"
    if not path.exists():
        skip("copies", path)
        return []
    return read_lines(path)


def score_copies(lines: Sequence[TREE]) -> Result:
    """All passages of the documents, held against all runs of words and against the stories."""
    index, copies, milliseconds = CopyIndex(), [], []
    for line in lines:
        begin = process_time()
        copies += index.add(line["id"], line["text"])
        milliseconds.append(1000 * (process_time() - begin))
    runs = list(find_runs([fold_words(line["text"]) for line in lines]))
    story = {line["id"]: line["story"] for line in lines}
    runs_crossing = sum(lines[run.a]["story"] != lines[run.b]["story"] for run in runs)
    long = [copy for copy in copies if copy.words >= LONG]
    crossing = [copy for copy in long if story[copy.a] != story[copy.b]]
    missed = find_missed(runs, copies, [line["id"] for line in lines])
    alike = find_alike(crossing, copies, {line["id"]: line["text"] for line in lines})
    return Result(len(runs), missed, runs_crossing, long, crossing, alike, milliseconds)


def find_runs(documents: Sequence[Words]) -> Iterator[Shared]:
    """Every run of LONG or more equal words of two documents, as long as it can be: a table of all
    stretches of LONG words, and those that follow one another put together."""
    places = defaultdict(list)
    for number, words in enumerate(documents):
        for at in range(len(words) - LONG + 1):
            places[tuple(word for word, _ in words[at : at + LONG])].append((number, at))
    starts = defaultdict(list)
    for same in places.values():
        for place, (b, at_b) in enumerate(same):
            for a, at_a in same[:place]:
                if a != b:
                    starts[a, b, at_b - at_a].append(at_a)
    for (a, b, shift), begins in starts.items():
        for first, last in join_places(sorted(begins)):
            yield Shared(
                a,
                b,
                Span(documents[a][first][1].begin, documents[a][last + LONG - 1][1].end),
                Span(documents[b][first + shift][1].begin, documents[b][last + shift + LONG - 1][1].end),
            )


def join_places(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers in ascending order as stretches without a hole: first and last of each."""
    first = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield first, last
            first = place
        last = place
    yield first, last


def find_missed(runs: Sequence[Shared], copies: Sequence[Copy], names: Sequence[str]) -> list[Shared]:
    """The runs that lie in no passage of their pair on both sides."""
    spans = defaultdict(list)
    for copy in copies:
        spans[copy.a, copy.b].append((copy.a_span, copy.b_span))
        spans[copy.b, copy.a].append((copy.b_span, copy.a_span))
    return [
        run
        for run in runs
        if not any(a.holds(run.a_span) and b.holds(run.b_span) for a, b in spans[names[run.a], names[run.b]])
    ]


def find_alike(crossing: Sequence[Copy], copies: Sequence[Copy], texts: Mapping[str, str]) -> list[Copy]:
    """The passages whose documents are alike in what is left of them without all that they share."""
    frequencies = count_documents([count_terms(text) for text in texts.values()])
    spans = defaultdict(list)
    for copy in copies:
        spans[copy.a, copy.b].append((copy.a_span, copy.b_span))
    alike = {
        (a, b): compare(
            cut(texts[a], [one for one, _ in spans[a, b]]),
            cut(texts[b], [other for _, other in spans[a, b]]),
            frequencies,
        )
        for a, b in sorted({(copy.a, copy.b) for copy in crossing})
    }
    return [copy for copy in crossing if alike[copy.a, copy.b] >= ALIKE]


def cut(text: str, spans: Sequence[Span]) -> str:
    """A text without some of its stretches."""
    letters = list(text)
    for span in spans:
        letters[span.begin : span.end] = " " * (span.end - span.begin)
    return "".join(letters)


def compare(a: str, b: str, frequencies: Frequencies) -> float:
    """The cosine of two texts."""
    one, other = (make_vector(count_terms(text), frequencies) for text in (a, b))
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def format_result(result: Result) -> str:
    """The table that is printed."""
    found, late = result.runs - len(result.missed), result.milliseconds[FULL:] or result.milliseconds
    exact = sum(copy.words == copy.shared for copy in result.long)
    rows = [
        (f"runs of {LONG} words or more found", f"{found:,} of {result.runs:,}", f"{result.recall:.1f} %"),
        (
            "  crossing stories",
            f"{result.runs_crossing}",
            f"{100 * result.runs_crossing / max(1, result.runs):.2f} %",
        ),
        (f"passages of {LONG} words or more", f"{len(result.long):,}", f"{exact:,} exact"),
        ("  crossing stories", f"{len(result.crossing)}", f"{result.part(result.crossing):.2f} %"),
        ("    documents alike otherwise", f"{len(result.alike)}", f"{result.part(result.alike):.2f} %"),
        ("    documents not alike", f"{len(result.unlike)}", f"{result.part(result.unlike):.2f} %"),
        ("added document, behind 1,000", f"{statistics.median(late):.2f} ms", "median"),
    ]
    return format_table(("copies", "", ""), rows)


def format_passages(result: Result, lines: Sequence[TREE], most: int) -> str:
    """The beginnings of passages that cross stories between unlike documents, and of runs missed."""
    texts = {line["id"]: line["text"] for line in lines}
    parts = [f"- crossing {one.a} {one.b}: {_show(one.a_span, texts[one.a])}" for one in result.unlike[:most]]
    parts += [
        f"- missed {lines[one.a]['id']} {lines[one.b]['id']}: {_show(one.a_span, lines[one.a]['text'])}"
        for one in result.missed[:most]
    ]
    return "\n".join(parts)


def _show(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())[:120]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N of each kind")
    options = parser.parse_args(arguments)
    lines = read_stories(options.shared)
    if lines:
        result = score_copies(lines)
        print(format_result(result))
        print(format_passages(result, lines, options.errors), end="\n" * bool(options.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
