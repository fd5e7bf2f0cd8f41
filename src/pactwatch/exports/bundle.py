"""The bundle: a zip that a stranger can check without Pactwatch, and read without any program.

Files are stored as they are, in the order of their names, with one fixed date: the same ledger
gives the same bytes. The zip's comment is the checksum of every byte before it.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import IO, Any

from pactwatch.errors import CannotWrite, LedgerBroken, NotInCase, Refused
from pactwatch.exports.verify_bundle import SEAL, SEAL_LENGTH, Bundle
from pactwatch.ids import canonical, hash_bytes
from pactwatch.ledger.base import ArchiveReader, Contents, Sealed, Store
from pactwatch.model.record import Record, RecordKind
from pactwatch.model.status import Fact
from pactwatch.model.wire import to_wire

FORMAT = "pactwatch bundle 1"

_FORMATS = "pactwatch bundle "

_DATE = (1980, 1, 1, 0, 0, 0)
_VERIFY = "Run `pactwatch verify` on the case; it names what is damaged."

_README = """\
A Pactwatch bundle: the record of one agreement, as plain files.

records.jsonl      every record, one a line, with its hash and the hash of the one before
sealed.jsonl       the words that records name by digest: titles, passages, claims, judgements
documents/         every document's bytes, under their SHA-256
documents.jsonl    what is known of each document, and whether it was withdrawn or redacted
claims.jsonl       the claims in force, with where they belong and what people decided of them
links.jsonl        which claims and documents are held to belong together, why, and what people decided
agreement.yaml     the newest text of the agreement file; agreements/ has every one, under its SHA-256
manifest.json      the SHA-256 of every file, the newest record, counts
verify_bundle.py   checks all of it with Python's standard library:

    python verify_bundle.py BUNDLE.zip

It shows that nothing was changed since the newest record was made. To know that this is the newest
record, compare its hash with one that its author published elsewhere.

Lines are canonical JSON: keys sorted, no spaces, UTF-8. A record's hash is the SHA-256 of the canonical
JSON of [number, at, author, kind, payload, previous]. A digest is the SHA-256 of the salt followed by the
canonical JSON of the body; where words were redacted, salt and body are null and a redaction record says so.
"""


@dataclass(frozen=True, slots=True)
class BundleSummary:
    """What a bundle holds; ``size`` in bytes."""

    file: Path
    records: int
    documents: int
    claims: int
    size: int
    head: str


def write_bundle(store: Store, read: ArchiveReader, file: Path, *, force: bool = False) -> BundleSummary:
    """Write a bundle of everything that the ledger and the archive hold, and check it.

    Raises Refused where something else than a bundle is in the file's place (``force`` replaces a file
    of another kind, and only a file), LedgerBroken where something does not verify, CannotWrite where
    the file cannot be written; the file is then as it was before.
    """
    check_target(file, force=force)
    file = file.resolve() if file.is_symlink() else file
    contents = store.contents()
    part = file.with_name(file.name + ".part")
    try:
        with part.open("w+b") as opened:
            _write_zip(opened, _make_members(contents, read))
            _check(Bundle(opened))
            os.fsync(opened.fileno())
        size = part.stat().st_size
        os.replace(part, file)
    except OSError as error:
        raise CannotWrite(
            f"{file}: {error.strerror or error}.", "Free space or choose another place."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    head = contents.head
    return BundleSummary(file, head.number, len(contents.documents), len(contents.facts), size, head.hash)


def check_target(file: Path, *, force: bool) -> None:
    """Raise Refused where a bundle would replace a folder, a device or a file that is no bundle."""
    try:
        if not file.exists():
            return
        if not file.is_file():
            what = "a folder" if file.is_dir() else "a device or a pipe"
            raise Refused(f"{file} is {what}, not a file.", "Give the name of a .zip file.")
        if not force and file.stat().st_size and not is_bundle(file):
            raise Refused(
                f"{file} is there already and is not a Pactwatch bundle.",
                "Give another name, or replace it with --force.",
            )
    except OSError as error:
        raise CannotWrite(f"{file}: {error.strerror or error}.", "Choose another place.") from error


def is_bundle(file: Path) -> bool:
    """Whether a file is a bundle of any version, by its manifest."""
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = json.loads(packed.read("manifest.json"))
        return str(manifest["format"]).startswith(_FORMATS)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, NotImplementedError):
        return False


def _write_zip(opened: IO[bytes], members: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED) as packed:
        for name, data in members:
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, 0o644 << 16
            packed.writestr(info, data)
        packed.comment = bytes(SEAL_LENGTH)
    opened.seek(0)
    size = opened.seek(0, os.SEEK_END)
    opened.seek(0)
    digest = hashlib.sha256()
    while opened.tell() < size - SEAL_LENGTH:
        digest.update(opened.read(min(1 << 20, size - SEAL_LENGTH - opened.tell())))
    opened.write(SEAL + digest.hexdigest().encode())
    opened.flush()


def _check(bundle: Bundle) -> None:
    for fault in bundle.faults():
        raise LedgerBroken(f"The bundle would not verify: {fault}.", _VERIFY)


def _make_members(contents: Contents, read: ArchiveReader) -> Iterator[tuple[str, bytes]]:
    """All files in the order of their names; documents are read one at a time."""
    hashes = _hash_documents(contents)
    made = _make_files(contents)
    sums = {name: hash_bytes(data) for name, data in made.items()}
    sums |= {f"documents/{document}": own for document, own in hashes.items()}
    made["manifest.json"] = _make_manifest(contents, sums)
    for name in sorted([*sums, "manifest.json"]):
        document = name.removeprefix("documents/")
        yield name, made[name] if name in made else _read_document(document, hashes[document], read)


def _hash_documents(contents: Contents) -> dict[str, str]:
    """The hash of each archived document: its ID, or that of its blanked copy."""
    hashes = {row.document.id: row.document.id for row in contents.documents}
    for record in contents.records:
        if record.kind is RecordKind.REDACTION:
            hashes[record.payload["document"]] = record.payload["blanked"]
    return hashes


def _read_document(document: str, wanted: str, read: ArchiveReader) -> bytes:
    try:
        data = read(document)
    except (OSError, KeyError, NotInCase) as error:
        raise LedgerBroken(f"The archived bytes of {document} cannot be read ({error}).", _VERIFY) from error
    if hash_bytes(data) != wanted:
        raise LedgerBroken(f"The archived bytes of {document} do not fit their hash.", _VERIFY)
    return data


def _make_files(contents: Contents) -> dict[str, bytes]:
    """All files but the documents and the manifest."""
    agreements = [record.payload for record in contents.records if record.kind is RecordKind.AGREEMENT]
    script = resources.files("pactwatch.exports").joinpath("verify_bundle.py")
    return {
        "README.txt": _README.encode(),
        "claims.jsonl": _write_lines(_make_claim_line(fact) for fact in contents.facts),
        "documents.jsonl": _write_lines(to_wire(row) for row in contents.documents),
        "links.jsonl": _write_lines(to_wire(linked) for linked in contents.links),
        "records.jsonl": _write_lines(_make_record_line(record) for record in contents.records),
        "sealed.jsonl": _write_lines(_make_sealed_line(row) for row in contents.sealed),
        "verify_bundle.py": script.read_bytes(),
        **({"agreement.yaml": agreements[-1]["text"].encode()} if agreements else {}),
        **{f"agreements/{payload['hash']}.yaml": payload["text"].encode() for payload in agreements},
    }


def _write_lines(values: Iterable[Any]) -> bytes:
    return "".join(f"{canonical(value)}\n" for value in values).encode("utf-8", "surrogatepass")


def _make_record_line(record: Record) -> dict[str, Any]:
    names = ("number", "at", "author", "payload", "previous", "hash")
    return {name: getattr(record, name) for name in names} | {"kind": record.kind.value}


def _make_sealed_line(row: Sealed) -> dict[str, Any]:
    body = None if row.body is None else json.loads(row.body)
    return {"digest": row.digest, "salt": row.salt, "body": body}


def _make_claim_line(fact: Fact) -> dict[str, Any]:
    return {
        "claim": to_wire(fact.claim),
        "placement": to_wire(fact.placement),
        "judgement": None if fact.judgement is None else to_wire(fact.judgement),
        "stale": fact.stale,
    }


def _make_manifest(contents: Contents, sums: Mapping[str, str]) -> bytes:
    manifest = {
        "format": FORMAT,
        "head": to_wire(contents.head),
        "counts": {
            "records": len(contents.records),
            "documents": len(contents.documents),
            "claims": len(contents.facts),
        },
        "files": {name: {"sha256": own} for name, own in sums.items()},
    }
    return (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()
