"""Folding records into derived tables, and the tables as bytes that can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from pactwatch.ids import canonical
from pactwatch.ledger.base import Draft, Sealed
from pactwatch.ledger.chain import Row, make_record
from pactwatch.ledger.index import apply
from pactwatch.ledger.tables import DERIVED, RECORD, SEALED
from pactwatch.model.record import Record, RecordKind

#: Records read at a time, and digests asked for at a time.
_BATCH = 100
_DIGESTS = 5_000

T = TypeVar("T")


def find_digests(record: Record | Draft) -> list[str]:
    """The digests of the sealed rows that a record brings, in its order."""
    payload = record.payload
    match record.kind:
        case RecordKind.DOCUMENT:
            title = payload["meta"].get("title_digest")
            return ([title] if title else []) + [row["digest"] for row in payload["passages"]]
        case RecordKind.JUDGEMENT:
            return [payload["digest"]]
        case RecordKind.READING:
            return [row["digest"] for row in payload.get("claims", payload.get("placements", ()))]
        case RecordKind.LINKING:
            return [row["digest"] for row in payload["links"]]
    return []


def read_rows(connection: Connection, after: int = 0, until: int | None = None) -> Iterator[Row]:
    """Record rows in order, as they stand in the database."""
    query = select(RECORD).where(RECORD.c.number > after).order_by(RECORD.c.number)
    if until is not None:
        query = query.where(RECORD.c.number <= until)
    for row in connection.execution_options(yield_per=_BATCH).execute(query):
        yield tuple(row)


def read_sealed(connection: Connection, digests: Sequence[str]) -> dict[str, Sealed]:
    """Sealed rows by digest; missing ones are left out."""
    found: dict[str, Sealed] = {}
    for start in range(0, len(digests), _DIGESTS):
        query = select(SEALED).where(SEALED.c.digest.in_(digests[start : start + _DIGESTS]))
        found.update((row[0], Sealed(*row)) for row in connection.execute(query))
    return found


def read_opened(connection: Connection, records: Sequence[Record]) -> dict[str, str | None]:
    """The sealed bodies that some records bring, by digest."""
    digests = [digest for record in records for digest in find_digests(record)]
    return {digest: row.body for digest, row in read_sealed(connection, digests).items()}


def split_batches(items: Iterator[T]) -> Iterator[list[T]]:
    """Records or rows in lists of a size that memory bears."""
    while batch := list(islice(items, _BATCH)):
        yield batch


def fold(source: Connection, target: Connection, until: int | None = None) -> int:
    """Apply the records of one database to the derived tables of another; how many.

    Raises ValueError or KeyError where a record is damaged.
    """
    count = 0
    for batch in split_batches(make_record(row) for row in read_rows(source, until=until)):
        opened = read_opened(source, batch)
        for record in batch:
            apply(target, record, opened)
        count += len(batch)
    return count


def read_table(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a derived table in key order."""
    query = select(table).order_by(*table.primary_key.columns)
    for row in connection.execution_options(yield_per=_BATCH).execute(query):
        yield tuple(row)


def derived_tables() -> Mapping[str, Table]:
    """The derived tables by name, in the order of their names."""
    return dict(sorted(DERIVED.tables.items()))


def write_dump(connection: Connection) -> bytes:
    """All derived tables as canonical JSON lines, tables and rows in key order."""
    lines = [
        canonical([name, *row])
        for name, table in derived_tables().items()
        for row in read_table(connection, table)
    ]
    return "".join(f"{line}\n" for line in lines).encode()
