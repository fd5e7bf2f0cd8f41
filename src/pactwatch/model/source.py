"""Documents, their passages, and days known with more or less precision."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PassageKind(StrEnum):
    """What a stretch of a document is. Subheads and furniture give no claims."""

    HEADLINE = "headline"
    DECK = "deck"
    DATELINE = "dateline"
    METADATA = "metadata"
    SUBHEAD = "subhead"
    SENTENCE = "sentence"
    FURNITURE = "furniture"


#: Passages that claims may come from.
CLAIMED = frozenset({PassageKind.HEADLINE, PassageKind.DECK, PassageKind.SENTENCE})


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document's text, in characters."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.begin : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with its class; ``paragraph`` counts from 0."""

    kind: PassageKind
    begin: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.begin, self.end)


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both included.

    ``precision`` is one of day, week, month, year, span; ``how`` says how it was found
    ("manifest", "printed", "weekday before publication", "anchor truce").
    """

    first: date
    last: date
    precision: str
    how: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published at one place and fetched at one time.

    ``id`` is the SHA-256 of its bytes. ``published`` is None where nobody says; ``undated``
    then holds the reason. A ``digest`` is written by us and ``rests_on`` names its sources.
    ``kind`` is one of report, digest, statement, bulletin.
    """

    id: str
    name: str
    encoding: str
    language: str = "en"
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    published: When | None = None
    published_at: str | None = None
    undated: str | None = None
    digest: bool = False
    rests_on: tuple[str, ...] = ()
    kind: str = "report"


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its decoded text and its passages: what a reader reads.

    Offsets are into ``text``, which is the bytes decoded with ``document.encoding`` and
    nothing else, so that a stranger can cut the same slices.
    """

    document: Document
    text: str
    passages: tuple[Passage, ...]

    def words(self, span: Span) -> str:
        return span.of(self.text)
