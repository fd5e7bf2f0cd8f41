"""The phase board as rows: a column for each phase, a card for each provision."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.marks import SIGNS, Sign
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.terms import DutyRow, describe_condition, describe_duty, name_actor, name_actors
from pactwatch.display.words import STEPS, count, format_tally, format_when
from pactwatch.model.agreement import Agreement, Phase, Provision, Role
from pactwatch.model.claim import Progress
from pactwatch.model.source import When
from pactwatch.model.status import Breaches, CaseStatus, Fact, Mark, ProvisionStatus, Tally


@dataclass(frozen=True, slots=True)
class TallyRow:
    """ "47 of 48" with what is counted and the claims that say so."""

    words: str
    of: str
    done: int
    owed: int
    sources: Sources


@dataclass(frozen=True, slots=True)
class BreachRow:
    """What one side alleges, in the same form for every side, nothing included.

    ``documents`` are the articles that carry the allegation, ``side_documents`` those that carry
    the side's words at all; digests are in ``sources``;
    ``part_of`` names the party that an institution belongs to."""

    by: str
    against: str | None
    claims: int
    documents: int
    side_documents: int
    sources: Sources
    facts: tuple[Fact, ...] = ()
    part_of: str | None = None

    @property
    def where(self) -> str:
        """In how many of the articles that carry this side's words at all; digests apart."""
        if not self.claims:
            return "none read"
        digests = count(self.sources.digests, "digest")
        if not self.documents:
            return f"in {digests} only"
        articles = f"in {self.documents} of {count(self.side_documents, 'article')} with its words"
        return f"{articles} + {digests}" if self.sources.digests else articles


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
    """One provision on the board. ``flags`` say where accounts differ."""

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

    @property
    def silent(self) -> bool:
        """Whether nothing that counts speaks of the provision."""
        return not self.sources.claims


@dataclass(frozen=True, slots=True)
class Column:
    """One phase. ``counts`` are the marks of its cards with how many have each."""

    id: str
    title: str
    after: str | None
    cards: tuple[Card, ...]
    counts: tuple[tuple[Sign, int], ...]

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
    known = {item.provision: item for item in status.provisions}
    return tuple(_make_column(phase, agreement, known, accounts) for phase in agreement.phases.values())


def _make_column(
    phase: Phase,
    agreement: Agreement,
    known: Mapping[str, ProvisionStatus],
    accounts: Mapping[str, CaseStatus],
) -> Column:
    cards = tuple(
        make_card(provision, known[provision.id], agreement, accounts)
        for provision in agreement.provisions.values()
        if provision.phase == phase.id and provision.id in known
    )
    counts = Counter(card.sign.shape for card in cards)
    present = tuple((sign, counts[sign.shape]) for sign in SIGNS.values() if counts[sign.shape])
    return Column(phase.id, phase.title, describe_condition(phase.after, agreement), cards, present)


def make_card(
    provision: Provision,
    status: ProvisionStatus,
    agreement: Agreement,
    accounts: Mapping[str, CaseStatus],
) -> Card:
    """One provision as the board shows it."""
    return Card(
        id=provision.id,
        title=provision.title,
        phase=provision.phase,
        sign=SIGNS[status.mark],
        why=status.why,
        life_cycle=status.life_cycle,
        duty=describe_duty(provision.duty, agreement),
        tally=make_tally(status.tally),
        latest=make_latest(status, agreement),
        breaches=make_breaches(status.breaches, agreement),
        sources=count_sources(status.facts),
        scale=format_scale(status),
        flags=find_disagreements(provision, status, accounts),
    )


def make_tally(tally: Tally | None) -> TallyRow | None:
    """A tally with its words and its sources."""
    if tally is None:
        return None
    return TallyRow(format_tally(tally), tally.of, tally.done, tally.owed, count_sources(tally.facts))


def make_latest(status: ProvisionStatus, agreement: Agreement) -> LatestRow | None:
    """The newest progress of a provision, or None where nobody reports any."""
    fact = status.latest
    if fact is None or not isinstance(fact.claim.slots, Progress):
        return None
    return LatestRow(
        step=STEPS[fact.claim.slots.step],
        day=_describe_day(fact),
        speaker=name_speaker(fact, agreement),
        sources=count_sources([fact]),
        digest=fact.document.digest,
    )


def _describe_day(fact: Fact) -> str:
    days: Iterable[tuple[str, When | None]] = (
        ("", fact.claim.happened_on),
        ("said ", fact.claim.said_on),
        ("published ", fact.document.published),
    )
    return next((f"{label}{format_when(when)}" for label, when in days if when), "day unknown")


def make_breaches(breaches: Sequence[Breaches], agreement: Agreement) -> tuple[BreachRow, ...]:
    """One row for each alleging side, whomever it accuses. Where any side alleges, each party has
    its row, so that the form is equal and a nothing is seen as one; an institution stands behind
    the party that it is part of."""
    if not breaches:
        return ()
    parties = [actor.id for actor in agreement.actors_in(Role.PARTY)]
    sides = dict.fromkeys([*parties, *(item.by for item in breaches)])
    ordered = sorted(sides, key=lambda side: _place_of(side, parties, agreement))
    return tuple(
        _make_breach(side, [row for row in breaches if row.by == side], agreement) for side in ordered
    )


def _place_of(side: str, parties: Sequence[str], agreement: Agreement) -> tuple[int, bool]:
    actor = agreement.actors.get(side)
    owner = actor.part_of if actor and actor.part_of else side
    return (parties.index(owner) if owner in parties else len(parties), owner != side)


def _make_breach(side: str, items: Sequence[Breaches], agreement: Agreement) -> BreachRow:
    facts = tuple(fact for item in items for fact in item.facts)
    sources = count_sources(facts)
    accused = dict.fromkeys(item.against for item in items if item.against)
    actor = agreement.actors.get(side)
    return BreachRow(
        by=name_actor(side, agreement),
        part_of=name_actor(actor.part_of, agreement) if actor and actor.part_of else None,
        against=name_actors(tuple(accused), agreement) or None,
        claims=len(facts),
        documents=sources.articles,
        side_documents=max((item.side_documents for item in items), default=0),
        sources=sources,
        facts=facts,
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
