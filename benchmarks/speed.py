"""Articles a minute on one core, for the whole reading and for each stage; memory; a peer.

    python benchmarks/speed.py [--runs 5] [--shared DIR]

Medians over the runs, in seconds of the processor: what else runs on the machine does not count.
The peer is a reader of four patterns, measured in the same run.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

import peer
from material import SHARED, Material, find_agreement, find_material, peak_megabytes, print_columns
from pactwatch.agreement.load import load_agreement
from pactwatch.claims.base import Extractor
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.run import EXTRACTORS
from pactwatch.claims.sheet import Sheet, make_sheet
from pactwatch.documents.make import make_article
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim
from pactwatch.model.source import Article

T = TypeVar("T")
Known = dict[str, tuple[Claim, ...]]
LENGTHS = (1, 4, 16, 64)


class Watch:
    """Processor seconds by stage, in the order in which the stages ran."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """The result of the work, its seconds under the name of the stage."""
        begin = process_time()
        result = work()
        self.seconds[stage] = process_time() - begin
        return result

    @property
    def total(self) -> float:
        return sum(self.seconds.values())


def measure(texts: Sequence[str], agreement: Agreement) -> Watch:
    """Every stage over all texts; what one stage gives, the next one takes."""
    watch = Watch()
    data = [text.encode("utf-8") for text in texts]
    articles = watch.time("passages", lambda: [_make(one) for one in data])
    sheets = watch.time("words and sentences", lambda: [make_sheet(article) for article in articles])
    known: list[Known] = [{} for _ in sheets]
    for extractor in EXTRACTORS:
        watch.time(extractor.name, _reader(extractor, sheets, known))
    pairs = [(article, _all(claims)) for article, claims in zip(articles, known, strict=True)]
    watch.time("provisions", lambda: [place_claims(article, claims, agreement) for article, claims in pairs])
    return watch


def _make(data: bytes) -> Article:
    article = make_article(data, "text").article
    assert article is not None
    return article


def _reader(extractor: Extractor, sheets: Sequence[Sheet], known: Sequence[Known]) -> Callable[[], None]:
    def read() -> None:
        for sheet, found in zip(sheets, known, strict=True):
            found[extractor.name] = extractor.read(sheet, found)

    return read


def _all(known: Known) -> list[Claim]:
    return [claim for claims in known.values() for claim in claims]


def print_stages(material: Material, watches: Sequence[Watch]) -> None:
    """Medians of the runs: articles a minute, milliseconds an article, share of the whole."""
    count, whole = len(material.texts), statistics.median(watch.total for watch in watches)
    rows = [("stage", "articles/min", "ms/article", "share")]
    for stage in watches[0].seconds:
        seconds = statistics.median(watch.seconds[stage] for watch in watches)
        rows.append((stage, *_rate(seconds, count), f"{100 * seconds / whole:.0f} %"))
    rows.append(("whole reading", *_rate(whole, count), "100 %"))
    rows.append(("peer: four patterns", *_rate(_time_peer(material.texts, len(watches)), count), ""))
    print_columns(rows)


def _rate(seconds: float, count: int) -> tuple[str, str]:
    return f"{60 * count / seconds:,.0f}", f"{1000 * seconds / count:.2f}"


def _time_peer(texts: Sequence[str], runs: int) -> float:
    def run() -> float:
        begin = process_time()
        for text in texts:
            peer.read(text)
        return process_time() - begin

    return statistics.median(run() for _ in range(runs))


def print_lengths(texts: Sequence[str], agreement: Agreement) -> None:
    """Time for each 1,000 characters of longer and longer texts: it stays, or reading is not linear."""
    rows = [("characters in one text", "ms/1,000 characters")]
    for length in LENGTHS:
        joined = "\n\n".join(texts[:length])
        seconds = min(measure([joined], agreement).total for _ in range(3))
        rows.append((f"{len(joined):,}", f"{1_000_000 * seconds / len(joined):.2f}"))
    print_columns(rows)


def _load(path: Path) -> Agreement:
    agreement, problems = load_agreement(path)
    if agreement is None:
        raise SystemExit("\n".join(map(str, problems)))
    return agreement


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often everything is measured")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="folder with evaluation/")
    options = parser.parse_args(arguments)
    material, agreement = find_material(options.shared), _load(find_agreement())
    watches = [measure(material.texts, agreement) for _ in range(options.runs)]
    print(
        f"{len(material.texts)} {material.name}, {material.characters:,} characters; median of {options.runs}"
    )
    print_stages(material, watches)
    _print_claims(material.texts, agreement)
    print_lengths(material.texts, agreement)
    print(f"peak memory {peak_megabytes():.0f} MB")
    return 0


def _print_claims(texts: Iterable[str], agreement: Agreement) -> None:
    """What the time buys: claims for each article, beside what the peer's patterns match."""
    counts: dict[str, int] = {}
    articles = [_make(text.encode("utf-8")) for text in texts]
    for article in articles:
        known: Known = {}
        sheet = make_sheet(article)
        for extractor in EXTRACTORS:
            known[extractor.name] = extractor.read(sheet, known)
            counts[extractor.name] = counts.get(extractor.name, 0) + len(known[extractor.name])
    found = ", ".join(f"{name} {count / len(articles):.1f}" for name, count in counts.items())
    print(f"claims an article: {found}\n")


if __name__ == "__main__":
    sys.exit(main())
