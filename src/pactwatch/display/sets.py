"""Sets that the agreement counts (48 captives): what is done, what is owed, and who counts otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.words import format_day
from pactwatch.model.agreement import Agreement, Duty, Provision
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day
from pactwatch.state.evidence import Evidence, gather_evidence
from pactwatch.state.tallies import Counted, compute_counting


@dataclass(frozen=True, slots=True)
class CountRow:
    """A number of things done; ``voices`` are who counts so and for which day each."""

    done: int
    voices: tuple[tuple[Speaker, str], ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetRow:
    """One set. ``newest`` is the newest count of those done (None: nobody gives one), ``left`` what it
    leaves owed; ``disputed`` are other speakers' newest counts that do not fit it."""

    provision: str
    title: str
    of: str
    owed: int
    newest: CountRow | None
    left: int | None
    disputed: tuple[CountRow, ...]


def make_sets(agreement: Agreement, facts: Sequence[Fact]) -> tuple[SetRow, ...]:
    """The sets of the agreement file, by its order."""
    own = [fact for fact in facts if fact.placement.relevance is Relevance.AGREEMENT]
    evidence = gather_evidence(agreement, own)
    return tuple(
        _make_set(provision, provision.duty, evidence[provision.id], agreement)
        for provision in agreement.provisions.values()
        if provision.duty is not None and provision.duty.count is not None
    )


def _make_set(provision: Provision, duty: Duty, evidence: Evidence, agreement: Agreement) -> SetRow:
    found = compute_counting(provision, (*evidence.steps, *evidence.counts), agreement)
    tally = found.tally
    return SetRow(
        provision.id,
        provision.title,
        duty.of or "",
        duty.count or 0,
        _make_count(tally.done, tally.facts, agreement) if tally else None,
        tally.owed - tally.done if tally else None,
        tuple(_make_counted(counted, agreement) for counted in found.against),
    )


def _make_count(done: int, facts: Sequence[Fact], agreement: Agreement) -> CountRow:
    days: dict[Speaker, date | None] = {}
    for fact in facts:
        speaker, day = name_speaker(fact, agreement), find_day(fact)
        known = days.get(speaker)
        days[speaker] = max(known, day) if known and day else known or day
    voices = tuple((speaker, format_day(day) if day else "day unknown") for speaker, day in days.items())
    return CountRow(done, voices, tuple(fact.claim.key for fact in facts))


def _make_counted(counted: Counted, agreement: Agreement) -> CountRow:
    return _make_count(counted.done, (counted.fact,), agreement)
