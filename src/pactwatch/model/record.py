"""One appended ledger line."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class RecordKind(StrEnum):
    """The eight kinds of record."""

    CASE = "case"
    AGREEMENT = "agreement"
    DOCUMENT = "document"
    READING = "reading"
    LINKING = "linking"
    JUDGEMENT = "judgement"
    WITHDRAWAL = "withdrawal"
    REDACTION = "redaction"


@dataclass(frozen=True, slots=True)
class Record:
    """Number from 1, time in UTC (ISO 8601), author, kind, payload, the hash of the record
    before, own hash. The payload is plain JSON data."""

    number: int
    at: str
    author: str
    kind: RecordKind
    payload: Mapping[str, Any]
    previous: str
    hash: str


class Decision(StrEnum):
    """What a person decides on a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. ``amended`` holds the slots that the person changed."""

    claim: str
    decision: Decision
    reviewer: str
    reason: str
    amended: Mapping[str, Any] | None = None
