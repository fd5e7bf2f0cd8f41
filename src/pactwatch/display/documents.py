"""The documents as rows: whose they are, of which day, and what was read in them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.evidence import RELEVANCES
from pactwatch.display.published import describe_published
from pactwatch.display.spans import find_tone
from pactwatch.display.speakers import name_outlet
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Document, When
from pactwatch.model.status import Fact

#: The columns of the table of documents, in order.
COUNTED = (
    "statement",
    "figure",
    "progress",
    "breach",
    "position",
    "condition",
    "commitment",
    "interpretation",
    "event",
)

#: Of these, how many have a column of their own on the page; the others are one.
COLUMNS = 5


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document. ``counts`` follow ``COUNTED``; ``elsewhere`` says how many claims are
    about something else; ``withdrawn`` holds the reason where the document was taken back."""

    id: str
    file: str
    title: str
    outlet: str
    named: bool
    agency: str | None
    published: str
    dated: bool
    day: str
    digest: bool
    rests_on: tuple[str, ...]
    url: str | None
    counts: tuple[int, ...]
    claims: int
    rejected: int
    elsewhere: str
    withdrawn: str | None

    @property
    def shown(self) -> tuple[int, ...]:
        """The counts as the page has them: the last is that of all other kinds."""
        return (*self.counts[:COLUMNS], sum(self.counts[COLUMNS:]))


def make_document_rows(
    listed: Iterable[tuple[Document, str | None]], facts: Sequence[Fact], days: Mapping[str, When]
) -> tuple[DocumentRow, ...]:
    """The rows of documents with their reasons of withdrawal, newest first, the undated last; ``days``
    are those that stories give to documents without one."""
    by_document: dict[str, list[Fact]] = {}
    for fact in facts:
        by_document.setdefault(fact.document.id, []).append(fact)
    rows = [
        make_document_row(document, withdrawn, by_document.get(document.id, []), days.get(document.id))
        for document, withdrawn in listed
    ]
    by_name = sorted(rows, key=lambda row: row.file)
    return tuple(sorted(by_name, key=lambda row: row.day, reverse=True))


def make_document_row(
    document: Document, withdrawn: str | None, facts: Sequence[Fact], dated: When | None = None
) -> DocumentRow:
    """One document with its claims counted by what they are; rejected ones apart. ``dated`` is the day
    that its story gives it."""
    day = document.published or dated
    rejected = [fact for fact in facts if fact.rejected]
    kept = [fact for fact in facts if not fact.rejected]
    tones = Counter(find_tone(fact.claim) for fact in kept)
    return DocumentRow(
        id=document.id,
        file=document.name,
        title=document.title or document.name,
        outlet=name_outlet(document) if document.outlet or document.agency else "not named",
        named=bool(document.outlet),
        agency=document.agency,
        published=describe_published(document, dated),
        dated=document.published is not None,
        day=day.last.isoformat() if day else "",
        digest=document.digest,
        rests_on=document.rests_on,
        url=find_web_address(document.url),
        counts=tuple(tones[tone] for tone in COUNTED),
        claims=len(kept),
        rejected=len(rejected),
        elsewhere=_describe_elsewhere(kept),
        withdrawn=withdrawn,
    )


def _describe_elsewhere(facts: Sequence[Fact]) -> str:
    found = Counter(fact.placement.relevance for fact in facts)
    parts = [
        f"{found[relevance]} {RELEVANCES[relevance]}"
        for relevance in (Relevance.PREHISTORY, Relevance.OTHER)
        if found[relevance]
    ]
    return ", ".join(parts)


def find_web_address(url: str | None) -> str | None:
    """The address if it is one of the web; any other scheme is not made a link."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
