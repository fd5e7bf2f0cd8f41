"""Alleged breaches side by side: what each side alleges, in one form, and what of it is told together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.actors import Side, make_sides
from pactwatch.display.breaches import BreachRow, make_breaches
from pactwatch.display.choices import Choice, choose_places, list_places
from pactwatch.display.days import describe_when, sort_newest
from pactwatch.display.figures import FigureRow, make_figure
from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.speakers import Speaker, name_speaker
from pactwatch.display.terms import name_actor
from pactwatch.display.words import describe_figure, join
from pactwatch.language.lexicon import word_set
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.claim import Event, Figure
from pactwatch.model.placement import Relevance
from pactwatch.model.status import Fact
from pactwatch.state.breaches import compute_breaches, gather_heard, is_allegation
from pactwatch.state.speakers import OUTLETS, find_sides
from pactwatch.stories.standing import Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """One allegation, or several that are linked as the same. ``against`` is whom it accuses, ``harm`` what
    came of it as figures (words and claim); ``standing`` says by how many origins and who disputes it."""

    facts: tuple[Fact, ...]
    against: str | None
    provisions: tuple[str, ...]
    day: str
    place: str | None
    harm: tuple[tuple[str, str], ...]
    speakers: tuple[Speaker, ...]
    standing: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One number of breaches as one speaker publishes it; ``days`` are those that it is given for."""

    words: str
    speaker: Speaker
    days: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllegingSide:
    """One side that alleges: ``row`` counts its claims and reports, ``entries`` are the claims with those
    linked as the same taken together; ``tallies`` are numbers of breaches that it publishes itself."""

    id: str
    name: str
    of: str | None
    row: BreachRow
    entries: tuple[Entry, ...]
    tallies: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True)
class AllegationPage:
    """The sides in the order parties, mediators, others; ``tallies`` are published by others than these."""

    sides: tuple[AllegingSide, ...]
    tallies: tuple[TallyRow, ...]
    facts: tuple[Fact, ...]
    total: int
    by: tuple[Choice, ...]
    against: tuple[Choice, ...]
    provisions: tuple[Choice, ...]


def find_allegations(
    facts: Sequence[Fact],
    agreement: Agreement,
    standings: Mapping[str, Standing],
    by: str = "",
    against: str = "",
    provision: str = "",
) -> AllegationPage:
    """The allegations by a side, against a side, of a provision (each empty: any)."""
    about = [fact for fact in facts if fact.placement.relevance is Relevance.AGREEMENT]
    alleged = [fact for fact in about if is_allegation(fact)]
    kept = [
        fact
        for fact in alleged
        if by in ("", *_sides_of(fact, agreement))
        and against in ("", fact.placement.accused or "nobody")
        and (not provision or provision in list_places(fact))
    ]
    rows = compute_breaches(kept, agreement, gather_heard(about, agreement))
    tallies = [fact for fact in about if is_tally(fact)]
    made = {row.by: row for row in make_breaches(rows, agreement)}
    make = _Making(agreement, standings, {fact.claim.key: fact for fact in facts}, tallies)
    sides = tuple(
        make.side(known, made[name_actor(known, agreement)], kept)
        for known in _order_sides(kept, agreement, by)
    )
    shown = {claim for side in sides for row in side.tallies for claim in row.claims}
    return AllegationPage(
        sides=sides,
        tallies=make_tallies([fact for fact in tallies if fact.claim.key not in shown], agreement),
        facts=tuple(sort_newest(kept)),
        total=len(alleged),
        by=_choose(alleged, agreement, lambda fact: _sides_of(fact, agreement)),
        against=_choose(alleged, agreement, lambda fact: (fact.placement.accused or "nobody",)),
        provisions=choose_places([place for fact in alleged for place in list_places(fact)], agreement),
    )


def is_tally(fact: Fact) -> bool:
    """Whether a fact is a published number of breaches; such are figures and count no incident."""
    slots = fact.claim.slots
    return isinstance(slots, Figure) and slots.counted.lower() in word_set("tallied_breaches")


def make_tallies(facts: Sequence[Fact], agreement: Agreement) -> tuple[TallyRow, ...]:
    """Published numbers of breaches, the same by one speaker once, newest first."""
    groups: dict[tuple[str, str], list[FigureRow]] = {}
    for fact in sort_newest(facts):
        row = make_figure(fact, agreement)
        groups.setdefault((row.printed, row.speaker.id), []).append(row)
    return tuple(
        TallyRow(
            words=f"{rows[0].printed} {rows[0].things}",
            speaker=rows[0].speaker,
            days=join(list(dict.fromkeys(row.day_words for row in rows))),
            claims=tuple(row.claim for row in rows),
        )
        for rows in groups.values()
    )


def _sides_of(fact: Fact, agreement: Agreement) -> tuple[str, ...]:
    return find_sides(fact, agreement, institutions=True)


def _order_sides(facts: Sequence[Fact], agreement: Agreement, by: str) -> tuple[str, ...]:
    """Each party, whether it alleges or not, then mediators and others who do; with a filter that side."""
    if by or not facts:
        return (by,) if facts else ()
    alleging = {side for fact in facts for side in _sides_of(fact, agreement)}
    known = [side.id for side in make_sides(agreement).values() if side.role == Role.PARTY.value]
    known += [side for side in make_sides(agreement) if side in alleging]
    return tuple(dict.fromkeys([*known, *sorted(alleging)]))


@dataclass(frozen=True, slots=True)
class _Making:
    """What every side and every entry is made with."""

    agreement: Agreement
    standings: Mapping[str, Standing]
    facts: Mapping[str, Fact]
    tallies: Sequence[Fact]

    def side(self, known: str, row: BreachRow, kept: Sequence[Fact]) -> AllegingSide:
        own = [fact for fact in kept if known in _sides_of(fact, self.agreement)]
        named: Side | None = make_sides(self.agreement).get(known)
        tallies = [fact for fact in self.tallies if known in _sides_of(fact, self.agreement)]
        return AllegingSide(
            id=known,
            name=name_side(known, self.agreement),
            of=named.of if named else None,
            row=row,
            entries=tuple(self.entry(group) for group in self.group(own)),
            tallies=make_tallies(tallies, self.agreement),
        )

    def group(self, facts: Sequence[Fact]) -> list[list[Fact]]:
        """Those that links call the same together, newest first."""
        groups: dict[tuple[str, ...], list[Fact]] = {}
        for fact in sort_newest(facts):
            standing = self.standings.get(fact.claim.key)
            same = tuple(sorted(standing.claims)) if standing else (fact.claim.key,)
            groups.setdefault(same, []).append(fact)
        return list(groups.values())

    def entry(self, facts: Sequence[Fact]) -> Entry:
        accused = dict.fromkeys(fact.placement.accused for fact in facts if fact.placement.accused)
        events = [fact.claim.slots for fact in facts if isinstance(fact.claim.slots, Event)]
        standing = self.standings.get(facts[0].claim.key)
        speakers = {one.id: one for one in (name_speaker(fact, self.agreement) for fact in facts)}
        names = [name_actor(known, self.agreement) for known in accused]
        names = names or [event.recipient for event in events[:1] if event.recipient]
        return Entry(
            facts=tuple(facts),
            against=", ".join(names) or None,
            provisions=tuple(dict.fromkeys(place for fact in facts for place in list_places(fact))),
            day=describe_when(facts[0]),
            place=next((event.place for event in events if event.place), None),
            harm=self.harm(events),
            speakers=tuple(speakers.values()),
            standing=standing.words if standing else "",
            sources=count_sources(facts),
        )

    def harm(self, events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
        keys = dict.fromkeys(key for event in events for key in event.harm)
        found = [self.facts[key] for key in keys if key in self.facts]
        return tuple(
            (describe_figure(fact.claim.slots, fact.claim.hedge), fact.claim.key)
            for fact in found
            if isinstance(fact.claim.slots, Figure)
        )


def name_side(side: str, agreement: Agreement) -> str:
    """A side by name; the reports' own voice by what it is."""
    return "Reports in their own voice" if side == OUTLETS else name_actor(side, agreement)


def _choose(
    facts: Sequence[Fact], agreement: Agreement, find: Callable[[Fact], tuple[str, ...]]
) -> tuple[Choice, ...]:
    counts: dict[str, int] = {}
    for fact in facts:
        for known in find(fact):
            counts[known] = counts.get(known, 0) + 1
    order = [*make_sides(agreement), *sorted(counts)]
    names = {"nobody": "nobody named"}
    return tuple(
        Choice(known, names.get(known, name_side(known, agreement)), counts[known])
        for known in dict.fromkeys(order)
        if known in counts
    )
