"""Sums written out, and how a number may have come out of others: each term with its claims."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.words import format_day, format_when
from pactwatch.model.agreement import Agreement
from pactwatch.model.status import Fact
from pactwatch.state.derivations import Derivation, find_derivations
from pactwatch.state.discrepancies import find_checks
from pactwatch.state.ranges import write_number
from pactwatch.state.sums import Check, Sum, Term, Verdict

_ORDER = {Verdict.OFF: 0, Verdict.OPEN: 1, Verdict.HOLDS: 2}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One number of a sum. ``speakers`` are all who state it so, ``claims`` where they do (empty: it
    is the agreement's own); ``label`` says what it is in the sum, ``day`` the day that it speaks of."""

    printed: str
    label: str
    speakers: tuple[Speaker, ...]
    day: str
    claims: tuple[str, ...]
    files: tuple[str, ...]
    digest: bool


@dataclass(frozen=True, slots=True)
class SumRow:
    """One check of the numbers.

    ``kind`` names it, ``written`` is the sum as one writes it on paper ("265 + 49 = 314, stated 315"; empty
    where it cannot be made). ``verdict`` is one of: holds, does not add up, cannot be compared; ``answer`` is
    the sentence that says so.
    """

    measure: str
    title: str
    kind: str
    written: str
    answer: str
    verdict: str
    off_by: float | None
    terms: tuple[TermRow, ...]

    @property
    def voices(self) -> tuple[tuple[TermRow, ...], ...]:
        """The terms in a row that the same speakers state for the same day."""
        return group_terms(self.terms)

    @property
    def holds(self) -> bool:
        """Whether the numbers fit."""
        return self.verdict == Verdict.HOLDS.value

    @property
    def claims(self) -> tuple[str, ...]:
        """All the claims that the sum is made of."""
        return _list_claims(self.terms)


@dataclass(frozen=True, slots=True)
class DerivationRow:
    """A number that may come from others. ``changes`` say what got lost or altered on the way,
    ``order`` that the days bear it out or that they are not known."""

    measure: str
    title: str
    written: str
    sources: tuple[TermRow, ...]
    result: TermRow
    changes: tuple[str, ...]
    order: str

    @property
    def voices(self) -> tuple[tuple[TermRow, ...], ...]:
        """The sources in a row that the same speakers state for the same day."""
        return group_terms(self.sources)

    @property
    def claims(self) -> tuple[str, ...]:
        """All the claims that take part."""
        return _list_claims((*self.sources, self.result))


def group_terms(terms: Iterable[TermRow]) -> tuple[tuple[TermRow, ...], ...]:
    """Terms that stand beside one another and are of the same speakers and day."""
    groups = groupby(terms, key=lambda term: ([who.id for who in term.speakers], term.day))
    return tuple(tuple(own) for _, own in groups)


def _list_claims(terms: Iterable[TermRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for term in terms for claim in term.claims))


def make_sums(agreement: Agreement, facts: Sequence[Fact]) -> tuple[SumRow, ...]:
    """The checks that the facts of a view allow: what does not add up first, what holds last."""
    checks = sorted(find_checks(agreement, facts), key=lambda check: _ORDER[check.verdict])
    return tuple(_make_sum(check, agreement) for check in checks)


def _make_sum(check: Check, agreement: Agreement) -> SumRow:
    return SumRow(
        check.measure,
        _name_measure(check.measure, agreement),
        check.sum.value,
        _write(check),
        _answer(check),
        check.verdict.value,
        None if check.off_by is None else float(check.off_by),
        tuple(make_term(term, agreement) for term in check.terms),
    )


def _name_measure(measure: str, agreement: Agreement) -> str:
    known = agreement.measures.get(measure)
    return known.title if known else ""


def _write(check: Check) -> str:
    """The sum; of windows the numbers with the day from which each counts."""
    if check.sum is not Sum.STARTS:
        return check.written
    return ", ".join(f"{term.written} from {format_when(term.since)}" for term in check.terms)


def _answer(check: Check) -> str:
    match check.verdict:
        case Verdict.OPEN:
            return f"Cannot be compared: {check.why}."
        case Verdict.HOLDS:
            return f"Holds{', ' if check.why else ''}{check.why}."
    assert check.off_by is not None
    return f"Does not add up by {write_number(check.off_by)}{': ' if check.why else ''}{check.why}."


def make_term(term: Term, agreement: Agreement) -> TermRow:
    """A term with who states it and where."""
    speakers = {speaker.id: speaker for speaker in (name_speaker(fact, agreement) for fact in term.facts)}
    return TermRow(
        printed=term.written,
        label=term.label,
        speakers=tuple(speakers.values()),
        day=format_day(term.day) if term.day else "day unknown" if term.facts else "",
        claims=tuple(dict.fromkeys(fact.claim.key for fact in term.facts)),
        files=tuple(dict.fromkeys(fact.document.name for fact in term.facts)),
        digest=any(fact.document.digest for fact in term.facts),
    )


def write_term(term: TermRow) -> str:
    """A term in one line: "49, raids, Ministry, 22 Dec 2025, a digest"."""
    names = (who.full for who in term.speakers)
    digest = "a digest" if term.digest else ""
    return ", ".join(part for part in (term.printed, term.label, *names, term.day, digest) if part)


def make_derivations(agreement: Agreement, facts: Sequence[Fact]) -> tuple[DerivationRow, ...]:
    """The possible derivations among the facts of a view."""
    return tuple(_make_derivation(found, agreement) for found in find_derivations(agreement, facts))


def _make_derivation(found: Derivation, agreement: Agreement) -> DerivationRow:
    return DerivationRow(
        found.measure,
        _name_measure(found.measure, agreement),
        found.written,
        tuple(make_term(term, agreement) for term in found.terms),
        make_term(found.result, agreement),
        tuple(change.value for change in found.changes),
        "the days fit" if found.ordered else "which came first is not known",
    )
