"""Where the whole agreement stands under a view on a day.

facts -> view, filters, day -> facts of each provision -> reported -> time and conditions -> status

The same facts in any order give the same status; nothing here knows a clock or a record number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from pactwatch.model.agreement import Agreement
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Document
from pactwatch.model.status import CaseStatus, Fact, PhaseStatus, ProvisionStatus
from pactwatch.state.breaches import gather_heard
from pactwatch.state.evidence import Evidence, gather_evidence
from pactwatch.state.expectations import check_expectations
from pactwatch.state.facts import counts_on, select_facts
from pactwatch.state.leftout import find_left_out, find_undated
from pactwatch.state.lookup import find_state
from pactwatch.state.progress import Standing, compute_standing
from pactwatch.state.provision import compute_provision
from pactwatch.state.reported import compute_reported
from pactwatch.state.scale import roll_up
from pactwatch.state.timing import compute_timing, find_begun

#: Carried by whatever is derived, so that a change of rules is seen.
STATE_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Filters:
    """What combines with any view; see ``select_facts``."""

    reviewed_only: bool = False
    latest_per_speaker: bool = False
    without_digests: bool = False
    institutions: bool = False
    undated: bool = True


@dataclass(frozen=True, slots=True)
class _Board:
    """The statuses under one view on one day, with the facts that counted."""

    counted: tuple[Fact, ...]
    provisions: tuple[ProvisionStatus, ...]
    phases: tuple[PhaseStatus, ...]


def compute_status(
    agreement: Agreement,
    facts: Sequence[Fact],
    documents: Sequence[Document],
    view: str,
    on: date,
    as_of: date,
    known: str,
    *,
    reviewed_only: bool = False,
    latest_per_speaker: bool = False,
    without_digests: bool = False,
    institutions: bool = False,
    undated: bool = True,
) -> CaseStatus:
    """Where each provision and each phase stands.

    ``facts`` are all in force, rejected ones too; ``documents`` those of the case that are not
    withdrawn; ``on`` the day of the world, ``as_of`` the day to which the case has been read,
    ``known`` the position of the ledger in words. Raises UnknownView.
    """
    filters = Filters(reviewed_only, latest_per_speaker, without_digests, institutions, undated)
    board = _compute_board(agreement, facts, view, on, filters)
    present = [fact for fact in facts if not fact.rejected]
    counting = [document for document in documents if _counts(document, on, filters)]
    return CaseStatus(
        view=view,
        on=on,
        known=known,
        provisions=board.provisions,
        documents=len(counting),
        claims=len(board.counted),
        unreviewed=sum(fact.judgement is None for fact in board.counted),
        left_out=find_left_out(present, documents, on, undated),
        expectations_failed=_check(agreement, facts, as_of),
        phases=board.phases,
        undated=find_undated(board.counted),
        digests=sum(document.digest for document in counting),
    )


def _counts(document: Document, on: date, filters: Filters) -> bool:
    if document.digest and filters.without_digests:
        return False
    return document.published is None or document.published.first <= on


def _check(agreement: Agreement, facts: Sequence[Fact], as_of: date) -> tuple[str, ...]:
    def compute(view: str, on: date) -> Mapping[str, ProvisionStatus]:
        board = _compute_board(agreement, facts, view, on, Filters())
        return {status.provision: status for status in board.provisions}

    return check_expectations(agreement, as_of, compute)


def _compute_board(
    agreement: Agreement, facts: Sequence[Fact], view: str, on: date, filters: Filters
) -> _Board:
    own = [fact for fact in facts if fact.placement.relevance is Relevance.AGREEMENT]
    counted = select_facts(own, view, agreement, on=on, **asdict(filters))
    evidence = gather_evidence(agreement, counted)
    reported = {
        key: compute_reported(provision, evidence[key], agreement)
        for key, provision in agreement.provisions.items()
    }
    phases = {phase: compute_standing(evidence[phase].steps) for phase in agreement.phases}
    state_of = partial(find_state, agreement, reported)
    begun = {
        key: find_begun(phase, agreement, on, phases[key].step, state_of)
        for key, phase in agreement.phases.items()
    }
    timings = {
        key: compute_timing(provision, agreement, on, begun, state_of)
        for key, provision in agreement.provisions.items()
    }
    heard = _gather_heard(own, agreement, on, filters)
    provisions = tuple(
        compute_provision(reported[key], evidence[key], timings[key], agreement, heard)
        for key in agreement.provisions
    )
    return _Board(tuple(counted), provisions, _roll_up(agreement, provisions, begun, phases, evidence))


def _gather_heard(
    facts: Sequence[Fact], agreement: Agreement, on: date, filters: Filters
) -> Mapping[str, Sequence[Fact]]:
    """Over all words of the day, whatever the view: a side is heard or not before a view is chosen."""
    heard = [fact for fact in facts if counts_on(fact, on, filters.undated) and not fact.rejected]
    return gather_heard(heard, agreement)


def _roll_up(
    agreement: Agreement,
    provisions: Sequence[ProvisionStatus],
    begun: Mapping[str, bool | None],
    phases: Mapping[str, Standing],
    evidence: Mapping[str, Evidence],
) -> tuple[PhaseStatus, ...]:
    phase_of = {key: provision.phase for key, provision in agreement.provisions.items()}
    return tuple(
        roll_up(
            phase,
            [status for status in provisions if phase_of[status.provision] == phase],
            begun[phase],
            phases[phase].latest,
            evidence[phase].steps,
        )
        for phase in agreement.phases
    )
