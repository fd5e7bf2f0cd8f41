"""``pactwatch links``: what is proposed to belong together, why, and what a person decided of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.explain import KEY
from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import write_json, write_lines

if TYPE_CHECKING:
    from pactwatch.case.ask import Case
    from pactwatch.model.link import Linked
    from pactwatch.model.source import Document
    from pactwatch.model.status import Fact

#: Each kind of link as a sentence says it.
KINDS = {
    "same_utterance": "the same utterance",
    "same_incident": "the same incident",
    "denies": "the first denies the second",
    "corrects": "the first corrects the second",
    "same_story": "the same story",
    "same_origin": "the same origin",
    "derived_from": "the first is derived from the second",
    "copied_from": "the first is copied from the second",
    "dates": "the first dates the second",
}

#: Characters of a claim that are shown.
WORDS = 90

NOTHING = "Judge a pair yourself: pactwatch judge CASE FILE+FILE same --reason WORDS."


@dataclass(frozen=True, slots=True)
class Ends:
    """The documents and the claims that links relate, by ID and by key."""

    documents: "dict[str, Document]"
    facts: "dict[str, Fact]"

    def describe(self, end: str) -> dict[str, str]:
        """One end as an object: its key, the document's ID and name, and a claim's words."""
        fact = self.facts.get(end)
        document = fact.document if fact else self.documents.get(end)
        found = {"key": end, "document": document.id, "name": document.name} if document else {"key": end}
        return {**found, "words": " ".join(fact.claim.words.split())} if fact else found

    def format(self, end: str) -> str:
        """One end as a line: the document's name, and a claim's words."""
        from pactwatch.display.words import cut

        found = self.describe(end)
        if "words" not in found:
            return found.get("name", end)
        return f"{found['name']}: “{cut(found['words'], WORDS)}” ({end[:KEY]})"


def find_ends(case: "Case", known: str | None = None) -> Ends:
    """What links of a case can relate, at a position of the ledger."""
    documents = {row.document.id: row.document for row in case.documents(known)}
    return Ends(documents, {fact.claim.key: fact for fact in case.facts(known)})


@click.command()
@case_argument
@click.option("--kind", type=click.Choice(tuple(KINDS)), metavar="KIND", help=f"One of: {', '.join(KINDS)}.")
@click.option("--known", metavar="RECORD|DAY", help="As this ledger knew it then.")
@json_option
def links(case: Path, kind: str | None, known: str | None, as_json: bool) -> None:
    """List which documents and claims are held to belong together, and why."""
    with open_reading(case) as opened:
        found = [linked for linked in opened.links(known) if kind in (None, linked.kind)]
        ends = find_ends(opened, known)
    if as_json:
        write_json([describe_linked(linked, ends) for linked in found])
        return
    for linked in found:
        write_lines(format_linked(linked, ends))
    write_lines([f"{len(found)} link{'s' * (len(found) != 1)}.", *([] if found else [NOTHING])])


def describe_linked(linked: "Linked", ends: Ends) -> dict[str, Any]:
    """A link as an object, with whether it holds and its two ends in words."""
    from pactwatch.model.wire import to_wire

    both = [ends.describe(linked.a), ends.describe(linked.b)]
    return {**to_wire(linked), "holds": linked.holds, "ends": both}


def format_linked(linked: "Linked", ends: Ends) -> list[str]:
    """A link with its two ends, what speaks for it and what a person decided."""
    link, judgement = linked.link, linked.judgement
    score = f"score {link.score:.2f}" if link else "nothing proposes it"
    lines = [
        f"  {linked.key[:KEY]}  {KINDS[linked.kind]}, {score}",
        f"      {ends.format(linked.a)}",
        f"      {ends.format(linked.b)}",
    ]
    if link and link.reasons:
        lines.append(f"      because: {'; '.join(reason.words for reason in link.reasons)}")
    if judgement:
        words = f": {judgement.reason}" if judgement.reason else ""
        lines.append(f"      judged {judgement.verdict.value} by {judgement.reviewer}{words}")
    return lines
