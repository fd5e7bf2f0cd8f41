"""Links as rows: what is proposed to belong together, why, and what a person decided of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.labels import Labels
from pactwatch.display.stretches import Stretch, make_stretch
from pactwatch.display.words import count, cut
from pactwatch.model.link import MUTUAL, OF_DOCUMENTS, Linked, LinkKind, Reason
from pactwatch.stories.reports import Report

#: Each kind with its two ends by their letters.
WORDS: Mapping[LinkKind, str] = {
    LinkKind.SAME_UTTERANCE: "{a} and {b} have the same utterance",
    LinkKind.SAME_INCIDENT: "{a} and {b} tell of the same incident",
    LinkKind.DENIES: "a claim in {a} denies one in {b}",
    LinkKind.CORRECTS: "a claim in {a} corrects one in {b}",
    LinkKind.SAME_STORY: "{a} and {b} are the same story",
    LinkKind.SAME_ORIGIN: "{a} and {b} share their origin",
    LinkKind.DERIVED_FROM: "{a} is derived from {b}",
    LinkKind.COPIED_FROM: "{a} has a passage copied from {b}",
    LinkKind.DATES: "{a} dates {b}",
}

#: What a reason of each kind is called when several are counted.
_COUNTED = {
    "quote": ("quotation", "quotations"),
    "figure": ("figure", "figures"),
    "passage": ("passage", "passages"),
    "agency": ("agency", "agencies"),
    "order": ("order of facts", "orders of facts"),
}

#: Characters of a link's key that a command needs, and of a claim's words.
KEY_SHOWN, ABOUT = 8, 90


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason in words, with the stretches that it rests on in both reports."""

    words: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link. ``key`` is what a command names it by; ``about`` are the words of the first claim of a
    link of claims; ``judged`` is the decision in words, empty where
    nobody decided; ``holds`` whether it counts."""

    key: str
    kind: str
    words: str
    about: str
    score: str
    summary: str
    reasons: tuple[ReasonRow, ...]
    judged: str
    holds: bool


def make_link_row(
    linked: Linked,
    homes: Mapping[str, str],
    names: Mapping[str, str],
    reports: Mapping[str, Report],
    labels: Labels,
) -> LinkRow:
    """One link; ``homes`` are the documents of claims and of documents, by key or ID, ``names`` what each
    document is called."""
    a, b = homes[linked.a], homes[linked.b]
    first, second = sorted((names[a], names[b])) if linked.kind in MUTUAL else (names[a], names[b])
    reasons = linked.link.reasons if linked.link else ()
    return LinkRow(
        key=linked.key[:KEY_SHOWN],
        kind=linked.kind.value.replace("_", " "),
        words=WORDS[linked.kind].format(a=first, b=second),
        about=_quote_claim(linked, reports.get(a)),
        score=f"{linked.link.score:.2f}" if linked.link else "",
        summary=summarize(reasons),
        reasons=tuple(make_reason(reason, a, b, reports, labels) for reason in reasons),
        judged=describe_judgement(linked),
        holds=linked.holds,
    )


def _quote_claim(linked: Linked, report: Report | None) -> str:
    """The words of the first claim of a link; empty where it relates documents."""
    facts = report.facts if report and linked.kind not in OF_DOCUMENTS else ()
    return next((cut(fact.claim.words, ABOUT) for fact in facts if fact.claim.key == linked.a), "")


def make_reason(reason: Reason, a: str, b: str, reports: Mapping[str, Report], labels: Labels) -> ReasonRow:
    """A reason with its stretches, those of the first report first."""
    sides = [(a, span) for span in reason.a] + [(b, span) for span in reason.b]
    stretches = tuple(
        make_stretch(reports[document], labels, span) for document, span in sides if document in reports
    )
    return ReasonRow(reason.words, stretches)


def summarize(reasons: Sequence[Reason]) -> str:
    """How many of each: "6 quotations, 1 figure, order of facts"."""
    counts = Counter(reason.kind for reason in reasons if reason.kind in _COUNTED)
    return ", ".join(
        _COUNTED[kind][0] if kind == "order" else count(counts[kind], *_COUNTED[kind])
        for kind in _COUNTED
        if counts[kind]
    )


def describe_judgement(linked: Linked) -> str:
    """What a person decided: "called different by Ana: two bulletins"; empty where nobody did."""
    judgement = linked.judgement
    if judgement is None:
        return ""
    reason = f": {judgement.reason}" if judgement.reason else ""
    return f"called {judgement.verdict.value} by {judgement.reviewer}{reason}"
