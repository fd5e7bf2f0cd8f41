"""``pactwatch agreement``: check an agreement file, and print its JSON Schema."""

from pathlib import Path

import click

from pactwatch.cli.exits import PROBLEMS
from pactwatch.cli.options import json_option
from pactwatch.cli.output import write_json
from pactwatch.problems import Problem, has_errors


@click.group()
def agreement() -> None:
    """Check agreement files."""


@agreement.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def check(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Tell every mistake in FILE: where, what, and what to do."""
    from pactwatch.agreement.load import load_agreement

    loaded, problems = load_agreement(file)
    if as_json:
        write_json({"valid": loaded is not None, "problems": problems})
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(_sum_up(file, problems))
    if has_errors(problems):
        ctx.exit(PROBLEMS)


def _sum_up(file: Path, problems: list[Problem]) -> str:
    errors = sum(has_errors([problem]) for problem in problems)
    if errors:
        return f"{file}: {errors} error{'s' * (errors != 1)}, {len(problems) - errors} warnings."
    return f"{file} is valid{f', with {len(problems)} warnings' if problems else ''}."


@agreement.command()
@json_option
def schema(as_json: bool) -> None:
    """Print the JSON Schema, for completion in an editor."""
    from pactwatch.agreement.schema import make_schema

    write_json(make_schema())
