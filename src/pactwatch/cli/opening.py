"""Opening a case for a command: to read it, or to write with the agreement file taken in first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.clock import now, today
from pactwatch.cli.options import find_user
from pactwatch.cli.output import write_problems
from pactwatch.problems import has_errors

if TYPE_CHECKING:
    from pactwatch.case.ask import Case

#: Who writes where the machine does not know its user.
NOBODY = "pactwatch"


def find_writer() -> str:
    """The name under which the ledger is written."""
    return find_user() or NOBODY


def open_reading(folder: Path) -> "Case":
    """A case for reading only."""
    from pactwatch.case.open import open_case

    return open_case(folder, today=today())


@contextmanager
def open_writing(folder: Path) -> Iterator["Case"]:
    """A case for writing, under the agreement file as it stands on disk now.

    Problems of that file go to stderr; where it has errors, the last recorded text stays in use.
    """
    from pactwatch.case.open import open_case
    from pactwatch.case.read import take_in_agreement

    with open_case(folder, write=True, writer=find_writer(), today=today()) as case:
        current, problems = take_in_agreement(case, now())
        write_problems(problems)
        if has_errors(problems):
            click.echo("The last recorded text of the agreement stays in use.", err=True)
        yield current
