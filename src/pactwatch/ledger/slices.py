"""Whether the archive holds what the records say: bytes by hash, words by slice."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pactwatch.errors import PactwatchError
from pactwatch.ids import hash_bytes
from pactwatch.ledger.base import ArchiveReader, Finding
from pactwatch.model.record import Record, RecordKind

#: Decoded texts kept, so that the records of one document read it once.
_KEPT = 16


class SliceCheck:
    """Checks records in order against the archive; counts documents and claims looked at.

    ``blanked`` gives the hash of the archived copy of each redacted document.
    """

    def __init__(self, read: ArchiveReader, blanked: Mapping[str, str]) -> None:
        self.claims = 0
        self._read = read
        self._blanked = blanked
        self._encodings: dict[str, str] = {}
        self._texts: dict[str, str | None] = {}

    @property
    def documents(self) -> int:
        """Distinct documents so far."""
        return len(self._encodings)

    def check(self, record: Record, opened: Mapping[str, str | None]) -> Iterator[Finding]:
        """What does not hold for a record, given its sealed bodies by digest."""
        if record.kind is RecordKind.DOCUMENT:
            yield from self._check_document(record, opened)
        elif record.kind is RecordKind.READING and "claims" in record.payload:
            yield from self._check_claims(record, opened)

    def _check_document(self, record: Record, opened: Mapping[str, str | None]) -> Iterator[Finding]:
        document = record.payload["document"]
        self._encodings[document] = record.payload["meta"]["encoding"]
        self._texts.pop(document, None)
        text, finding = self._open(record, document)
        if finding is not None:
            yield finding
        for number, passage in enumerate(record.payload["passages"]):
            body = opened.get(passage["digest"])
            if text is None or body is None:
                continue
            if json.loads(body) != text[passage["begin"] : passage["end"]]:
                what = f"the words of passage {number} are not what the archived text has there"
                yield Finding(record.number, document, what)

    def _check_claims(self, record: Record, opened: Mapping[str, str | None]) -> Iterator[Finding]:
        document = record.payload["document"]
        text, _ = self._open(record, document)
        for row in record.payload["claims"]:
            body = opened.get(row["digest"])
            if body is not None:
                self.claims += 1
                fault = _find_claim_fault(json.loads(body), row, document, text)
                if fault:
                    yield Finding(record.number, f"claim {row['key']}", fault)

    def _open(self, record: Record, document: str) -> tuple[str | None, Finding | None]:
        """The decoded archived text, and what is wrong with it the first time it is opened."""
        if document in self._texts:
            return self._texts[document], None
        if len(self._texts) >= _KEPT:
            self._texts.pop(next(iter(self._texts)))
        text, fault = self._decode(document)
        self._texts[document] = text
        return text, Finding(record.number, document, fault) if fault else None

    def _decode(self, document: str) -> tuple[str | None, str]:
        try:
            data = self._read(document)
        except (OSError, ValueError, KeyError, PactwatchError) as error:
            return None, f"the archived file cannot be read ({error})"
        fault = self._find_byte_fault(document, hash_bytes(data))
        if fault:
            return None, fault
        try:
            return data.decode(self._encodings[document]), ""
        except (LookupError, ValueError) as error:
            return None, f"the archived bytes cannot be decoded ({error})"

    def _find_byte_fault(self, document: str, found: str) -> str:
        if found == self._blanked.get(document, document):
            return ""
        if found == document:
            return "the archived copy still holds words that were redacted: redact them again"
        return "the archived bytes do not fit their hash"


def _find_claim_fault(claim: Any, row: Mapping[str, Any], document: str, text: str | None) -> str:
    begin, end = row["begin"], row["end"]
    if (claim["key"], claim["document"], claim["span"]) != (row["key"], document, [begin, end]):
        return "the sealed claim is not the one that the record names"
    if text is not None and claim["words"] != text[begin:end]:
        return "its words are not what the archived text has there"
    return ""
