"""Whether the rows that answers are made of are those that the records name, without folding them again.

Each claim, placement, link, judgement, document, agreement and withdrawal is compared with the last
record that names it, and each one that the newest readings and linkings name must be there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from pactwatch.ids import canonical
from pactwatch.ledger.tables import (
    AGREEMENT,
    CLAIM,
    DOCUMENT,
    JUDGEMENT,
    LINK,
    LINK_JUDGEMENT,
    PLACEMENT,
    SETTING,
    WITHDRAWN,
)
from pactwatch.model.record import Record, RecordKind

#: A row by the name of its table and its key.
Key = tuple[str, ...]
Rows = dict[Key, tuple[Any, ...]]
Opened = Mapping[str, str | None]

_COLUMNS = {
    "claim": (2, (CLAIM.c.key, CLAIM.c.maker, CLAIM.c.document, CLAIM.c.version, CLAIM.c.begin, CLAIM.c.end,
                  CLAIM.c.body)),
    "placement": (2, (PLACEMENT.c.claim, PLACEMENT.c.maker, PLACEMENT.c.document, PLACEMENT.c.version,
                      PLACEMENT.c.agreement, PLACEMENT.c.body)),
    "judgement": (1, (JUDGEMENT.c.claim, JUDGEMENT.c.decision, JUDGEMENT.c.reviewer, JUDGEMENT.c.body)),
    "link": (4, (LINK.c.kind, LINK.c.a, LINK.c.b, LINK.c.maker, LINK.c.version, LINK.c.body)),
    "link_judgement": (3, (LINK_JUDGEMENT.c.kind, LINK_JUDGEMENT.c.a, LINK_JUDGEMENT.c.b,
                           LINK_JUDGEMENT.c.decision, LINK_JUDGEMENT.c.reviewer, LINK_JUDGEMENT.c.body)),
    "document": (1, (DOCUMENT.c.id, DOCUMENT.c.body)),
    "agreement": (1, (AGREEMENT.c.hash, AGREEMENT.c.id, AGREEMENT.c.text)),
    "setting": (1, (SETTING.c.name, SETTING.c.value)),
    "withdrawn": (1, (WITHDRAWN.c.document, WITHDRAWN.c.reason)),
}  # fmt: skip


class Shown:
    """What records name, the last word on each; ``add`` them in their order."""

    def __init__(self) -> None:
        self._named: Rows = {}
        self._present: dict[Key, set[Key]] = {}
        self._linked: dict[tuple[str, str], set[Key]] = {}

    def add(self, record: Record, opened: Opened) -> None:
        """Learn what a record names; ``opened`` are the sealed bodies that it brings."""
        payload = record.payload
        match record.kind:
            case RecordKind.CASE:
                for name, version in payload["versions"].items():
                    self._put(("setting", f"version {name}"), (version,))
            case RecordKind.AGREEMENT:
                self._put(("agreement", payload["hash"]), (payload["id"], payload["text"]))
                self._put(("setting", "agreement"), (payload["hash"],))
            case RecordKind.READING:
                self._add_reading(payload, opened)
            case RecordKind.JUDGEMENT:
                row = (payload["decision"], payload["reviewer"], opened[payload["digest"]])
                self._put(_name_judged(payload), row)
            case RecordKind.LINKING:
                self._add_linking(payload, opened)
            case RecordKind.DOCUMENT:
                self._put(("document", payload["document"]), (_make_body(payload["meta"], opened),))
            case RecordKind.WITHDRAWAL:
                self._put(("withdrawn", payload["document"]), (payload["reason"],))

    def _add_reading(self, payload: Mapping[str, Any], opened: Opened) -> None:
        document, maker, version = payload["document"], payload["maker"], payload["version"]
        table = "claim" if payload["agreement"] is None else "placement"
        present: set[Key] = set()
        for row in payload.get("claims", payload.get("placements", ())):
            place = (row["begin"], row["end"]) if table == "claim" else (payload["agreement"],)
            key = (table, row["key"], maker)
            self._named[key] = (document, version, *place, opened[row["digest"]])
            present.add(key)
        self._present[(table, document, maker)] = present

    def _add_linking(self, payload: Mapping[str, Any], opened: Opened) -> None:
        """``_linked`` holds the links of each maker by their ends, so that superseded ones are found."""
        maker = payload["maker"]
        for end in payload["touched"]:
            for key in self._linked.pop((maker, end), ()):
                self._present.pop(key, None)
        for row in payload["links"]:
            key = ("link", row["kind"], row["a"], row["b"], maker)
            self._put(key, (payload["version"], opened[row["digest"]]))
            for end in (row["a"], row["b"]):
                self._linked.setdefault((maker, end), set()).add(key)

    def _put(self, key: Key, row: tuple[Any, ...]) -> None:
        self._named[key] = row
        self._present[key] = {key}

    def find_differences(self, connection: Connection, *, whole: bool) -> Iterator[str]:
        """The rows that differ or are missing; without ``whole``, rows that no record given
        here names are left aside."""
        found = dict(_read_rows(connection))
        for key, row in found.items():
            if row != self._named.get(key, None if whole else row):
                yield _describe(key)
        for keys in self._present.values():
            yield from (_describe(key) for key in sorted(keys) if key not in found)


def _name_judged(payload: Mapping[str, Any]) -> Key:
    """The row of a judgement: of a claim, or of a link."""
    link = payload.get("link")
    if link is None:
        return ("judgement", payload["claim"])
    return ("link_judgement", link["kind"], link["a"], link["b"])


def _make_body(meta: Mapping[str, Any], opened: Opened) -> str:
    title = opened.get(meta.get("title_digest", ""))
    rest = {name: value for name, value in meta.items() if name != "title_digest"}
    return canonical(rest if title is None else {**rest, "title": json.loads(title)})


def _read_rows(connection: Connection) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    for table, (keys, columns) in _COLUMNS.items():
        rows: Sequence[Any] = connection.execute(select(*columns)).all()
        for row in rows:
            yield (table, *row[:keys]), tuple(row[keys:])


def _describe(key: Key) -> str:
    return f"table {key[0]}, row {' '.join(key[1:])}"
