"""Alleged breaches as rows: one for each side in the same form, its institutions under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwatch.display.sources import Sources, count_sources
from pactwatch.display.terms import name_actor, name_actors
from pactwatch.display.words import count
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.status import Breaches, Fact


@dataclass(frozen=True, slots=True)
class BreachRow:
    """What one side alleges, in the same form for every side, nothing included.

    ``documents`` are the articles that carry the allegation, ``side_documents`` those that carry
    the side's words at all, ``side`` the chip of these words; digests are in ``sources``.
    ``parts`` are the institutions of the side: of the whole, never beside it;
    ``part_of`` names the party that an institution belongs to."""

    by: str
    against: str | None
    claims: int
    documents: int
    side_documents: int
    sources: Sources
    side: Sources
    facts: tuple[Fact, ...] = ()
    part_of: str | None = None
    parts: tuple["BreachRow", ...] = ()

    @property
    def where(self) -> str:
        """In how many articles, of those that carry this side's words at all; digests apart."""
        if not self.claims:
            return "none read"
        if not self.side_documents:
            return f"in {self.sources.words}"
        return f"in {self.sources.words} (of {count(self.side_documents, 'article')} with its words)"

    @property
    def words(self) -> str:
        """The row in a line: "in 2 articles, of 3 with its words; 5 claims; of these its army 1 article"."""
        if not self.claims:
            return self.where
        inner = "".join(f"; of these {part.by} {part.where}" for part in self.parts)
        return f"{self.where}; {count(self.claims, 'claim')}{inner}"

    @property
    def in_articles(self) -> tuple[str, ...]:
        """The claims that articles carry."""
        return tuple(fact.claim.key for fact in self.facts if not fact.document.digest)

    @property
    def in_digests(self) -> tuple[str, ...]:
        """The claims that digests carry."""
        return tuple(fact.claim.key for fact in self.facts if fact.document.digest)


def make_breaches(breaches: Sequence[Breaches], agreement: Agreement) -> tuple[BreachRow, ...]:
    """One row for each alleging side, whomever it accuses. Where any side alleges, each party has
    its row, so that the form is equal and a nothing is seen as one."""
    if not breaches:
        return ()
    parties = [actor.id for actor in agreement.actors_in(Role.PARTY)]
    sides = dict.fromkeys([*parties, *(item.by for item in breaches)])
    return tuple(_make_row(side, [row for row in breaches if row.by == side], agreement) for side in sides)


def _make_row(side: str, items: Sequence[Breaches], agreement: Agreement) -> BreachRow:
    facts = tuple(fact for item in items for fact in item.facts)
    sources = count_sources(facts)
    accused = dict.fromkeys(item.against for item in items if item.against)
    inner = [part for item in items for part in item.parts]
    bodies = dict.fromkeys(part.by for part in inner)
    actor = agreement.actors.get(side)
    return BreachRow(
        by=name_actor(side, agreement),
        part_of=name_actor(actor.part_of, agreement) if actor and actor.part_of else None,
        against=name_actors(tuple(accused), agreement) or None,
        claims=len(sources.claims),
        documents=sources.articles,
        side_documents=max((item.side_documents for item in items), default=0),
        sources=sources,
        side=count_sources(fact for item in items[:1] for fact in item.side_facts),
        facts=facts,
        parts=tuple(
            _make_row(body, [part for part in inner if part.by == body], agreement) for body in bodies
        ),
    )
