"""Progress of a long run: a bar on a terminal, a plain line every ten seconds elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

EVERY_SECONDS = 10.0


class Progress(Protocol):
    """Told of each thing that is done."""

    def step(self, name: str, counts: str) -> None: ...


@contextmanager
def show_progress(total: int, *, quiet: bool = False) -> Iterator[Progress]:
    """A progress display on stderr, so that stdout stays clean."""
    if quiet or total == 0:
        yield Silence()
    elif sys.stderr.isatty():
        with _show_bar(total) as bar:
            yield bar
    else:
        yield Lines(total)


class Silence:
    """Shows nothing."""

    def step(self, name: str, counts: str) -> None:
        pass


class Lines:
    """A plain line now and then."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._told = time.monotonic()

    def step(self, name: str, counts: str) -> None:
        self._done += 1
        if time.monotonic() - self._told >= EVERY_SECONDS:
            self._told = time.monotonic()
            click.echo(f"{self._done} of {self._total}: {counts}; last {name}", err=True)


@contextmanager
def _show_bar(total: int) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress
    from rich.table import Column

    whole, rest = Column(no_wrap=True, min_width=8), Column(no_wrap=True, overflow="ellipsis", ratio=1)
    columns = (
        BarColumn(bar_width=20),
        MofNCompleteColumn(table_column=whole),
        TimeRemainingColumn(table_column=whole),
        TextColumn("{task.description}", markup=False, table_column=rest),
    )
    with RichProgress(*columns, console=Console(stderr=True), expand=True) as rich:
        task = rich.add_task("", total=total)

        class Bar:
            def step(self, name: str, counts: str) -> None:
                rich.update(task, advance=1, description=f"{counts} · {name}")

        yield Bar()
