"""Five articles from nothing to a status, through the command line, each time in a fresh folder.

    python benchmarks/cold.py [--runs 5] [--shared DIR]

Medians over the runs: init, add, status, their sum; `pactwatch --help`; the largest memory of any
of the processes.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from material import RIVER, SHARED, find_agreement, peak_megabytes, print_columns

PROGRAM = Path(sys.executable).parent / "pactwatch"
ARTICLES = 5


class Seconds(NamedTuple):
    """Of one command: by the clock, and of the processor."""

    clock: float
    processor: float


Times = dict[str, Seconds]


def find_articles(shared: Path) -> list[Path]:
    """The five articles where they lie beside the project, else five of our own reports."""
    found = sorted((shared / "seeds").glob("*.txt"))
    if not found:
        print(
            "SKIPPED the five articles: ../shared/seeds does not exist; our own reports instead",
            file=sys.stderr,
        )
    return found or sorted((RIVER / "documents").glob("*.txt"))[:ARTICLES]


def time_case(articles: Sequence[Path]) -> Times:
    """Seconds of init, add and status in a new folder, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        case = f"{folder}/case"
        return {
            "init": _run(["init", case, "--agreement", str(find_agreement())]),
            "add": _run(["add", case, *map(str, articles)]),
            "status": _run(["status", case]),
        }


def _run(arguments: Sequence[str]) -> Seconds:
    """Seconds of one command; one that fails ends the benchmark with its own words."""
    begin, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    seconds, after = perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"pactwatch {arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return Seconds(seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def print_times(runs: Sequence[Times], help_runs: Sequence[Seconds]) -> None:
    """Medians in seconds by the clock and of the processor, and the slowest run by the clock."""
    rows = [("command", "median s", "processor s", "slowest s")]
    for command in runs[0]:
        rows.append(_row(command, [run[command] for run in runs]))
    rows.append(_row("init, add, status", [_sum(run) for run in runs]))
    rows.append(_row("--help", help_runs))
    print_columns(rows)


def _sum(run: Times) -> Seconds:
    return Seconds(sum(one.clock for one in run.values()), sum(one.processor for one in run.values()))


def _row(name: str, runs: Sequence[Seconds]) -> tuple[str, str, str, str]:
    clock, processor = [run.clock for run in runs], [run.processor for run in runs]
    medians = statistics.median(clock), statistics.median(processor)
    return name, f"{medians[0]:.2f}", f"{medians[1]:.2f}", f"{max(clock):.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often everything is measured")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="folder with seeds/")
    options = parser.parse_args(arguments)
    articles = find_articles(options.shared)
    runs = [time_case(articles) for _ in range(options.runs)]
    help_runs = [_run(["--help"]) for _ in range(options.runs)]
    print(f"{len(articles)} articles, a new folder each time; median of {options.runs}")
    print_times(runs, help_runs)
    print(f"peak memory of a process {peak_megabytes(resource.RUSAGE_CHILDREN):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
