"""Ctrl-C once finishes the current record, twice stops at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


class Interrupt:
    """``asked`` becomes True when the user wants to stop."""

    def __init__(self) -> None:
        self.asked = False

    def note(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        click.echo(
            "\nFinishing the current document, then stopping. Press Ctrl-C again to stop now.", err=True
        )


@contextmanager
def catch_interrupt() -> Iterator[Interrupt]:
    """Take the interrupt signal over for a while."""
    interrupt = Interrupt()
    before = signal.signal(signal.SIGINT, interrupt.note)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, before)
