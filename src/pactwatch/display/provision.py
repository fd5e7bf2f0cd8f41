"""One provision in full: text, readings, where it stands under each view, its evidence by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.board import Card, make_card, make_tally
from pactwatch.display.days import sort_newest
from pactwatch.display.marks import Sign, sign_status
from pactwatch.display.provision_claims import is_told_apart
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.spans import find_tone
from pactwatch.display.terms import describe_condition, describe_due, name_reader, name_source
from pactwatch.display.views import ViewLabel
from pactwatch.model.agreement import Agreement, ClauseReading, Provision
from pactwatch.model.status import CaseStatus, Fact, ProvisionStatus
from pactwatch.state.evidence import is_spoken
from pactwatch.state.targets import find_targets


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading of the clause, whose it is and where it stands."""

    of: str
    text: str | None
    due: str | None
    source: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """The same provision under one view; ``sources`` is all that the view can rest on,
    ``tally`` opens the claims of ``tally_claims``."""

    view: str
    label: str
    sign: Sign
    tally: str | None
    tally_claims: tuple[str, ...]
    scale: tuple[int | None, int | None]
    sources: Sources
    chosen: bool


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The facts of one kind, newest first."""

    tone: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """All that the provision page shows but the sentences themselves."""

    card: Card
    phase: str
    text: str | None
    source: str | None
    line: int
    due: str | None
    conditions: tuple[tuple[str, str], ...]
    readings: tuple[ReadingRow, ...]
    accounts: tuple[AccountRow, ...]
    groups: tuple[EvidenceGroup, ...]
    low_scale: int | None
    high_scale: int | None


_GROUPS = (
    ("progress", "Progress reported"),
    ("spoken", "Spoken of, not reported as done"),
    ("beside", "Progress of something else that names it"),
    ("breach", "Breaches alleged"),
    ("figure", "Figures"),
    ("statement", "Statements"),
    ("event", "Events"),
    ("condition", "Conditions whose sides lead elsewhere"),
)


def make_provision(
    provision: Provision,
    agreement: Agreement,
    status: CaseStatus,
    by_view: Mapping[str, CaseStatus],
    views: Sequence[ViewLabel],
) -> ProvisionRow:
    """A provision under the chosen status, beside the same provision under every view."""
    own = find_status(status, provision.id)
    parties = {view.label: by_view[view.view] for view in views if view.view.startswith("party:")}
    return ProvisionRow(
        card=make_card(provision, own, agreement, parties, status.view),
        phase=agreement.phases[provision.phase].title if provision.phase in agreement.phases else "",
        text=provision.text,
        source=name_source(provision.source, agreement),
        line=provision.line,
        due=describe_due(provision.due, agreement),
        conditions=_describe_conditions(provision, agreement),
        readings=_make_readings(provision, agreement),
        accounts=_make_accounts(provision.id, status.view, by_view, views),
        groups=group_facts(own.facts, provision.id, agreement),
        low_scale=own.low_scale,
        high_scale=own.high_scale,
    )


def find_status(status: CaseStatus, provision: str) -> ProvisionStatus:
    """The status of one provision; raises KeyError where the status has none."""
    for item in status.provisions:
        if item.provision == provision:
            return item
    raise KeyError(provision)


def _describe_conditions(provision: Provision, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    labelled = (
        ("only after", provision.after),
        ("as long as", provision.while_),
        ("when", provision.when),
    )
    return tuple(
        (label, words)
        for label, condition in labelled
        if (words := describe_condition(condition, agreement)) is not None
    )


def _make_readings(provision: Provision, agreement: Agreement) -> tuple[ReadingRow, ...]:
    """The clause as the file has it, then the other readings; none where nobody reads it otherwise."""
    if not provision.readings:
        return ()
    source = name_source(provision.source, agreement) or ""
    own = ReadingRow("As above", provision.text, describe_due(provision.due, agreement), source)
    return (own, *(_make_reading(reading, agreement) for reading in provision.readings))


def _make_reading(reading: ClauseReading, agreement: Agreement) -> ReadingRow:
    of = name_reader(reading.of, agreement)
    source = name_source(reading.source, agreement) or ""
    due = describe_due(reading.due, agreement)
    return ReadingRow(of, reading.text, due, "" if source == of else source)


def _make_accounts(
    provision: str, chosen: str, by_view: Mapping[str, CaseStatus], views: Sequence[ViewLabel]
) -> tuple[AccountRow, ...]:
    rows = []
    for view in views:
        own = find_status(by_view[view.view], provision)
        tally = make_tally(own.tally)
        rows.append(
            AccountRow(
                view=view.view,
                label=view.label,
                sign=sign_status(own, view.view),
                tally=tally.words if tally else None,
                tally_claims=tally.sources.claims if tally else (),
                scale=(own.low_scale, own.high_scale),
                sources=count_sources(own.facts),
                chosen=view.view == chosen,
            )
        )
    return tuple(rows)


def group_facts(facts: Sequence[Fact], provision: str, agreement: Agreement) -> tuple[EvidenceGroup, ...]:
    """Facts by what they are, in the order in which a reader weighs them, newest first; what has a section
    of its own (see ``provision_claims``) is left out."""
    facts = [fact for fact in facts if not is_told_apart(fact, provision)]
    groups = []
    for tone, title in _GROUPS:
        own = [fact for fact in facts if _find_group(fact, provision, agreement) == tone]
        if own:
            groups.append(EvidenceGroup(tone, title, tuple(sort_newest(own))))
    return tuple(groups)


def _find_group(fact: Fact, provision: str, agreement: Agreement) -> str:
    """Progress in three: reported of the provision, only spoken of, or reported of something else,
    as a phase whose name stands in the same words."""
    tone = find_tone(fact.claim)
    if tone != "progress":
        return tone
    if is_spoken(fact):
        return "spoken"
    return "progress" if provision in find_targets(fact, agreement) else "beside"
