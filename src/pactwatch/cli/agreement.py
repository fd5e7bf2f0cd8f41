"""``pactwatch agreement``: check an agreement file, and print its JSON Schema."""

from pathlib import Path

import click

from pactwatch.cli.exits import PROBLEMS
from pactwatch.cli.options import json_option
from pactwatch.cli.output import write_json, write_lines
from pactwatch.problems import Problem, has_errors


@click.group()
def agreement() -> None:
    """Check agreement files."""


@agreement.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Tell every mistake in FILES: where, what, and what to do."""
    from pactwatch.agreement.load import load_agreement

    found: list[Problem] = []
    for file in files:
        _, problems = load_agreement(file)
        found += problems
        if not as_json:
            write_lines([*map(str, problems), _sum_up(file, problems)])
    if as_json:
        write_json({"valid": not has_errors(found), "problems": found})
    if has_errors(found):
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
