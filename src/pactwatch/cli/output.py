"""What the command line prints: lines for people on stdout, JSON on request, problems on stderr."""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from pactwatch.problems import Problem

#: Columns where the output is no terminal.
WIDTH = 110


def write_lines(lines: Iterable[str]) -> None:
    """Lines to stdout."""
    for line in lines:
        click.echo(line)


def write_json(value: Any) -> None:
    """A model value or plain data as JSON to stdout."""
    from pactwatch.model.wire import to_wire

    click.echo(json.dumps(to_wire(value), ensure_ascii=False, indent=1))


def write_problems(problems: Sequence[Problem]) -> None:
    """Problems to stderr, one line each."""
    for problem in problems:
        click.echo(str(problem), err=True)


def find_width() -> int:
    """The columns of the terminal."""
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def fit(line: str, width: int) -> str:
    """The line, cut at the width and marked where it was cut."""
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"
