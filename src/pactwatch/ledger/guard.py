"""What an append refuses, so that nothing enters the chain that could not be shown later."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select

from pactwatch.errors import Refused
from pactwatch.ledger.base import Draft, Sealed
from pactwatch.ledger.fold import find_digests
from pactwatch.ledger.redaction import find_spans, is_blank
from pactwatch.ledger.sealed import compute_digest
from pactwatch.ledger.tables import CLAIM, DOCUMENT, JUDGEMENT, LINK_JUDGEMENT, REDACTED
from pactwatch.model.link import OF_DOCUMENTS
from pactwatch.model.record import RecordKind
from pactwatch.model.source import Span


def check_draft(connection: Connection, draft: Draft) -> None:
    """Raise Refused where a draft may not follow what the tables hold."""
    for sealed in draft.sealed:
        if sealed.body is None or compute_digest(sealed.salt or "", sealed.body) != sealed.digest:
            raise Refused("A sealed text does not fit its digest.", "Make the draft again.")
    if {sealed.digest for sealed in draft.sealed} != set(find_digests(draft)):
        raise Refused("The sealed texts are not those that the payload names.", "Make the draft again.")
    check = _CHECKS.get(draft.kind)
    if check is not None:
        check(connection, draft)


def _check_document(connection: Connection, draft: Draft) -> None:
    payload = draft.payload
    words = {row.digest: json.loads(row.body or '""') for row in draft.sealed}
    redacted = _read_redacted(connection, payload["document"])
    for stretch in redacted:
        for passage in payload["passages"]:
            if not is_blank(words[passage["digest"]], passage["begin"], stretch):
                raise _redacted_again(stretch)
    title = words.get(payload["meta"].get("title_digest"))
    if redacted and title is not None and title != _read_title(connection, payload["document"]):
        raise Refused("The title of a redacted document may not change.", "Leave the title out.")


def _read_title(connection: Connection, document: str) -> str | None:
    body = connection.scalars(select(DOCUMENT.c.body).where(DOCUMENT.c.id == document)).first()
    title: str | None = json.loads(body or "{}").get("title")
    return title


def _check_reading(connection: Connection, draft: Draft) -> None:
    document = draft.payload["document"]
    _require_document(connection, document)
    for stretch in _read_redacted(connection, document):
        for sealed in draft.sealed:
            _check_blank(sealed, stretch)


def _check_blank(sealed: Sealed, stretch: Span) -> None:
    body = json.loads(sealed.body or "null")
    if any(span.overlaps(stretch) for span in find_spans(body)) and not is_blank(
        body.get("words", ""), body["span"][0], stretch
    ):
        raise _redacted_again(stretch)


def _redacted_again(stretch: Span) -> Refused:
    return Refused(
        f"Characters {stretch.begin} to {stretch.end} of this document were redacted; their words may"
        " not come back.",
        "Read the document again from the archived copy.",
    )


def _check_judgement(connection: Connection, draft: Draft) -> None:
    _require_reason(json.loads(draft.sealed[0].body or "{}").get("reason"))
    if "link" in draft.payload:
        _check_link(connection, draft.payload["link"])
    else:
        _require_claim(connection, draft.payload["claim"])


def _require_claim(connection: Connection, claim: str) -> None:
    if not _has(connection, CLAIM.c.key == claim) and not _has(connection, JUDGEMENT.c.claim == claim):
        raise Refused(f'No reading in force has a claim "{claim}".', "List the keys with `pactwatch claims`.")


def _check_link(connection: Connection, link: Mapping[str, str]) -> None:
    """A link that was judged before may be judged again, even if a claim of it is gone."""
    if link["a"] == link["b"]:
        raise Refused("A link relates two; both ends of this one are the same.", "Name two different ones.")
    if not _has(connection, and_(*(LINK_JUDGEMENT.c[name] == link[name] for name in ("kind", "a", "b")))):
        require = _require_document if link["kind"] in OF_DOCUMENTS else _require_claim
        for end in (link["a"], link["b"]):
            require(connection, end)


def _check_withdrawal(connection: Connection, draft: Draft) -> None:
    _require_document(connection, draft.payload["document"])
    _require_reason(draft.payload["reason"])


def _require_document(connection: Connection, document: str) -> None:
    if not _has(connection, DOCUMENT.c.id == document):
        raise Refused(f'The case has no document "{document}".', "Add the document first.")


def _require_reason(reason: Any) -> None:
    if not isinstance(reason, str) or not reason.strip():
        raise Refused("A decision needs a reason.", "Give one with --reason.")


def _has(connection: Connection, where: ColumnElement[bool]) -> bool:
    return connection.execute(select(1).where(where).limit(1)).first() is not None


def _read_redacted(connection: Connection, document: str) -> list[Span]:
    query = select(REDACTED.c.begin, REDACTED.c.end).where(REDACTED.c.document == document)
    return [Span(begin, end) for begin, end in connection.execute(query)]


_CHECKS: Mapping[RecordKind, Callable[[Connection, Draft], None]] = {
    RecordKind.DOCUMENT: _check_document,
    RecordKind.READING: _check_reading,
    RecordKind.JUDGEMENT: _check_judgement,
    RecordKind.WITHDRAWAL: _check_withdrawal,
    RecordKind.REDACTION: _check_withdrawal,
}
