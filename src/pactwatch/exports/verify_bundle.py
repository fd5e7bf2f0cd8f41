"""Check a Pactwatch bundle with Python's standard library alone: python verify_bundle.py BUNDLE.zip

Derives again every record's hash and link, every digest of sealed words, every document's hash,
every quoted slice and every file's checksum. Exit code 0: all holds; 1: it says what does not.
"""

import hashlib
import json
import mmap
import sys
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

SEAL = b"sha256:"
SEAL_LENGTH = len(SEAL) + 64
CHAINED = ("number", "at", "author", "kind", "payload", "previous")


def canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(data: Any) -> str:
    return hashlib.sha256(
        data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    ).hexdigest()


class Bundle:
    """What has been read so far; ``faults`` gives what does not hold, the most telling first."""

    def __init__(self, file: Any) -> None:
        self.file, self.data = file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.members: dict[str, tuple[int, int]] = {}
        self.sums: dict[str, int] = {}
        self.records: list[dict[str, Any]] = []
        self.named: dict[str, int] = {}
        self.bodies: dict[str, Any] = {}
        self.texts: dict[str, str] = {}
        self.redactions: list[dict[str, Any]] = []
        self.slices = 0
        self.damaged = False

    def read(self, name: str) -> bytes:
        if name not in self.members:
            raise ValueError(f"the file {name} is missing")
        begin, end = self.members[name]
        return self.data[begin:end]

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        return enumerate(self.read(name).removesuffix(b"\n").split(b"\n"), 1) if self.read(name) else iter(())

    def faults(self) -> Iterator[str]:
        for place, check in CHECKS.items():
            try:
                for fault in check(self):
                    self.damaged = True
                    yield fault
            except Exception as error:
                self.damaged = True
                yield f"{place} cannot be checked: {error}"


def parse(line: bytes) -> Any:
    value = json.loads(line.decode("utf-8", "surrogatepass"))
    if canonical(value).encode("utf-8", "surrogatepass") != line:
        raise ValueError("it is not in canonical form")
    return value


def check_directory(bundle: Bundle) -> Iterator[str]:
    infos = zipfile.ZipFile(bundle.file).infolist()
    for info in infos:
        begin = info.header_offset + 30 + len(info.filename.encode())
        bundle.members[info.filename] = (begin, begin + info.file_size)
        bundle.sums[info.filename] = info.CRC
    if len(bundle.members) != len(infos):
        yield "the zip's directory names a file twice"


def check_records(bundle: Bundle) -> Iterator[str]:
    previous = "0" * 64
    for number, line in bundle.lines("records.jsonl"):
        try:
            record = parse(line)
            own, before, previous = sha256(canonical([record[n] for n in CHAINED])), previous, record["hash"]
            if (record["number"], record["previous"], record["hash"]) != (number, before, own):
                raise ValueError("its hash or its link to the record before does not hold")
            bundle.records.append(record)
            bundle.redactions += [record["payload"]] if record["kind"] == "redaction" else []
            bundle.named.update((digest, number) for digest in find_digests(record["payload"]))
        except (ValueError, KeyError, TypeError) as error:
            yield f"record {number} (records.jsonl, line {number}): {error}"


def find_digests(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        named = (value.get(name) for name in ("digest", "title_digest"))
        yield from (digest for digest in named if isinstance(digest, str))  # "digest": true marks a document
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from find_digests(item)


def check_sealed(bundle: Bundle) -> Iterator[str]:
    removed = {digest for payload in bundle.redactions for digest in payload["digests"]}
    for number, line in bundle.lines("sealed.jsonl"):
        try:
            row = parse(line)
            digest, salt, body = row["digest"], row["salt"], row["body"]
            if (salt is None and body is None) != (digest in removed):
                raise ValueError("words were removed without a redaction record, or were left after one")
            if salt is not None and sha256(salt + canonical(body)) != digest:
                raise ValueError(f"the words of record {bundle.named.get(digest)} do not fit their digest")
            bundle.bodies[digest] = body
        except (ValueError, KeyError, TypeError) as error:
            yield f"sealed.jsonl, line {number}: {error}"
    for digest in sorted(bundle.named.keys() ^ bundle.bodies.keys()):
        yield f"record {bundle.named.get(digest)}: its sealed words {digest[:12]} do not match sealed.jsonl"


def check_documents(bundle: Bundle) -> Iterator[str]:
    blanked = {payload["document"]: payload["blanked"] for payload in bundle.redactions}
    for record in bundle.records:
        payload, number, document = record["payload"], record["number"], record["payload"].get("document")
        if record["kind"] == "document":
            data = bundle.read(f"documents/{document}")
            if sha256(data) != blanked.get(document, document):
                yield f"document {document} (record {number}): its bytes do not fit its hash"
                continue
            bundle.texts[document] = data.decode(payload["meta"]["encoding"])
        for row in (
            payload.get("passages", payload.get("claims", ())) if record["kind"] != "redaction" else ()
        ):
            body, text = bundle.bodies.get(row["digest"]), bundle.texts.get(document)
            words = body["words"] if isinstance(body, dict) else body
            bundle.slices += words is not None
            if None not in (words, text) and words != str(text)[row["begin"] : row["end"]]:
                yield f"record {number}: the words at {row['begin']} are not those of document {document}"


def check_claims(bundle: Bundle) -> Iterator[str]:
    for number, line in bundle.lines("claims.jsonl"):
        claim = json.loads(line)["claim"]
        if bundle.texts.get(claim["document"], "")[slice(*claim["span"])] != claim["words"]:
            yield f"claims.jsonl, line {number}: its words are not those of its document"


def check_files(bundle: Bundle) -> Iterator[str]:
    for name in sorted(bundle.members):
        if zlib.crc32(bundle.read(name)) != bundle.sums[name]:
            yield f"file {name}: it does not fit its checksum in the zip's directory"


def check_manifest(bundle: Bundle) -> Iterator[str]:
    manifest = json.loads(bundle.read("manifest.json"))
    sums = {name: row["sha256"] for name, row in manifest["files"].items()}
    for record in bundle.records:
        if record["kind"] == "agreement":
            sums[f"agreements/{record['payload']['hash']}.yaml"] = record["payload"]["hash"]
    for name, wanted in sorted(sums.items()):
        if sha256(bundle.read(name)) != wanted:
            yield f"file {name}: it does not fit its checksum"
    if set(bundle.members) != {*sums, "manifest.json"}:
        yield "the files in the bundle are not those that manifest.json lists"
    if [record["hash"] for record in bundle.records][-1:] != [manifest["head"]["hash"]]:
        yield "manifest.json names another newest record than records.jsonl has"


def check_seal(bundle: Bundle) -> Iterator[str]:
    """The zip's comment is the checksum of every byte before it: headers and directory too."""
    with memoryview(bundle.data) as view, view[:-SEAL_LENGTH] as front, view[-SEAL_LENGTH:] as seal:
        if SEAL + sha256(front).encode() != bytes(seal):
            where = "" if bundle.damaged else ", in the zip's own headers"
            yield f"the zip file is damaged{where}: its bytes do not fit the checksum at its end"


CHECKS = {
    "the zip's directory": check_directory,
    "records.jsonl": check_records,
    "sealed.jsonl": check_sealed,
    "documents": check_documents,
    "claims.jsonl": check_claims,
    "files": check_files,
    "manifest.json": check_manifest,
    "the zip file": check_seal,
}


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python verify_bundle.py BUNDLE.zip")
        return 2
    try:
        with open(arguments[0], "rb") as file:
            bundle = Bundle(file)
            faults = list(bundle.faults())
    except (OSError, ValueError) as error:
        print(f"DAMAGED: {arguments[0]} cannot be read: {error}")
        return 1
    if faults:
        print(f"DAMAGED: {faults[0]}" + (f" ({len(faults) - 1} more)" if len(faults) > 1 else ""))
        return 1
    removed = sum(body is None for body in bundle.bodies.values())
    print(f"All holds: {len(bundle.records)} records, {len(bundle.named)} sealed texts ({removed} redacted),")
    print(f"{bundle.slices} quoted slices. The newest record is {bundle.records[-1]['hash']}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
