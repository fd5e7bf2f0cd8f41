"""``pactwatch demo``: a case from the sample agreement and its digests, from nothing to pages."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.cases import make_case
from pactwatch.cli.documents import add_files, sum_up
from pactwatch.cli.exits import PROBLEMS
from pactwatch.cli.objects import describe_status
from pactwatch.cli.opening import open_reading, open_writing
from pactwatch.cli.options import json_option
from pactwatch.cli.output import write_json, write_problems
from pactwatch.cli.serve import PORT, serve
from pactwatch.cli.status import status
from pactwatch.config import AGREEMENT_FILE, LEDGER_FILE
from pactwatch.errors import NotInCase
from pactwatch.ids import hash_bytes

if TYPE_CHECKING:
    from pactwatch.case.add import Outcome

SAMPLE = Path("agreements") / "gaza-2025"
FOLDER = Path("build") / "demo"


@click.command()
@click.option(
    "--sample",
    default=SAMPLE,
    show_default=True,
    type=click.Path(path_type=Path),
    help="A folder with agreement.yaml and documents/.",
)
@click.option(
    "--case", "folder", type=click.Path(path_type=Path), help=f"Where the case is made; {FOLDER} by default."
)
@click.option("--check", is_flag=True, help="In a new folder: request each page once, then end.")
@click.option("--port", default=PORT, show_default=True, help="A free one is taken where it is in use.")
@json_option
@click.pass_context
def demo(
    ctx: click.Context, sample: Path, folder: Path | None, check: bool, port: int, as_json: bool
) -> None:
    """From the sample agreement to its pages, in one command.

    Makes a case, reads the digests, tells where the agreement stands, serves the pages on 127.0.0.1.
    A demo case that is there already is used again, with all that was decided in it.
    """
    with _choose_folder(folder, check) as case:
        if not as_json:
            click.echo(f"Reading {sample} into {case}")
        outcomes = _fill(case, sample, as_json)
        if as_json:
            _tell_json(case, outcomes)
        else:
            click.echo(f"{sum_up(outcomes)}\n")
            ctx.invoke(status, case=case)
            click.echo()
        if check:
            _check(ctx, case, as_json)
        else:
            ctx.invoke(serve, case=case, port=port, as_json=as_json)


@contextmanager
def _choose_folder(folder: Path | None, check: bool) -> Iterator[Path]:
    if folder is not None or not check:
        yield folder or FOLDER
        return
    with tempfile.TemporaryDirectory(prefix="pactwatch-demo-") as made:
        yield Path(made) / "case"


def _fill(case: Path, sample: Path, as_json: bool) -> "list[Outcome]":
    agreement = sample / AGREEMENT_FILE
    if not agreement.is_file():
        raise NotInCase(
            f"The sample {agreement} is not here.",
            "Run this in a clone of the project, or give a sample: --sample FOLDER.",
        )
    if (case / LEDGER_FILE).exists():
        _bring_up_to_date(case, agreement.read_bytes())
    else:
        make_case(case, agreement).store.close()
    with open_writing(case) as opened:
        outcomes, stopped = add_files(opened, [sample / "documents"], as_json=as_json)
    if stopped:
        raise KeyboardInterrupt
    return outcomes


def _bring_up_to_date(folder: Path, agreement: bytes) -> None:
    """Take over the sample's agreement unless somebody edited the one in the case."""
    path = folder / AGREEMENT_FILE
    with open_reading(folder) as case:
        unedited = path.is_file() and hash_bytes(path.read_bytes()) == case.agreement.hash
    if unedited:
        path.write_bytes(agreement)


def _tell_json(folder: Path, outcomes: "list[Outcome]") -> None:
    with open_reading(folder) as case:
        write_json({"case": str(folder), "outcomes": outcomes, "status": describe_status(case.status())})


def _check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    from pactwatch.web.check import check_pages

    with open_reading(folder) as case:
        answered, problems = check_pages(case)
    write_problems(problems)
    if as_json:
        write_json({"pages": answered, "problems": problems})
    else:
        click.echo(f"{answered} pages answered, {len(problems)} failed.")
    if problems:
        ctx.exit(PROBLEMS)
