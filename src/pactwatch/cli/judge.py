"""``pactwatch judge``: what a person decides of a claim or of a link; the decision tells which."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.clock import now
from pactwatch.cli.explain import KEY, format_fact
from pactwatch.cli.links import describe_linked, find_ends, format_linked
from pactwatch.cli.opening import open_writing
from pactwatch.cli.options import case_argument, json_option, reason_option, reviewer_option
from pactwatch.cli.output import write_json, write_lines
from pactwatch.errors import Ambiguous, NotInCase

if TYPE_CHECKING:
    from pactwatch.case.ask import Case
    from pactwatch.model.link import LinkJudgement
    from pactwatch.model.record import Judgement

#: What is said of a claim, and what of a link.
OF_CLAIMS = ("accept", "reject", "amend")
OF_LINKS = ("same", "different", "unsure")


@click.command()
@case_argument
@click.argument("name", metavar="CLAIM_OR_LINK")
@click.argument("decision", type=click.Choice((*OF_CLAIMS, *OF_LINKS)))
@reason_option
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="With amend: low=395, speaker=..."
)
@reviewer_option
@json_option
def judge(
    case: Path,
    name: str,
    decision: str,
    reason: str,
    settings: tuple[str, ...],
    reviewer: str,
    as_json: bool,
) -> None:
    """Accept, reject or amend a claim; call a link the same, different or unsure.

    The first characters of a key are enough. A link can be named by its two ends, too:
    FILE+FILE is the same story, CLAIM+CLAIM the same utterance, and any other kind
    stands in front: denies:CLAIM+CLAIM. What the machine found stays beside it.
    """
    _check_combination(name, decision, settings)
    with open_writing(case) as opened:
        try:
            if decision in OF_LINKS:
                _judge_link(opened, name, decision, reviewer, reason, as_json)
            else:
                _judge_claim(opened, name, decision, reviewer, reason, settings, as_json)
        except NotInCase:
            _check_other(opened, name, decision)
            raise


def _judge_claim(
    case: "Case",
    name: str,
    decision: str,
    reviewer: str,
    reason: str,
    settings: tuple[str, ...],
    as_json: bool,
) -> None:
    from pactwatch.case.judge import judge_claim
    from pactwatch.model.record import Decision

    changes, chosen = parse_settings(settings), Decision(decision)
    judgement = judge_claim(case, name, chosen, reviewer=reviewer, reason=reason, changes=changes, at=now())
    fact = case.find_fact(judgement.claim)
    if as_json:
        write_json({"judgement": judgement, "fact": fact})
        return
    write_lines([_tell(judgement.claim, decision, judgement)])
    write_lines(format_fact(fact, case.agreement) if fact else [])


def _judge_link(case: "Case", name: str, verdict: str, reviewer: str, reason: str, as_json: bool) -> None:
    from pactwatch.case.judge import judge_link
    from pactwatch.model.link import Verdict

    judgement = judge_link(case, name, Verdict(verdict), reviewer=reviewer, reason=reason, at=now())
    linked, ends = case.link(judgement.key), find_ends(case)
    if as_json:
        write_json({"judgement": judgement, "linked": describe_linked(linked, ends)})
        return
    write_lines([_tell(judgement.key, verdict, judgement), *format_linked(linked, ends)])


def _tell(key: str, decision: str, judgement: "Judgement | LinkJudgement") -> str:
    return f"{key[:KEY]}: {decision}, {judgement.reviewer}: {judgement.reason}"


def _check_combination(name: str, decision: str, settings: tuple[str, ...]) -> None:
    """Wrong use that shows before the case is opened."""
    if decision in OF_CLAIMS and "+" in name:
        raise _of_link(name, decision)
    if decision in OF_LINKS and settings:
        raise click.UsageError(f"{decision} is said of a link and sets nothing. Leave --set out.")


def _check_other(case: "Case", name: str, decision: str) -> None:
    """Raise a usage error where the name is a link and the decision one on claims, or the reverse."""
    try:
        if decision in OF_CLAIMS:
            case.link(name)
        else:
            case.claim(name)
    except (NotInCase, Ambiguous):
        return
    raise _of_link(name, decision) if decision in OF_CLAIMS else _of_claim(name, decision)


def _of_link(name: str, decision: str) -> click.UsageError:
    return click.UsageError(
        f'{decision} is said of a claim, and "{name}" is a link. Of a link say {", ".join(OF_LINKS)}.'
    )


def _of_claim(name: str, decision: str) -> click.UsageError:
    return click.UsageError(
        f'{decision} is said of a link, and "{name}" is a claim. Of a claim say {", ".join(OF_CLAIMS)}; '
        "for a link join two claims by +."
    )


def parse_settings(settings: tuple[str, ...]) -> dict[str, str]:
    """Values by name, from NAME=VALUE."""
    changes = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or not name.strip():
            raise click.UsageError(f'"{setting}" sets nothing. Write --set NAME=VALUE.')
        changes[name.strip()] = value.strip()
    return changes
