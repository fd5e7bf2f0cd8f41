"""What a ledger can be asked and told: the Store protocol and the values it speaks in.

    drafts.py makes a Draft --> Store.append --> Records + sealed words + derived tables
    Store.facts, documents, ... <-- derived tables (newest, or folded up to a position)

``open_store`` and ``create_store`` in ``pactwatch.ledger.store`` give one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Any, Protocol, Self

from pactwatch.model.link import Linked, LinkJudgement
from pactwatch.model.record import Judgement, Record, RecordKind
from pactwatch.model.source import Document, Passage, Span
from pactwatch.model.status import Fact

#: Gives the archived bytes of a document by its ID; raises OSError where they are missing.
ArchiveReader = Callable[[str], bytes]

#: Puts other bytes in the place of an archived document: (document ID, new bytes).
ArchiveReplacer = Callable[[str, bytes], None]


@dataclass(frozen=True, slots=True)
class Sealed:
    """Words that stand apart from the chain: ``digest`` is the SHA-256 of ``salt`` + ``body``.

    ``body`` is canonical JSON. Salt and body are both None after a redaction.
    """

    digest: str
    salt: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before it has a number, a time and an author, with the words it seals."""

    kind: RecordKind
    payload: Mapping[str, Any]
    sealed: tuple[Sealed, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The newest record: number, hash and time."""

    number: int
    hash: str
    at: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the case. ``withdrawn`` is the reason where it was withdrawn; ``passages``
    and ``claims`` count what is in force; ``redacted`` are stretches whose words were removed."""

    document: Document
    withdrawn: str | None
    passages: int
    claims: int
    redacted: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading or a placing in force: ``agreement`` is the agreement's hash for a placing and
    None for a reading; ``claims`` counts what it holds."""

    document: str
    maker: str
    version: str
    agreement: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One record in the life of a claim. ``what`` is a plain sentence; ``judgement`` is set for
    a judgement on the claim, ``link_judgement`` for one on a link of it, with their words opened."""

    record: Record
    what: str
    judgement: Judgement | None = None
    link_judgement: LinkJudgement | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: the record it is about (None: none), where, and what."""

    record: int | None
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What ``verify`` looked at and what does not hold. ``redacted`` counts sealed rows whose
    words were removed by a redaction record: they are told, and are no finding."""

    ok: bool
    records: int
    sealed: int
    documents: int
    claims: int
    redacted: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a bundle holds of the ledger, read at one moment."""

    head: Head
    records: tuple[Record, ...]
    sealed: tuple[Sealed, ...]
    facts: tuple[Fact, ...]
    documents: tuple[DocumentRow, ...]
    links: tuple[Linked, ...] = ()


class Store(Protocol):
    """One case's ledger.

    ``known`` is a record number: the answer as the ledger held it after that record; None is
    the newest. Every call reads one consistent state. Raises LedgerBroken where the file is
    damaged, CaseLocked where a writer keeps it busy, CannotWrite where writing fails; then
    nothing of the call was written.
    """

    writer: str | None

    def __enter__(self) -> Self:
        """Leaving the block closes the store."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Give up the lock and the file."""

    def append(self, drafts: Sequence[Draft], at: str) -> list[Record]:
        """Append records, their sealed words and the derived rows in one transaction.

        ``at`` is the time in UTC, ISO 8601 ("2025-12-22T09:30:00Z"). Raises Refused for a
        read-only store, a reading of a document that is not in the case, a judgement on a claim
        that never was or on a link between such ends, words that were redacted before.
        """

    def redact(
        self,
        document: str,
        stretch: Span,
        reason: str,
        at: str,
        read: ArchiveReader,
        replace: ArchiveReplacer,
    ) -> Record:
        """Remove the words of a stretch from the ledger and from the archived copy.

        Every proof still verifies. Ask for a new reading of the document afterwards.
        """

    def rebuild(self) -> int:
        """Throw the derived tables away and fold all records again; how many records."""

    def facts(self, known: int | None = None) -> list[Fact]:
        """Claims in force by day of publication (undated last), document, place, key.

        Claims of withdrawn documents and redacted claims are left out; rejected ones are there
        with their judgement. A claim not placed in the newest agreement has the relevance OTHER.
        """

    def documents(self, known: int | None = None) -> list[DocumentRow]:
        """All documents, withdrawn ones too, in the order of ``facts``."""

    def links(self, known: int | None = None) -> list[Linked]:
        """Links in force with their judgement, by kind, a, b.

        A link that a person judged is there even if nothing proposes it (any more). Left out are links
        of withdrawn documents, of their claims, and of claims that are no longer in force. Of several
        makers that propose one link, the one with the highest score gives it.
        """

    def passages(self, document: str, known: int | None = None) -> tuple[Passage, ...]:
        """The passages of a document (full ID), in reading order."""

    def readings(self, known: int | None = None) -> list[ReadingRow]:
        """Readings and placings in force, by document and maker: what is up to date."""

    def agreement_text(self, known: int | None = None) -> str | None:
        """The full text of the newest agreement record."""

    def agreement_hash(self, known: int | None = None) -> str | None:
        """The hash of the newest agreement record."""

    def find_claim(self, prefix: str) -> str:
        """The key of the one claim whose key begins so. Raises Ambiguous or NotInCase."""

    def find_link(self, prefix: str) -> Linked:
        """The one link whose key begins so. Raises Ambiguous or NotInCase, which names the nearest."""

    def find_document(self, name: str) -> str:
        """The ID of the one document with this name, or whose ID or name begins so.

        Raises Ambiguous or NotInCase, which names the nearest.
        """

    def history(self, claim: str) -> list[HistoryRow]:
        """All records that concern a claim (full key), oldest first; judgements on its links too."""

    def records(self, after: int = 0, kind: RecordKind | None = None) -> list[Record]:
        """Records with a number greater than ``after``, in order."""

    def head(self) -> Head:
        """The newest record."""

    def position_on(self, day: date) -> int:
        """The number of the last record of that day or before (UTC); 0 where there is none."""

    def contents(self) -> Contents:
        """Everything for a bundle, read at one moment."""

    def dump(self, known: int | None = None) -> bytes:
        """All derived tables as canonical JSON lines in key order: equal bytes, equal state."""

    def verify(self, read: ArchiveReader) -> Verification:
        """Re-derive every hash, digest and quoted slice, and fold the derived tables again.

        Never raises on damage: it tells it.
        """
