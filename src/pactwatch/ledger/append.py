"""Drafts into records: the one place where anything enters the chain."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import sqlite

from pactwatch.errors import Refused
from pactwatch.ids import canonical
from pactwatch.ledger.base import Draft, Sealed
from pactwatch.ledger.chain import GENESIS, Row, is_time, make_record, make_row
from pactwatch.ledger.guard import check_draft
from pactwatch.ledger.index import apply
from pactwatch.ledger.tables import RECORD, SEALED
from pactwatch.model.record import Record, RecordKind

_COLUMNS = tuple(column.name for column in RECORD.columns)
_CHUNK = 10_000


def append_drafts(connection: Connection, drafts: Sequence[Draft], at: str, author: str) -> list[Record]:
    """Number, chain, store and apply drafts inside the transaction of the connection."""
    if not is_time(at):
        raise Refused(f'"{at}" is not a time in UTC.', 'Give one like "2025-12-22T09:30:00Z".')
    newest = select(RECORD.c.number, RECORD.c.hash).order_by(RECORD.c.number.desc()).limit(1)
    last = connection.execute(newest).first()
    number, previous = last if last is not None else (0, GENESIS)
    records: list[Record] = []
    for draft in drafts:
        number += 1
        record = _append_one(connection, draft, number, at, author, previous)
        previous = record.hash
        records.append(record)
    return records


def _append_one(
    connection: Connection, draft: Draft, number: int, at: str, author: str, previous: str
) -> Record:
    if (number == 1) != (draft.kind is RecordKind.CASE):
        raise Refused("A ledger begins with its case record and has one.", "Append other records to it.")
    check_draft(connection, draft)
    row = make_row(number, at, author, draft.kind.value, canonical(draft.payload), previous)
    write_row(connection, row)
    write_sealed(connection, draft.sealed)
    record = make_record(row)
    if record.kind is RecordKind.REDACTION:
        _empty_sealed(connection, record.payload["digests"])
    apply(connection, record, {sealed.digest: sealed.body for sealed in draft.sealed})
    return record


def write_row(connection: Connection, row: Row) -> None:
    """Store one record."""
    connection.execute(insert(RECORD), [dict(zip(_COLUMNS, row, strict=True))])


def write_sealed(connection: Connection, rows: Sequence[Sealed]) -> None:
    """Store sealed rows; one that is there already stays."""
    if rows:
        values = [{"digest": row.digest, "salt": row.salt, "body": row.body} for row in rows]
        connection.execute(sqlite.insert(SEALED).on_conflict_do_nothing(), values)


def _empty_sealed(connection: Connection, digests: Sequence[str]) -> None:
    for start in range(0, len(digests), _CHUNK):
        chosen = SEALED.c.digest.in_(digests[start : start + _CHUNK])
        connection.execute(update(SEALED).where(chosen).values(salt=None, body=None))
