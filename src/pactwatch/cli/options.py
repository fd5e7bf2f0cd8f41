"""Arguments and options that several commands share."""

import getpass
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pactwatch.case.question import Question

Command = TypeVar("Command", bound=Callable[..., Any])

case_argument = click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
reason_option = click.option("--reason", required=True, metavar="WORDS", help="Why; kept in the record.")


def parse_day(value: str) -> date:
    """A day written as 2025-12-19."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a day. Write it like 2025-12-19.') from None


_QUESTION = (
    click.option(
        "--view",
        default="any-allegation",
        metavar="VIEW",
        help="Whose words count: any-allegation, outlets, mediators, uncontested, party:ID.",
    ),
    click.option("--on", type=parse_day, metavar="DAY", help="Where things stood on that day."),
    click.option("--known", metavar="RECORD|DAY", help="As this ledger knew it then."),
    click.option("--published-by", type=parse_day, metavar="DAY", help="Only what was public by that day."),
    click.option("--reviewed-only", is_flag=True, help="Only what a person accepted or amended."),
    click.option("--latest-per-speaker", is_flag=True, help="Only the latest words of each speaker."),
    click.option("--without-digests", is_flag=True, help="Leave out the digests."),
    click.option("--without-undated", is_flag=True, help="Leave out what no day is known of."),
    click.option("--institutions", is_flag=True, help="Count a party's institutions with the party."),
)


def question_options(command: Command) -> Command:
    """The options that make a Question."""
    for option in reversed(_QUESTION):
        command = option(command)
    return command


def make_question(values: dict[str, Any]) -> "Question":
    """The question of a command's options."""
    from pactwatch.case.question import Question

    return Question(**values)


def find_user() -> str:
    """The user's name, or nothing where the machine does not know it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


reviewer_option = click.option(
    "--reviewer",
    envvar="PACTWATCH_REVIEWER",
    default=find_user,
    show_default="your user name",
    metavar="NAME",
    help="Who decides. Also read from PACTWATCH_REVIEWER.",
)
