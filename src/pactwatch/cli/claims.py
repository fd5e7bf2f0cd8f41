"""``pactwatch claims``: what was found, each with its sentence and document."""

from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.explain import format_fact
from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import write_json, write_lines
from pactwatch.errors import NotInCase

if TYPE_CHECKING:
    from pactwatch.model.agreement import Agreement
    from pactwatch.model.status import Fact

KINDS = (
    "statement",
    "figure",
    "event",
    "position",
    "condition",
    "commitment",
    "progress",
    "interpretation",
)

#: Names that an error lists.
LISTED = 8

RELEVANCES = ("agreement", "prehistory", "other")


@click.command()
@case_argument
@click.option("--kind", metavar="KIND", help=f"One of: {', '.join(KINDS)}.")
@click.option("--speaker", metavar="NAME", help="A part of the speaker's name or side, or an actor's ID.")
@click.option("--actor", metavar="NAME", help="Who acts, holds a position or promises: as for --speaker.")
@click.option("--provision", metavar="ID", help="What it is about; of a condition also its two sides.")
@click.option("--relevance", type=click.Choice(RELEVANCES), help="About this agreement, before it, or else.")
@click.option("--document", metavar="NAME", help="Only of this document.")
@click.option("--known", metavar="RECORD|DAY", help="As this ledger knew it then.")
@json_option
def claims(
    case: Path,
    kind: str | None,
    speaker: str | None,
    actor: str | None,
    provision: str | None,
    relevance: str | None,
    document: str | None,
    known: str | None,
    as_json: bool,
) -> None:
    """List what was found, each with its sentence and document."""
    with open_reading(case) as opened:
        agreement = opened.agreement_at(known)
        place = opened.provision(provision, known).id if provision else None
        source = opened.document(document).document.id if document else None
        if kind is not None and kind not in KINDS:
            raise _not_here("kind of claim", kind, KINDS)
        facts = opened.facts(known)
        spoken = facts if speaker is None else _choose_spoken(facts, speaker, agreement)
        spoken = spoken if actor is None else _choose_acting(spoken, actor, agreement)
        found = [
            fact
            for fact in spoken
            if (kind is None or fact.claim.kind == kind)
            and (place is None or place in _list_places(fact))
            and (relevance is None or fact.placement.relevance == relevance)
            and (source is None or fact.document.id == source)
        ]
    if as_json:
        write_json(found)
        return
    for fact in found:
        write_lines(format_fact(fact, agreement))
    write_lines([f"{len(found)} claim{'s' * (len(found) != 1)}."])


def _choose_spoken(facts: "list[Fact]", wanted: str, agreement: "Agreement") -> "list[Fact]":
    """The claims of a speaker. Raises NotInCase where no claim of the case is theirs."""
    from pactwatch.display.speakers import name_speaker

    found = [fact for fact in facts if _speaks(fact, wanted, agreement)]
    if not found:
        named = Counter(name_speaker(fact, agreement).name for fact in facts)
        raise _not_here("speaker", wanted, [name for name, _ in named.most_common()])
    return found


def _choose_acting(facts: "list[Fact]", wanted: str, agreement: "Agreement") -> "list[Fact]":
    """The claims in which an actor acts. Raises NotInCase where there is none."""
    from pactwatch.display.actors import list_actors, name_actors_of

    named = {speaker.words for fact in facts for speaker in name_actors_of(fact, agreement)}
    found = [
        fact
        for fact in facts
        if wanted in [match.actor for match in list_actors(fact.placement)]
        or any(wanted.casefold() in speaker.words.casefold() for speaker in name_actors_of(fact, agreement))
    ]
    if not found:
        raise _not_here("actor", wanted, sorted(named))
    return found


def _list_places(fact: "Fact") -> list[str]:
    """The provisions that a claim is about; of a condition also what comes first and what waits."""
    placement = fact.placement
    matches = (*placement.provisions, *placement.needs, *placement.wants)
    return [match.provision for match in matches]


def _not_here(what: str, wanted: str, known: Sequence[str]) -> NotInCase:
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(wanted.casefold(), list(folded), n=1, cutoff=0.5)
    nearest = f' The nearest is "{folded[near[0]]}".' if near else ""
    more = f" and {len(known) - LISTED} more" if len(known) > LISTED else ""
    return NotInCase(
        f'There is no {what} "{wanted}".{nearest}', f"There are: {', '.join(known[:LISTED])}{more}."
    )


def _speaks(fact: "Fact", wanted: str, agreement: "Agreement") -> bool:
    from pactwatch.display.speakers import name_speaker

    matches = fact.placement.speakers
    if wanted in [match.actor for match in matches]:
        return True
    names = [name_speaker(fact, agreement).words, *(match.name for match in matches)]
    return any(wanted.casefold() in name.casefold() for name in names)
