"""The life of one claim: every record that concerns it, in plain sentences."""

from collections.abc import Iterator
from types import SimpleNamespace

from sqlalchemy import Connection, and_, func, or_, select

from pactwatch.ledger.answers import make_judgement
from pactwatch.ledger.base import HistoryRow
from pactwatch.ledger.chain import make_record
from pactwatch.ledger.fold import read_opened
from pactwatch.ledger.links import make_link_judgement
from pactwatch.ledger.tables import CLAIM, RECORD
from pactwatch.model.record import Record, RecordKind


def read_history(connection: Connection, claim: str) -> list[HistoryRow]:
    """All records that concern a claim (full key), oldest first; empty for an unknown key."""
    mine = RECORD.c.about.in_([claim, *_find_document_of(connection, claim)])
    judged = and_(RECORD.c.about == "", RECORD.c.kind == RecordKind.JUDGEMENT.value)
    cited = and_(judged, func.instr(RECORD.c.payload, f'":"{claim}"') > 0)
    rows = connection.execute(select(RECORD).where(or_(mine, cited)).order_by(RECORD.c.number))
    found: set[str] = set()
    history: list[HistoryRow] = []
    for record in (make_record(tuple(row)) for row in rows):
        if record.kind is RecordKind.JUDGEMENT and "link" in record.payload:
            history.append(_open_link_judgement(connection, record, claim))
        elif record.kind is RecordKind.JUDGEMENT:
            history.append(_open_judgement(connection, record))
        else:
            history.extend(HistoryRow(record, what) for what in _explain(record, claim, found))
    return history


def _find_document_of(connection: Connection, claim: str) -> list[str]:
    held = connection.scalars(select(CLAIM.c.document).where(CLAIM.c.key == claim)).first()
    if held is not None:
        return [held]
    mentions = func.instr(RECORD.c.payload, f'"key":"{claim}"') > 0
    query = select(RECORD.c.about).where(RECORD.c.kind == RecordKind.READING.value, mentions)
    return list(connection.scalars(query.limit(1)))


def _explain(record: Record, claim: str, found: set[str]) -> Iterator[str]:
    """What a record of the claim's document says of the claim; ``found`` holds the makers that
    found it in their last reading."""
    payload = record.payload
    match record.kind:
        case RecordKind.DOCUMENT:
            yield "document added"
        case RecordKind.WITHDRAWAL:
            yield f"document withdrawn: {payload['reason']}"
        case RecordKind.REDACTION if claim in payload["claims"]:
            yield f"words removed: {payload['reason']}"
        case RecordKind.READING:
            yield from _explain_reading(record, claim, found)


def _explain_reading(record: Record, claim: str, found: set[str]) -> Iterator[str]:
    payload = record.payload
    maker = f"{payload['maker']} {payload['version']}"
    if payload["agreement"] is not None:
        if any(row["key"] == claim for row in payload["placements"]):
            yield f"placed in the agreement {payload['agreement'][:12]} by {maker}"
    elif any(row["key"] == claim for row in payload["claims"]):
        yield f"found again by {maker}" if payload["maker"] in found else f"found by {maker}"
        found.add(payload["maker"])
    elif payload["maker"] in found:
        yield f"no longer found by {maker}"
        found.discard(payload["maker"])


def _open_judgement(connection: Connection, record: Record) -> HistoryRow:
    body = read_opened(connection, [record]).get(record.payload["digest"])
    fields = {name: record.payload[name] for name in ("claim", "decision", "reviewer")}
    judgement = make_judgement(SimpleNamespace(**fields), body)
    return HistoryRow(record, f"judged: {judgement.decision.value}", judgement)


def _open_link_judgement(connection: Connection, record: Record, claim: str) -> HistoryRow:
    payload = record.payload
    body = read_opened(connection, [record]).get(payload["digest"])
    fields = {**payload["link"], **{name: payload[name] for name in ("decision", "reviewer")}}
    judgement = make_link_judgement(SimpleNamespace(**fields), body)
    other = judgement.b if judgement.a == claim else judgement.a
    kind = judgement.kind.value.replace("_", " ")
    what = f"link judged {judgement.verdict.value}: {kind}, with claim {other[:12]}"
    return HistoryRow(record, what, link_judgement=judgement)
