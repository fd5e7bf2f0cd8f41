"""Statuses and facts as JSON objects: claims by their keys, everything else in full."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pactwatch.model.status import CaseStatus, Fact, PhaseStatus, ProvisionStatus


def list_keys(facts: "Iterable[Fact]") -> list[str]:
    """The claims' keys, in order."""
    return [fact.claim.key for fact in facts]


def describe_status(status: "CaseStatus") -> dict[str, Any]:
    """A whole status; ``pactwatch claims --json`` gives the claims that its keys name."""
    return {
        "view": status.view,
        "on": status.on,
        "known": status.known,
        "documents": status.documents,
        "claims": status.claims,
        "unreviewed": status.unreviewed,
        "digests": status.digests,
        "phases": [describe_phase(row) for row in status.phases],
        "provisions": [describe_provision(row) for row in status.provisions],
        "left_out": status.left_out,
        "undated": status.undated,
        "expectations_failed": status.expectations_failed,
    }


def describe_phase(row: "PhaseStatus") -> dict[str, Any]:
    """A phase rolled up from its provisions."""
    return {
        "phase": row.phase,
        "n": row.n,
        "marks": dict(row.marks),
        "scale": list(row.steps),
        "between": row.between,
        "unsaid": row.unsaid,
        "begun": row.begun,
        "latest": row.latest and row.latest.claim.key,
    }


def describe_provision(row: "ProvisionStatus") -> dict[str, Any]:
    """Where one provision stands."""
    tally = row.tally
    return {
        "provision": row.provision,
        "mark": row.mark,
        "life_cycle": row.life_cycle,
        "why": row.why,
        "scale": [row.low_scale, row.high_scale],
        "tally": tally
        and {"done": tally.done, "owed": tally.owed, "of": tally.of, "claims": list_keys(tally.facts)},
        "latest": row.latest and row.latest.claim.key,
        "reported_by": row.reported_by,
        "breaches": [
            {
                "by": breach.by,
                "against": breach.against,
                "documents": breach.documents,
                "side_documents": breach.side_documents,
                "claims": list_keys(breach.facts),
            }
            for breach in row.breaches
        ],
        "claims": list_keys(row.facts),
    }
