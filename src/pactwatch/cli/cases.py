"""``pactwatch init``: a new case from an agreement file."""

from pathlib import Path

import click

from pactwatch.cli.clock import now
from pactwatch.cli.exits import PROBLEMS
from pactwatch.cli.opening import find_writer
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import write_json, write_lines, write_problems


@click.command()
@case_argument
@click.option(
    "--agreement",
    "file",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="agreement.yaml",
)
@json_option
@click.pass_context
def init(ctx: click.Context, case: Path, file: Path, as_json: bool) -> None:
    """Make a case folder CASE from an agreement file."""
    from pactwatch.case.open import init_case

    made, problems = init_case(case, file, at=now(), writer=find_writer())
    write_problems(problems)
    if made is None:
        click.echo(f"pactwatch: No case was made. Correct {file}, then run init again.", err=True)
        ctx.exit(PROBLEMS)
    with made:
        agreement = made.agreement
        if as_json:
            write_json(
                {"case": str(case), "title": made.title, "as_of": made.as_of, "agreement": agreement.hash}
            )
            return
        write_lines(
            [
                f"{case}: {made.title}",
                f"{len(agreement.phases)} phases, {len(agreement.provisions)} provisions, "
                f"{len(agreement.measures)} measures; read as of {made.as_of}.",
                f"Next: pactwatch add {case} FILES",
            ]
        )
