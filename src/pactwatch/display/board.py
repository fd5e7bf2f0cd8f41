"""The phase board as rows: a column for each phase, a card for each provision."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactwatch.display.breaches import BreachRow, make_breaches
from pactwatch.display.days import describe_when
from pactwatch.display.marks import NOTHING_READ, SIGNS, Sign, sign_status
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.terms import DutyRow, describe_condition, describe_duty
from pactwatch.display.words import STEPS, format_tally
from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.claim import Progress
from pactwatch.model.status import CaseStatus, Fact, Mark, PhaseStatus, ProvisionStatus, Tally
from pactwatch.state.evidence import is_spoken

__all__ = ["BreachRow", "make_breaches"]


@dataclass(frozen=True, slots=True)
class TallyRow:
    """ "47 of 48" with what is counted and the claims that say so."""

    words: str
    of: str
    done: int
    owed: int
    sources: Sources


@dataclass(frozen=True, slots=True)
class LatestRow:
    """The newest reported progress: the step, its day and who reports it."""

    step: str
    day: str
    speaker: Speaker
    sources: Sources
    digest: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One provision on the board. ``flags`` say where accounts differ; ``spoken`` counts the claims
    that name a step without reporting it."""

    id: str
    title: str
    phase: str
    sign: Sign
    why: str
    life_cycle: str
    duty: DutyRow | None
    tally: TallyRow | None
    latest: LatestRow | None
    breaches: tuple[BreachRow, ...]
    sources: Sources
    scale: str
    flags: tuple[str, ...]
    spoken: int = 0

    @property
    def silent(self) -> bool:
        """Whether nothing that counts speaks of the provision."""
        return not self.sources.claims


@dataclass(frozen=True, slots=True)
class Column:
    """One phase. ``counts`` are the marks of its cards with how many have each; ``latest`` is the
    newest reported progress of the phase as such, ``sources`` all that reports it."""

    id: str
    title: str
    after: str | None
    cards: tuple[Card, ...]
    counts: tuple[tuple[Sign, int], ...]
    latest: LatestRow | None = None
    sources: Sources | None = None

    def claims_of(self, sign: Sign) -> tuple[str, ...]:
        """The claims behind a count: all that is read of the cards with this mark."""
        found = (claim for card in self.cards if card.sign == sign for claim in card.sources.claims)
        return tuple(dict.fromkeys(found))

    @property
    def spoken(self) -> tuple[Card, ...]:
        """The cards of which something speaks."""
        return tuple(card for card in self.cards if not card.silent)

    @property
    def silent(self) -> tuple[Card, ...]:
        """The cards of which nothing that counts speaks."""
        return tuple(card for card in self.cards if card.silent)


def make_board(
    agreement: Agreement, status: CaseStatus, accounts: Mapping[str, CaseStatus]
) -> tuple[Column, ...]:
    """The board of a status. ``accounts`` are the statuses under the parties' views, by the
    party's name: where they differ, the card says so."""
    return tuple(_make_column(phase, agreement, status, accounts) for phase in agreement.phases.values())


def _make_column(
    phase: Phase,
    agreement: Agreement,
    status: CaseStatus,
    accounts: Mapping[str, CaseStatus],
) -> Column:
    known = {item.provision: item for item in status.provisions}
    cards = tuple(
        make_card(provision, known[provision.id], agreement, accounts, status.view)
        for provision in agreement.provisions.values()
        if provision.phase == phase.id and provision.id in known
    )
    own = next((item for item in status.phases if item.phase == phase.id), None)
    return Column(
        id=phase.id,
        title=phase.title,
        after=describe_condition(phase.after, agreement),
        cards=cards,
        counts=_count_signs(cards),
        latest=_make_phase_latest(own, agreement),
        sources=count_sources(own.facts) if own else None,
    )


def _count_signs(cards: Iterable[Card]) -> tuple[tuple[Sign, int], ...]:
    """In the order of the key, what nobody speaks of last."""
    counts = Counter(card.sign for card in cards)
    order = [sign.shape for sign in (*SIGNS.values(), NOTHING_READ)]
    return tuple(sorted(counts.items(), key=lambda item: (order.index(item[0].shape), item[0].note)))


def _make_phase_latest(status: PhaseStatus | None, agreement: Agreement) -> LatestRow | None:
    return _describe_latest(status.latest, agreement) if status else None


def make_card(
    provision: Provision,
    status: ProvisionStatus,
    agreement: Agreement,
    accounts: Mapping[str, CaseStatus],
    view: str = "any-allegation",
) -> Card:
    """One provision as the board shows it."""
    return Card(
        id=provision.id,
        title=provision.title,
        phase=provision.phase,
        sign=sign_status(status, view),
        why=status.why,
        life_cycle=status.life_cycle,
        duty=describe_duty(provision.duty, agreement),
        tally=make_tally(status.tally),
        latest=make_latest(status, agreement),
        breaches=make_breaches(status.breaches, agreement),
        sources=count_sources(status.facts),
        scale=format_scale(status),
        flags=find_disagreements(provision, status, accounts),
        spoken=sum(is_spoken(fact) for fact in status.facts),
    )


def make_tally(tally: Tally | None) -> TallyRow | None:
    """A tally with its words and its sources."""
    if tally is None:
        return None
    return TallyRow(format_tally(tally), tally.of, tally.done, tally.owed, count_sources(tally.facts))


def make_latest(status: ProvisionStatus, agreement: Agreement) -> LatestRow | None:
    """The newest progress of a provision, or None where nobody reports any."""
    return _describe_latest(status.latest, agreement)


def _describe_latest(fact: Fact | None, agreement: Agreement) -> LatestRow | None:
    if fact is None or not isinstance(fact.claim.slots, Progress):
        return None
    return LatestRow(
        step=STEPS[fact.claim.slots.step],
        day=describe_when(fact),
        speaker=name_speaker(fact, agreement),
        sources=count_sources([fact]),
        digest=fact.document.digest,
    )


def find_disagreements(
    provision: Provision, status: ProvisionStatus, accounts: Mapping[str, CaseStatus]
) -> tuple[str, ...]:
    """Why a card is flagged: rival readings of the clause, speakers who disagree, accounts that differ."""
    flags = []
    if provision.readings:
        flags.append(f"{len(provision.readings) + 1} readings of this clause")
    if status.mark is Mark.DISPUTED:
        flags.append("speakers of this view disagree")
    marks = {name: mark for name, account in accounts.items() if (mark := _mark_in(account, provision.id))}
    if len(set(marks.values())) > 1:
        flags.append("accounts differ: " + "; ".join(f"{name}, {mark.value}" for name, mark in marks.items()))
    return tuple(flags)


def _mark_in(account: CaseStatus, provision: str) -> Mark | None:
    """The mark under an account that reports a step, a tally or a breach; silence differs from nothing."""
    for item in account.provisions:
        if item.provision == provision and (item.latest or item.tally or item.breaches):
            return item.mark
    return None


def format_scale(status: ProvisionStatus) -> str:
    """Kroc's step, or the two that the speakers' words come to: "1", "0 to 2", "cannot be said"."""
    low, high = status.low_scale, status.high_scale
    if low is None or high is None:
        return "cannot be said"
    return str(low) if low == high else f"{low} to {high}"
