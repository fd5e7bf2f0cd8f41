"""Records into derived tables: what is in force, as a pure function of the records in order.

A reading supersedes the reading of the same document by the same maker. A claim that a person
accepted or amended outlives the reading that no longer finds it, and is marked as stale. What a
person decided of a link outlives every linking.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, or_, select, update

from pactwatch.ids import canonical
from pactwatch.ledger.tables import (
    AGREEMENT,
    CLAIM,
    DOCUMENT,
    JUDGEMENT,
    LINK,
    LINK_JUDGEMENT,
    PASSAGE,
    PLACEMENT,
    READING,
    REDACTED,
    SETTING,
    WITHDRAWN,
)
from pactwatch.model.record import Decision, Record, RecordKind

#: Sealed bodies by digest; None where the words were removed.
Opened = Mapping[str, str | None]
Payload = Mapping[str, Any]

#: Decisions that keep a claim in force when a later reading no longer finds it.
KEEPING = (Decision.ACCEPT.value, Decision.AMEND.value)

#: Fewer than the number of values that SQLite takes in one statement.
_CHUNK = 10_000


def apply(connection: Connection, record: Record, opened: Opened) -> None:
    """Bring the derived tables from before the record to after it."""
    _APPLY[record.kind](connection, record.payload, opened)


def _apply_case(connection: Connection, payload: Payload, opened: Opened) -> None:
    for name, version in sorted(payload["versions"].items()):
        _put(connection, SETTING, name=f"version {name}", value=version)


def _apply_agreement(connection: Connection, payload: Payload, opened: Opened) -> None:
    _put(connection, AGREEMENT, hash=payload["hash"], id=payload["id"], text=payload["text"])
    _put(connection, SETTING, name="agreement", value=payload["hash"])


def _apply_document(connection: Connection, payload: Payload, opened: Opened) -> None:
    key, meta = payload["document"], dict(payload["meta"])
    title = opened.get(meta.pop("title_digest", ""))
    if title is not None:
        meta["title"] = json.loads(title)
    _put(connection, DOCUMENT, id=key, body=canonical(meta))
    connection.execute(delete(PASSAGE).where(PASSAGE.c.document == key))
    columns = ("kind", "begin", "end", "paragraph")
    rows = [
        {"document": key, "number": number, **{name: passage[name] for name in columns}}
        for number, passage in enumerate(payload["passages"])
    ]
    _insert(connection, PASSAGE, rows)


def _apply_reading(connection: Connection, payload: Payload, opened: Opened) -> None:
    rows = payload.get("claims", payload.get("placements", ()))
    _put(
        connection,
        READING,
        document=payload["document"],
        maker=payload["maker"],
        version=payload["version"],
        agreement=payload["agreement"],
        claims=len(rows),
    )
    if payload["agreement"] is None:
        _supersede_claims(connection, payload, opened)
    else:
        _supersede_placements(connection, payload, opened)


def _supersede_claims(connection: Connection, payload: Payload, opened: Opened) -> None:
    same = (CLAIM.c.document == payload["document"]) & (CLAIM.c.maker == payload["maker"])
    judged = select(CLAIM.c.key, JUDGEMENT.c.decision).outerjoin(JUDGEMENT, JUDGEMENT.c.claim == CLAIM.c.key)
    found = {row["key"] for row in payload["claims"]}
    before = connection.execute(judged.where(same)).all()
    dropped = [key for key, decision in before if key in found or decision not in KEEPING]
    _delete_all(connection, CLAIM, same, CLAIM.c.key, dropped)
    if len(dropped) < len(before):
        connection.execute(update(CLAIM).where(same).values(stale=1))
    frame = {name: payload[name] for name in ("document", "maker", "version")}
    rows = [
        {**frame, "stale": 0, "body": opened[row["digest"]]}
        | {name: row[name] for name in ("key", "begin", "end")}
        for row in payload["claims"]
    ]
    _insert(connection, CLAIM, rows)


def _supersede_placements(connection: Connection, payload: Payload, opened: Opened) -> None:
    document = payload["document"]
    same = (PLACEMENT.c.document == document) & (PLACEMENT.c.maker == payload["maker"])
    placed = {row["key"] for row in payload["placements"]}
    stale = select(CLAIM.c.key).where(CLAIM.c.document == document, CLAIM.c.stale == 1)
    kept = set(connection.scalars(stale)) - placed
    before = connection.scalars(select(PLACEMENT.c.claim).where(same)).all()
    _delete_all(connection, PLACEMENT, same, PLACEMENT.c.claim, [key for key in before if key not in kept])
    frame = {name: payload[name] for name in ("document", "maker", "version", "agreement")}
    rows = [{**frame, "claim": row["key"], "body": opened[row["digest"]]} for row in payload["placements"]]
    _insert(connection, PLACEMENT, rows)


def _apply_linking(connection: Connection, payload: Payload, opened: Opened) -> None:
    frame = {name: payload[name] for name in ("maker", "version")}
    same = LINK.c.maker == payload["maker"]
    for end in (LINK.c.a, LINK.c.b):
        _delete_all(connection, LINK, same, end, payload["touched"])
    for row in payload["links"]:
        names = {name: row[name] for name in ("kind", "a", "b")}
        _put(connection, LINK, **names, **frame, body=opened[row["digest"]])


def _apply_judgement(connection: Connection, payload: Payload, opened: Opened) -> None:
    if "link" in payload:
        decided = {name: payload[name] for name in ("decision", "reviewer")}
        _put(connection, LINK_JUDGEMENT, **payload["link"], **decided, body=opened[payload["digest"]])
    else:
        _judge_claim(connection, payload, opened)


def _judge_claim(connection: Connection, payload: Payload, opened: Opened) -> None:
    names = {name: payload[name] for name in ("claim", "decision", "reviewer")}
    _put(connection, JUDGEMENT, **names, body=opened[payload["digest"]])
    if payload["decision"] not in KEEPING:
        connection.execute(delete(CLAIM).where(CLAIM.c.key == payload["claim"], CLAIM.c.stale == 1))


def _apply_withdrawal(connection: Connection, payload: Payload, opened: Opened) -> None:
    _put(connection, WITHDRAWN, document=payload["document"], reason=payload["reason"])


def _apply_redaction(connection: Connection, payload: Payload, opened: Opened) -> None:
    names = {name: payload[name] for name in ("document", "begin", "end", "reason")}
    _put(connection, REDACTED, **names)
    if payload["title"]:
        _remove_title(connection, payload["document"])
    for keys in _chunks(payload["claims"]):
        for table, column in _WORDS_OF_CLAIM:
            connection.execute(update(table).where(column.in_(keys)).values(body=None))
    for ends in _chunks([payload["document"], *payload["claims"]]):
        for table in (LINK, LINK_JUDGEMENT):
            touched = or_(table.c.a.in_(ends), table.c.b.in_(ends))
            connection.execute(update(table).where(touched).values(body=None))
    for link in payload.get("links", ()):
        for table in (LINK, LINK_JUDGEMENT):
            named = and_(*(table.c[name] == end for name, end in link.items()))
            connection.execute(update(table).where(named).values(body=None))


def _remove_title(connection: Connection, document: str) -> None:
    mine = DOCUMENT.c.id == document
    meta = json.loads(connection.scalars(select(DOCUMENT.c.body).where(mine)).one())
    meta.pop("title", None)
    connection.execute(update(DOCUMENT).where(mine).values(body=canonical(meta)))


def _put(connection: Connection, table: Table, **row: Any) -> None:
    same = [column == row[column.name] for column in table.primary_key.columns]
    connection.execute(delete(table).where(*same))
    connection.execute(insert(table), [row])


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _delete_all(
    connection: Connection,
    table: Table,
    same: ColumnElement[bool],
    column: ColumnElement[str],
    keys: Sequence[str],
) -> None:
    for chunk in _chunks(keys):
        connection.execute(delete(table).where(same, column.in_(chunk)))


def _chunks(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK)]


_WORDS_OF_CLAIM = ((CLAIM, CLAIM.c.key), (PLACEMENT, PLACEMENT.c.claim), (JUDGEMENT, JUDGEMENT.c.claim))

_APPLY: Mapping[RecordKind, Callable[[Connection, Payload, Opened], None]] = {
    RecordKind.CASE: _apply_case,
    RecordKind.AGREEMENT: _apply_agreement,
    RecordKind.DOCUMENT: _apply_document,
    RecordKind.READING: _apply_reading,
    RecordKind.LINKING: _apply_linking,
    RecordKind.JUDGEMENT: _apply_judgement,
    RecordKind.WITHDRAWAL: _apply_withdrawal,
    RecordKind.REDACTION: _apply_redaction,
}
