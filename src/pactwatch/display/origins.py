"""The origins of a story as trees: the reporting that articles go back to, and what ties each to it.

AFP report
    A, carries it
    B, shares 3 quotations and 1 figure with A (0.88)     --> the reasons with the words of both
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pactwatch.display.labels import Labels, ReportLabel
from pactwatch.display.links import ReasonRow, describe_judgement, make_reason, summarize
from pactwatch.display.words import count
from pactwatch.model.link import Linked, LinkKind
from pactwatch.stories.reports import Report
from pactwatch.stories.story import Origin, Rewrite, Story

_NOT_KNOWN = "which is derived from which is not known"


@dataclass(frozen=True, slots=True)
class TieRow:
    """What ties a report to another of its origin, which stands before it or is its parent; ``words`` are
    ``how`` and the letter ``to``."""

    to: str
    how: str
    words: str
    summary: str
    score: str
    judged: str
    reasons: tuple[ReasonRow, ...]


@dataclass(frozen=True, slots=True)
class OriginNode:
    """A report in the tree. ``ties`` begins with that to its parent; ``note`` says what hangs it there
    where no tie does."""

    report: ReportLabel
    note: str
    ties: tuple[TieRow, ...]
    children: tuple["OriginNode", ...]


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin: what it is in words, what is known of the order, its tree."""

    words: str
    note: str
    nodes: tuple[OriginNode, ...]
    documents: tuple[str, ...]


def make_origins(story: Story, reports: Mapping[str, Report], labels: Labels) -> tuple[OriginRow, ...]:
    """The origins of a story, in its order."""
    return tuple(_make_origin(origin, reports, labels) for origin in story.origins)


def _make_origin(origin: Origin, reports: Mapping[str, Report], labels: Labels) -> OriginRow:
    first = labels[origin.id]
    return OriginRow(
        words=describe_origin(origin, first.words),
        note=_describe_order(origin),
        nodes=tuple(
            _make_node(rewrite, origin, reports, labels)
            for rewrite in origin.rewrites
            if rewrite.parent is None
        ),
        documents=origin.documents,
    )


def describe_origin(origin: Origin, first: str = "") -> str:
    """What an origin is: "AFP report", "own reporting of A, Lake Gazette", "shared reporting of 2 articles".

    ``first`` is the name of its first report, where that is to be said.
    """
    of = f" of {first}" if first else ""
    if origin.agency:
        return f"{origin.agency} report"
    if len(origin.rewrites) == 1:
        return f"own reporting{of}"
    if origin.outlet:
        return f"own reporting of {origin.outlet}"
    if is_order_known(origin):
        return f"reporting{of}"
    return f"shared reporting of {count(len(origin.rewrites), 'article')}"


def is_order_known(origin: Origin) -> bool:
    """Whether all but one are derived from others."""
    return sum(rewrite.parent is None for rewrite in origin.rewrites) == 1


def _describe_order(origin: Origin) -> str:
    number = len(origin.rewrites)
    if number == 1 or origin.outlet:
        return count(number, "article")
    words = f"{number} articles go back to it"
    return words if is_order_known(origin) else f"{words}; {_NOT_KNOWN}"


def _make_node(rewrite: Rewrite, origin: Origin, reports: Mapping[str, Report], labels: Labels) -> OriginNode:
    children = [other for other in origin.rewrites if other.parent == rewrite.document]
    ties = _list_ties(rewrite, origin, reports, labels)
    return OriginNode(
        report=labels[rewrite.document],
        note=_describe_place(rewrite, origin, labels) if not ties else "",
        ties=ties,
        children=tuple(_make_node(child, origin, reports, labels) for child in children),
    )


def _describe_place(rewrite: Rewrite, origin: Origin, labels: Labels) -> str:
    own = labels[rewrite.document].agency
    if origin.agency and own == origin.agency:
        return f"carries the {own} report"
    return "tied to reports below" if rewrite.links else ""


def _list_ties(
    rewrite: Rewrite, origin: Origin, reports: Mapping[str, Report], labels: Labels
) -> tuple[TieRow, ...]:
    """The ties to reports before it in the origin, that to its parent first, then the surest first."""
    before = origin.documents[: origin.documents.index(rewrite.document)]
    own = [one for one in rewrite.links if _other(one, rewrite.document) in (*before, rewrite.parent)]
    ordered = sorted(own, key=lambda one: (_rank(one, rewrite), -_score(one)))
    return tuple(_make_tie(one, rewrite, reports, labels) for one in ordered)


def _other(linked: Linked, document: str) -> str:
    return linked.b if linked.a == document else linked.a


def _rank(linked: Linked, rewrite: Rewrite) -> int:
    is_parent = _other(linked, rewrite.document) == rewrite.parent
    return 0 if is_parent and linked.kind is LinkKind.DERIVED_FROM else 1 if is_parent else 2


def _score(linked: Linked) -> float:
    return linked.link.score if linked.link else 1.0


def _make_tie(linked: Linked, rewrite: Rewrite, reports: Mapping[str, Report], labels: Labels) -> TieRow:
    to = labels[_other(linked, rewrite.document)].letter
    reasons = linked.link.reasons if linked.link else ()
    how = _describe_tie(linked, rewrite)
    return TieRow(
        to=to,
        how=how,
        words=f"{how} {to}",
        summary=summarize(reasons),
        score=f"{linked.link.score:.2f}" if linked.link else "",
        judged=describe_judgement(linked),
        reasons=tuple(make_reason(reason, linked.a, linked.b, reports, labels) for reason in reasons),
    )


def _describe_tie(linked: Linked, rewrite: Rewrite) -> str:
    """How a report is tied, before the letter of the other. Where it hangs under one report, what it shares
    with another that came before may have come to both from the first: only a person says more."""
    is_parent = _other(linked, rewrite.document) == rewrite.parent
    match linked.kind:
        case LinkKind.DERIVED_FROM if linked.a != rewrite.document:
            return "the source of"
        case LinkKind.DERIVED_FROM if is_parent or linked.judgement:
            return "derived from"
        case LinkKind.DERIVED_FROM:
            return "shares its reporting with the earlier"
        case LinkKind.COPIED_FROM if linked.a == rewrite.document:
            return "a passage copied from" if is_parent else "shares a passage with the earlier"
        case LinkKind.COPIED_FROM:
            return "gave a passage to"
    return "shares its reporting with"
