"""What each rewrite changed: a report beside its reference, in counts, differences and clauses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.differences import KINDS
from pactwatch.display.labels import Labels, ReportLabel
from pactwatch.display.sayings import describe_difference
from pactwatch.display.stretches import Stretch, make_stretch
from pactwatch.display.words import count, cut
from pactwatch.stories.changes import Change
from pactwatch.stories.differences import Difference, name_voices
from pactwatch.stories.first import find_first
from pactwatch.stories.reports import Clause, Report

#: Characters that are shown of what a difference is about.
ABOUT = 70


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One report beside its reference. ``differences`` are the kind, the sentence and the number of each
    on the page, ``abouts`` what each is about; ``order`` says what is known of which was first."""

    reference: ReportLabel
    report: ReportLabel
    order: str
    counts: str
    differences: tuple[tuple[str, str, int], ...]
    abouts: tuple[str, ...]
    left_out: tuple[Stretch, ...]
    own: tuple[Stretch, ...]


def make_changes(
    changes: Sequence[Change],
    differences: Sequence[Difference],
    reports: Mapping[str, Report],
    labels: Labels,
) -> tuple[ChangeRow, ...]:
    """The rows of changes, in the order of the origins."""
    numbers = {one: number for number, one in enumerate(differences, start=1)}
    return tuple(_make_change(change, numbers, reports, labels) for change in changes)


def _make_change(
    change: Change, numbers: Mapping[Difference, int], reports: Mapping[str, Report], labels: Labels
) -> ChangeRow:
    reference, report = labels[change.reference], labels[change.document]
    pair = (change.reference, change.document)
    return ChangeRow(
        reference=reference,
        report=report,
        order=_describe_order(change, reports, reference, report),
        counts=_describe_counts(change, reference, report),
        differences=tuple(
            (KINDS[one.differs], describe_difference(one, labels, pair), numbers[one])
            for one in change.differences
        ),
        abouts=tuple(cut(one.about, ABOUT) for one in change.differences),
        left_out=_make_stretches(change.left_out, reports, labels),
        own=_make_stretches(change.own, reports, labels),
    )


def _describe_order(
    change: Change, reports: Mapping[str, Report], reference: ReportLabel, report: ReportLabel
) -> str:
    if change.known:
        return f"{report.letter} is derived from {reference.letter}."
    first = find_first(reports[change.reference].document, reports[change.document].document)
    if first is None:
        return (
            f"Which of {reference.letter} and {report.letter} was first is not known: they are only compared."
        )
    earlier = reference if first.id == change.reference else report
    return f"{earlier.letter} was first; whether the other is derived from it is not known."


def _describe_counts(change: Change, reference: ReportLabel, report: ReportLabel) -> str:
    kept, out, own = change.kept, len(change.left_out), len(change.own)
    if change.known:
        return f"Kept {count(kept, 'fact')}, left out {out:,}, tells {own:,} of its own."
    return (
        f"Both tell {count(kept, 'fact')}; only {reference.letter} tells {out:,}, "
        f"only {report.letter} {own:,}."
    )


def _make_stretches(
    clauses: Sequence[Clause], reports: Mapping[str, Report], labels: Labels
) -> tuple[Stretch, ...]:
    return tuple(
        make_stretch(reports[one.place.document], labels, one.place.span, voice=name_voices(one.voices))
        for one in clauses
    )
