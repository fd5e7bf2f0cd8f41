"""``pactwatch init``: a new case from an agreement file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.clock import now
from pactwatch.cli.exits import PROBLEMS
from pactwatch.cli.opening import find_writer
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import write_json, write_lines, write_problems

if TYPE_CHECKING:
    from pactwatch.case.ask import Case


@click.command()
@case_argument
@click.option(
    "--agreement",
    "file",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="agreement.yaml; a case.toml beside it is taken over.",
)
@json_option
def init(case: Path, file: Path, as_json: bool) -> None:
    """Make a case folder CASE from an agreement file."""
    with make_case(case, file) as made:
        agreement, title, as_of = made.agreement, made.title, made.as_of
    if as_json:
        write_json({"case": str(case), "title": title, "as_of": as_of, "agreement": agreement.hash})
        return
    write_lines(
        [
            f"{case}: {title}",
            f"{len(agreement.phases)} phases, {len(agreement.provisions)} provisions, "
            f"{len(agreement.measures)} measures; read as of {as_of}.",
            f"Next: pactwatch add {case} FILES",
        ]
    )


def make_case(folder: Path, agreement: Path) -> "Case":
    """A new case, open for writing; where the agreement has errors, they are told and the program ends."""
    from pactwatch.case.open import init_case

    made, problems = init_case(folder, agreement, at=now(), writer=find_writer())
    write_problems(problems)
    if made is None:
        click.echo(f"pactwatch: No case was made. Correct {agreement}, then run this again.", err=True)
        sys.exit(PROBLEMS)
    return made
