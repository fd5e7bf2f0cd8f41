"""``pactwatch explain``: a provision's status down to the sentences, or one claim down to its rule."""

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwatch.cli.objects import describe_provision
from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option, make_question, question_options
from pactwatch.cli.output import write_json, write_lines

if TYPE_CHECKING:
    from pactwatch.case.ask import Case
    from pactwatch.case.question import Question
    from pactwatch.display.evidence import Evidence
    from pactwatch.ledger.base import HistoryRow
    from pactwatch.model.agreement import Agreement, Provision
    from pactwatch.model.claim import Claim
    from pactwatch.model.source import Document
    from pactwatch.model.status import Fact, ProvisionStatus

#: Characters of a key that are shown; any that fit one claim are accepted.
KEY = 10

#: What an actor is to a claim of a kind.
_ACTS = defaultdict(lambda: "by", position="held by", commitment="promised by", progress="done by")

#: Claims of a provision that are listed without --all.
LISTED = 15


@click.command()
@case_argument
@click.argument("provision", required=False)
@click.option("--claim", metavar="KEY", help="Explain one claim instead: its words, its rule, its history.")
@question_options
@click.option("--all", "everything", is_flag=True, help=f"All claims, not only {LISTED}.")
@json_option
def explain(
    case: Path, provision: str | None, claim: str | None, everything: bool, as_json: bool, **asked: Any
) -> None:
    """Why PROVISION stands where it does, down to the sentences."""
    if (provision is None) == (claim is None):
        raise click.UsageError("Name a provision, or a claim with --claim KEY, one of them.")
    with open_reading(case) as opened:
        if claim is not None:
            _explain_claim(opened, claim, as_json)
        else:
            _explain_provision(opened, provision or "", make_question(asked), everything, as_json)


def _explain_provision(
    case: "Case", name: str, question: "Question", everything: bool, as_json: bool
) -> None:
    agreement = case.agreement_at(question.known)
    provision = case.provision(name, question.known)
    found = case.status(question)
    status = next(row for row in found.provisions if row.provision == provision.id)
    if as_json:
        write_json(
            {
                "view": found.view,
                "on": found.on,
                "known": found.known,
                "provision": provision,
                "status": describe_provision(status),
                "facts": status.facts,
            }
        )
        return
    write_lines([f"View {found.view}, on {found.on}, ledger at {found.known}."])
    write_lines(format_provision(provision, status, agreement))
    shown = status.facts if everything else status.facts[:LISTED]
    for fact in shown:
        write_lines(format_fact(fact, agreement))
    if len(shown) < len(status.facts):
        write_lines([f"  and {len(status.facts) - len(shown)} more claims (--all)"])


def format_provision(provision: "Provision", status: "ProvisionStatus", agreement: "Agreement") -> list[str]:
    """The provision, its status and why, above its facts."""
    from pactwatch.display.board import format_scale
    from pactwatch.display.breaches import make_breaches
    from pactwatch.display.marks import format_mark
    from pactwatch.display.terms import describe_condition, describe_due, describe_duty
    from pactwatch.display.words import format_tally

    duty = describe_duty(provision.duty, agreement)
    rows = [
        ("who owes what", duty.words if duty else None),
        ("due", describe_due(provision.due, agreement)),
        ("only after", describe_condition(provision.after, agreement)),
        ("as long as", describe_condition(provision.while_, agreement)),
        ("when", describe_condition(provision.when, agreement)),
        ("why", status.why),
        ("tally", f"{format_tally(status.tally)} {status.tally.of}" if status.tally else None),
        ("life-cycle", f"{status.life_cycle}; Kroc scale: {format_scale(status)}"),
    ]
    rows += [
        ("breaches alleged", f"by {row.by}: {row.words}") for row in make_breaches(status.breaches, agreement)
    ]
    title = f"{provision.title} ({provision.id}): {format_mark(status.mark)}"
    return [title, *(f"  {label:<17}{words}" for label, words in rows if words)]


def format_fact(fact: "Fact", agreement: "Agreement") -> list[str]:
    """A claim with its speaker, its sentence and the document that it stands in."""
    from pactwatch.display.evidence import describe_state
    from pactwatch.display.published import describe_published
    from pactwatch.display.slots import describe_slots
    from pactwatch.display.speakers import name_speaker

    claim, document = fact.claim, fact.document
    speaker = name_speaker(fact, agreement)
    voice = "naming no speaker" if document.digest else "in the report's own voice"
    who = voice if speaker.own_voice else f"said by {speaker.words}"
    place = [document.name, "digest" if document.digest else "", _name_source(document)]
    state, _ = describe_state(fact)
    says = f"{describe_slots(claim)}{_format_mode(claim)}"
    return [
        f"  {claim.key[:KEY]}  {claim.kind.value}: {says}; {who} ({state})",
        *(f"      {line}" for line in _format_placement(fact, agreement)),
        f"      “{' '.join(claim.words.split())}”",
        f"      {', '.join(part for part in place if part)}, {describe_published(document)}, "
        f"characters {claim.span.begin} to {claim.span.end} of {document.id[:12]}",
    ]


def _format_placement(fact: "Fact", agreement: "Agreement") -> list[str]:
    """Whose act it is and what it is about, each provision with its score, in one line or none."""
    from pactwatch.display.actors import name_actors_of
    from pactwatch.display.words import join

    placement = fact.placement
    named = join([speaker.words for speaker in name_actors_of(fact, agreement)])
    parts = [
        f"{_ACTS[fact.claim.kind.value]} {named}" if named else "",
        f"towards {placement.towards}" if placement.towards else "",
    ]
    for label, matches in (
        ("about", placement.provisions),
        ("comes first", placement.needs),
        ("waits for it", placement.wants),
    ):
        scored = ", ".join(f"{match.provision} {match.score:.2f}" for match in matches)
        parts.append(f"{label} {scored}" if scored else "")
    line = "; ".join(part for part in parts if part)
    return [line] if line else []


def _name_source(document: "Document") -> str:
    """The outlet, or the agency where no outlet is named."""
    if document.outlet or not document.agency:
        return document.outlet or "outlet not named"
    return f"outlet not named, {document.agency} report"


def _format_mode(claim: "Claim") -> str:
    """In which mode it is said, so that what is denied or only planned is not read as said."""
    from pactwatch.model.claim import Kind, Modality

    if claim.kind is Kind.CONDITION and claim.modality is Modality.CONDITIONAL:
        return ""
    only = "only " if claim.modality is Modality.PLANNED else ""
    return "" if claim.modality is Modality.ASSERTED else f", {only}{claim.modality.value}"


def _explain_claim(case: "Case", prefix: str, as_json: bool) -> None:
    from pactwatch.display.evidence import make_evidence

    fact, history = case.claim(prefix), case.history(prefix)
    standing = case.standings().get(fact.claim.key)
    if as_json:
        write_json({"fact": fact, "history": history, "standing": standing})
        return
    evidence = make_evidence(fact, case.article(fact.document.id), case.agreement)
    write_lines(format_claim(evidence, fact, history, standing.words if standing else ""))


def format_claim(
    evidence: "Evidence", fact: "Fact", history: "list[HistoryRow]", standing: str = ""
) -> list[str]:
    """All that is known of one claim; ``standing`` is how it stands among those that tell the same."""
    sentence = "".join(piece.text for piece in evidence.pieces)
    rows = [
        ("says", evidence.says),
        ("who says it", " > ".join(evidence.chain)),
        ("hedge", evidence.hedge),
        ("mode", evidence.modality),
        ("told", evidence.told),
        ("said", evidence.said),
        ("happened", evidence.happened),
        ("window", evidence.window),
        ("relevance", f"{evidence.relevance}: {evidence.relevance_reason}"),
        ("sentence", f"“{' '.join(sentence.split())}”"),
        ("document", f"{evidence.file}, {evidence.outlet}, {evidence.published}"),
        ("place", f"characters {fact.claim.span.begin} to {fact.claim.span.end} of {evidence.document}"),
        ("standing", standing),
        ("found by", f"{evidence.maker}, rule {evidence.rule}"),
        ("review", ": ".join(part for part in (evidence.state, evidence.state_reason) if part)),
    ]
    rows[1:1] = [(label.lower(), words) for label, words in evidence.slots]
    at = [label for label, _ in rows].index("sentence")
    rows[at:at] = [(label.lower(), f"{name}: {reason}") for label, name, reason in evidence.sides]
    rows[at:at] = [("provision", f"{name}: {reason}") for name, reason in evidence.provisions]
    lines = [f"{evidence.claim}: {evidence.kind}"]
    lines += [f"  {label:<14}{words}" for label, words in rows if words]
    return lines + [f"  record {row.record.number:<6}{row.record.at} {row.what}" for row in history]
