"""Removing words: which sealed rows go, and what the archived copy becomes.

The record names the stretch, the digests whose words go, the claims that they belonged to and
the hash of the blanked copy; so every proof still verifies, and none needs the words.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from pactwatch.errors import LedgerBroken, Refused
from pactwatch.ids import canonical, hash_bytes
from pactwatch.ledger.base import Draft
from pactwatch.ledger.chain import make_record
from pactwatch.ledger.faults import RESTORE
from pactwatch.ledger.fold import read_opened, read_sealed
from pactwatch.ledger.tables import RECORD
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.source import PassageKind, Span

#: What stands for each removed character, where the encoding has it, and where it has not.
BLANK = "█"
PLAIN_BLANK = "#"

_BLANKS = frozenset(f"{BLANK}{PLAIN_BLANK}\r\n")

#: Shorter words are not searched for in claims that lie elsewhere.
_SEARCHED = 3


def compute_blanked(data: bytes, encoding: str, stretch: Span) -> bytes:
    """The bytes with each character of the stretch blanked; line ends and all offsets stay.

    Raises Refused where the stretch is not in the text or the encoding cannot hold the result.
    """
    text = data.decode(encoding)
    if not 0 <= stretch.begin < stretch.end <= len(text):
        raise Refused(
            f"Characters {stretch.begin} to {stretch.end} are not in the document ({len(text)} characters).",
            "Give a stretch inside it.",
        )
    mark = BLANK if _can_encode(BLANK, encoding) else PLAIN_BLANK
    blank = "".join(sign if sign in "\r\n" else mark for sign in stretch.of(text))
    result = text[: stretch.begin] + blank + text[stretch.end :]
    if (blanked := result.encode(encoding)).decode(encoding) != result:
        raise Refused(
            f"The encoding {encoding} cannot hold the blanked text.", "Withdraw the document instead."
        )
    return blanked


def _can_encode(sign: str, encoding: str) -> bool:
    try:
        return sign.encode(encoding).decode(encoding) == sign
    except UnicodeError:
        return False


def is_blank(words: str, begin: int, stretch: Span) -> bool:
    """Whether words that start at ``begin`` are blanked wherever the stretch covers them."""
    covered = words[max(0, stretch.begin - begin) : max(0, stretch.end - begin)]
    return _BLANKS.issuperset(covered)


def find_spans(body: Any) -> Iterator[Span]:
    """Every span in a value in wire form."""
    match body:
        case [int(begin), int(end)]:
            yield Span(begin, end)
        case list():
            for item in body:
                yield from find_spans(item)
        case dict():
            for item in body.values():
                yield from find_spans(item)


@dataclass(frozen=True, slots=True)
class _Row:
    """One sealed row that belongs to a claim."""

    claim: str
    digest: str
    body: str | None


@dataclass(frozen=True, slots=True)
class _LinkRow:
    """One sealed row that belongs to a link: what a maker proposes, or a person's reason."""

    kind: str
    a: str
    b: str
    digest: str

    @property
    def pair(self) -> tuple[str, str, str]:
        return (self.kind, self.a, self.b)


def make_redaction(
    connection: Connection, document: str, stretch: Span, reason: str, data: bytes
) -> tuple[Draft, bytes]:
    """The draft that removes a stretch's words, and the archived copy without them.

    Raises Refused for a stretch outside the text, LedgerBroken where the bytes are not the
    archived ones.
    """
    records = _read_records(connection, RECORD.c.about == document)
    sources = [record for record in records if record.kind is RecordKind.DOCUMENT]
    if not sources:
        raise Refused(f'The case has no document "{document}".', "Add the document first.")
    encoding = sources[-1].payload["meta"]["encoding"]
    before = _blank_earlier(records, encoding, document, data)
    words = stretch.of(before.decode(encoding)).strip()
    blanked = compute_blanked(before, encoding, stretch)
    rows = _read_claim_rows(connection, records)
    claims = sorted({row.claim for row in rows if _touches(row.body, stretch, words)})
    title, digests = _find_source_digests(connection, sources, stretch, words)
    digests += [row.digest for row in rows if row.claim in set(claims)]
    own = {document, *(row.claim for row in rows)}
    link_rows = _read_link_rows(connection, own)
    links = _find_touched_links(connection, link_rows, own, {document, *claims}, stretch, words)
    digests += [row.digest for row in link_rows if row.pair in links]
    payload = {
        "document": document,
        "begin": stretch.begin,
        "end": stretch.end,
        "reason": reason,
        "blanked": hash_bytes(blanked),
        "title": title,
        "claims": claims,
        "links": [{"kind": kind, "a": a, "b": b} for kind, a, b in sorted(links)],
        "digests": sorted(set(digests)),
    }
    return Draft(RecordKind.REDACTION, payload), blanked


def _blank_earlier(records: list[Record], encoding: str, document: str, data: bytes) -> bytes:
    """The archived bytes with all earlier redactions done, even if one was cut short."""
    expected = document
    for record in records:
        if record.kind is RecordKind.REDACTION:
            data = compute_blanked(data, encoding, Span(record.payload["begin"], record.payload["end"]))
            expected = record.payload["blanked"]
    if hash_bytes(data) != expected:
        raise LedgerBroken(f"The archived bytes of {document} do not fit their hash.", RESTORE)
    return data


def _read_records(connection: Connection, where: Any) -> list[Record]:
    query = select(RECORD).where(where).order_by(RECORD.c.number)
    return [make_record(tuple(row)) for row in connection.execute(query)]


def _read_claim_rows(connection: Connection, records: list[Record]) -> list[_Row]:
    """Every sealed claim, placement and judgement of a document, from all its records."""
    readings = [record for record in records if record.kind is RecordKind.READING]
    opened = read_opened(connection, readings)
    rows = [
        _Row(row["key"], row["digest"], opened.get(row["digest"]))
        for record in readings
        for row in record.payload.get("claims", record.payload.get("placements", ()))
    ]
    keys = sorted({row.claim for row in rows})
    for start in range(0, len(keys), 5_000):
        judged = _read_records(connection, RECORD.c.about.in_(keys[start : start + 5_000]))
        opened = read_opened(connection, judged)
        for record in judged:
            digest = record.payload["digest"]
            rows.append(_Row(record.payload["claim"], digest, opened.get(digest)))
    return rows


def _touches(body: str | None, stretch: Span, words: str) -> bool:
    if body is None:
        return False
    if any(span.overlaps(stretch) for span in find_spans(json.loads(body))):
        return True
    return _holds(body, words)


def _holds(body: str, words: str) -> bool:
    return len(words) >= _SEARCHED and canonical(words)[1:-1] in body


def _find_source_digests(
    connection: Connection, sources: list[Record], stretch: Span, words: str
) -> tuple[bool, list[str]]:
    """Whether the title goes, and the digests of passages (and title) that go."""
    touched = [
        passage
        for record in sources
        for passage in record.payload["passages"]
        if Span(passage["begin"], passage["end"]).overlaps(stretch)
    ]
    titles = [t for record in sources if (t := record.payload["meta"].get("title_digest"))]
    opened = read_opened(connection, sources)
    title = any(passage["kind"] == PassageKind.HEADLINE for passage in touched) or any(
        len(words) >= _SEARCHED and words in json.loads(opened.get(digest) or '""') for digest in titles
    )
    return title, [passage["digest"] for passage in touched] + (titles if title else [])


def _read_link_rows(connection: Connection, own: Collection[str]) -> list[_LinkRow]:
    """Every sealed link and reason that has one of a document's ends, from all records."""
    kinds = (RecordKind.LINKING.value, RecordKind.JUDGEMENT.value)
    records = _read_records(connection, RECORD.c.kind.in_(kinds) & (RECORD.c.about == ""))
    rows = (
        _LinkRow(row["kind"], row["a"], row["b"], digest)
        for record in records
        for row, digest in _list_links(record.payload)
    )
    return [row for row in rows if row.a in own or row.b in own]


def _list_links(payload: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, str], str]]:
    """The links that a linking or a judgement names, each with the digest of its words."""
    if "link" in payload:
        yield payload["link"], payload["digest"]
    for row in payload.get("links", ()):
        yield row, row["digest"]


def _find_touched_links(
    connection: Connection,
    rows: Sequence[_LinkRow],
    own: Collection[str],
    gone: Collection[str],
    stretch: Span,
    words: str,
) -> set[tuple[str, str, str]]:
    """Links of the document or of claims whose words go, and those whose own words or places are touched."""
    sealed = read_sealed(connection, [row.digest for row in rows])
    touched = set()
    for row in rows:
        body = sealed[row.digest].body if row.digest in sealed else None
        places = _find_places(row, body, own)
        if (
            {row.a, row.b} & set(gone)
            or (body is not None and _holds(body, words))
            or any(span.overlaps(stretch) for span in places)
        ):
            touched.add(row.pair)
    return touched


def _find_places(row: _LinkRow, body: str | None, own: Collection[str]) -> Iterator[Span]:
    """Where the reasons of a link stand in the document; its other end is another document's."""
    for reason in json.loads(body or "{}").get("reasons", ()):
        for side, end in (("a", row.a), ("b", row.b)):
            if end in own and isinstance(reason, dict):
                yield from find_spans(reason.get(side, ()))
