"""What the links in force make of a case: its stories and origins, put to every fact.

documents, links --> stories --> each fact with its story, its origin and the day that its story gives
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pactwatch.language.agencies import find_agencies
from pactwatch.model.claim import Statement
from pactwatch.model.link import Linked, LinkKind
from pactwatch.model.source import Document, When
from pactwatch.model.status import Fact
from pactwatch.stories.story import Origin, Story

#: How a day was found that the story of a document gives.
BY_STORY = "dated by its story"


def date_documents(documents: Sequence[Document], links: Sequence[Linked]) -> dict[str, When]:
    """The day that a report of its story gives a document without one, by its ID; where several do, the one
    that a person confirmed, then the surest."""
    known = {document.id: document for document in documents}
    pairs = (
        (known[one.a], known[one.b])
        for one in sorted(links, key=_rank)
        if one.kind is LinkKind.DATES and one.holds and one.a in known and one.b in known
    )
    days: dict[str, When] = {}
    for dating, dated in pairs:
        if dating.published and dated.published is None:
            days.setdefault(dated.id, replace(dating.published, how=f"{BY_STORY}: as {dating.name}"))
    return days


def _rank(linked: Linked) -> tuple[bool, float, str]:
    """A person's word counts more than any score."""
    return linked.judgement is None, -(linked.link.score if linked.link else 1.0), linked.a


def place_in_stories(facts: Sequence[Fact], stories: Sequence[Story], days: Mapping[str, When]) -> list[Fact]:
    """The facts with their story, their origin and, where their document has none, the day of their story."""
    homes = {document: story for story in stories for document in story.documents}
    origins = {
        document: origin for story in stories for origin in story.origins for document in origin.documents
    }
    agencies = {agency for fact in facts if (agency := fact.document.agency)}
    return [
        replace(
            fact,
            story=homes[fact.document.id].id if fact.document.id in homes else None,
            origin=_find_origin(fact, homes.get(fact.document.id), origins.get(fact.document.id), agencies),
            dated=days.get(fact.document.id),
        )
        for fact in facts
    ]


def _find_origin(
    fact: Fact, story: Story | None, own: Origin | None, agencies: Collection[str]
) -> str | None:
    """The origin of a document, or that of the agency to which a statement in it was made."""
    if own is None or story is None:
        return None
    agency = _find_told(fact, agencies)
    if agency is None or agency in (own.agency, fact.document.outlet):
        return own.id
    theirs = next((origin.id for origin in story.origins if origin.agency == agency), None)
    return theirs or f"{story.id}:{agency}"


def _find_told(fact: Fact, agencies: Collection[str]) -> str | None:
    """The agency that was told what a fact holds ("told AFP"), if one was: a known one, or one whose reports
    documents of the case carry."""
    slots = fact.claim.slots
    told = slots.addressee if isinstance(slots, Statement) else None
    return next(iter(find_agencies(told, agencies)), None) if told else None
