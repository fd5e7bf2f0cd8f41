"""What the derived tables answer: facts, documents, readings, and short names."""

import json
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from itertools import takewhile
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, func, select

from pactwatch.errors import Ambiguous, NotInCase
from pactwatch.ledger.base import DocumentRow, ReadingRow
from pactwatch.ledger.tables import (
    AGREEMENT,
    CLAIM,
    DOCUMENT,
    JUDGEMENT,
    PASSAGE,
    PLACEMENT,
    READING,
    REDACTED,
    SETTING,
    WITHDRAWN,
)
from pactwatch.model.claim import Claim
from pactwatch.model.placement import Placement, Relevance
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import Document, Passage, PassageKind, Span
from pactwatch.model.status import Fact
from pactwatch.model.wire import from_wire

#: Why a claim that no placing mentions counts for nothing yet.
NOT_PLACED = "not placed in the newest agreement yet"

#: How many names an error lists.
_LISTED = 5


def read_facts(connection: Connection) -> list[Fact]:
    """Claims in force, by day of publication (undated last), document, place, key."""
    documents = read_documents(connection)
    placements = _read_placements(connection)
    judgements = _read_judgements(connection)
    claims = _read_claims(connection)
    return [
        Fact(claim, _place(claim.key, stale, placements), row.document, judgements.get(claim.key), stale)
        for row in documents
        if row.withdrawn is None
        for claim, stale in claims.get(row.document.id, ())
    ]


def _read_claims(connection: Connection) -> dict[str, list[tuple[Claim, bool]]]:
    """Claims by document. Of claims with one key the fresh one stays, then the first maker's."""
    columns = (CLAIM.c.document, CLAIM.c.key, CLAIM.c.stale, CLAIM.c.body)
    order = (CLAIM.c.document, CLAIM.c.begin, CLAIM.c.key, CLAIM.c.stale, CLAIM.c.maker)
    query = select(*columns).where(CLAIM.c.body.is_not(None)).order_by(*order)
    found: dict[str, list[tuple[Claim, bool]]] = {}
    last = None
    for document, key, stale, body in connection.execute(query):
        if key != last:
            claim = from_wire(Claim, json.loads(body))
            found.setdefault(document, []).append((claim, bool(stale)))
        last = key
    return found


#: Placement of a claim, and whether it was made for the newest agreement.
_Placements = dict[str, tuple[Placement, bool]]


def _read_placements(connection: Connection) -> _Placements:
    newest = read_agreement_hash(connection)
    columns = (PLACEMENT.c.claim, PLACEMENT.c.agreement, PLACEMENT.c.body)
    query = (
        select(*columns).where(PLACEMENT.c.body.is_not(None)).order_by(PLACEMENT.c.claim, PLACEMENT.c.maker)
    )
    found: _Placements = {}
    for claim, agreement, body in connection.execute(query):
        current = agreement == newest
        if claim not in found or (current and not found[claim][1]):
            found[claim] = (from_wire(Placement, json.loads(body)), current)
    return found


def _place(claim: str, stale: bool, placements: _Placements) -> Placement:
    placement, current = placements.get(claim, (None, False))
    if placement is not None and (current or stale):
        return placement
    return Placement(claim, Relevance.OTHER, NOT_PLACED)


def _read_judgements(connection: Connection) -> dict[str, Judgement]:
    return {row.claim: make_judgement(row, row.body) for row in connection.execute(select(JUDGEMENT))}


def make_judgement(row: Any, body: str | None) -> Judgement:
    """A judgement from what is not sealed (claim, decision, reviewer) and its sealed words."""
    words: dict[str, Any] = json.loads(body) if body is not None else {"reason": "", "amended": None}
    return Judgement(row.claim, Decision(row.decision), row.reviewer, words["reason"], words["amended"])


def read_documents(connection: Connection) -> list[DocumentRow]:
    """All documents by day of publication (undated last), then ID."""
    passages = _count_by_document(connection, PASSAGE)
    claims = _count_by_document(connection, CLAIM)
    withdrawn = {row.document: row.reason for row in connection.execute(select(WITHDRAWN))}
    redacted: dict[str, list[Span]] = {}
    for row in connection.execute(select(REDACTED).order_by(*REDACTED.primary_key.columns)):
        redacted.setdefault(row.document, []).append(Span(row.begin, row.end))
    rows = [
        DocumentRow(
            from_wire(Document, json.loads(body)),
            withdrawn.get(key),
            passages.get(key, 0),
            claims.get(key, 0),
            tuple(redacted.get(key, ())),
        )
        for key, body in connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.body))
    ]
    return sorted(rows, key=_day_of)


def _day_of(row: DocumentRow) -> tuple[date, str]:
    published = row.document.published
    return (published.first if published else date.max, row.document.id)


def _count_by_document(connection: Connection, table: Any) -> dict[str, int]:
    query = select(table.c.document, func.count()).group_by(table.c.document)
    if table is CLAIM:
        query = query.where(CLAIM.c.body.is_not(None))
    return {document: count for document, count in connection.execute(query)}


def read_passages(connection: Connection, document: str) -> tuple[Passage, ...]:
    """The passages of a document in reading order. Raises NotInCase."""
    if connection.scalars(select(DOCUMENT.c.id).where(DOCUMENT.c.id == document)).first() is None:
        raise NotInCase(f'The case has no document "{document}".', "List them with `pactwatch documents`.")
    columns = (PASSAGE.c.kind, PASSAGE.c.begin, PASSAGE.c.end, PASSAGE.c.paragraph)
    query = select(*columns).where(PASSAGE.c.document == document).order_by(PASSAGE.c.number)
    return tuple(Passage(PassageKind(row[0]), *row[1:]) for row in connection.execute(query))


def read_readings(connection: Connection) -> list[ReadingRow]:
    """Readings and placings in force, by document and maker."""
    query = select(READING).order_by(READING.c.document, READING.c.maker)
    return [ReadingRow(*row) for row in connection.execute(query)]


def read_agreement_hash(connection: Connection) -> str | None:
    """The hash of the newest agreement."""
    return connection.scalars(select(SETTING.c.value).where(SETTING.c.name == "agreement")).first()


def read_agreement_text(connection: Connection) -> str | None:
    """The full text of the newest agreement."""
    query = select(AGREEMENT.c.text).where(AGREEMENT.c.hash == read_agreement_hash(connection))
    return connection.scalars(query).first()


def find_claim(connection: Connection, prefix: str) -> str:
    """The key of the one claim in force whose key begins so."""
    shown = select(CLAIM.c.key).where(CLAIM.c.body.is_not(None))
    return choose_key("claim", prefix, connection.scalars(shown))


def choose_key(noun: str, prefix: str, known: Iterable[str]) -> str:
    """The one key that begins so; ``noun`` names what has it. Raises Ambiguous, NotInCase."""
    keys, wanted = sorted(set(known)), prefix.strip().lower()
    matching = [key for key in keys if wanted and key.startswith(wanted)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        listed = _list(matching)
        raise Ambiguous(f'"{prefix}" fits {len(matching)} {noun}s: {listed}.', "Give more characters.")
    near = max(keys, key=lambda key: _count_shared(key, wanted), default="")
    nearest = f' The nearest is "{near}".' if _count_shared(near, wanted) else ""
    remedy = f"List the keys with `pactwatch {noun}s`."
    raise NotInCase(f'The case has no {noun} "{prefix}".{nearest}', remedy)


def _count_shared(key: str, wanted: str) -> int:
    """How many characters both begin with."""
    pairs = zip(key, wanted, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def find_document(connection: Connection, name: str) -> str:
    """The ID of the one document with this name or ID, or whose name or ID begins so."""
    bodies = connection.execute(select(DOCUMENT.c.id, DOCUMENT.c.body).order_by(DOCUMENT.c.id))
    names: dict[str, str] = {key: json.loads(body)["name"] for key, body in bodies}
    for matching in _match_document(names, name):
        if len(matching) == 1:
            return matching[0]
        if matching:
            listed = _list(f"{names[key]} ({key[:12]})" for key in sorted(matching))
            raise Ambiguous(f'"{name}" fits {len(matching)} documents: {listed}.', "Give the document's ID.")
    near = get_close_matches(name, sorted(set(names.values())), n=1, cutoff=0.5)
    nearest = f' The nearest is "{near[0]}".' if near else ""
    raise NotInCase(f'The case has no document "{name}".{nearest}', "Give its file name or its ID.")


def _match_document(names: dict[str, str], name: str) -> Iterable[list[str]]:
    yield [key for key in names if key == name]
    yield [key for key, own in names.items() if own == name]
    yield [key for key, own in names.items() if PurePath(own).stem == name]
    if name:
        yield [key for key, own in names.items() if key.startswith(name.lower()) or own.startswith(name)]


def _list(names: Iterable[str]) -> str:
    every = list(names)
    more = f" and {len(every) - _LISTED} more" if len(every) > _LISTED else ""
    return ", ".join(every[:_LISTED]) + more
