"""Five articles from nothing to a status, through the command line, each time in a fresh folder.

    python benchmarks/cold.py [--runs 5] [--shared DIR]

Medians over the runs: init, add, status, their sum; the first start without compiled bytecode;
`pactwatch --help`; the largest memory of any of the processes.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from material import RIVER, SHARED, find_agreement, peak_megabytes, print_columns

PROGRAM = Path(sys.executable).parent / "pactwatch"
ARTICLES = 5
Seconds = dict[str, float]


def find_articles(shared: Path) -> list[Path]:
    """The five articles where they lie beside the project, else five of our own reports."""
    found = sorted((shared / "seeds").glob("*.txt"))
    if not found:
        print(
            "SKIPPED the five articles: ../shared/seeds does not exist; our own reports instead",
            file=sys.stderr,
        )
    return found or sorted((RIVER / "documents").glob("*.txt"))[:ARTICLES]


def time_case(articles: Sequence[Path], compiled: bool) -> Seconds:
    """Seconds of init, add and status in a new folder; without bytecode, everything is compiled anew."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ)
        if not compiled:
            environment["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        case = f"{folder}/case"
        return {
            "init": _run(["init", case, "--agreement", str(find_agreement())], environment),
            "add": _run(["add", case, *map(str, articles)], environment),
            "status": _run(["status", case], environment),
        }


def _run(arguments: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds of one command; one that fails ends the benchmark with its own words."""
    begin = perf_counter()
    done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False)
    seconds = perf_counter() - begin
    if done.returncode:
        raise SystemExit(f"pactwatch {arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return seconds


def print_times(runs: Sequence[Seconds], help_runs: Sequence[float], first: Seconds) -> None:
    """Medians in seconds, and the slowest run."""
    rows = [("command", "median s", "slowest s")]
    for command in runs[0]:
        rows.append(_row(command, [run[command] for run in runs]))
    rows.append(_row("init, add, status", [sum(run.values()) for run in runs]))
    rows.append(_row("the same, without bytecode", [sum(first.values())]))
    rows.append(_row("--help", list(help_runs)))
    print_columns(rows)


def _row(name: str, seconds: Sequence[float]) -> tuple[str, str, str]:
    return name, f"{statistics.median(seconds):.2f}", f"{max(seconds):.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="how often everything is measured")
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR", help="folder with seeds/")
    options = parser.parse_args(arguments)
    articles, environment = find_articles(options.shared), dict(os.environ)
    first = time_case(articles, compiled=False)
    runs = [time_case(articles, compiled=True) for _ in range(options.runs)]
    help_runs = [_run(["--help"], environment) for _ in range(options.runs)]
    print(f"{len(articles)} articles, a new folder each time; median of {options.runs}")
    print_times(runs, help_runs, first)
    print(f"peak memory of a process {peak_megabytes(resource.RUSAGE_CHILDREN):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
