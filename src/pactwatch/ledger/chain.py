"""The chain: each record's hash covers the record and the hash of the one before.

hash = SHA-256 of the canonical JSON of [number, at, author, kind, payload, previous]
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pactwatch.ids import canonical, hash_text
from pactwatch.model.record import Record, RecordKind

#: What the first record names as the hash before it.
GENESIS = "0" * 64

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|\+00:00)")

#: A record as it stands in the database: number, at, author, kind, payload text, previous, hash,
#: and what it is about, which is no part of the hash and is computed from the payload.
Row = tuple[Any, ...]


def is_time(at: str) -> bool:
    """Whether a text is a time in UTC as records hold it."""
    return _TIME.fullmatch(at) is not None


def compute_hash(number: int, at: str, author: str, kind: str, payload: str, previous: str) -> str:
    """The hash of a record whose payload is given in its canonical form."""
    front = ",".join(canonical(part) for part in (number, at, author, kind))
    return hash_text(f"[{front},{payload},{canonical(previous)}]")


def make_row(number: int, at: str, author: str, kind: str, payload: str, previous: str) -> Row:
    """A record as the database holds it, with its hash."""
    own = compute_hash(number, at, author, kind, payload, previous)
    return (number, at, author, kind, payload, previous, own, find_subject(json.loads(payload)))


def find_subject(payload: Mapping[str, Any]) -> str:
    """The document or the claim that a record is about; empty where it is about neither."""
    subject = payload.get("document", payload.get("claim", ""))
    return subject if isinstance(subject, str) else ""


def make_record(row: Row) -> Record:
    """A database row as a Record. Raises ValueError where the payload or the kind is damaged."""
    number, at, author, kind, payload, previous, own, _ = row
    return Record(number, at, author, RecordKind(kind), json.loads(payload), previous, own)


def find_faults(row: Row, number: int, previous: str) -> Iterator[str]:
    """What is wrong with a row that should have this number and follow this hash, in plain words."""
    if not _has_types(row):
        yield "a field is not of its type"
        return
    if row[0] != number:
        yield f"number {number} should stand here, and {row[0]} does"
    if row[5] != previous:
        yield "it does not name the hash of the record before it"
    if compute_hash(*row[:6]) != row[6]:
        yield "its hash does not fit its content"
    yield from _find_form_faults(row)


def _has_types(row: Row) -> bool:
    return type(row[0]) is int and all(type(field) is str for field in row[1:])


def _find_form_faults(row: Row) -> Iterator[str]:
    if not is_time(row[1]):
        yield f"its time {row[1]!r} is not a time in UTC"
    if row[3] not in set(RecordKind):
        yield f"its kind {row[3]!r} is not known"
    payload = _parse_canonical(row[4])
    if payload is None:
        yield "its payload is not in canonical form"
    elif find_subject(payload) != row[7]:
        yield "it is filed under another document or claim than it is about"


def _parse_canonical(text: str) -> Mapping[str, Any] | None:
    try:
        payload = json.loads(text)
        return payload if isinstance(payload, dict) and canonical(payload) == text else None
    except (ValueError, RecursionError):
        return None
